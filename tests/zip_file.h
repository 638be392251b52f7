// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives for tests, also such as nobody should make.
#pragma once

#include <string>
#include <vector>

namespace prongsai::tests {

enum class ZipKind { kFile, kDirectory, kLink, kEncrypted };

struct ZipMember {
  std::string name;
  std::string bytes;
  ZipKind kind = ZipKind::kFile;
};

std::string zip_of(const std::vector<ZipMember>& members);

}  // namespace prongsai::tests
