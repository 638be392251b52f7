// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/page_flow.h"

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {

PageFlow::PageFlow(const Document& document, Typesetter& setter, PdfCanvas* canvas, int pages)
    : document_(document), setter_(setter), canvas_(canvas), pages_(pages) {
  begin_page();
}

double PageFlow::width() const {
  return (document_.landscape ? kPageLong : kPageShort) - 2 * document_.margin;
}

double PageFlow::bottom() const {
  return (document_.landscape ? kPageShort : kPageLong) - document_.margin;
}

std::vector<SetLine> PageFlow::set(const std::vector<Para>& paras, double width, double size) {
  return setter_.set(paras, document_.family, size > 0 ? size : document_.size, width);
}

void PageFlow::begin_page() {
  ++page_;
  top_ = document_.margin;
  y_ = top_;
  if (canvas_ == nullptr) return;
  paragraph();
  if (!document_.watermark.empty()) {
    Para para = text(document_.watermark);
    para.size = 90;
    canvas_->draw_watermark(set({para}, 2 * kPageLong).front());
  }
  if (!document_.running_header.empty()) {
    Para para = text(document_.running_header);
    para.align = Align::kRight;
    para.size = document_.size * 0.8;
    canvas_->draw(set({para}, width()).front(), left(), document_.margin * 0.45);
  }
}

void PageFlow::end_page() {
  if (canvas_ == nullptr) return;
  if (document_.footer != Footer::kNone && (page_ > 1 || document_.number_first_page)) {
    std::string number = std::to_string(page_);
    if (document_.footer == Footer::kDashedNumber) number = "- " + number + " -";
    if (document_.footer == Footer::kPageOf) {
      number = "หน้า " + number + " จาก " + std::to_string(pages_);
    }
    if (document_.thai_digits) number = to_thai_digits(number);
    Para para = centred(number);
    para.size = document_.size * 0.85;
    paragraph();
    canvas_->draw(set({para}, width()).front(), left(), bottom() + document_.margin * 0.3);
  }
  canvas_->end_page();
}

void PageFlow::new_page() {
  end_page();
  begin_page();
}

void PageFlow::line(const SetLine& line, double x, double y) {
  if (canvas_ != nullptr) canvas_->draw(line, x, y, document_.fake_bold);
}

void PageFlow::paragraph() {
  if (canvas_ != nullptr) canvas_->begin_paragraph();
}

void PageFlow::rule(double x0, double y0, double x1, double y1) {
  if (canvas_ != nullptr) canvas_->draw_rule(x0, y0, x1, y1, document_.rule_style);
}

void PageFlow::rectangle(double x0, double y0, double x1, double y1) {
  if (canvas_ != nullptr) canvas_->draw_rectangle(x0, y0, x1, y1);
}

}  // namespace prongsai::testdata
