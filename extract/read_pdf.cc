// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_pdf.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/cpu_time.h"
#include "extract/limits.h"
#include "extract/number_witness.h"
#include "extract/ocr.h"
#include "extract/path_rulings.h"
#include "extract/pdf_document.h"
#include "extract/pdf_trailer.h"
#include "extract/router.h"
#include "extract/words.h"
#include "model/text.h"

namespace prongsai::extract {
namespace {

// After so many pages in a row that do not exist the announced number is taken for a lie.
constexpr int kMaxMissing = 20;
// Points. Beyond A2 no scanner goes.
constexpr double kLongestSheet = 1700;
constexpr double kLongSideOfA4 = 842;
constexpr double kMostlyImage = 0.8;  // of the page's area

LayerFacts facts_of(const PageContent& content, const PageText& page) {
  LayerFacts facts;
  for (const Word& word : page.words) {
    facts.text += code_points(word.raw);
    facts.text += U' ';
  }
  for (const Word& word : page.hidden_words) facts.hidden_letters += code_points(word.raw).size();
  double area = content.width * content.height;
  facts.image_share = area > 0 ? std::min(1.0, content.image_area / area) : 0;
  facts.outlines = content.outlines;
  return facts;
}

void enlarge(OcrPage& page, double times) {
  for (Word& word : page.words) {
    word.box = {word.box.x0 * times, word.box.y0 * times, word.box.x1 * times, word.box.y1 * times};
    word.font_size *= times;
  }
  for (Ruling& ruling : page.rulings) {
    ruling = {ruling.x0 * times, ruling.y0 * times, ruling.x1 * times, ruling.y1 * times,
              ruling.thickness * times};
  }
}

class PdfReader {
 public:
  PdfReader(const std::string& bytes, const std::string& name, const ExtractOptions& options,
            const std::string& tessdata)
      : bytes_(bytes), document_(bytes, name), name_(name), options_(options), tessdata_(tessdata) {
    result_.media_type = "application/pdf";
  }

  Extraction read() {
    const int announced = document_.page_count();
    const int last = std::min(announced, kMaxPages);
    int missing = 0;
    for (int number = 1; number <= last && missing < kMaxMissing; ++number) {
      if (!is_wanted(options_, number)) continue;
      if (document_.has_page(number)) {
        missing = 0;
        result_.pages.push_back(read_page(number));
        ++read_;
        continue;
      }
      ++missing;
      PageText page;
      page.number = number;
      page.confidence = 0;
      page.method_reason = "page_missing";
      result_.pages.push_back(std::move(page));
    }
    while (missing-- > 0) result_.pages.pop_back();
    report(announced);
    return std::move(result_);
  }

 private:
  PageText read_page(int number) {
    PageText page;
    page.number = number;
    const double left = kDocumentSeconds - spent_;
    if (left <= 0 || words_ >= kMaxWords) {
      page.confidence = 0;
      page.method_reason = "document_limit";
      note(Severity::kError, "document_limit", number,
           "the document takes too long or is too large; the page is left empty");
      return page;
    }
    begin("text_layer", number);
    const double start = thread_cpu_seconds();
    const int complaints = document_.complaints();
    PageContent content = document_.page(number, std::min(left, kPageSeconds));
    page.width = content.width;
    page.height = content.height;
    page.rulings = merged(std::move(content.rulings));
    join_words(content, page.rulings, page.words, page.hidden_words);
    if (!content.complete) {
      note(Severity::kError, "page_limit", number,
           "the page draws more than any real page does; it was cut off");
    }
    if (content.disputed_digits > 0) {
      note(Severity::kWarning, "text_pixels_disagree", number,
           fmt::format("{} digits of the text layer are not those that are drawn",
                       content.disputed_digits));
    }
    spent_ += thread_cpu_seconds() - start;
    route(content, page);
    if (content.complete && page.words.empty() && document_.complaints() > complaints) {
      note(Severity::kError, "page_damaged", number,
           "nothing can be read of the page, and what it shows is damaged");
    }
    words_ += page.words.size() + page.hidden_words.size();
    return page;
  }

