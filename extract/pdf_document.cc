// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf_document.h"

#include <Annot.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <Stream.h>
#include <fmt/format.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "extract/cpu_time.h"
#include "extract/page_collector.h"
#include "extract/pdf_trailer.h"
#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

// Poppler's callback knows neither document nor thread, so the complaints of a thread are counted
// here and each document takes what came while it was working. Only the first is kept: a hostile
// file causes hundreds of megabytes of them.
struct Complaints {
  int count = 0;
  std::string first;
};
thread_local Complaints current_complaints;

// Bytes; the densest real pages have a few millions.
constexpr size_t kMaxContent = size_t{64} * 1024 * 1024;
constexpr int kMaxContentStreams = 10'000;

void note_complaint(ErrorCategory, Goffset, const char* message) {
  if (current_complaints.count++ == 0 && message) {
    current_complaints.first.assign(message, strnlen(message, 200));
  }
}

void start_poppler() { static GlobalParamsIniter started(note_complaint); }

// Annotations are part of what a reader sees (filled forms, stamps), but for the frames of links
// and the marks that reviewers leave.
bool is_wanted(Annot* annotation, void*) {
  switch (annotation->getType()) {
    case Annot::typeLink:
    case Annot::typeText:
    case Annot::typePopup:
    case Annot::typeHighlight:
    case Annot::typeUnderline:
    case Annot::typeSquiggly:
    case Annot::typeStrikeOut:
      return false;
    default:
      return true;
  }
}

// What the page tree's root says about its number of pages; 0 if it says nothing.
long long announced_pages(PDFDoc& document) {
  Object catalog = document.getXRef()->getCatalog();
  if (!catalog.isDict()) return 0;
  Object pages = catalog.dictLookup("Pages");
  if (!pages.isDict()) return 0;
  Object count = pages.dictLookup("Count");
  return count.isInt() || count.isInt64() ? count.getIntOrInt64() : count.isReal() ? 1 : 0;
}

std::unique_ptr<PDFDoc> open_document(const std::string& bytes, bool& repaired) {
  auto* stream =
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  return std::make_unique<PDFDoc>(stream, std::optional<GooString>(), std::optional<GooString>(),
                                  nullptr, [&repaired]() { repaired = true; });
}

// Whether the page's content, decoded, stays within kMaxContent. Poppler looks for the time limit
// between operators only, and a few kilobytes decode to a gigabyte of blanks.
bool has_sane_content(Page& page) {
  Object contents = page.getContents();
  std::vector<Object> streams;
  if (contents.isStream()) {
    streams.push_back(std::move(contents));
  } else if (contents.isArray()) {
    for (int i = 0; i < contents.arrayGetLength() && i < kMaxContentStreams; ++i) {
      streams.push_back(contents.arrayGet(i));
    }
  }
  std::vector<unsigned char> block(size_t{64} * 1024);
  size_t size = 0;
  for (Object& object : streams) {
    if (!object.isStream()) continue;
    Stream* stream = object.getStream();
    stream->reset();
    for (int count = 1; count > 0 && size <= kMaxContent;) {
      count = stream->doGetChars(static_cast<int>(block.size()), block.data());
      size += static_cast<size_t>(std::max(count, 0));
    }
    stream->close();
    if (size > kMaxContent) return false;
  }
  return true;
}

struct CpuLimit {
  double until = 0;
  int checks = 0;
  bool reached = false;
};

bool limit_reached(void* data) {
  auto* limit = static_cast<CpuLimit*>(data);
  if (!limit->reached && ++limit->checks % 8 == 0) {
    limit->reached = thread_cpu_seconds() > limit->until;
  }
  return limit->reached;
}

}  // namespace

struct PdfDocument::Impl {
  std::string completed;  // the file with the trailer that it lacks; empty if it has one
  std::unique_ptr<PDFDoc> document;
  bool repaired = false;
  Complaints complaints;

  // Counts the complaints of this thread for this document while it lives.
  struct Listener {
    explicit Listener(Complaints& own) : own_(own) { current_complaints = {}; }
    ~Listener() {
      if (own_.count == 0) own_.first = current_complaints.first;
      own_.count += current_complaints.count;
    }
    Complaints& own_;
  };
};

