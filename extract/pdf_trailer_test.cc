// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf_trailer.h"

#include <boost/test/unit_test.hpp>

using prongsai::extract::has_revisions;
using prongsai::extract::with_trailer;

BOOST_AUTO_TEST_SUITE(pdf_trailer)

BOOST_AUTO_TEST_CASE(catalog_in_the_file_is_named) {
  const std::string made = with_trailer(
      "%PDF-1.4\n7 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
      "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<< /Ty");
  BOOST_TEST(made.find("/Root 7 0 R") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(pages_without_a_tree_get_one_in_the_order_of_the_file) {
  const std::string made = with_trailer(
      "%PDF-1.4\n9 0 obj\n<< /Type /Page >>\nendobj\n4 0 obj\n<< /Type /Page >>\nendobj\n"
      "5 0 obj\n<< /Type /Page /Conte");
  BOOST_TEST(made.find("/Count 2 /Kids [9 0 R 4 0 R ]") != std::string::npos);
  BOOST_TEST(made.find("/Root 10 0 R") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_to_build_on_gives_nothing) {
  BOOST_TEST(with_trailer("%PDF-1.4\n1 0 obj\n<< /Length 5 >>\nstream\n obj obj 1 obj").empty());
  BOOST_TEST(with_trailer("").empty());
}

BOOST_AUTO_TEST_CASE(object_that_is_defined_again_behind_the_end_is_a_revision) {
  const std::string first = "%PDF-1.4\n4 0 obj\n<< /A 1 >>\nendobj\ntrailer\n%%EOF\n";
  BOOST_TEST(!has_revisions(first));
  BOOST_TEST(!has_revisions(first + "xref\n0 0\ntrailer\n%%EOF\n"));  // as Word writes it
  BOOST_TEST(!has_revisions(first + "5 0 obj\n<< >>\nendobj\n%%EOF\n"));
  BOOST_TEST(has_revisions(first + "4 0 obj\n<< /A 2 >>\nendobj\n%%EOF\n"));
  // Before the mark the last definition holds, and nothing was added later.
  BOOST_TEST(!has_revisions("4 0 obj\n<< >>\nendobj\n4 0 obj\n<< >>\nendobj\n%%EOF\n"));
}

BOOST_AUTO_TEST_CASE(
    objects_that_are_packed_behind_the_end_are_a_revision_unless_made_for_the_web) {
  const std::string packed =
      "5 0 obj\n<< /Type /ObjStm /N 1 >>\nstream\nx\nendstream\nendobj\n%%EOF\n";
  const std::string first = "4 0 obj\n<< /A 1 >>\nendobj\n%%EOF\n";
  BOOST_TEST(has_revisions("%PDF-1.5\n" + first + packed));
  BOOST_TEST(!has_revisions("%PDF-1.5\n1 0 obj\n<< /Linearized 1 >>\nendobj\n" + first + packed));
}

BOOST_AUTO_TEST_SUITE_END()
