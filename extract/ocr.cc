// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "extract/pix.h"
#include "extract/segment_reader.h"
#include "extract/sheet.h"
#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

// A page whose long lines are read less surely may lie on its side or upside down; the right way up
// is plainly clearer.
constexpr double kClear = 0.75;
constexpr double kPlainlyClearer = 0.1;
constexpr double kLeastClear = 0.65;  // of a page that is turned

// Tesseract starts four threads for every layer of its network, which costs more than it gains and
// ruins a machine whose cores each read a page. OMP_THREAD_LIMIT is read when the program is
// loaded, too late to be set here; forbidding parallel regions has the same effect, per thread.
void forbid_engine_threads() {
  using SetLevels = void (*)(int);
  auto set_levels = reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
  if (set_levels) set_levels(0);
}

// One engine a thread is kept between pages.
SegmentReader& reader_of_this_thread(const std::string& tessdata) {
  thread_local std::string folder;
  thread_local std::unique_ptr<SegmentReader> reader;
  if (reader && folder == tessdata) return *reader;
  forbid_engine_threads();
  setMsgSeverity(L_SEVERITY_NONE);
  folder = tessdata;
  reader = SegmentReader::open(tessdata);
  if (!reader) {
    throw Error(ErrorCode::kMissingModel, "", 0,
                fmt::format("the OCR engine cannot load the models in {}", tessdata));
  }
  return *reader;
}

Raster turned_back(const Raster& raster, int rotation) {
  const PixPtr pix = to_pix(raster);
  const PixPtr turned(pix ? pixRotateOrth(pix.get(), (360 - rotation) / 90 % 4) : nullptr);
  return turned ? to_raster(turned.get(), raster.dots_per_inch) : Raster();
}

// From a page turned back by `rotation`, of so many points, to the page as it is shown.
Box as_shown(const Box& box, int rotation, double width, double height) {
  switch (rotation) {
    case 90:
      return {height - box.y1, box.x0, height - box.y0, box.x1};
    case 180:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 270:
      return {box.y0, width - box.x1, box.y1, width - box.x0};
    default:
      return box;
  }
}

void turn(OcrPage& page, int rotation, double width, double height) {
  for (Word& word : page.words) {
    word.box = as_shown(word.box, rotation, width, height);
    word.rotation = rotation;
  }
  for (Ruling& ruling : page.rulings) {
    const Box box = as_shown({ruling.x0, ruling.y0, ruling.x1, ruling.y1}, rotation, width, height);
    ruling = {box.x0, box.y0, box.x1, box.y1, ruling.thickness};
  }
}

// The way up in which the page is read best, if it is not read well as it is.
OcrPage read_other_ways_up(const Raster& raster, SegmentReader& reader, double clarity,
                           const Deadline& deadline) {
  OcrPage best;
  for (const int rotation : {180, 90, 270}) {
    if (deadline.passed()) break;
    const Raster turned = turned_back(raster, rotation);
    if (turned.empty()) continue;
    Sheet sheet(turned, reader);
    if (!sheet.ready()) continue;
    const std::optional<double> now = sheet.clarity(deadline);
    if (!now || *now < std::max(clarity + kPlainlyClearer, kLeastClear)) continue;
    clarity = *now;
    best = sheet.read(deadline);
    const double scale = 72 / turned.dots_per_inch;
    turn(best, rotation, turned.width * scale, turned.height * scale);
    if (clarity > kClear) break;
  }
  return best;
}

OcrPage read_picture(const Raster& raster, const std::string& tessdata, double seconds) {
  SegmentReader& reader = reader_of_this_thread(tessdata);
  const Deadline deadline(seconds);
  Sheet sheet(raster, reader);
  if (!sheet.ready()) {
    OcrPage nothing;
    nothing.complete = false;
    return nothing;
  }
  const std::optional<double> clarity = sheet.clarity(deadline);
  if (clarity && *clarity < kClear) {
    OcrPage other = read_other_ways_up(raster, reader, *clarity, deadline);
    if (!other.words.empty()) return other;
  }
  return sheet.read(deadline);
}

}  // namespace

void load_ocr(const std::string& tessdata) { reader_of_this_thread(tessdata); }

OcrPage read_by_ocr(const Raster& raster, const std::string& tessdata, double seconds,
                    const PictureMemory& memory) {
  const auto read = [&] { return read_picture(raster, tessdata, seconds); };
  return memory ? memory(raster, read) : read();
}

}  // namespace prongsai::extract
