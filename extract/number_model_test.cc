// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number_model.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "extract/chunk_numbers.h"
#include "extract/test_drawing.h"

using prongsai::extract::drawn_line;
using prongsai::extract::LineSymbol;
using prongsai::extract::NumberReader;
using prongsai::extract::NumberReading;
using prongsai::extract::Raster;
using prongsai::extract::read_numbers;
using prongsai::extract::stands_for;
using prongsai::extract::text_of;
namespace bdata = boost::unit_test::data;

namespace {

NumberReader& reader() {
  static const std::unique_ptr<NumberReader> one = NumberReader::open("");
  BOOST_TEST_REQUIRE(one != nullptr);
  return *one;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(number_model)

// All digits of both kinds, and the letters of codes.
const char* const kLines[] = {"๙๒.๑๒", "๓๔.๕๖", "๗๘.๐๙", "92.12", "34.56",
                              "78.09", "๑๐๐",   "i๑๒",   "e12",   "o๓๕"};

BOOST_DATA_TEST_CASE(the_program_has_a_model_that_reads_all_digits, bdata::make(kLines), line) {
  BOOST_TEST(text_of(reader().read(drawn_line(line))) == line);
}

BOOST_AUTO_TEST_CASE(an_empty_picture_says_nothing) {
  BOOST_TEST(reader().read(drawn_line("")).empty());
  BOOST_TEST(reader().read(Raster()).empty());
}

BOOST_AUTO_TEST_CASE(a_number_alone_is_whole_and_sure) {
  const NumberReading reading = read_numbers(drawn_line("๙๒.๑๘"), reader());
  BOOST_TEST(reading.whole);
  BOOST_REQUIRE(reading.runs.size() == 1U);
  BOOST_TEST(reading.runs[0].text == "๙๒.๑๘");
  BOOST_TEST(reading.runs[0].confidence > 0.6);
}

BOOST_AUTO_TEST_CASE(a_number_among_letters_is_found_where_it_stands) {
  const NumberReading reading = read_numbers(drawn_line("คะแนน ๙๒.๑๘"), reader());
  BOOST_TEST(!reading.whole);
  BOOST_REQUIRE(reading.runs.size() == 1U);
  BOOST_TEST(reading.runs[0].text == "๙๒.๑๘");
  BOOST_TEST(
      stands_for(reading.runs[0], LineSymbol{"๕", reading.runs[0].x0, reading.runs[0].x1, 1}, 5));
  BOOST_TEST(!stands_for(reading.runs[0], LineSymbol{"น", 100, 120, 1}, 5));
}

BOOST_AUTO_TEST_CASE(letters_are_no_numbers) {
  BOOST_TEST(read_numbers(drawn_line("การปฏิบัติหน้าที่"), reader()).runs.empty());
}

BOOST_AUTO_TEST_SUITE_END()
