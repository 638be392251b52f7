// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/decode.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>

namespace prongsai::normalize {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr size_t kProbe = 4000;  // bytes that tell an encoding without a mark

bool is_utf8(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  return error != U_INVALID_CHAR_FOUND;
}

// Commas, line breaks and digits have a zero byte in UTF-16; no other encoding has any.
const char* utf16_without_mark(std::string_view bytes) {
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i < std::min(bytes.size(), kProbe); ++i)
    if (bytes[i] == 0) ++(i % 2 == 0 ? even : odd);
  if (even + odd == 0) return nullptr;
  return odd >= even ? "UTF-16LE" : "UTF-16BE";
}

const char* encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.starts_with(kUtf8Mark)) return "UTF-8";
  if (const char* utf16 = utf16_without_mark(bytes)) return utf16;
  return is_utf8(bytes) ? "UTF-8" : "windows-874";
}

}  // namespace

std::string decoded(std::string_view bytes) {
  icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), encoding_of(bytes));
  if (text.length() > 0 && text[0] == 0xFEFF) text.remove(0, 1);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace prongsai::normalize
