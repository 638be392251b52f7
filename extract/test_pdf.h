// SPDX-License-Identifier: GPL-3.0-or-later
// PDF files for tests, written by hand.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace prongsai::extract {

// A PDF of pages with one font, /F1: Helvetica, whose letters are half an em wide, spaces a quarter
// and Thai marks nothing. Codes 0x20 to 0x7E are ASCII, 0xA1 to 0xFB Thai as in TIS-620, 0x80 is a
// space without a width, 0x81 has no text. /F2 is Helvetica as it is, for pages that are drawn.
class TestPdf {
 public:
  struct Page {
    std::string content;                // operators
    std::string box = "[0 0 600 800]";  // the media box
    std::string more;                   // further entries of the page's dictionary
  };

  TestPdf() = default;
  explicit TestPdf(const std::string& content) { pages.push_back({content, "[0 0 600 800]", ""}); }

  // The whole file. `count` is what the page tree announces, -1: the truth.
  std::string bytes(long long count = -1) const {
    std::vector<std::string> objects(4 + pages.size() * 2);
    std::string kids;
    for (size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 5 + 2 * i);
    if (count < 0) count = static_cast<long long>(pages.size());
    objects[0] = fmt::format("<< /Type /Catalog /Pages 2 0 R {}>>", catalog);
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, count);
    objects[2] = font(4);
    objects[3] = stream("", unicode_map());
    for (size_t i = 0; i < pages.size(); ++i) {
      const Page& page = pages[i];
      objects[4 + 2 * i] = fmt::format(
          "<< /Type /Page /Parent 2 0 R /MediaBox {} /Contents {} 0 R /Resources << /Font << {} >> "
          "/XObject << {} >> /ExtGState << /Clear << /ca 0.2 >> >> >> {} >>",
          page.box, 6 + 2 * i, kFonts, xobjects, page.more);
      objects[5 + 2 * i] = stream("", page.content);
    }
    objects.insert(objects.end(), more_objects.begin(), more_objects.end());
    return file(objects);
  }

  // The number of the first of `more_objects` in a file of so many pages.
  static size_t first_more(size_t page_count) { return 4 + page_count * 2 + 1; }

  static std::string stream(const std::string& entries, const std::string& data) {
    return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", data.size(), entries, data);
  }

  // An image object of 1 x 1 gray pixel.
  static std::string image() {
    return stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8",
        "x");
  }

  std::vector<Page> pages;
  std::string xobjects;                   // names and references
  std::vector<std::string> more_objects;  // after all others
  std::string catalog;                    // further entries of it, each with a space behind

 private:
  static constexpr const char* kFonts =
      "/F1 3 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

  static std::string file(const std::vector<std::string>& objects) {
    std::string bytes = "%PDF-1.6\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (size_t i = 0; i < objects.size(); ++i) {
      table += fmt::format("{:010} 00000 n \n", bytes.size());
      bytes += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    size_t start = bytes.size();
    bytes += table;
    bytes += fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                         objects.size() + 1, start);
    return bytes;
  }

  static bool is_mark(int code) {
    return code == 0xD1 || (code >= 0xD4 && code <= 0xDA) || (code >= 0xE7 && code <= 0xEE);
  }

  static std::string font(int map_number) {
    std::string widths;
    for (int code = 0x20; code <= 0xFF; ++code) {
      widths += code == 0x20 ? "250 " : code == 0x80 || is_mark(code) ? "0 " : "500 ";
    }
    return fmt::format(
        "<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        "/FirstChar 32 /LastChar 255 /Widths [{}] /ToUnicode {} 0 R >>",
        widths, map_number);
  }

  static std::string unicode_map() {
    return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
           "1 begincodespacerange <00> <FF> endcodespacerange\n"
           "3 beginbfrange\n<20> <7E> <0020>\n<A1> <FB> <0E01>\n<80> <80> <0020>\nendbfrange\n"
           "endcmap end end\n";
  }
};

// A text operator that shows `hex`, codes of the font, at (x, y) from the bottom left.
inline std::string show(double x, double y, const std::string& hex, double size = 10) {
  return fmt::format("BT /F1 {} Tf 1 0 0 1 {} {} Tm <{}> Tj ET\n", size, x, y, hex);
}

inline std::string show_text(double x, double y, const std::string& ascii, double size = 10,
                             const char* font = "F1") {
  return fmt::format("BT /{} {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", font, size, x, y, ascii);
}

}  // namespace prongsai::extract
