// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/xlsx_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <boost/test/unit_test.hpp>
#include <ctime>
#include <map>

#include "tests/program.h"

using namespace prongsai;
using tests::ScratchFolder;

namespace {

const std::vector<TableDefinition>& one_table() {
  static const std::vector<TableDefinition> tables = {{"things",
                                                       "Things",
                                                       {},
                                                       {{"name", FieldType::kText, ""},
                                                        {"count", FieldType::kInteger, ""},
                                                        {"score", FieldType::kScore, ""}}}};
  return tables;
}

std::string workbook(const ScratchFolder& folder, const std::vector<TableRow>& rows) {
  const std::string name = folder.file("book.xlsx", "");
  XlsxFile file(name, folder.path().string(), one_table());
  for (const TableRow& row : rows) file.add("things", row);
  file.finish();
  return tests::bytes_of(name);
}

// The parts of a workbook by name.
std::map<std::string, std::string> parts_of(const std::string& bytes) {
  std::map<std::string, std::string> parts;
  archive* reader = archive_read_new();
  archive_read_support_format_zip(reader);
  BOOST_REQUIRE(archive_read_open_memory(reader, bytes.data(), bytes.size()) == ARCHIVE_OK);
  for (archive_entry* entry = nullptr; archive_read_next_header(reader, &entry) == ARCHIVE_OK;) {
    std::string& part = parts[archive_entry_pathname(entry)];
    const void* block = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    while (archive_read_data_block(reader, &block, &size, &offset) == ARCHIVE_OK)
      part.append(static_cast<const char*>(block), size);
  }
  archive_read_free(reader);
  return parts;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xlsx_file)

BOOST_AUTO_TEST_CASE(values_have_their_types_and_texts_are_never_formulas) {
  const ScratchFolder folder;
  const auto parts = parts_of(workbook(
      folder,
      {{"=1+1", std::int64_t{7}, 92.5}, {"https://example.org", {}, {}}, {"<b>&", {}, {}}}));
  const std::string& sheet = parts.at("xl/worksheets/sheet1.xml");
  BOOST_TEST(!has(sheet, "<f>"));
  BOOST_TEST(!has(sheet, "hyperlink"));
  BOOST_TEST(has(sheet, "t=\"inlineStr\"><is><t>=1+1</t></is>"));
  BOOST_TEST(has(sheet, "&lt;b&gt;&amp;"));
  BOOST_TEST(has(sheet, "<c r=\"B2\"><v>7</v></c>"));
  BOOST_TEST(has(sheet, "<v>92.5</v>"));
  BOOST_TEST(has(sheet, "<autoFilter ref=\"A1:C4\"/>"));
  BOOST_TEST(has(sheet, "state=\"frozen\""));
}

BOOST_AUTO_TEST_CASE(the_same_rows_give_the_same_bytes_whenever) {
  const ScratchFolder folder;
  const std::vector<TableRow> rows = {{"ก", std::int64_t{1}, 1.0}};
  const std::string first = workbook(folder, rows);
  const timespec wait{2, 100'000'000};  // zip counts in two seconds
  ::nanosleep(&wait, nullptr);
  BOOST_TEST((first == workbook(folder, rows)));
}

BOOST_AUTO_TEST_CASE(a_text_that_no_cell_holds_is_cut_with_a_mark) {
  const std::string fits(32'767, 'a');
  BOOST_TEST((cell_text(fits) == fits));
  const std::string cut = cell_text(fits + "b");
  BOOST_TEST(cut.size() < fits.size() + 10);
  BOOST_TEST(cut.ends_with("[… cut: a cell holds no more]"));
  std::string thai;
  for (int i = 0; i < 32'767; ++i) thai += "ก";
  BOOST_TEST((cell_text(thai) == thai));
  std::string faces;
  for (int i = 0; i < 20'000; ++i) faces += "\xF0\x9F\x98\x80";
  // Two units each; none of them is broken.
  const std::string fewer = cell_text(faces);
  BOOST_TEST(fewer.ends_with("[… cut: a cell holds no more]"));
  BOOST_TEST((fewer.find(" [") % 4) == 0U);
  const ScratchFolder folder;
  const auto parts = parts_of(workbook(folder, {{faces, {}, {}}, {thai + "ข", {}, {}}}));
  BOOST_TEST(has(parts.at("xl/worksheets/sheet1.xml"), "cut: a cell holds no more"));
}

BOOST_AUTO_TEST_CASE(a_table_that_is_too_long_goes_on_in_another_sheet) {
  const ScratchFolder folder;
  const std::string name = folder.file("book.xlsx", "");
  XlsxFile file(name, folder.path().string(), one_table());
  const TableRow row = {{}, std::int64_t{1}, {}};
  for (int i = 0; i < 1'048'577; ++i) file.add("things", row);
  file.finish();
  const auto parts = parts_of(tests::bytes_of(name));
  BOOST_TEST(has(parts.at("xl/workbook.xml"), "name=\"things (2)\""));
  BOOST_TEST(has(parts.at("xl/worksheets/sheet1.xml"), "<autoFilter ref=\"A1:C1048576\"/>"));
  BOOST_TEST(has(parts.at("xl/worksheets/sheet2.xml"), "<autoFilter ref=\"A1:C3\"/>"));
}

BOOST_AUTO_TEST_SUITE_END()
