// SPDX-License-Identifier: GPL-3.0-or-later
// Landlock says which files may be opened, seccomp which system calls may be made. Both are
// prepared before the fork, so that a worker spends a few microseconds on them.
#include "worker/sandbox.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

namespace prongsai {
namespace {

// File rights by the version of Landlock that knows them first; the headers of Debian 12 end with
// version 2.
constexpr std::uint64_t kRights1 = (1ULL << 13U) - 1;  // execute .. make_sym
constexpr std::uint64_t kRightRefer = 1ULL << 13U;     // 2
constexpr std::uint64_t kRightTruncate = 1ULL << 14U;  // 3
constexpr std::uint64_t kRightIoctl = 1ULL << 15U;     // 5
constexpr std::uint64_t kToRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

int landlock_version() {
  return static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

void allow_reading(int rules, const std::string& name) {
  const int file = ::open(name.c_str(), O_PATH | O_CLOEXEC);
  struct stat status {};
  if (file < 0 || ::fstat(file, &status) != 0) return;
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = S_ISDIR(status.st_mode) ? kToRead : LANDLOCK_ACCESS_FS_READ_FILE;
  beneath.parent_fd = file;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  ::close(file);
}

// -1 where the kernel has no Landlock.
int file_rules(const std::vector<std::string>& readable) {
  const int version = landlock_version();
  if (version < 1) return -1;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = kRights1 | (version >= 2 ? kRightRefer : 0) |
                                 (version >= 3 ? kRightTruncate : 0) |
                                 (version >= 5 ? kRightIoctl : 0);
  const int rules =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0));
  if (rules < 0) return -1;
  for (const std::string& name : readable) allow_reading(rules, name);
  return rules;
}

// What computing, memory, time, signals to oneself, and reading files take.
constexpr const char* kAllowedCalls[] = {"access",
                                         "arch_prctl",
                                         "brk",
                                         "clock_getres",
                                         "clock_gettime",
                                         "clock_nanosleep",
                                         "close",
                                         "dup",
                                         "dup2",
                                         "dup3",
                                         "exit",
                                         "exit_group",
                                         "faccessat",
                                         "faccessat2",
                                         "fadvise64",
                                         "fcntl",
                                         "fstat",
                                         "fstatfs",
                                         "futex",
                                         "getcpu",
                                         "getcwd",
                                         "getdents",
                                         "getdents64",
                                         "getegid",
                                         "geteuid",
                                         "getgid",
                                         "getpid",
                                         "getppid",
                                         "getrandom",
                                         "getrlimit",
                                         "getrusage",
                                         "gettid",
                                         "gettimeofday",
                                         "getuid",
                                         "lseek",
                                         "lstat",
                                         "madvise",
                                         "membarrier",
                                         "mincore",
                                         "mmap",
                                         "mprotect",
                                         "mremap",
                                         "munmap",
                                         "nanosleep",
                                         "newfstatat",
                                         "pipe2",
                                         "poll",
                                         "ppoll",
                                         "pread64",
                                         "read",
                                         "readlink",
                                         "readlinkat",
                                         "readv",
                                         "restart_syscall",
                                         "rseq",
                                         "rt_sigaction",
                                         "rt_sigprocmask",
                                         "rt_sigreturn",
                                         "sched_getaffinity",
                                         "sched_yield",
                                         "set_robust_list",
                                         "set_tid_address",
                                         "sigaltstack",
                                         "stat",
                                         "statfs",
                                         "statx",
                                         "sysinfo",
                                         "times",
                                         "uname",
                                         "write",
                                         "writev"};

// What no reader of documents ever does: the process that tries is not to go on.
constexpr const char* kDeadlyCalls[] = {"accept",
                                        "accept4",
                                        "bind",
                                        "bpf",
                                        "clone",
                                        "clone3",
                                        "connect",
                                        "execve",
                                        "execveat",
                                        "fork",
                                        "init_module",
                                        "finit_module",
                                        "io_uring_setup",
                                        "kexec_load",
                                        "listen",
                                        "mount",
                                        "perf_event_open",
                                        "process_vm_readv",
                                        "process_vm_writev",
                                        "ptrace",
                                        "reboot",
                                        "sendmmsg",
                                        "sendmsg",
                                        "sendto",
                                        "setns",
                                        "socket",
                                        "socketpair",
                                        "unshare",
                                        "userfaultfd",
                                        "vfork"};

// A name that this architecture does not have is no call to allow or forbid.
void add_calls(scmp_filter_ctx filter) {
  const auto add = [&](std::uint32_t action, const char* name) {
    const int number = ::seccomp_syscall_resolve_name(name);
    if (number != __NR_SCMP_ERROR) ::seccomp_rule_add(filter, action, number, 0);
  };
  for (const char* name : kAllowedCalls) add(SCMP_ACT_ALLOW, name);
  for (const char* name : kDeadlyCalls) add(SCMP_ACT_KILL_PROCESS, name);
  // To read only; Landlock says what.
  constexpr std::uint64_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
  const scmp_arg_cmp reading2 = SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, 0);
  ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, &reading2);
  const scmp_arg_cmp reading1 = SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, 0);
  const int open_number = ::seccomp_syscall_resolve_name("open");
  if (open_number != __NR_SCMP_ERROR)
    ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, open_number, 1, &reading1);
  // To ask for its own limits, not to change any.
  const std::array<scmp_arg_cmp, 2> asking = {SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0)};
  ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), asking.size(),
                           asking.data());
}