  void route(const PageContent& content, PageText& page) {
    const LayerFacts facts = facts_of(content, page);
    const LayerDecision decision = judge_layer(facts);
    page.method_reason = reason_name(decision.reason);
    page.confidence = decision.confidence;
    const bool wanted = options_.ocr == OcrMode::kAlways ||
                        (options_.ocr == OcrMode::kAuto && needs_ocr(decision.reason));
    if (!wanted) {
      if (needs_ocr(decision.reason)) {
        page.confidence = std::min(page.confidence, 0.5);
        note(Severity::kWarning, "page_needs_ocr", page.number,
             fmt::format("the text layer is not usable ({}) and OCR is switched off",
                         page.method_reason));
      } else if (const size_t unseen = unseen_numbers(page.hidden_words, page.words); unseen > 0) {
        note(Severity::kWarning, "text_pixels_disagree", page.number,
             fmt::format("{} numbers of the text layer are not what is seen on the page", unseen));
      }
      return;
    }
    if (options_.ocr == OcrMode::kAlways && !needs_ocr(decision.reason)) {
      page.method_reason = "ocr_asked_for";
    }
    if (!content.complete) {
      note(Severity::kError, "page_unreadable", page.number,
           "a page that draws this much is not drawn for OCR");
      return;
    }
    read_picture(page, facts.image_share > kMostlyImage);
  }

  void read_picture(PageText& page, bool is_scan) {
    begin("ocr", page.number);
    // A scan whose page is larger than any sheet: its file has no or a wrong resolution. The
    // picture is read as one of a sheet of A4, and `enlarged` times as large as that.
    const double longest = std::max(page.width, page.height);
    const double enlarged = is_scan && longest > kLongestSheet ? longest / kLongSideOfA4 : 1;
    Raster raster =
        document_.render(page.number, options_.dots_per_inch / enlarged, kRenderSeconds);
    raster.dots_per_inch *= enlarged;
    page.method = Method::kOcr;
    if (raster.empty()) {
      page.confidence = 0;
      page.words.clear();
      note(Severity::kError, "page_unreadable", page.number,
           "the page has to be read from its picture, but it could not be drawn");
      return;
    }
    if (raster.dots_per_inch < options_.dots_per_inch * 0.99) {
      note(Severity::kNote, "resolution_lowered", page.number,
           fmt::format("the page is very large; it was drawn with {:.0f} dots per inch",
                       raster.dots_per_inch));
    }
    OcrPage read = read_by_ocr(raster, tessdata_, kOcrSeconds, options_.memory);
    std::vector<Word> layer = std::move(page.words);
    layer.insert(layer.end(), page.hidden_words.begin(), page.hidden_words.end());
    enlarge(read, enlarged);
    page.words = std::move(read.words);
    page.confidence = read.confidence;
    page.lean = read.lean;
    for (Word& word : layer)
      word.box = turned(word.box, -page.lean, page.width / 2, page.height / 2);
    compare_numbers(layer, page.words);
    // A digital page's own lines are exact; a scanned page has them in its picture only.
    if (page.lean != 0) page.rulings.clear();
    page.rulings.insert(page.rulings.end(), read.rulings.begin(), read.rulings.end());
    page.rulings = merged(std::move(page.rulings));
    if (!read.complete) {
      note(Severity::kError, "page_timeout", page.number,
           "reading the page's picture took too long, or it is noise; it is incomplete");
    }
  }

  void report(int announced) {
    if (document_.was_repaired()) {
      note(Severity::kError, "file_repaired", 0,
           "the PDF is damaged or cut off; its pages were found by searching it");
    }
    if (has_revisions(bytes_)) {
      note(Severity::kWarning, "multiple_revisions", 0,
           "the PDF was changed after it had been written; its last revision is read");
    }
    if (read_ == 0 && options_.wanted_pages.empty()) {
      throw Error(
          ErrorCode::kDamaged, name_, 0,
          fmt::format("the PDF announces {} pages, but none of them can be found", announced));
    }
    if (announced > kMaxPages) {
      note(Severity::kError, "too_many_pages", 0,
           fmt::format("the PDF announces {} pages; only the first {} are read", announced,
                       kMaxPages));
    }
    const int expected = expected_pages(announced);
    if (read_ < expected) {
      note(Severity::kError, "pages_missing", 0,
           fmt::format("the PDF announces {} pages, but {} of {} cannot be found", announced,
                       expected - read_, expected));
    }
  }

  int expected_pages(int announced) const {
    int expected = 0;
    for (int number = 1; number <= std::min(announced, kMaxPages); ++number) {
      if (is_wanted(options_, number)) ++expected;
    }
    return expected;
  }

  void begin(const char* step, int page) const {
    if (options_.on_step) options_.on_step(step, page);
  }

  void note(Severity severity, const char* rule, int page, std::string message) {
    result_.diagnostics.push_back({severity, rule, page, std::move(message)});
  }

  const std::string& bytes_;
  PdfDocument document_;
  const std::string& name_;
  const ExtractOptions& options_;
  const std::string& tessdata_;
  Extraction result_;
  double spent_ = 0;
  size_t words_ = 0;
  int read_ = 0;
};

}  // namespace

Extraction read_pdf(const std::string& bytes, const std::string& name,
                    const ExtractOptions& options, const std::string& tessdata) {
  return PdfReader(bytes, name, options, tessdata).read();
}

}  // namespace prongsai::extract
