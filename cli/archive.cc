// SPDX-License-Identifier: GPL-3.0-or-later
// An archive is read by the list of members at its end; where that list cannot be used, from the
// front, looking for one member after the other.
#include "cli/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <optional>

#include "dataset/sha256.h"
#include "model/diagnostic.h"
#include "model/text.h"
#include "normalize/decode.h"

namespace prongsai {
namespace {

using namespace std::string_view_literals;
using Clock = std::chrono::steady_clock;

// A report in PDF packs to no less than a tenth; only what is made to do harm packs tighter.
constexpr std::uint64_t kMostRatio = 200;
constexpr std::uint64_t kFreeOfRatio = 4U << 20U;  // bytes that may be unpacked from anything
constexpr std::uint64_t kMostUnpacked = 64ULL << 30U;
constexpr std::uint64_t kMostMembers = 200'000;
constexpr std::uint64_t kMostHeads = 2 * kMostMembers;  // of directories and damaged ones as well
constexpr size_t kMostName = 4096;
constexpr size_t kMostReason = 200;
constexpr size_t kBlock = 16384;
constexpr std::string_view kHead = "PK\x03\x04"sv;  // a member begins with it

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

// Names that are UTF-8 are handed out as they are only in a locale of UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = ::uselocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

class OpenFile {
 public:
  explicit OpenFile(const std::string& name)
      : file_(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (file_ < 0 || ::fstat(file_, &status) != 0)
      throw Error(ErrorCode::kUnreadable, name, 0,
                  std::string("cannot be opened: ") + std::strerror(errno));
    size_ = static_cast<std::uint64_t>(status.st_size);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (file_ >= 0) ::close(file_);
  }
  std::uint64_t size() const { return size_; }

  // Where the next member's head may be; the size of the file if there is none.
  std::uint64_t next_head(std::uint64_t from) const {
    std::string block(kBlock, '\0');
    while (from < size_) {
      const ssize_t count = ::pread(file_, block.data(), block.size(), static_cast<off_t>(from));
      if (count < static_cast<ssize_t>(kHead.size())) break;
      const auto read = static_cast<size_t>(count);
      const size_t at = std::string_view(block).substr(0, read).find(kHead);
      if (at != std::string_view::npos) return from + at;
      from += read - kHead.size() + 1;
    }
    return size_;
  }

  // A reader of all members from `place` on; null with a reason if there are none.
  Reader reader(bool scanning, std::uint64_t place, std::string& reason) const {
    Reader reader(archive_read_new());
    if (scanning) {
      archive_read_support_format_zip_streamable(reader.get());
    } else {
      archive_read_support_format_zip_seekable(reader.get());
    }
    ::lseek(file_, static_cast<off_t>(place), SEEK_SET);
    if (archive_read_open_fd(reader.get(), file_, kBlock) == ARCHIVE_OK) return reader;
    reason = archive_error_string(reader.get());
    return nullptr;
  }

 private:
  int file_ = -1;
  std::uint64_t size_ = 0;
};

std::string said_by(archive* reader) {
  const char* text = archive_error_string(reader);
  return clean_utf8(std::string_view(text == nullptr ? "" : text).substr(0, kMostReason));
}

bool next_member(archive* reader, archive_entry** entry) {
  const int result = archive_read_next_header(reader, entry);
  return result == ARCHIVE_OK || result == ARCHIVE_WARN;
}

std::uint64_t position_of(archive* reader) {
  return static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(reader, 0), 0));
}

std::string_view raw_name(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  return std::string_view(name == nullptr ? "" : name).substr(0, kMostName);
}

// A path that stays where it is, as UTF-8.
std::string member_name(archive_entry* entry) {
  const std::string whole = clean_utf8(normalize::decoded(raw_name(entry)));
  std::string name;
  for (const std::string_view part : split(whole, '/')) {
    if (part.empty() || part == ".") continue;
    if (!name.empty()) name += '/';
    name += part == ".." ? "_" : part;
  }
  return name.empty() ? "_" : name;
}

