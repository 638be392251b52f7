// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/item_code.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "model/item_resolver.h"

namespace bdata = boost::unit_test::data;

namespace {

using namespace prongsai;

struct CodeCase {
  const char* text;
  const char* code;  // "": none is read; "?": digits without a letter
};
std::ostream& operator<<(std::ostream& out, const CodeCase& c) { return out << c.text; }

const std::vector<CodeCase> kLeadingCodes = {
    {"i1 การปฏิบัติงาน", "i1"},
    {"ข้อ i๑๐ ในหน่วยงาน", "i10"},
    {"ข้อคำถาม : o9 รายงาน", "o9"},
    {"- E๗: หน่วยงาน", "e7"},
    {"๐๕ แผนยุทธศาสตร์", "o5"},
    {"๑ o13 รายงาน", "o13"},
    {"๑ ข้อ o๒๕ การเปิดโอกาส", "o25"},
    {"๑ ข้อเสนอ o13", ""},
    {"๐๑๑ ข้อมูลสถิติ", "o11"},
    {"๐๐๘ Q&A", "o8"},
    {"O05 แผน", "o5"},
    {"l3 เจ้าหน้าที่", "i3"},
    {"๑๑๒ รายงาน", "?"},
    {"๑๓๓: ผู้บริหาร", "?"},
    {"๑. จัดทำคู่มือ", ""},
    {"12) จัดทำคู่มือ", ""},
    {"๐.๐๐", ""},
    {"๙๒.๑๒", ""},
    {"๒๕๖๗", ""},
    {"E-Service", ""},
    {"๐๑๗ ถึง ๐๒๘: ชุดตัวชี้วัด", ""},
    {"i100 ไม่มีข้อนี้", ""},
};

struct ResolveCase {
  const char* text;  // code and title
  const char* code;
  int issue;
};
std::ostream& operator<<(std::ostream& out, const ResolveCase& c) { return out << c.text; }

// Of fiscal year 2568.
const std::vector<ResolveCase> kResolved = {
    {"๐๕ แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "o5", 1},
    {"๑๑๒ รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุและความก้าวหน้าการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ", "o12", 5},
    {"๑๐๐ E-Service", "o10", 2},
    {"๑๓๓ ผู้บริหารสูงสุดให้ความสำคัญกับการแก้ไขปัญหาทุจริตและประพฤติมิชอบ", "i13", 7},
    {"e1 เจ้าหน้าที่ปฏิบัติงานหรือให้บริการแก่ท่าน เป็นไปตามขั้นตอนและระยะเวลา", "e1", 2},
    // The title is clearly another item's: the code was misread.
    {"o7 คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่", "o8", 1},
    {"e3 เจ้าหน้าที่ปฏิบัติงานหรือให้บริการแก่ท่านและผู้อื่นอย่างเท่าเทียมกัน", "e2", 2},
    // Near titles: the code decides.
    {"o14 แผนการบริหารและพัฒนาทรัพยากรบุคคล", "o14", 6},
    {"o15 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี", "o15", 6},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(item_code)

BOOST_DATA_TEST_CASE(codes_at_the_start_of_an_entry, bdata::make(kLeadingCodes), row) {
  const auto token = leading_code(row.text);
  const std::string read = !token ? "" : token->code ? token->code->text() : "?";
  BOOST_TEST(read == row.code);
}

BOOST_AUTO_TEST_CASE(codes_in_running_text_without_ranges) {
  std::string found;
  for (const CodeToken& token : codes_in("- ๐๑๒, ๐๑๓ และ i๒:๙๓.๓๓ ส่วน o7-o10 ได้ ๑๐๐.๐๐ ร้อยละ ๐.๐๐"))
    found += token.code->text() + ' ';
  BOOST_TEST(found == "o12 o13 i2 ");
}

BOOST_DATA_TEST_CASE(items_are_resolved_from_title_and_code, bdata::make(kResolved), row) {
  const ItemResolver resolver(*codebook().framework(2568));
  const auto token = leading_code(row.text);
  BOOST_TEST_REQUIRE(token.has_value());
  const auto item = resolver.resolve(token, std::string_view(row.text).substr(token->end + 1),
                                     {std::nullopt, row.issue});
  BOOST_TEST_REQUIRE(item.has_value());
  BOOST_TEST(item->code.text() == row.code);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_item_resolves_to_none) {
  const ItemResolver resolver(*codebook().framework(2568));
  BOOST_TEST(!resolver.resolve(std::nullopt, "งบประมาณรายจ่ายประจำปีของโรงเรียน", {}).has_value());
  BOOST_TEST(
      !resolver.resolve(leading_code("๑๕๐ คนเข้าร่วมโครงการ"), "คนเข้าร่วมโครงการ", {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
