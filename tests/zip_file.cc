// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/zip_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <stdexcept>

namespace prongsai::tests {
namespace {

void check(archive* writer, int result) {
  if (result == ARCHIVE_OK) return;
  throw std::runtime_error(archive_error_string(writer));
}

void add(archive* writer, const ZipMember& member) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, member.name.c_str());
  archive_entry_set_mtime(entry, 1'700'000'000, 0);
  archive_entry_set_perm(entry, 0644);
  const bool link = member.kind == ZipKind::kLink;
  archive_entry_set_filetype(
      entry, member.kind == ZipKind::kDirectory ? AE_IFDIR : (link ? AE_IFLNK : AE_IFREG));
  if (link) archive_entry_set_symlink(entry, member.bytes.c_str());
  if (!link) archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
  check(writer, archive_write_header(writer, entry));
  if (!link) archive_write_data(writer, member.bytes.data(), member.bytes.size());
  archive_entry_free(entry);
}

// Says so in the member's head and in the list of members.
void mark_encrypted(std::string& bytes, const std::string& name) {
  constexpr size_t kNameInHead = 30;
  constexpr size_t kFlagsInHead = 6;
  constexpr size_t kNameInList = 46;
  constexpr size_t kFlagsInList = 8;
  bytes[bytes.find(name) - kNameInHead + kFlagsInHead] |= 1;
  bytes[bytes.rfind(name) - kNameInList + kFlagsInList] |= 1;
}

}  // namespace

std::string zip_of(const std::vector<ZipMember>& members) {
  ::setlocale(LC_CTYPE, "C.UTF-8");
  size_t most = 1U << 20U;
  for (const ZipMember& member : members) most += member.bytes.size() + 4096;
  std::string bytes(most, '\0');
  size_t used = 0;
  archive* writer = archive_write_new();
  check(writer, archive_write_set_format_zip(writer));
  check(writer, archive_write_set_bytes_in_last_block(writer, 1));
  check(writer, archive_write_open_memory(writer, bytes.data(), bytes.size(), &used));
  for (const ZipMember& member : members) add(writer, member);
  check(writer, archive_write_close(writer));
  archive_write_free(writer);
  bytes.resize(used);
  for (const ZipMember& member : members) {
    if (member.kind == ZipKind::kEncrypted) mark_encrypted(bytes, member.name);
  }
  return bytes;
}

}  // namespace prongsai::tests