bool is_hidden(const std::string& name) {
  if (name.starts_with("__MACOSX/")) return true;
  for (const std::string_view part : split(name, '/')) {
    if (part.starts_with(".")) return true;
  }
  return false;
}

// Hands out the bytes of the member that the reader is at, until `take` has enough of them. What
// is wrong with it, if something is.
template <typename Take>
std::optional<std::string> unpack(archive* reader, std::uint64_t& unpacked, const Take& take) {
  const std::uint64_t begin = position_of(reader);
  for (std::uint64_t here = 0;;) {
    const void* block = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(reader, &block, &size, &offset);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (result != ARCHIVE_OK) return "cannot be unpacked: " + said_by(reader);
    here += size;
    unpacked += size;
    if (here > kMostBytes) return "larger than 512 MiB";
    if (here > kFreeOfRatio && here > kMostRatio * (position_of(reader) - begin + kBlock))
      return fmt::format("refused: packed {} times and tighter", kMostRatio);
    take(std::string_view(static_cast<const char*>(block), size));
  }
}

// Whether the members are those of an office document.
bool is_document(const OpenFile& file) {
  std::string reason;
  const Reader reader = file.reader(false, 0, reason);
  archive_entry* entry = nullptr;
  for (std::uint64_t seen = 0; reader && seen < kMostMembers; ++seen) {
    if (!next_member(reader.get(), &entry)) return false;
    const std::string_view name = raw_name(entry);
    if (name == "[Content_Types].xml" || name == "META-INF/container.xml" ||
        (name == "mimetype" && seen == 0))
      return true;
  }
  return false;
}

class ArchiveRead {
 public:
  ArchiveRead(const std::string& archive, const ArchiveProgress& progress, int seconds)
      : file_(archive), deadline_(Clock::now() + std::chrono::seconds(seconds)) {
    part_.progress = progress;
  }

  ArchivePart read() {
    const bool begins = part_.progress == ArchiveProgress();
    if (begins && is_document(file_)) {
      part_.document = true;
      part_.progress.finished = true;
      return std::move(part_);
    }
    while (!part_.progress.finished && !out_of_time_) {
      if (part_.progress.scanning) {
        scan();
      } else {
        follow_list();
      }
    }
    return std::move(part_);
  }

 private:
  bool may_go_on() {
    ArchiveProgress& progress = part_.progress;
    if (progress.members >= kMostMembers || progress.seen >= kMostHeads)
      return end(fmt::format("has more than {} members", kMostMembers));
    if (progress.unpacked > kMostUnpacked) return end("unpacks to more than 64 GiB");
    if (progress.unpacked > kFreeOfRatio && progress.unpacked > kMostRatio * file_.size())
      return end(fmt::format("unpacks to more than {} times its size", kMostRatio));
    out_of_time_ = Clock::now() >= deadline_;
    return !out_of_time_;
  }

  bool end(const std::string& reason) {
    part_.reason = reason;
    part_.progress.finished = true;
    return false;
  }

  void follow_list() {
    ArchiveProgress& progress = part_.progress;
    std::string reason;
    const Reader reader = file_.reader(false, 0, reason);
    archive_entry* entry = nullptr;
    for (std::uint64_t seen = 0; reader; ++seen) {
      const int result = archive_read_next_header(reader.get(), &entry);
      if (result == ARCHIVE_EOF) {
        progress.finished = true;
        return;
      }
      if (result < ARCHIVE_WARN) break;
      if (seen < progress.seen) continue;
      // The member's head follows where what is before it ends.
      take(reader.get(), entry, progress.end);
      progress.end = std::max(progress.end, position_of(reader.get()));
      progress.seen = seen + 1;
      if (!may_go_on()) return;
    }
    progress.scanning = true;
  }

