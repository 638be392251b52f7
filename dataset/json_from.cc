// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/json_from.h"

#include <cstddef>

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr size_t kMostLevels = 64;

// Of JSON. What it says of other text does not matter.
bool is_too_deep(std::string_view text) {
  size_t level = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++level > kMostLevels) return true;
    } else if ((c == ']' || c == '}') && level > 0) {
      --level;
    }
  }
  return false;
}

}  // namespace

json json_from(std::string_view text) {
  if (is_too_deep(text)) return {json::value_t::discarded};
  return json::parse(text, nullptr, false);
}

}  // namespace prongsai
