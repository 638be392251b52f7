// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_link.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

namespace prongsai {
namespace {

namespace fs = std::filesystem;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string link_to_file(const Input& source, const std::string& folder) {
  const fs::path file = source.place.archive.empty() ? source.name : source.place.archive;
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return {};
  const fs::path link = fs::proximate(file, folder, error);
  if (error) return {};
  // A colon would make a scheme of what stands before it.
  std::string out = link.is_absolute() ? "file://" : "";
  for (const char c : link.generic_string())
    out += is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace prongsai
