// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/document_id.h"

namespace prongsai {
namespace {

constexpr std::string_view kScheme = "sha256:";
constexpr size_t kDigits = 64;
constexpr size_t kKeyDigits = 16;

}  // namespace

bool is_document_id(std::string_view id) {
  return id.starts_with(kScheme) && id.size() == kScheme.size() + kDigits &&
         id.substr(kScheme.size()).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string document_key(std::string_view id) {
  return is_document_id(id) ? std::string(id.substr(kScheme.size(), kKeyDigits)) : std::string();
}

}  // namespace prongsai
