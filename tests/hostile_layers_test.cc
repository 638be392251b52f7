// SPDX-License-Identifier: GPL-3.0-or-later
// Row 12 of docs/hostile.md: text that says something else than the page shows.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/hostile.h"
#include "tests/small_report.h"

namespace bdata = boost::unit_test::data;
using prongsai::extract::show_text;
using prongsai::extract::TestPdf;
using namespace prongsai::tests;

namespace {

constexpr const char* kHidden = "11.30";  // what is there instead of 91.30, and not seen

std::string shown(const ScorePlace& place, const std::string& text) {
  return show_text(place.x, place.y, text);
}

// The report, whose first item is drawn like this.
SmallReport with_first(const std::function<std::string(const ScorePlace& place)>& draw) {
  SmallReport report;
  report.draw = [draw](const ScorePlace& place) {
    return place.key == "i1" ? draw(place) : shown(place, place.text);
  };
  return report;
}

std::string white_on_white() {
  return with_first([](const ScorePlace& place) {
           return shown(place, place.text) + "1 g " + shown(place, kHidden) + "0 g ";
         })
      .bytes();
}

std::string not_painted() {
  return with_first([](const ScorePlace& place) {
           return shown(place, place.text) + "3 Tr " + shown(place, kHidden) + "0 Tr ";
         })
      .bytes();
}

std::string layer_switched_off() {
  TestPdf pdf =
      with_first([](const ScorePlace& place) {
        return shown(place, place.text) + "/OC /Off BDC " + shown(place, kHidden) + "EMC ";
      }).pdf();
  const size_t group = TestPdf::first_more(1);
  pdf.pages.front().more =
      fmt::format("/Resources << /Font << /F1 3 0 R >> /Properties << /Off {} 0 R >> >>", group);
  pdf.more_objects.emplace_back("<< /Type /OCG /Name (off) >>");
  pdf.catalog = fmt::format("/OCProperties << /OCGs [{0} 0 R] /D << /OFF [{0} 0 R] >> >> ", group);
  return pdf.bytes();
}

std::string outside_its_clip() {
  return with_first([](const ScorePlace& place) {
           return shown(place, place.text) + "q 0 0 1 1 re W n " + shown(place, kHidden) + "Q ";
         })
      .bytes();
}

// What is seen is the box; the score below it is still in the file.
std::string black_box() {
  return with_first([](const ScorePlace& place) {
           return shown(place, kHidden) +
                  fmt::format("{} {} 40 14 re f ", place.x - 5, place.y - 4);
         })
      .bytes();
}

// A stamp with another number lies over the score.
std::string stamp_over_it() {
  TestPdf pdf;
  SmallReport report = with_first([&](const ScorePlace& place) {
    pdf.pages.push_back(
        {"", "[0 0 600 800]",
         fmt::format("/Annots [<< /Type /Annot /Subtype /Stamp /F 4 /Rect [{} {} {} {}] /AP << /N "
                     "{} 0 R >> >>]",
                     place.x - 5, place.y - 4, place.x + 35, place.y + 10,
                     TestPdf::first_more(1))});
    return shown(place, kHidden);
  });
  pdf.pages.front().content = report.content();
  pdf.more_objects.push_back(
      TestPdf::stream("/Type /XObject /Subtype /Form /BBox [0 0 40 14] /Resources << /Font << /F1 "
                      "3 0 R >> >>",
                      "1 g 0 0 40 14 re f 0 g " + show_text(5, 4, "91.30")));
  return pdf.bytes();
}

// Every score is white, and another set is seen.
std::string all_scores_white() {
  SmallReport report;
  report.draw = [](const ScorePlace& place) {
    return "1 g " + shown(place, kHidden) + "0 g " + shown(place, place.text);
  };
  return report.bytes();
}

// A font whose table calls every 9 a 1: text that is copied is not what is seen.
std::string lying_font() {
  SmallReport report;
  report.draw = [](const ScorePlace& place) {
    return fmt::format("BT /F3 10 Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", place.x, place.y, place.text);
  };
  TestPdf pdf = report.pdf();
  const size_t font = TestPdf::first_more(1);
  pdf.pages.front().more = fmt::format("/Resources << /Font << /F1 3 0 R /F3 {} 0 R >> >>", font);
  pdf.more_objects = {
      fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {} 0 R >>",
                  font + 1),
      TestPdf::stream("",
                      "begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n"
                      "2 beginbfrange\n<20> <38> <0020>\n<39> <39> <0031>\nendbfrange\nendcmap")};
  return pdf.bytes();
}

// Marked as if it were another number, as for those who have the page read to them.
std::string spoken_otherwise() {
  SmallReport report;
  report.draw = [](const ScorePlace& place) {
    std::string other = place.text;
    std::ranges::replace(other, '9', '1');
    return fmt::format("/Span << /ActualText ({}) >> BDC {} EMC ", other, shown(place, place.text));
  };
  return report.bytes();
}

constexpr const char* kSaid = "not what is seen on the page";

constexpr HostileInput kInputs[] = {
    {12, "white_on_white.pdf", white_on_white, "needs_review", kSaid},
    {12, "not_painted.pdf", not_painted, "needs_review", kSaid},
    {12, "layer_switched_off.pdf", layer_switched_off, "needs_review|done", ""},
    {12, "outside_its_clip.pdf", outside_its_clip, "needs_review", kSaid},
    {12, "black_box.pdf", black_box, "needs_review", kSaid},
    {12, "stamp_over_it.pdf", stamp_over_it, "needs_review", kSaid},
    {12, "all_scores_white.pdf", all_scores_white, "needs_review", kSaid},
    {12, "lying_font.pdf", lying_font, "needs_review", "not those that are drawn"},
    {12, "spoken_otherwise.pdf", spoken_otherwise, "needs_review", "not those that are drawn"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_layers)

BOOST_DATA_TEST_CASE(row_12_what_is_not_seen_is_no_score, bdata::make(kInputs), input) {
  const Built built = check_hostile(input);
  const auto scores = built.scores_of(input.name);
  BOOST_TEST(!scores.empty());
  for (const CsvRow& row : scores) BOOST_TEST(row.at("text") != kHidden);
}

BOOST_AUTO_TEST_SUITE_END()
