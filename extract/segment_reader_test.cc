// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of reading a segment that need no picture.
#include <boost/test/unit_test.hpp>
#include <string>

#include "extract/chunk_symbols.h"
#include "extract/latin_terms.h"

using prongsai::extract::Chunk;
using prongsai::extract::is_latin_term;
using prongsai::extract::LineSymbol;
using prongsai::extract::symbols_by_chunk;

namespace {

constexpr int kMargin = 10;  // of paper around the line

Chunk chunk_between(int x0, int x1) {
  Chunk chunk;
  chunk.ink.x0 = x0;
  chunk.ink.x1 = x1;
  chunk.line.x0 = 100;
  chunk.line.x1 = x1;
  chunk.top = 0;
  chunk.bottom = 40;
  return chunk;
}

std::string text_of(const std::vector<LineSymbol>& symbols) {
  std::string text;
  for (const LineSymbol& symbol : symbols) text += symbol.text;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(chunk_symbols)

BOOST_AUTO_TEST_CASE(symbols_go_to_the_chunk_that_they_stand_in) {
  const std::vector<Chunk> chunks = {chunk_between(100, 180), chunk_between(220, 300)};
  const auto parts = symbols_by_chunk(
      {{"a", 10, 50, 1, false}, {"b", 50, 90, 1, false}, {"c", 130, 170, 1, false}}, chunks,
      kMargin);
  BOOST_TEST(text_of(parts.at(0)) == "ab");
  BOOST_TEST(text_of(parts.at(1)) == "c");
  // From the chunk's own left edge, with the same margin.
  BOOST_TEST(parts[1][0].x0 == 1.0 * kMargin);
}

BOOST_AUTO_TEST_CASE(a_space_that_was_seen_outweighs_places_that_are_known_roughly) {
  const std::vector<Chunk> chunks = {chunk_between(100, 180), chunk_between(220, 300)};
  // By their places "b" would be the second chunk's.
  const auto parts = symbols_by_chunk(
      {{"a", 10, 60, 1, false}, {"b", 118, 140, 1, false}, {"c", 140, 170, 1, true}}, chunks,
      kMargin);
  BOOST_TEST(text_of(parts.at(0)) == "ab");
  BOOST_TEST(text_of(parts.at(1)) == "c");
}

BOOST_AUTO_TEST_CASE(no_symbol_is_lost) {
  const std::vector<Chunk> chunks = {chunk_between(100, 120), chunk_between(400, 420)};
  const auto parts =
      symbols_by_chunk({{"a", 150, 160, 1, false}, {"b", 160, 170, 1, false}}, chunks, kMargin);
  BOOST_TEST(text_of(parts.at(0)) + text_of(parts.at(1)) == "ab");
}

BOOST_AUTO_TEST_CASE(latin_terms_are_known_in_brackets_and_a_letter_off) {
  for (const char* term : {"ITA", "(OIT)", "Q&A", "E-Service,", "llT"})
    BOOST_TEST(is_latin_term(term) == (std::string(term) != "llT"), term);
  BOOST_TEST(is_latin_term("OlT"));
  for (const char* other : {"", "()", "ABCD", "Servant", "ทดสอบ"})
    BOOST_TEST(!is_latin_term(other));
}

BOOST_AUTO_TEST_SUITE_END()