// The filter as the kernel takes it; empty where it takes none.
std::vector<sock_filter> call_rules() {
  std::vector<sock_filter> instructions;
  // What the kernel says to this question shows whether it takes filters at all.
  const std::uint32_t action = SECCOMP_RET_KILL_PROCESS;
  if (::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) != 0) return instructions;
  const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return instructions;
  add_calls(filter);
  // libseccomp hands out the program by a descriptor only.
  const int file = static_cast<int>(::syscall(SYS_memfd_create, "seccomp", 1U));
  struct stat status {};
  if (file >= 0 && ::seccomp_export_bpf(filter, file) == 0 && ::fstat(file, &status) == 0) {
    instructions.resize(static_cast<size_t>(status.st_size) / sizeof(sock_filter));
    const auto size = static_cast<ssize_t>(instructions.size() * sizeof(sock_filter));
    if (::pread(file, instructions.data(), static_cast<size_t>(size), 0) != size)
      instructions.clear();
  }
  if (file >= 0) ::close(file);
  ::seccomp_release(filter);
  return instructions;
}

}  // namespace

struct Sandbox::Filter {
  std::vector<sock_filter> instructions;
};

Sandbox::Sandbox(const std::vector<std::string>& readable)
    : readable_(readable),
      files_(file_rules(readable)),
      calls_(std::make_shared<const Filter>(Filter{call_rules()})) {
  level_ = files_ >= 0 ? "landlock" : "";
  if (!calls_->instructions.empty()) level_ += level_.empty() ? "seccomp" : "+seccomp";
  if (level_.empty()) level_ = "none";
}

Sandbox::Sandbox(const Sandbox& other, const std::vector<std::string>& readable)
    : readable_(other.readable_), calls_(other.calls_), level_(other.level_) {
  readable_.insert(readable_.end(), readable.begin(), readable.end());
  files_ = file_rules(readable_);
}

Sandbox::~Sandbox() {
  if (files_ >= 0) ::close(files_);
}

void Sandbox::enter(std::vector<int> kept) const {
  if (files_ >= 0) kept.push_back(files_);
  std::ranges::sort(kept);
  unsigned first = STDERR_FILENO + 1;
  for (const int descriptor : kept) {
    const auto next = static_cast<unsigned>(descriptor);
    if (next > first) ::close_range(first, next - 1, 0);
    first = std::max(first, next + 1);
  }
  ::close_range(first, ~0U, 0);
  bool entered = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (files_ >= 0) entered = entered && ::syscall(SYS_landlock_restrict_self, files_, 0) == 0;
  if (!calls_->instructions.empty()) {
    sock_fprog program{};
    program.len = static_cast<unsigned short>(calls_->instructions.size());
    program.filter = const_cast<sock_filter*>(calls_->instructions.data());  // it only reads
    entered = entered && ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
  }
  // A worker that is less shut in than was promised does not read on.
  if (!entered) ::_exit(EXIT_FAILURE);
}

}  // namespace prongsai
