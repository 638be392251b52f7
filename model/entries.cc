// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/entries.h"

#include <array>
#include <optional>

#include "model/number.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr std::array<std::string_view, 12> kBullets = {"-", "–", "—", "•", "■", "●",
                                                       "▪", "◦", "✓", "✔", "*", "\xEF\x82\xB7"};

struct Marker {
  MarkerKind kind = MarkerKind::kNone;
  int number = 0;
  size_t length = 0;  // bytes, with the spaces after it
};

size_t spaces_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  return end - at;
}

// "1." "1)" "(1)" "๑." "1.1": not "1.5" as a number of two decimals, not "2567".
Marker number_marker(std::string_view text) {
  size_t at = 0;
  const bool paren = text.starts_with("(");
  if (paren) ++at;
  const Digits digits = leading_digits(text.substr(at), 3);
  if (digits.ascii.empty() || digits.ascii.size() > 2) return {};
  at += digits.length;
  if (at >= text.size()) return {};
  if (text[at] != ')' && (paren || text[at] != '.')) return {};
  ++at;
  if (!paren && leading_digits(text.substr(at), 1).length > 0) return {};
  return {MarkerKind::kNumber, std::stoi(digits.ascii), at + spaces_at(text, at)};
}

Marker bullet_marker(std::string_view text) {
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet))
      return {MarkerKind::kBullet, 0, bullet.size() + spaces_at(text, bullet.size())};
  }
  return {};
}

Marker marker_at(std::string_view text) {
  const Marker number = number_marker(text);
  return number.kind != MarkerKind::kNone ? number : bullet_marker(text);
}

void extend(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += ' ';
  text += more;
}

class Splitter {
 public:
  explicit Splitter(int last_number) : last_(last_number), numbered_(last_number > 0) {}

  void paragraph(std::string_view text) {
    text = trim(text);
    if (text.empty()) return;
    const Marker marker = marker_at(text);
    const bool opens = marker.kind == MarkerKind::kNumber ||
                       (marker.kind == MarkerKind::kBullet && !numbered_) ||
                       (marker.kind == MarkerKind::kNone && !numbered_ && !bulleted_);
    if (opens) {
      entries_.push_back({marker.kind, marker.number, {}});
      if (marker.kind == MarkerKind::kNumber) {
        numbered_ = true;
        last_ = marker.number;
      } else if (marker.kind == MarkerKind::kBullet) {
        bulleted_ = true;
      }
      text.remove_prefix(marker.length);
    } else if (entries_.empty()) {
      // Goes on with the entry on the page before.
      entries_.push_back({});
    }
    inline_entries(text);
  }

  std::vector<Entry> finish() {
    std::erase_if(entries_, [](const Entry& entry) { return entry.text.empty(); });
    return std::move(entries_);
  }

 private:
  // Cuts the rest of a paragraph at " 2. " where 2 is the next number, and at " - " in a
  // bulleted list.
  void inline_entries(std::string_view text) {
    size_t start = 0;
    for (size_t at = 1; at < text.size(); ++at) {
      if (text[at - 1] != ' ') continue;
      const Marker marker = marker_at(text.substr(at));
      // A first entry that lost its number: "... ๒) ...".
      const bool second = marker.kind == MarkerKind::kNumber && last_ == 0 && marker.number == 2 &&
                          entries_.size() == 1 &&
                          text.substr(at, marker.length).find(')') != std::string_view::npos;
      if (second) {
        last_ = 1;
        numbered_ = true;
      }
      const bool next = marker.kind == MarkerKind::kNumber && last_ > 0 &&
                        (marker.number == last_ + 1 ||
                         (marker.number == last_ && repeats_style(text, at, marker)));
      const bool bullet = marker.kind == MarkerKind::kBullet && bulleted_ && !numbered_ &&
                          bullet_spaced(text, at, marker);
      if (!next && !bullet) continue;
      extend(entries_.back().text, trim(text.substr(start, at - start)));
      entries_.push_back({marker.kind, marker.number, {}});
      if (next) last_ = marker.number;
      at += marker.length;
      start = at;
    }
    extend(entries_.back().text, trim(text.substr(std::min(start, text.size()))));
  }

  // A number typed twice ("๕) ... ๕) ..."): only with its parenthesis, which prose does not use.
  static bool repeats_style(std::string_view text, size_t at, const Marker& marker) {
    return text.substr(at, marker.length).find(')') != std::string_view::npos;
  }

  // " - " begins an entry; the dash of "2567 - 2568" does not.
  static bool bullet_spaced(std::string_view text, size_t at, const Marker& marker) {
    return at + marker.length < text.size() && text[at + marker.length - 1] == ' ' &&
           leading_digits(text.substr(at + marker.length), 1).length == 0;
  }

  std::vector<Entry> entries_;
  int last_;
  bool numbered_;
  bool bulleted_ = false;
};

}  // namespace

std::vector<Entry> split_entries(const std::vector<Passage>& passages, int last_number) {
  Splitter splitter(last_number);
  for (const Passage& passage : passages) splitter.paragraph(passage.text());
  return splitter.finish();
}

std::vector<Entry> split_texts(const std::vector<std::string>& paragraphs) {
  Splitter splitter(0);
  for (const std::string& paragraph : paragraphs) splitter.paragraph(paragraph);
  return splitter.finish();
}

std::vector<std::string> split_responsible(const std::vector<Passage>& passages) {
  return responsible_units(split_entries(passages));
}

std::vector<std::string> responsible_units(const std::vector<Entry>& entries) {
  std::vector<std::string> units;
  for (const Entry& entry : entries) {
    const std::string text = collapse_spaces(entry.text);
    if (fold(text).starts_with("ทุก")) {
      units.push_back(text);
      continue;
    }
    for (const std::string_view part : split(text, '/')) {
      const std::string unit(trim(part));
      if (!unit.empty()) units.push_back(unit);
    }
  }
  return units;
}

std::string without_marker(std::string_view text) {
  text = trim(text);
  for (int i = 0; i < 2; ++i) {
    const Marker marker = marker_at(text);
    if (marker.kind == MarkerKind::kNone) break;
    text.remove_prefix(marker.length);
  }
  return std::string(text);
}

}  // namespace prongsai