  // A reader for each member: what is found does not depend on where a part begins.
  void scan() {
    ArchiveProgress& progress = part_.progress;
    std::string reason = "their list is missing";
    do {
      ++progress.seen;
      const std::uint64_t begin = file_.next_head(progress.end);
      const Reader reader = file_.reader(true, begin, reason);
      archive_entry* entry = nullptr;
      if (!reader || !next_member(reader.get(), &entry)) {
        if (reader) reason = said_by(reader.get());
        // No head, although it begins like one: the next may be behind it.
        progress.end = begin + kHead.size();
        if (progress.end < file_.size()) continue;
        end(fmt::format("damaged: there may be more members than the {} found ({})",
                        progress.members, reason));
        return;
      }
      const std::uint64_t data = begin + position_of(reader.get());
      const bool whole = take(reader.get(), entry, begin);
      // A member that cannot be unpacked hides where it ends: what is behind its head is searched.
      progress.end = whole ? begin + position_of(reader.get()) : data;
    } while (may_go_on());
  }

  // False if the member could not be read to its end.
  bool take(archive* reader, archive_entry* entry, std::uint64_t place) {
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR) return true;
    ArchiveMember member{member_name(entry), place, {}, {}, {}};
    if (is_hidden(member.name)) return true;
    bool whole = true;
    if (type != AE_IFREG) {
      member.state = "io_error";
      member.reason = type == AE_IFLNK ? kLinkRefused : "not a regular file";
    } else if (archive_entry_is_encrypted(entry) != 0) {
      member.state = "rejected";
      member.reason = "is encrypted";
    } else {
      whole = digest(reader, member);
    }
    ++part_.progress.members;
    part_.members.push_back(std::move(member));
    return whole;
  }

  bool digest(archive* reader, ArchiveMember& member) {
    Sha256 sha256;
    std::uint64_t size = 0;
    const auto wrong = unpack(reader, part_.progress.unpacked, [&](std::string_view bytes) {
      sha256.add(bytes);
      size += bytes.size();
    });
    if (wrong) {
      member.state = "rejected";
      member.reason = *wrong;
    } else if (size == 0) {
      member.state = "io_error";
      member.reason = "the file is empty";
    } else {
      member.sha256 = sha256.hex();
    }
    return !wrong;
  }

  OpenFile file_;
  Clock::time_point deadline_;
  ArchivePart part_;
  bool out_of_time_ = false;
};

// The member of that digest: by the archive's list any, otherwise the first from `from` on.
std::optional<std::string> find_member(const OpenFile& file, bool scanning, std::uint64_t from,
                                       const std::string& sha256) {
  std::string reason;
  const Reader reader = file.reader(scanning, scanning ? file.next_head(from) : 0, reason);
  archive_entry* entry = nullptr;
  std::uint64_t unpacked = 0;
  while (reader && next_member(reader.get(), &entry)) {
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    std::string bytes;
    const auto wrong =
        unpack(reader.get(), unpacked, [&](std::string_view more) { bytes += more; });
    if (!wrong && sha256_hex(bytes) == sha256) return bytes;
    if (scanning) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

bool begins_like_archive(std::string_view start) {
  return start.starts_with(kHead) || start.starts_with("PK\x05\x06"sv);
}

std::vector<std::string> files_of_archive(const std::string& archive) {
  return {archive, "/usr/lib/locale"};
}

ArchivePart read_archive(const std::string& archive, const ArchiveProgress& progress, int seconds) {
  const Utf8Locale locale;
  return ArchiveRead(archive, progress, seconds).read();
}

std::string read_member(const std::string& archive, const ArchivePlace& place) {
  const Utf8Locale locale;
  const OpenFile file(archive);
  auto bytes = find_member(file, true, place.offset, place.sha256);
  // An archive may hold what its list does not name: then the list is followed.
  if (!bytes) bytes = find_member(file, false, 0, place.sha256);
  if (!bytes) throw Error(ErrorCode::kUnreadable, archive, 0, "has changed since it was looked at");
  return *bytes;
}

}  // namespace prongsai
