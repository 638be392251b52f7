// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lines_running.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "model/layout.h"
#include "model/layout_test_page.h"

namespace prongsai {
namespace {

using Texts = std::vector<std::string>;

// The texts of all lines, page by page, tables as "T".
Texts texts_of(const std::vector<PageText>& pages) {
  Texts out;
  for (const Block& block : lay_out(pages)) {
    const auto* line = std::get_if<Line>(&block);
    out.push_back(line == nullptr ? "T" : line->text);
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(lines_running)

BOOST_AUTO_TEST_CASE(a_repeated_header_stays_on_its_first_page_only) {
  std::vector<PageText> pages;
  for (int n = 1; n <= 3; ++n) {
    test::PageBuilder b(n);
    b.text(80, 40, "รายงานผลการประเมิน หน่วยงาน").text(80, 300, "เนื้อความ" + std::string(3, 'a' + n));
    b.text(300, 770, "- " + std::to_string(n) + " -");
    pages.push_back(b.page);
  }
  BOOST_TEST(texts_of(pages) ==
                 (Texts{"รายงานผลการประเมิน หน่วยงาน", "เนื้อความbbb", "เนื้อความccc", "เนื้อความddd"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_footer_goes_everywhere_also_with_the_page_number_in_it) {
  std::vector<PageText> pages;
  for (int n = 1; n <= 4; ++n) {
    test::PageBuilder b(n);
    b.text(80, 300, "เนื้อความ" + std::string(3, 'a' + n));
    b.text(80, 770, "รายงานการวิเคราะห์ หน้า " + std::to_string(n));
    pages.push_back(b.page);
  }
  BOOST_TEST(texts_of(pages).size() == 4u);
}

BOOST_AUTO_TEST_CASE(a_header_with_damaged_marks_is_the_same_header) {
  const Texts headers = {
      "มาตรการส่งเสริมคุณธรรม ทำงาน", "มาตรการสงเส่ริมคุณธรรม ทำงาน", "มาตรการส่งเสริมคุณธรรม ทางาน",
      "มาตรการ​ส่งเสริมคุณธรรม ทำงาน"};
  std::vector<PageText> pages;
  for (int n = 0; n < 4; ++n) {
    test::PageBuilder b(n + 1);
    b.text(80, 40, headers[static_cast<size_t>(n)])
        .text(80, 300, "เนื้อความ" + std::string(3, 'a' + n));
    pages.push_back(b.page);
  }
  BOOST_TEST(texts_of(pages).size() == 5u);
}

// Pages with a label first, and the same label in the middle of `between` pages.
Texts pages_with_label(int pages_on, int between, int between_y) {
  std::vector<PageText> pages;
  for (int n = 1; n <= pages_on; ++n) {
    test::PageBuilder b(n);
    b.text(80, 60, "ข้อที่ต้องพัฒนา").text(80, 300, "เนื้อความ" + std::string(3, 'a' + n));
    if (n <= between) b.text(80, between_y, "ข้อที่ต้องพัฒนา");
    pages.push_back(b.page);
  }
  return texts_of(pages);
}

BOOST_AUTO_TEST_CASE(a_label_that_also_stands_in_the_middle_of_pages_stays_at_their_top) {
  BOOST_TEST(std::ranges::count(pages_with_label(3, 2, 400), "ข้อที่ต้องพัฒนา") == 5);
}

BOOST_AUTO_TEST_CASE(a_header_that_stands_in_the_middle_once_is_a_header) {
  BOOST_TEST(std::ranges::count(pages_with_label(3, 1, 400), "ข้อที่ต้องพัฒนา") == 2);
  BOOST_TEST(std::ranges::count(pages_with_label(8, 2, 400), "ข้อที่ต้องพัฒนา") == 3);
}

BOOST_AUTO_TEST_CASE(numbered_headings_at_the_top_of_pages_stay) {
  std::vector<PageText> pages;
  for (int n = 1; n <= 4; ++n) {
    test::PageBuilder b(n);
    b.text(80, 50, "ตัวชี้วัดที่ " + std::to_string(n) + " การปฏิบัติหน้าที่");
    b.text(80, 300, "เนื้อความ" + std::string(3, 'a' + n));
    pages.push_back(b.page);
  }
  BOOST_TEST(texts_of(pages).size() == 8u);
}

BOOST_AUTO_TEST_CASE(a_repeated_header_row_of_a_table_stays) {
  std::vector<PageText> pages;
  for (int n = 1; n <= 3; ++n) {
    test::PageBuilder b(n);
    b.text(80, 50, "ข้อ").text(160, 50, "ประเด็นการประเมิน").text(450, 50, "คะแนน");
    for (int i = 0; i < 4; ++i) {
      const double y = 70 + 20 * i;
      b.text(80, y, "i" + std::to_string(4 * n + i)).text(160, y, "ชื่อข้อ" + std::to_string(i));
      b.text(450, y, "9" + std::to_string(i) + ".25");
    }
    pages.push_back(b.page);
  }
  const auto blocks = lay_out(pages);
  BOOST_TEST_REQUIRE(blocks.size() == 3u);
  for (const Block& block : blocks) BOOST_TEST(std::get<Table>(block).rows.size() == 5u);
}

BOOST_AUTO_TEST_CASE(page_numbers_and_catchwords_go_but_numbers_in_the_text_stay) {
  test::PageBuilder b;
  b.text(300, 30, "๒").text(80, 300, "ข้อความ").text(80, 420, "2566").text(380, 690, "/ข้อ ๓ ...");
  b.text(300, 770, "หน้า ๒");
  BOOST_TEST(texts_of({b.page}) == (Texts{"ข้อความ", "2566"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_that_two_of_many_pages_share_stays) {
  std::vector<PageText> pages;
  for (int n = 1; n <= 6; ++n) {
    test::PageBuilder b(n);
    b.text(80, 50, n == 2 || n == 5 ? "สรุปผลการดำเนินงาน" : std::string(8, 'a' + n));
    b.text(80, 300, "เนื้อความ");
    pages.push_back(b.page);
  }
  BOOST_TEST(texts_of(pages).size() == 12u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace prongsai
