// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/noise.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <set>
#include <string>
#include <utility>

namespace prongsai::testdata {
namespace {

namespace bdata = boost::unit_test::data;

struct Row {
  Noise noise;
  const char* printed;
  const char* text;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << name_of(row.noise) << " " << row.printed;
}

const Row kRows[] = {
    {Noise::kNone, "ดำเนินงาน น้ำ", "ดำเนินงาน น้ำ"},
    {Noise::kNone, "อยู่ที่ผู้รู้", "อยู่ที่ผู้รู้"},
    {Noise::kDecomposedAm, "ดำ น้ำ", "ด\u0e4dา น\u0e49\u0e4dา"},
    {Noise::kLostAm, "ดำ น้ำ", "ดา น\u0e49า"},
    {Noise::kSpacedAm, "จำนวน", "จ านวน"},
    {Noise::kAllAm, "การงาน", "กำรงำน"},
    {Noise::kPrivateMarks, "หน่วยที่", "หน\uf70aวยที่"},
    {Noise::kPrivateMarks, "ปี", "ป\uf702"},
    {Noise::kDoubledMarks, "จัดที่", "จััดทีี่"},
    {Noise::kAsciiDigits, "๒๕๖๗", "2567"},
    {Noise::kPrivateBullets, "• ก", "\uf0b7 ก"},
    {Noise::kReplacement, "จำ", "จ\ufffdา"},
    {Noise::kTwoSaraE, "และ", "เเละ"},
};

// The text under a line, glyph by glyph.
std::string text_of(const std::vector<PrintedGlyph>& line) {
  std::string out;
  for (const PrintedGlyph& glyph : line) out += glyph.text;
  return out;
}

std::vector<PrintedGlyph> print(const std::string& content, Noise noise, int seed) {
  Typesetter setter;
  Random random(static_cast<std::uint64_t>(seed));
  const auto lines = setter.set({text(content)}, "Laksaman", 15, 2000);
  BOOST_REQUIRE_EQUAL(lines.size(), 1U);
  return damage(lines.front().glyphs, noise, setter, random);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(noise_test)

BOOST_DATA_TEST_CASE(the_text_is_damaged_as_named, bdata::make(kRows), row) {
  BOOST_TEST(text_of(print(row.printed, row.noise, 1)) == row.text);
}

BOOST_AUTO_TEST_CASE(reordering_keeps_every_character) {
  const std::string content = "ที่หนึ่งเรื่องทั้งหมู่บ้านได้รับแจ้งแล้ว";
  bool changed = false;
  for (int seed = 1; seed <= 5; ++seed) {
    const std::string damaged = text_of(print(content, Noise::kReordered, seed));
    changed = changed || damaged != content;
    BOOST_TEST(damaged.size() == content.size());
  }
  BOOST_TEST(changed);
}

BOOST_AUTO_TEST_CASE(spaces_go_in_after_marks_and_nothing_else_changes) {
  const std::string content = "หน่วยงานภาครัฐที่มีผู้รับผิดชอบปฏิบัติหน้าที่ตามขั้นตอนเป็นไปอย่างเท่าเทียมกัน";
  int spaces = 0;
  for (int seed = 1; seed <= 5; ++seed) {
    std::string damaged = text_of(print(content, Noise::kInnerSpaces, seed));
    spaces += static_cast<int>(std::erase(damaged, ' '));
    BOOST_TEST(damaged == content);
  }
  BOOST_TEST(spaces > 0);
}

// A glyph with two texts would be written with ActualText instead of a ToUnicode table.
BOOST_DATA_TEST_CASE(a_glyph_has_one_text_in_a_slot, bdata::make(noise_names()), entry) {
  std::set<std::pair<int, std::uint32_t>> places;
  std::set<std::pair<std::pair<int, std::uint32_t>, std::string>> texts;
  for (const auto& glyph :
       print("ดำเนินการ ๑๒๓๓๒๑ ที่ผู้รู้ อยู่ในหมู่บ้าน ป่า เป็นปี ก่อนแล้ว • น้ำ", entry.noise, 3)) {
    places.insert({glyph.slot, glyph.glyph.id});
    texts.insert({{glyph.slot, glyph.glyph.id}, glyph.text});
  }
  BOOST_TEST(places.size() == texts.size());
}

BOOST_AUTO_TEST_CASE(names_are_read_back) {
  for (const NoiseName& entry : noise_names()) {
    BOOST_TEST((noise_named(entry.name) == entry.noise), entry.name);
  }
  BOOST_TEST(!noise_named("n99").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace prongsai::testdata
