// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_text.h"

#include <algorithm>
#include <charconv>

namespace prongsai {
namespace {

bool parse_number(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 1 &&
         number <= kMostPages;
}

}  // namespace

std::optional<std::vector<bool>> parse_pages(std::string_view text) {
  std::vector<bool> wanted;
  for (size_t start = 0; start <= text.size();) {
    const size_t comma = std::min(text.find(',', start), text.size());
    const std::string_view part = text.substr(start, comma - start);
    const size_t dash = part.find('-');
    int first = 0;
    int last = 0;
    if (!parse_number(part.substr(0, dash), first)) return std::nullopt;
    if (dash == std::string_view::npos) {
      last = first;
    } else if (!parse_number(part.substr(dash + 1), last) || last < first) {
      return std::nullopt;
    }
    wanted.resize(std::max(wanted.size(), static_cast<size_t>(last)), false);
    std::fill(wanted.begin() + first - 1, wanted.begin() + last, true);
    start = comma + 1;
  }
  return wanted;
}

std::optional<Shard> parse_shard(std::string_view text) {
  const size_t slash = text.find('/');
  Shard shard;
  if (slash == std::string_view::npos || !parse_number(text.substr(0, slash), shard.number) ||
      !parse_number(text.substr(slash + 1), shard.count) || shard.number > shard.count)
    return std::nullopt;
  return shard;
}

}  // namespace prongsai
