// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a page a crop shows, and where on it the value is.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/review_json.h"

namespace bdata = boost::unit_test::data;
using namespace prongsai;
using json = nlohmann::ordered_json;

namespace {

constexpr double kDots = kCropDotsPerInch / 72;  // pixels a point

json pages(double width, double height) {
  return {{"document",
           {{"pages",
             {{{"number", 1}, {"width", width}, {"height", height}},
              {{"number", 2}, {"width", width}, {"height", height}}}}}}};
}

review::Value value_at(const std::optional<Box>& box, const std::string& pointer, int page = 1) {
  review::Value value;
  value.pointer = pointer;
  value.page = page;
  value.box = box;
  return value;
}

// The crop of a score, whose row begins with the code, if there is one.
std::optional<CropPlace> crop(const std::optional<Box>& box, const json& record,
                              const std::optional<Box>& code = {}, int page_of_code = 1) {
  std::vector<review::Value> values = {value_at(box, "/issues/0/items/0/score")};
  if (code) values.push_back(value_at(code, "/issues/0/items/0/code", page_of_code));
  return crop_of(values.front(), values, record);
}

struct CropRow {
  const char* name;
  double width;  // of the page
  double height;
  Box value;
  std::optional<Box> code;
  Box part;   // points
  Box shown;  // the value's box, pixels
};
std::ostream& operator<<(std::ostream& out, const CropRow& row) { return out << row.name; }

constexpr Box kScore = {300, 400, 330, 412};
constexpr Box kAlone = {205, 386, 425, 426};  // the part that shows it
constexpr Box kAloneShown = {380, 56, 500, 104};

const CropRow kCrops[] = {
    {"in the middle of a page", 600, 800, kScore, {}, kAlone, kAloneShown},
    {"left and top edge", 600, 800, {2, 3, 30, 12}, {}, {0, 0, 220, 40}, {8, 12, 120, 48}},
    {"right and bottom edge",
     600,
     800,
     {580, 790, 598, 799},
     {},
     {380, 760, 600, 800},
     {800, 120, 872, 156}},
    {"a little beyond the page",
     600,
     800,
     {580, 790, 601, 801},
     {},
     {380, 760, 600, 800},
     {800, 120, 880, 160}},
    {"with its row",
     600,
     800,
     kScore,
     Box{50, 398, 70, 412},
     {38, 385, 342, 425},
     {1048, 60, 1168, 108}},
    {"a row longer than a crop", 600, 800, kScore, Box{-90, 400, 70, 412}, kAlone, kAloneShown},
    {"a row higher than half a crop", 600, 800, kScore, Box{250, 340, 270, 412}, kAlone,
     kAloneShown},
    {"a value longer than a crop",
     600,
     800,
     {50, 400, 560, 412},
     {},
     {38, 386, 458, 426},
     {48, 56, 1680, 104}},
    {"a value higher than a crop",
     600,
     800,
     {300, 400, 330, 600},
     {},
     {205, 388, 425, 508},
     {380, 48, 500, 480}},
    {"a page smaller than a crop",
     150,
     30,
     {10, 5, 60, 15},
     {},
     {0, 0, 150, 30},
     {40, 20, 240, 60}},
    {"a row wider than its page",
     80,
     800,
     {5, 400, 75, 412},
     {},
     {0, 386, 80, 426},
     {20, 56, 300, 104}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(review_crops)

BOOST_DATA_TEST_CASE(a_crop_shows_the_value_and_its_row, bdata::make(kCrops), row) {
  const auto found = crop(row.value, pages(row.width, row.height), row.code);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->page == 1);
  BOOST_TEST(found->part == row.part);
  BOOST_TEST(found->value == row.shown);
  BOOST_TEST(found->width == row.part.width() * kDots);
  BOOST_TEST(found->height == row.part.height() * kDots);
}

BOOST_AUTO_TEST_CASE(the_code_on_another_page_is_not_of_the_row) {
  const auto found = crop(kScore, pages(600, 800), Box{50, 400, 70, 412}, 2);
  BOOST_TEST(found->part == kAlone);
  // The head of a row is its own head, not a neighbour's.
  const std::vector<review::Value> others = {
      value_at(kScore, "/issues/0/items/0/score"),
      value_at(Box{50, 400, 70, 412}, "/issues/0/items/1/code"),
      value_at(Box{50, 400, 70, 412}, "/issues/0/number")};
  BOOST_TEST(crop_of(others[0], others, pages(600, 800))->part == kAlone);
  const std::vector<review::Value> indicator = {
      value_at(kScore, "/indicators/3/score"),
      value_at(Box{50, 398, 70, 412}, "/indicators/3/number")};
  BOOST_TEST(crop_of(indicator[0], indicator, pages(600, 800))->part.x0 == 38);
}

BOOST_AUTO_TEST_CASE(what_is_on_no_page_has_no_crop) {
  const json record = pages(600, 800);
  BOOST_TEST(!crop(std::nullopt, record));
  for (const Box& box : {Box{300, 400, 300, 412}, Box{300, 400, 330, 400}, Box{330, 412, 300, 400},
                         Box{590, 400, 602, 412}, Box{-2, 400, 20, 412}, Box{300, 790, 330, 802},
                         Box{300, -2, 330, 10}, Box{1e300, 0, 1e301, 1}})
    BOOST_TEST(!crop(box, record), box);
  const std::vector<review::Value> beyond = {value_at(kScore, "/overall/score", 3)};
  BOOST_TEST(!crop_of(beyond[0], beyond, record));
  for (const auto& [width, height] : {std::pair(0.0, 0.0), {0.5, 800.0}, {600.0, 5001.0}})
    BOOST_TEST(!crop(kScore, pages(width, height)));
  json unknown = record;
  unknown["document"]["pages"][0]["width"] = nullptr;
  BOOST_TEST(!crop(kScore, unknown));
}

// Boxes as readings give them, with every fraction, all over pages of several sizes.
BOOST_AUTO_TEST_CASE(a_crop_is_at_four_times_and_within_its_page) {
  for (const auto& [width, height] :
       {std::pair(595.28, 841.89), {841.9, 595.3}, {210.04, 297.06}}) {
    const json record = pages(width, height);
    for (double x = 0.03; x < width - 4; x += 37.77) {
      for (double y = 0.06; y < height - 9; y += 61.13) {
        const Box box = {x, y, std::min(x + 31.37, width), y + 8.71};
        const auto found = crop(box, record);
        BOOST_TEST_REQUIRE(found.has_value(), box);
        const Box& part = found->part;
        BOOST_TEST((std::abs(part.width() * kDots - found->width) < 1e-6 &&
                    std::abs(part.height() * kDots - found->height) < 1e-6));
        // To a pixel, and what a tenth of a point is.
        BOOST_TEST(
            (part.x0 >= 0 && part.y0 >= 0 && part.x1 <= width + 0.2 && part.y1 <= height + 0.2));
        BOOST_TEST((std::abs(found->value.x0 - (x - part.x0) * kDots) <= 0.5 &&
                    std::abs(found->value.y1 - (box.y1 - part.y0) * kDots) <= 0.9));
        BOOST_TEST((found->value.x1 <= found->width && found->value.y1 <= found->height));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
