// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/archive.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;

void walk(const fs::path& directory, std::vector<Input>& inputs) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    if (!it->path().filename().string().starts_with(".")) entries.push_back(it->path());
  }
  if (error) {
    inputs.push_back({directory.string()});  // reading it will say what is wrong
    return;
  }
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    const fs::file_status status = fs::symlink_status(entry, error);
    if (fs::is_directory(status)) {
      walk(entry, inputs);
    } else {
      inputs.push_back({.name = entry.string(), .found = true});
    }
  }
}

std::string read_all(int descriptor, const std::string& name) {
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw Error(ErrorCode::kUnreadable, name, 0,
                  std::string("cannot be read: ") + std::strerror(errno));
    if (count == 0) break;
    bytes.append(buffer.data(), static_cast<size_t>(count));
    if (bytes.size() > kMostBytes)
      throw Error(ErrorCode::kTooLarge, name, 0, "larger than 512 MiB");
  }
  if (bytes.empty()) throw Error(ErrorCode::kEmpty, name, 0, "the file is empty");
  return bytes;
}

// Closes the descriptor when it goes out of scope.
struct Descriptor {
  int value = -1;
  Descriptor(int descriptor) : value(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
};

}  // namespace

std::vector<Input> expand_inputs(const std::vector<std::string>& names) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code error;
    if (name == "-") {
      inputs.push_back({.name = "-", .standard_input = true});
    } else if (fs::is_directory(name, error)) {
      const size_t before = inputs.size();
      walk(name, inputs);
      if (inputs.size() == before) inputs.push_back({name});
    } else {
      inputs.push_back({name});
    }
  }
  return inputs;
}

std::vector<std::string> names_in_list(std::string_view list) {
  const char end = list.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> names;
  for (std::string_view name : split(list, end)) {
    if (end == '\n' && name.ends_with('\r')) name.remove_suffix(1);
    if (!trim(name).empty()) names.emplace_back(name);
  }
  return names;
}

std::string read_input(const Input& input) {
  if (input.standard_input) return read_all(STDIN_FILENO, input.name);
  if (!input.place.archive.empty()) return read_member(input.place.archive, input.place);
  struct stat status {};
  if (input.found && ::lstat(input.name.c_str(), &status) == 0 && S_ISLNK(status.st_mode))
    throw Error(ErrorCode::kNotAFile, input.name, 0, kLinkRefused);
  if (::stat(input.name.c_str(), &status) != 0) {
    const ErrorCode code =
        errno == ENOENT || errno == ENOTDIR ? ErrorCode::kNotFound : ErrorCode::kUnreadable;
    throw Error(code, input.name, 0,
                code == ErrorCode::kNotFound
                    ? "there is no such file"
                    : std::string("cannot be read: ") + std::strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    std::error_code error;
    const fs::directory_iterator listed(input.name, error);
    throw Error(ErrorCode::kNotAFile, input.name, 0,
                error ? "cannot list this directory: " + error.message()
                      : std::string("there is no file in this directory"));
  }
  if (!S_ISREG(status.st_mode))
    throw Error(ErrorCode::kNotAFile, input.name, 0, "not a regular file");
  const Descriptor descriptor(::open(
      input.name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | (input.found ? O_NOFOLLOW : 0)));
  if (descriptor.value < 0)
    throw Error(ErrorCode::kUnreadable, input.name, 0,
                std::string("cannot be opened: ") + std::strerror(errno));
  return read_all(descriptor.value, input.name);
}

}  // namespace prongsai