PdfDocument::PdfDocument(const std::string& bytes, const std::string& name)
    : impl_(std::make_unique<Impl>()) {
  start_poppler();
  Impl::Listener listener(impl_->complaints);
  impl_->document = open_document(bytes, impl_->repaired);
  if (!impl_->document->isOk() && impl_->document->getErrorCode() != errEncrypted) {
    // Poppler needs a trailer even to search a file for its objects; what is cut off has none.
    impl_->completed = with_trailer(bytes);
    if (!impl_->completed.empty()) {
      impl_->repaired = true;
      impl_->document = open_document(impl_->completed, impl_->repaired);
    }
  }
  PDFDoc& document = *impl_->document;
  if (!document.isOk()) {
    if (document.getErrorCode() == errEncrypted) {
      throw Error(ErrorCode::kEncrypted, name, 0,
                  "the PDF is encrypted and needs a password to be opened");
    }
    throw Error(ErrorCode::kDamaged, name, 0,
                "the PDF is damaged or cut off: its page tree cannot be found");
  }
  if (document.getNumPages() <= 0) {
    const long long announced = announced_pages(document);
    if (announced == 0 && !impl_->repaired) {
      throw Error(ErrorCode::kNoPages, name, 0, "the PDF has no pages");
    }
    throw Error(
        ErrorCode::kDamaged, name, 0,
        fmt::format("the PDF is damaged: it announces {} pages, but none can be found", announced));
  }
}

PdfDocument::~PdfDocument() = default;

int PdfDocument::page_count() const { return impl_->document->getNumPages(); }
bool PdfDocument::was_repaired() const { return impl_->repaired; }
int PdfDocument::complaints() const { return impl_->complaints.count; }
const std::string& PdfDocument::first_complaint() const { return impl_->complaints.first; }

bool PdfDocument::has_page(int number) const {
  Impl::Listener listener(impl_->complaints);
  Page* page = impl_->document->getPage(number);
  return page && page->isOk();
}

PageContent PdfDocument::page(int number, double cpu_seconds) {
  Impl::Listener listener(impl_->complaints);
  PageLimits limits;
  limits.cpu_seconds = cpu_seconds;
  PageCollector collector(limits);
  Page* drawn = impl_->document->getPage(number);
  if (!drawn || !has_sane_content(*drawn)) {
    PageContent none;
    none.complete = false;
    if (drawn) {
      none.width = drawn->getCropWidth();
      none.height = drawn->getCropHeight();
    }
    return none;
  }
  // At 72 dots per inch a device unit is a point.
  impl_->document->displayPage(&collector, number, 72, 72, 0, false, true, false,
                               PageCollector::should_stop, &collector, is_wanted, nullptr);
  return collector.take();
}

Raster PdfDocument::render(int number, double dots_per_inch, double cpu_seconds) {
  Impl::Listener listener(impl_->complaints);
  Raster raster;
  Page* page = impl_->document->getPage(number);
  if (!page) return raster;
  double width = page->getCropWidth();
  double height = page->getCropHeight();
  if (page->getRotate() == 90 || page->getRotate() == 270) std::swap(width, height);
  if (!(width >= 1) || !(height >= 1) || !std::isfinite(width * height)) return raster;
  double dpi = dots_per_inch;
  dpi = std::min(dpi, 72 * std::sqrt(kMaxRasterPixels / (width * height)));
  dpi = std::min(dpi, 72 * kMaxRasterSide / std::max(width, height));

  SplashColor white;
  white[0] = 255;
  SplashOutputDev device(splashModeMono8, 1, false, white);
  device.startDoc(impl_->document.get());
  CpuLimit limit;
  limit.until = thread_cpu_seconds() + cpu_seconds;
  impl_->document->displayPage(&device, number, dpi, dpi, 0, false, true, false, limit_reached,
                               &limit, is_wanted, nullptr);
  const SplashBitmap* bitmap = device.getBitmap();
  // Poppler hands out a bitmap of 1 x 1 where it could not allocate one of the right size.
  if (!bitmap || limit.reached || std::abs(bitmap->getWidth() - width * dpi / 72) > 2 ||
      std::abs(bitmap->getHeight() - height * dpi / 72) > 2) {
    return raster;
  }
  raster.width = bitmap->getWidth();
  raster.height = bitmap->getHeight();
  raster.dots_per_inch = dpi;
  raster.gray.resize(static_cast<size_t>(raster.width) * static_cast<size_t>(raster.height));
  const unsigned char* rows = const_cast<SplashBitmap*>(bitmap)->getDataPtr();
  for (int y = 0; y < raster.height; ++y) {
    std::memcpy(raster.gray.data() + static_cast<size_t>(y) * static_cast<size_t>(raster.width),
                rows + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize(),
                static_cast<size_t>(raster.width));
  }
  return raster;
}

}  // namespace prongsai::extract
