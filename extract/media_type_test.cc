// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/media_type.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace bdata = boost::unit_test::data;
using namespace std::string_literals;
using prongsai::extract::describe_unsupported;
using prongsai::extract::sniff_media_type;

namespace {

struct Sample {
  const char* name;
  std::string bytes;
  const char* media_type;
};
std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.name; }

const Sample kSamples[] = {
    {"pdf", "%PDF-1.4\n1 0 obj"s, "application/pdf"},
    {"pdf after 1000 bytes of junk", std::string(1000, '\0') + "%PDF-1.4\n1 0 obj endobj",
     "application/pdf"},
    {"pdf after an HTTP header", "HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n1 0 obj << >> endobj"s,
     "application/pdf"},
    {"text about pdf", "ไฟล์ขึ้นต้นด้วย %PDF-1.4 เสมอ"s, "text/plain"},
    {"png", "\x89PNG\r\n\x1A\n"s, "image/png"},
    {"jpeg", "\xFF\xD8\xFF\xE0"s, "image/jpeg"},
    {"tiff, little-endian", "II*\0\x08"s, "image/tiff"},
    {"tiff, big-endian", "MM\0*\0"s, "image/tiff"},
    {"html", "<!DOCTYPE html>\n<html><body>"s, "text/html"},
    {"a piece of html", "<h1>ก</h1><p>ข</p>"s, "text/html"},
    {"html after a byte order mark", "\xEF\xBB\xBF\n <HTML lang=th>"s, "text/html"},
    {"xhtml", "<?xml version=\"1.0\"?>\n<!-- x --><html xmlns=\"x\">"s, "text/html"},
    {"markdown heading", "# รายงาน\n\nข้อความ"s, "text/markdown"},
    {"markdown table", "| ก | ข |\n|---|---|\n| 1 | 2 |\n"s, "text/markdown"},
    {"text with a table in tags", "ผล\n<table><tr><td>1</td></tr></table>"s, "text/markdown"},
    {"plain text", "ผลการประเมิน\t95.17\n"s, "text/plain"},
    {"plain text in TIS-620", "\xBC\xC5\xA1\xD2\xC3 95.17\n"s, "text/plain"},
    {"plain text in UTF-16", "\xFF\xFE\x01\x0E"s, "text/plain"},
    {"nothing", ""s, ""},
    {"zip", "PK\x03\x04xxxx"s, ""},
    {"rtf", "{\\rtf1 text}"s, ""},
    {"gif", "GIF89a"s, ""},
    {"noise", "\x00\x01\x02\x03\xFF\xFE\x00"s, ""},
};

const Sample kUnsupported[] = {
    {"docx", "PK\x03\x04......word/document.xml"s, "a Word document (docx)"},
    {"xlsx", "PK\x03\x04......xl/workbook.xml"s, "an Excel workbook (xlsx)"},
    {"zip", "PK\x03\x04......a.txt"s, "a ZIP archive"},
    {"doc", "\xD0\xCF\x11\xE0\xA1\xB1"s, "an old Microsoft Office file (doc, xls, ppt)"},
    {"rtf", "{\\rtf1"s, "an RTF document"},
    {"noise", "\x01\x02\x03"s, "binary data of an unknown kind"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(media_type)

BOOST_DATA_TEST_CASE(bytes_tell_what_the_file_is, bdata::make(kSamples), sample) {
  BOOST_TEST(sniff_media_type(sample.bytes) == sample.media_type);
}

BOOST_DATA_TEST_CASE(unsupported_file_is_named, bdata::make(kUnsupported), sample) {
  BOOST_TEST(sniff_media_type(sample.bytes) == "");
  BOOST_TEST(describe_unsupported(sample.bytes) == sample.media_type);
}

BOOST_AUTO_TEST_SUITE_END()
