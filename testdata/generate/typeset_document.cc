// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/typeset_document.h"

#include <variant>

#include "testdata/generate/page_flow.h"
#include "testdata/generate/pdf_canvas.h"
#include "testdata/generate/table_setter.h"

namespace prongsai::testdata {
namespace {

constexpr int kLinesWithHeading = 10;  // the head of a table and some of its first row

struct ElementSetter {
  const Document& document;
  PageFlow& flow;

  void operator()(const Para& para) const {
    const auto lines = flow.set({para}, flow.width());
    flow.paragraph();
    double needed = lines.empty() ? 0 : lines.front().height;
    if (para.keep_next) needed += kLinesWithHeading * document.size * 1.38;
    if (flow.room() < needed && !flow.at_top()) flow.new_page();
    for (const SetLine& line : lines) {
      if (flow.room() < line.height && !flow.at_top()) flow.new_page();
      flow.line(line, flow.left(), flow.y());
      flow.advance(line.height);
    }
  }

  void operator()(const Table& table) const { set_table(table, document.rule_style, flow); }

  void operator()(const PageBreak&) const {
    if (!flow.at_top()) flow.new_page();
  }

  void operator()(const Space& space) const {
    if (space.height < flow.room()) flow.advance(space.height);
  }
};

int set_pages(const Document& document, Typesetter& setter, PdfCanvas* canvas, int pages) {
  PageFlow flow(document, setter, canvas, pages);
  for (const Element& element : document.elements) {
    std::visit(ElementSetter{document, flow}, element);
  }
  flow.finish();
  return flow.page();
}

}  // namespace

void write_pdf(const Document& document, Noise noise, Typesetter& setter, Random random,
               const std::filesystem::path& file) {
  const double width = document.landscape ? kPageLong : kPageShort;
  const double height = document.landscape ? kPageShort : kPageLong;
  // Only a footer with the number of pages needs to know it beforehand.
  const int pages =
      document.footer == Footer::kPageOf ? set_pages(document, setter, nullptr, 0) : 0;
  PdfCanvas canvas(file, width, height, noise, setter, random);
  set_pages(document, setter, &canvas, pages);
  canvas.finish();
}

}  // namespace prongsai::testdata
