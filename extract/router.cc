// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/router.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/odd_word.h"
#include "extract/thai.h"

namespace prongsai::extract {
namespace {

// A page with fewer letters than this on a full-page picture is a scan with a stamp or a page
// number on it.
constexpr size_t kFewLetters = 40;
constexpr double kFullPicture = 0.5;
// Letters drawn as shapes: so many curved fills and no text.
constexpr int kManyOutlines = 100;
// Ratios are not taken of a handful of letters.
constexpr size_t kEnoughLetters = 20;

bool share(size_t part, size_t whole, double limit) {
  return static_cast<double>(part) > limit * static_cast<double>(whole);
}

bool is_blank(const LayerFacts& facts, const TextCounts& counts) {
  return counts.letters == 0 && facts.image_share < 0.01 && facts.outlines < kManyOutlines &&
         facts.hidden_letters == 0;
}

bool is_only_hidden(const LayerFacts& facts, const TextCounts& counts) {
  return counts.letters < kFewLetters && facts.hidden_letters >= kFewLetters &&
         facts.hidden_letters > counts.letters * 4;
}

bool has_no_layer(const LayerFacts& facts, const TextCounts& counts) {
  if (counts.letters == 0) return true;
  if (counts.letters >= kFewLetters) return false;
  return facts.image_share >= kFullPicture || facts.outlines >= kManyOutlines;
}

bool has_controls(const LayerFacts&, const TextCounts& counts) {
  return counts.controls >= 3 && share(counts.controls, counts.letters, 0.03);
}

bool has_wrong_table(const LayerFacts&, const TextCounts& counts) {
  if (counts.letters < kEnoughLetters) return false;
  if (share(counts.private_use, counts.letters, 0.3)) return true;
  if (share(counts.latin1, counts.letters, 0.3)) return true;
  // Thai read through a table of another font: signs and digits in the place of letters.
  return share(counts.symbols, counts.letters, 0.25) && counts.latin < counts.symbols * 2 &&
         share(counts.letters - counts.thai, counts.letters, 0.7);
}

bool is_latin_garbage(const LayerFacts&, const TextCounts& counts) {
  if (share(counts.thai, counts.letters, 0.2)) return false;
  // Of a few words most must be odd.
  if (counts.latin_words < 5)
    return counts.odd_words >= 2 && counts.odd_words * 3 >= counts.latin_words * 2;
  return share(counts.odd_words, counts.latin_words, 0.3);
}

bool is_damaged(const LayerFacts&, const TextCounts& counts) {
  if (counts.thai + counts.lost < kEnoughLetters) return false;
  if (share(counts.lost, counts.thai + counts.lost, 0.08)) return true;
  // Reordered marks are repaired; beyond a third of all marks nothing tells where they belong.
  if (counts.thai_marks >= 10 && share(counts.stray_marks, counts.thai_marks, 0.34)) return true;
  // Thai without its marks: about every fourth sign is one.
  return counts.thai >= 200 && !share(counts.thai_marks, counts.thai, 0.03);
}

bool always(const LayerFacts&, const TextCounts&) { return true; }

// Order is priority. router_test.cc checks every row against its example.
constexpr RouterRule kRules[] = {
    {LayerReason::kBlankPage, "blank_page", false, is_blank, nullptr},
    {LayerReason::kHiddenTextOnly, "hidden_text_only", true, is_only_hidden, nullptr},
    {LayerReason::kNoTextLayer, "no_text_layer", true, has_no_layer, ""},
    {LayerReason::kControlCharacters, "control_characters", true, has_controls,
     "\x1c\x04 2\x19$&\x1e\x07 \x10# K\x16\x02 5\x11\x14 \x18M"},
    {LayerReason::kWrongToUnicode, "wrong_to_unicode", true, has_wrong_table,
     "¡ÒÃ»ÃÐàÁÔ¹¤Ø³¸ÃÃÁáÅÐ¤ÇÒÁâ»Ãè§ãÊ"},
    {LayerReason::kLatinGarbage, "latin_garbage", true, is_latin_garbage,
     "nr:ilru:rfiu F]tunr:1lJ yrdtt1un qrufi:: uuavn? rrTtJ:sld trfiBun1 ;vti':uulu"},
    {LayerReason::kTooManyDamagedWords, "too_many_damaged_words", true, is_damaged,
     "ก\uFFFDร\uFFFDระเ\uFFFDิน\uFFFDุณ\uFFFDรรม\uFFFDละความโ\uFFFDร่งใ\uFFFDของห\uFFFDวยงาน"},
    {LayerReason::kUsable, "text_layer_usable", false, always,
     "การประเมินคุณธรรมและความโปร่งใสในการดําเนินงานของหน่วยงานภาครัฐ"},
};

const RouterRule& rule_of(LayerReason reason) {
  return *std::find_if(std::begin(kRules), std::end(kRules),
                       [&](const RouterRule& rule) { return rule.reason == reason; });
}

bool is_latin(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Signs of running text and tables; the others are rare in it.
bool is_common_stop(char32_t c) {
  return std::u32string_view(U".,:;()-/%'\"&+_@=").find(c) != std::u32string_view::npos;
}

// Bullets and tick boxes of symbol fonts (Wingdings, Symbol) live at U+F020 to U+F0FF.
bool is_symbol_font(char32_t c) { return c >= 0xF020 && c <= 0xF0FF; }

// What a mark can stand on: a consonant, or another mark of its cluster.
bool carries_marks(char32_t c) {
  return is_thai_consonant(c) || is_thai_mark(c) || c == 0xF700 || c == 0xF70F || c == 0xFFFD ||
         c == 0x25CC || c == 0x200B;
}

void count_letter(char32_t previous, char32_t c, char32_t next, TextCounts& counts) {
  ++counts.letters;
  if (is_thai_mark(c)) {
    ++counts.thai;
    ++counts.thai_marks;
    if (!carries_marks(previous)) ++counts.stray_marks;
  } else if (is_thai(c) || c == 0xF700 || c == 0xF70F) {
    ++counts.thai;
  } else if (is_latin(c)) {
    ++counts.latin;
  } else if (c == 0xFFFD) {
    // Beside sara am it is the nikhahit that the font does not tell; see the repair of it.
    bool part_of_am = next == 0x0E32 || next == 0x0E33 || previous == 0x0E33;
    if (!part_of_am) ++counts.lost;
  } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
    ++counts.controls;
  } else if (c >= 0xE000 && c <= 0xF8FF) {
    if (!is_symbol_font(c)) ++counts.private_use;
  } else if (c > 0xA0 && c <= 0xFF) {
    ++counts.latin1;
  } else if (c < 0x80 && !(c >= '0' && c <= '9') && !is_common_stop(c)) {
    ++counts.symbols;
  }
}

}  // namespace

TextCounts count_text(std::u32string_view text) {
  TextCounts counts;
  size_t word_start = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || is_space(text[i])) {
      std::u32string_view word = text.substr(word_start, i - word_start);
      if (std::count_if(word.begin(), word.end(), is_latin) >= 3) {
        ++counts.latin_words;
        if (is_odd_word(word)) ++counts.odd_words;
      }
      word_start = i + 1;
      continue;
    }
    char32_t previous = i > 0 ? text[i - 1] : U' ';
    char32_t next = i + 1 < text.size() ? text[i + 1] : U' ';
    if (is_space(next) && i + 2 < text.size()) next = text[i + 2];
    count_letter(previous, text[i], next, counts);
  }
  return counts;
}

LayerDecision judge_layer(const LayerFacts& facts) {
  TextCounts counts = count_text(facts.text);
  LayerDecision decision;
  for (const RouterRule& rule : kRules) {
    if (!rule.applies(facts, counts)) continue;
    decision.reason = rule.reason;
    break;
  }
  if (counts.letters > 0) {
    size_t bad = counts.lost + counts.stray_marks + counts.controls + counts.private_use;
    decision.confidence =
        std::max(0.0, 1 - static_cast<double>(bad) / static_cast<double>(counts.letters));
  }
  return decision;
}

const char* reason_name(LayerReason reason) { return rule_of(reason).name; }
bool needs_ocr(LayerReason reason) { return rule_of(reason).ocr; }
std::span<const RouterRule> router_rules() { return kRules; }

}  // namespace prongsai::extract
