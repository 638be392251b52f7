// SPDX-License-Identifier: GPL-3.0-or-later
// Damage is done to clean text by rule, and must come off again.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <boost/test/unit_test.hpp>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "normalize/clean_sentences.h"
#include "normalize/repair.h"
#include "normalize/text_buffer.h"
#include "normalize/thai.h"

namespace prongsai::normalize {
namespace {

using Text = std::u32string;

Text decoded(const std::string& text) {
  Text result;
  const TextBuffer buffer(text);
  for (const Glyph& glyph : buffer.glyphs()) result += glyph.c;
  return result;
}

std::string encoded(const Text& text) {
  std::string result;
  for (const char32_t c : text) append_utf8(c, result);
  return result;
}

Text replaced_each(const Text& text, char32_t from, const Text& to) {
  Text result;
  for (const char32_t c : text) result += c == from ? to : Text(1, c);
  return result;
}

Text compose_apart(const Text& text) { return replaced_each(text, kSaraAm, U"\u0E4D\u0E32"); }
Text lose_nikhahit(const Text& text) { return replaced_each(text, kSaraAm, U"\u0E32"); }
Text nikhahit_to_space(const Text& text) { return replaced_each(text, kSaraAm, U" \u0E32"); }
Text space_before_am(const Text& text) { return replaced_each(text, kSaraAm, U" \u0E33"); }
Text aa_to_am(const Text& text) { return replaced_each(text, kSaraAa, U"\u0E33"); }
Text nikhahit_to_replacement(const Text& text) {
  return replaced_each(text, kSaraAm, U"\uFFFD\u0E32");
}
Text replacement_after_am(const Text& text) {
  Text result;
  for (size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] != kSaraAm) continue;
    result += kReplacement;
    if (i + 1 < text.size()) result += U' ';
  }
  return result;
}
Text sara_ae_apart(const Text& text) { return replaced_each(text, kSaraAe, U"\u0E40\u0E40"); }

// Where ICU sees the beginnings of words.
std::vector<bool> word_starts(const Text& text) {
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(text.data()), static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("th"), status));
  BOOST_REQUIRE(U_SUCCESS(status));
  words->setText(unicode);
  std::vector<bool> starts(text.size() + 1, false);
  for (int32_t i = words->first(); i != icu::BreakIterator::DONE; i = words->next()) {
    starts[static_cast<size_t>(unicode.countChar32(0, i))] = true;
  }
  return starts;
}

// A space after every second mark within a word.
Text split_after_marks(const Text& text) {
  const std::vector<bool> starts = word_starts(text);
  Text result;
  int count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (is_mark(text[i]) && !starts[i + 1] && !is_dependent(text[i + 1]) && ++count % 2 == 0) {
      result += U' ';
    }
  }
  return result;
}

Text private_marks(const Text& text) {
  Text result;
  for (const char32_t c : text) {
    const bool tone = c >= 0x0E48 && c <= 0x0E4C;
    const bool vowel = c >= 0x0E34 && c <= 0x0E37;
    result += tone ? c - 0x0E48 + 0xF70A : vowel ? c - 0x0E34 + 0xF701 : c;
  }
  return result;
}

// The marks of every third letter that has any go past the consonant after it and leave a gap.
Text move_marks(const Text& text) {
  Text result;
  int count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    size_t end = i;
    while (end < text.size() && is_mark(text[end])) ++end;
    const bool plain = end + 1 < text.size() && is_consonant(text[end]) &&
                       is_thai_letter(text[end + 1]) && text[end + 1] != kSaraAm &&
                       !is_following_vowel(text[end + 1]);
    if (end > i && plain && ++count % 3 == 0) {
      result += text[end];
      result.append(text, i, end - i);
      result += U' ';
      i = end;
    } else {
      result += text[i];
    }
  }
  return result;
}

Text tone_before_vowel(const Text& text) {
  Text result = text;
  for (size_t i = 1; i < result.size(); ++i) {
    if (is_tone(result[i]) && is_vowel_mark(result[i - 1])) std::swap(result[i], result[i - 1]);
  }
  return result;
}

Text zero_width_spaces(const Text& text) {
  Text result;
  for (const char32_t c : text) {
    if (is_leading_vowel(c)) result += U'\u200B';
    result += c;
  }
  return result;
}

Text double_marks(const Text& text) {
  Text result;
  for (const char32_t c : text) result.append(is_mark(c) ? 2 : 1, c);
  return result;
}

// The last digit of every number of three or more in the other script.
Text mix_digits(const Text& text) {
  Text result = text;
  size_t length = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    length = is_digit(text[i]) ? length + 1 : 0;
    const bool last = i + 1 == text.size() || !is_digit(text[i + 1]);
    if (length < 3 || !last) continue;
    result[i] = is_thai_digit(text[i]) ? text[i] - 0x0E50 + U'0' : text[i] - U'0' + 0x0E50;
  }
  return result;
}

struct Noise {
  const char* code;
  const char* what;
  Text (*damage)(const Text&);
  double least;  // share of the damaged sentences that must come back exactly
};

constexpr Noise kNoises[] = {
    {"N1", "sara am decomposed", compose_apart, 0.99},
    {"N2a", "sara am lost", lose_nikhahit, 0.97},
    {"N2b", "space for nikhahit", nikhahit_to_space, 0.99},
    {"N2b", "space before sara am", space_before_am, 0.99},
    {"N3", "sara am for sara aa", aa_to_am, 0.97},
    {"N4", "spaces after marks", split_after_marks, 0.97},
    {"N5", "private-use marks", private_marks, 0.99},
    {"N6", "marks moved past a letter", move_marks, 0.99},
    {"N6", "tone before vowel", tone_before_vowel, 0.99},
    {"N7", "zero-width spaces", zero_width_spaces, 0.99},
    {"N8", "marks doubled", double_marks, 0.99},
    {"N10", "digits mixed", mix_digits, 0.99},
    {"N14", "U+FFFD for nikhahit", nikhahit_to_replacement, 0.99},
    {"N14", "U+FFFD after sara am", replacement_after_am, 0.99},
    {"N16", "sara e twice", sara_ae_apart, 0.99},
};

BOOST_AUTO_TEST_SUITE(noise)

BOOST_AUTO_TEST_CASE(damage_done_to_clean_sentences_comes_off_again) {
  for (const Noise& noise : kNoises) {
    std::vector<Block> blocks;
    std::vector<std::string> wanted;
    for (const char* sentence : kCleanSentences) {
      Line line;
      line.text = line.raw = encoded(noise.damage(decoded(sentence)));
      if (line.raw == sentence) continue;
      blocks.emplace_back(line);
      wanted.emplace_back(sentence);
    }
    repair(blocks);
    size_t right = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
      const Line& line = std::get<Line>(blocks[i]);
      if (line.text == wanted[i]) {
        ++right;
      } else {
        std::cout << "  " << noise.code << ' ' << line.raw << "\n   -> " << line.text << '\n';
      }
    }
    const double share = static_cast<double>(right) / static_cast<double>(blocks.size());
    std::cout << std::setw(4) << std::left << noise.code << std::setw(27) << noise.what << right
              << " of " << blocks.size() << " sentences\n";
    BOOST_TEST(!blocks.empty());
    BOOST_TEST_CONTEXT(noise.code << ' ' << noise.what) { BOOST_TEST(share >= noise.least); }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai::normalize
