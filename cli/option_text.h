// SPDX-License-Identifier: GPL-3.0-or-later
// Values of options that have a form of their own.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace prongsai {

inline constexpr int kMostPages = 100000;  // of a document; and parts of a dataset

// "2-5,9": element n - 1 for page n, up to the last page that is named.
std::optional<std::vector<bool>> parse_pages(std::string_view text);

// One part of several, from 1.
struct Shard {
  int number = 1;
  int count = 1;
  bool operator==(const Shard&) const = default;
};

// "2/7".
std::optional<Shard> parse_shard(std::string_view text);

}  // namespace prongsai
