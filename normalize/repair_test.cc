// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/repair.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace prongsai::normalize {
namespace {

Word word_at(const std::string& text, double x0, double x1) {
  Word word;
  word.text = word.raw = text;
  word.box = {x0, 100, x1, 116};
  word.font_size = 16;
  return word;
}

Line line_of(const std::vector<Word>& words) {
  Line line;
  for (const Word& word : words) {
    if (!line.text.empty()) line.text += ' ';
    line.text += word.text;
  }
  line.raw = line.text;
  line.words = words;
  return line;
}

Line plain_line(const std::string& text, int page = 1) {
  Line line;
  line.text = line.raw = text;
  line.page = page;
  return line;
}

Line repaired(Line line) {
  std::vector<Block> blocks = {std::move(line)};
  repair(blocks);
  return std::get<Line>(blocks.front());
}

std::string joined(const std::vector<Word>& words) { return line_of(words).text; }

using Names = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(repair_blocks)

BOOST_AUTO_TEST_CASE(a_line_without_damage_is_not_touched) {
  const Line line = line_of({word_at("ผลการประเมิน", 50, 120), word_at("85.10", 130, 160)});
  BOOST_TEST((repaired(line) == line));
}

BOOST_AUTO_TEST_CASE(words_that_a_repair_joins_become_one_with_the_box_around_both) {
  const Line line = repaired(line_of({word_at("ทุจริต", 20, 48), word_at("เป็", 50, 60),
                                      word_at("นการ", 62, 90), word_at("ดี", 94, 100)}));
  BOOST_TEST(line.text == "ทุจริต เป็นการ ดี");
  BOOST_TEST(line.raw == "ทุจริต เป็ นการ ดี");
  BOOST_REQUIRE(line.words.size() == 3);
  BOOST_TEST(line.words[1].text == "เป็นการ");
  BOOST_TEST(line.words[1].raw == "เป็ นการ");
  BOOST_TEST(line.words[1].box == (Box{50, 100, 90, 116}));
  BOOST_TEST(line.words[1].repairs == Names{"spaces_inside_word"});
  BOOST_TEST(line.words[0].repairs.empty());
  BOOST_TEST(line.words[2].repairs.empty());
  BOOST_TEST(line.repairs == Names{"spaces_inside_word"});
}

BOOST_AUTO_TEST_CASE(only_the_damaged_word_gets_the_name) {
  const Line line =
      repaired(line_of({word_at("เเละ", 20, 48), word_at("กํากับ", 50, 60), word_at("ดี", 62, 90)}));
  BOOST_TEST(line.text == "และ กำกับ ดี");
  BOOST_REQUIRE(line.words.size() == 3);
  BOOST_TEST(line.words[0].repairs == Names{"double_sara_e"});
  BOOST_TEST(line.words[1].repairs == Names{"sara_am_composed"});
  BOOST_TEST(line.words[2].repairs.empty());
  BOOST_TEST(line.repairs == (Names{"double_sara_e", "sara_am_composed"}));
}

BOOST_AUTO_TEST_CASE(words_beside_a_column_gap_are_not_joined) {
  const Line line = line_of({word_at("เป็", 50, 60), word_at("นการ", 100, 130)});
  BOOST_TEST((repaired(line) == line));
}

BOOST_AUTO_TEST_CASE(the_text_stays_the_words_joined_by_spaces) {
  for (const std::vector<Word>& words : std::vector<std::vector<Word>>{
           {word_at("ทีเ่", 10, 20), word_at("กี่ยวข้อง", 21, 40), word_at("ใน", 45, 50)},
           {word_at("ให้ผรู้", 10, 20), word_at("ับ", 21, 25), word_at("บริการ", 30, 50)},
           {word_at("\u200B", 10, 11), word_at("ส", 12, 14), word_at("านักปลัด", 15, 40)},
           {word_at("--", 10, 20)},
           {word_at("ดี", 10, 20), word_at("\u200B", 22, 23)},
           {word_at("๒๕๖", 10, 20), word_at("5", 22, 24)},
           {word_at("ห", 10, 11), word_at("น่", 12, 13), word_at("ว", 14, 15), word_at("ย", 16, 17),
            word_at("ง", 18, 19), word_at("า", 20, 21), word_at("น", 22, 23)}}) {
    const Line line = repaired(line_of(words));
    BOOST_TEST(joined(line.words) == line.text);
    std::string raw;
    for (const Word& word : line.words) raw += (raw.empty() ? "" : " ") + word.raw;
    BOOST_TEST(raw == line.raw);
  }
}

BOOST_AUTO_TEST_CASE(a_line_whose_text_is_not_that_of_its_words_is_repaired_beside_them) {
  Line line = line_of({word_at("กํากับ", 50, 60)});
  line.text = line.raw = "1. กํากับ";
  line = repaired(line);
  BOOST_TEST(line.text == "1. กำกับ");
  BOOST_TEST(line.words[0].text == "กำกับ");
  BOOST_TEST(line.words[0].repairs == Names{"sara_am_composed"});
}

BOOST_AUTO_TEST_CASE(lines_of_table_cells_are_repaired) {
  Cell cell;
  cell.lines = {plain_line("เเผน"), plain_line("กํากับ")};
  Table table;
  table.rows = {Row{1, {cell}}};
  std::vector<Block> blocks = {table};
  repair(blocks);
  const auto& lines = std::get<Table>(blocks[0]).rows[0].cells[0].lines;
  BOOST_TEST(lines[0].text == "แผน");
  BOOST_TEST(lines[1].text == "กำกับ");
}

// "ทา" alone is a word; only beside words that are surely damaged is it read as "ทำ".
BOOST_AUTO_TEST_CASE(the_rest_of_the_page_decides_what_could_be_either) {
  std::vector<Block> blocks = {plain_line("กาหนดให้ดาเนินงาน", 1), plain_line("การทา", 1),
                               plain_line("การทา ประจำ กำหนด ดำเนิน", 2)};
  repair(blocks);
  BOOST_TEST(std::get<Line>(blocks[1]).text == "การทำ");
  BOOST_TEST(std::get<Line>(blocks[2]).text == "การทา ประจำ กำหนด ดำเนิน");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai::normalize
