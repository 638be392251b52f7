// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/media_type.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace prongsai::extract {
namespace {

using namespace std::string_view_literals;

// PDF allows junk before its header, and mail gateways and web servers add more than allowed.
constexpr size_t kMaxJunk = 2048;
// Enough of a text to tell its kind.
constexpr size_t kSampleSize = size_t{64} * 1024;

struct Signature {
  std::string_view start;
  std::string_view media_type;
};

constexpr Signature kSignatures[] = {
    {"\x89PNG\r\n\x1A\n"sv, "image/png"sv},
    {"\xFF\xD8\xFF"sv, "image/jpeg"sv},
    {"II*\0"sv, "image/tiff"sv},
    {"MM\0*"sv, "image/tiff"sv},
    {"II+\0"sv, "image/tiff"sv},
    {"MM\0+"sv, "image/tiff"sv},
};

struct Unsupported {
  std::string_view start;
  std::string_view inside;  // somewhere in the first kilobytes; may be empty
  std::string_view name;
};

// Order is priority.
constexpr Unsupported kUnsupported[] = {
    {"PK\x03\x04"sv, "word/"sv, "a Word document (docx)"sv},
    {"PK\x03\x04"sv, "xl/"sv, "an Excel workbook (xlsx)"sv},
    {"PK\x03\x04"sv, "ppt/"sv, "a PowerPoint presentation (pptx)"sv},
    {"PK\x03\x04"sv, "opendocument"sv, "an OpenDocument file"sv},
    {"PK\x03\x04"sv, "epub"sv, "an EPUB book"sv},
    {"PK"sv, ""sv, "a ZIP archive"sv},
    {"{\\rtf"sv, ""sv, "an RTF document"sv},
    {"\xD0\xCF\x11\xE0"sv, ""sv, "an old Microsoft Office file (doc, xls, ppt)"sv},
    {"Rar!"sv, ""sv, "a RAR archive"sv},
    {"7z\xBC\xAF\x27\x1C"sv, ""sv, "a 7z archive"sv},
    {"\x1F\x8B"sv, ""sv, "gzip data"sv},
    {"GIF8"sv, ""sv, "a GIF image"sv},
    {"BM"sv, "\0\0\0\0"sv, "a BMP image"sv},
    {"RIFF"sv, "WEBP"sv, "a WebP image"sv},
    {"\0\0\0\x0CjP  "sv, ""sv, "a JPEG 2000 image"sv},
    {"%!PS"sv, ""sv, "a PostScript file"sv},
    {"SQLite format 3"sv, ""sv, "an SQLite database"sv},
    {"\x7F"
     "ELF"sv,
     ""sv, "a program"sv},
    {"MZ"sv, "\0"sv, "a program"sv},
};

bool looks_like_pdf(std::string_view bytes) {
  size_t at = bytes.substr(0, kMaxJunk + 5).find("%PDF-");
  if (at == std::string_view::npos) return false;
  if (at == 0) return true;
  // A text about PDF files mentions the header as well; in a file it stands at a line's start and
  // a version follows.
  return at + 5 < bytes.size() && std::isdigit(static_cast<unsigned char>(bytes[at + 5])) &&
         bytes.find("endobj"sv, at) != std::string_view::npos;
}

bool valid_utf8(std::string_view bytes, bool cut_off) {
  for (size_t i = 0; i < bytes.size();) {
    auto lead = static_cast<unsigned char>(bytes[i]);
    size_t more = lead < 0x80       ? 0
                  : lead >> 5 == 6  ? 1
                  : lead >> 4 == 14 ? 2
                  : lead >> 3 == 30 ? 3
                                    : 9;
    if (more == 9) return false;
    if (i + more >= bytes.size() && more > 0) return cut_off;
    for (size_t k = 1; k <= more; ++k) {
      if (static_cast<unsigned char>(bytes[i + k]) >> 6 != 2) return false;
    }
    i += more + 1;
  }
  return true;
}

// Text in UTF-8 or in one of the eight-bit Thai encodings: hardly any control characters.
bool looks_like_text(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE"sv || bytes.substr(0, 2) == "\xFE\xFF"sv) return true;
  std::string_view sample = bytes.substr(0, kSampleSize);
  size_t controls = 0;
  size_t high = 0;
  size_t high_not_thai = 0;
  for (char c : sample) {
    auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return false;
    if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f') ++controls;
    if (byte >= 0x80) ++high;
    if (byte >= 0x80 && (byte < 0xA1 || byte > 0xFB)) ++high_not_thai;
  }
  if (controls * 50 > sample.size()) return false;
  if (valid_utf8(sample, sample.size() < bytes.size())) return true;
  return high_not_thai * 10 <= high;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return result;
}

// A document, not a text with a few tags in it: those are Markdown as OCR tools write it.
bool looks_like_html(std::string_view bytes) {
  std::string start = lower(bytes.substr(0, 2048));
  size_t at = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (at == std::string::npos) return false;
  for (std::string_view tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<meta"sv,
                               "<title"sv, "<h1"sv, "<h2"sv}) {
    if (start.compare(at, tag.size(), tag) == 0) return true;
  }
  bool prologue = start.compare(at, 5, "<?xml") == 0 || start.compare(at, 4, "<!--") == 0;
  return prologue && start.find("<html") != std::string::npos;
}

bool looks_like_markdown(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, kSampleSize);
  size_t signs = 0;
  for (size_t begin = 0; begin < sample.size();) {
    size_t end = std::min(sample.find('\n', begin), sample.size());
    std::string_view line = sample.substr(begin, end - begin);
    size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    bool heading = hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ';
    bool table_rule = line.size() >= 3 && line[0] == '|' && line.find("---") != line.npos &&
                      line.find_first_not_of("|-: \t\r") == line.npos;
    size_t bold = line.find("**");
    bool emphasis = bold != line.npos && line.find("**", bold + 3) != line.npos;
    std::string tags = lower(line.substr(0, 4096));
    bool table = tags.find("<table") != tags.npos || tags.find("<td") != tags.npos;
    if (heading || table_rule || emphasis || table) ++signs;
    begin = end + 1;
  }
  return signs > 0;
}

}  // namespace

std::string sniff_media_type(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.substr(0, signature.start.size()) == signature.start) {
      return std::string(signature.media_type);
    }
  }
  if (looks_like_pdf(bytes)) return "application/pdf";
  for (const Unsupported& kind : kUnsupported) {
    if (kind.inside.empty() && bytes.substr(0, kind.start.size()) == kind.start) return "";
  }
  if (bytes.empty() || !looks_like_text(bytes)) return "";
  if (looks_like_html(bytes)) return "text/html";
  if (looks_like_markdown(bytes)) return "text/markdown";
  return "text/plain";
}

std::string describe_unsupported(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, kSampleSize);
  for (const Unsupported& kind : kUnsupported) {
    if (bytes.substr(0, kind.start.size()) == kind.start &&
        (kind.inside.empty() || sample.find(kind.inside) != std::string_view::npos)) {
      return std::string(kind.name);
    }
  }
  return "binary data of an unknown kind";
}

}  // namespace prongsai::extract
