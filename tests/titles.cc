// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/titles.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/text.h"

namespace prongsai::tests {
namespace {

constexpr char32_t kThaiZero = 0x0E50;
constexpr char32_t kThaiNine = 0x0E59;

// Capitals and Thai digits make no difference.
std::u32string lowered(const std::string& text) {
  std::u32string out = prongsai::code_points(text);
  for (char32_t& c : out) {
    if (c >= kThaiZero && c <= kThaiNine) c = U'0' + (c - kThaiZero);
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  }
  return out;
}

bool is_blank(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || c == 0x200B || c == 0x2028;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string without_blanks(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (!is_blank(c)) out += c;
  }
  return out;
}

// The end of a numbering mark such as "2)" that starts at `start`; `start` if there is none.
size_t end_of_mark(const std::u32string& text, size_t start) {
  size_t at = start;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == start) return start;
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at >= text.size() || (text[at] != U'.' && text[at] != U')')) return start;
  return at + 1;
}

// Numbering marks may be kept or not: both are right.
std::u32string plain_title(const std::string& title) {
  const std::u32string text = lowered(title);
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = at == 0 || is_blank(text[at - 1]) ? end_of_mark(text, at) : at;
    if (end > at) {
      at = end;
      continue;
    }
    if (!(out.empty() && (text[at] == U'-' || text[at] == U'\u2022'))) out += text[at];
    ++at;
  }
  return without_blanks(out);
}

std::map<char32_t, int> counts(const std::u32string& text) {
  std::map<char32_t, int> out;
  for (const char32_t c : text) ++out[c];
  return out;
}

double share(size_t common, size_t all) {
  return all == 0 ? 1.0 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

// The most that `similarity` can be: the characters in common, in any order.
double upper_bound(const std::u32string& a, const std::u32string& b) {
  const std::map<char32_t, int> of_a = counts(a);
  size_t common = 0;
  for (const auto& [c, count] : counts(b)) {
    const auto found = of_a.find(c);
    if (found != of_a.end()) common += static_cast<size_t>(std::min(count, found->second));
  }
  return share(common, a.size() + b.size());
}

size_t common_subsequence(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1, 0);
  for (const char32_t c : a) {
    size_t diagonal = 0;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = c == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

double similarity_of(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 1;
  if (upper_bound(a, b) < kSameTitle) return 0;
  return share(common_subsequence(a, b), a.size() + b.size());
}

}  // namespace

std::string fold(const std::string& text) { return to_utf8(without_blanks(lowered(text))); }

double similarity(const std::string& a, const std::string& b) {
  return similarity_of(plain_title(a), plain_title(b));
}

std::map<size_t, size_t> match_titles(const std::vector<Titled>& wanted,
                                      const std::vector<Titled>& found) {
  std::vector<std::u32string> plain;
  plain.reserve(found.size());
  for (const Titled& one : found) plain.push_back(plain_title(one.title));
  std::vector<std::tuple<double, size_t, size_t>> candidates;  // sorted: the best first
  for (size_t i = 0; i < wanted.size(); ++i) {
    const std::u32string title = plain_title(wanted[i].title);
    for (size_t j = 0; j < found.size(); ++j) {
      const double near = similarity_of(title, plain[j]);
      if (near < kSameTitle) continue;
      candidates.emplace_back(-near - (wanted[i].place == found[j].place ? 1 : 0), i, j);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::map<size_t, size_t> pairs;
  std::set<size_t> used;
  for (const auto& [rank, i, j] : candidates) {
    if (!pairs.contains(i) && used.insert(j).second) pairs.emplace(i, j);
  }
  return pairs;
}

}  // namespace prongsai::tests
