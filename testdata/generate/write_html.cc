// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/write_html.h"

#include <cstddef>
#include <variant>

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

std::string escape(const std::string& text) {
  return replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;");
}

struct HtmlWriter {
  std::string out;

  void operator()(const Para& para) {
    const auto label = static_cast<std::size_t>(para.bold_bytes);
    std::string content = escape(para.text.substr(label));
    if (label > 0) content = "<b>" + escape(para.text.substr(0, label)) + "</b>" + content;
    if (para.bold) content = "<b>" + content + "</b>";
    const bool centred = para.align == Align::kCentre;
    out += std::string("<p") + (centred ? " align=\"center\"" : "") + ">" + content + "</p>\n";
  }

  void operator()(const Table& table) {
    out += "<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\">\n";
    double sum = 0;
    for (const double width : table.widths) sum += width;
    for (const double width : table.widths) {
      out += "<col width=\"" + std::to_string(static_cast<int>(100 * width / sum)) + "%\">";
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool head = static_cast<int>(i) < table.header_rows;
      if (i == 0 && head) out += "<thead>";
      out += "<tr>";
      for (const Cell& cell : table.rows[i].cells) one(cell);
      out += "</tr>\n";
      if (head && static_cast<int>(i) + 1 == table.header_rows) out += "</thead>";
    }
    out += "</table>\n";
  }

  void operator()(const PageBreak& /*mark*/) {
    out += "<p style=\"page-break-before: always\"></p>\n";
  }

  void operator()(const Space& /*space*/) { out += "<p>&nbsp;</p>\n"; }

 private:
  void one(const Cell& cell) {
    out += "<td valign=\"top\"";
    if (cell.columns > 1) out += " colspan=\"" + std::to_string(cell.columns) + "\"";
    if (cell.rows > 1) out += " rowspan=\"" + std::to_string(cell.rows) + "\"";
    out += ">";
    for (const Para& para : cell.paras) (*this)(para);
    out += "</td>";
  }
};

}  // namespace

std::string to_html(const Document& document) {
  HtmlWriter writer;
  for (const Element& element : document.elements) std::visit(writer, element);
  return "<!DOCTYPE html>\n<html lang=\"th\"><head><meta charset=\"utf-8\"><style>\n@page { size: "
         "A4" +
         std::string(document.landscape ? " landscape" : "") +
         "; margin: 2cm }\nbody { font-family: '" + document.family +
         "'; font-size: 11pt }\np { margin: 0 0 2pt 0 }\ntd { font-size: 10pt }\n"
         "thead { display: table-header-group }\n</style></head><body>\n" +
         writer.out + "</body></html>\n";
}

}  // namespace prongsai::testdata
