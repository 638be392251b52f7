// SPDX-License-Identifier: GPL-3.0-or-later
// As in the PNG specification (third edition), chapters 5 and 11.
#include "cli/png_check.h"

#include <zlib.h>

#include <cstdint>
#include <string>

namespace prongsai {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr size_t kFrame = 12;  // length, type and checksum of a chunk

std::uint32_t number_at(std::string_view bytes, size_t place) {
  std::uint32_t number = 0;
  for (size_t i = 0; i < 4; ++i)
    number = number << 8U | static_cast<unsigned char>(bytes[place + i]);
  return number;
}

bool is_header(std::string_view data, int width, int height) {
  return data.size() == 13 && number_at(data, 0) == static_cast<std::uint32_t>(width) &&
         number_at(data, 4) == static_cast<std::uint32_t>(height) &&
         (data[8] == 1 || data[8] == 2 || data[8] == 4 || data[8] == 8) &&
         data.substr(9) == std::string_view("\0\0\0\0", 4);
}

bool sum_is_right(std::string_view type_and_data, std::uint32_t sum) {
  const auto* begin = reinterpret_cast<const Bytef*>(type_and_data.data());
  return crc32_z(0, begin, type_and_data.size()) == sum;
}

}  // namespace

bool is_plain_png(std::string_view bytes, int width, int height) {
  if (!bytes.starts_with(kSignature)) return false;
  // Header, perhaps the resolution, the pixels, the end.
  std::string order;
  for (size_t at = kSignature.size(); at < bytes.size();) {
    if (bytes.size() - at < kFrame) return false;
    const size_t length = number_at(bytes, at);
    if (length > bytes.size() - at - kFrame) return false;
    const std::string_view type = bytes.substr(at + 4, 4);
    const std::string_view data = bytes.substr(at + 8, length);
    if (!sum_is_right(bytes.substr(at + 4, 4 + length), number_at(bytes, at + 8 + length)))
      return false;
    if (type == "IHDR" && order.empty() && is_header(data, width, height)) {
      order = "H";
    } else if (type == "pHYs" && order == "H" && length == 9) {
      order = "HR";
    } else if (type == "IDAT" && (order == "H" || order == "HR" || order.ends_with('P'))) {
      if (!order.ends_with('P')) order += 'P';
    } else if (type == "IEND" && order.ends_with('P') && length == 0) {
      return at + kFrame == bytes.size();
    } else {
      return false;
    }
    at += kFrame + length;
  }
  return false;
}

}  // namespace prongsai
