// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/font_variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace prongsai {
namespace {

constexpr long kMost = 10000;  // hundredths

// All scores of the form ("DD.DD") of which `read` is left if characters are lost. `value` is what
// stands before the form.
void add_longer(std::string_view read, std::string_view form, long value,
                std::vector<long>& hundredths) {
  if (read.size() > form.size()) return;
  if (form.empty()) {
    hundredths.push_back(value);
    return;
  }
  const bool kept = !read.empty();
  if (form.front() == '.') {
    add_longer(kept && read.front() == '.' ? read.substr(1) : read, form.substr(1), value,
               hundredths);
    return;
  }
  // A score above ten begins with another digit than zero.
  for (int digit = form.size() == 5 ? 1 : 0; digit <= 9; ++digit) {
    const bool is_next = kept && read.front() == '0' + digit;
    add_longer(is_next ? read.substr(1) : read, form.substr(1), value * 10 + digit, hundredths);
  }
}

// With another digit in some of the places where one is read.
void add_replaced(const std::string& read, int decimals, std::vector<long>& hundredths) {
  const long own = std::lround(std::stod(read) * 100);
  for (long digit = 0; digit <= 9; ++digit) {
    std::vector<long> places;  // of the digit, worth so many hundredths
    long place = decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
    for (size_t i = read.size(); i-- > 0;) {
      if (read[i] == '.') continue;
      if (read[i] == '0' + digit) places.push_back(place);
      place *= 10;
    }
    for (size_t some = 1; some < size_t{1} << places.size(); ++some) {
      long worth = 0;
      for (size_t i = 0; i < places.size(); ++i) worth += (some >> i & 1U) != 0 ? places[i] : 0;
      // A score above ten begins with another digit than zero.
      const bool first = worth * 10 >= place && place > 1000;
      for (long other = first ? 1 : 0; other <= 9; ++other) {
        if (other != digit) hundredths.push_back(own + (other - digit) * worth);
      }
    }
  }
}

}  // namespace

std::vector<double> font_variants(double score, int decimals) {
  const std::string read = fmt::format("{:.{}f}", score, decimals);
  std::vector<long> hundredths;
  add_replaced(read, decimals, hundredths);
  // Of a whole score nothing is lost.
  for (const std::string_view form : {"D.DD", "DD.DD"}) {
    if (read.size() < form.size()) add_longer(read, form, 0, hundredths);
  }
  std::string_view left = read;
  for (const char c : std::string_view("100.00")) {
    if (!left.empty() && left.front() == c) left.remove_prefix(1);
  }
  if (left.empty()) hundredths.push_back(kMost);
  std::ranges::sort(hundredths);
  const long own = std::lround(score * 100);
  std::vector<double> variants;
  for (const long value : hundredths) {
    const double variant = static_cast<double>(value) / 100;
    const bool is_new = variants.empty() || variants.back() < variant;
    if (value != own && value <= kMost && is_new) variants.push_back(variant);
  }
  return variants;
}

}  // namespace prongsai
