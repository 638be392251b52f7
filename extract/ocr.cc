// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "extract/page_ink.h"
#include "extract/page_picture.h"
#include "extract/raster_rulings.h"
#include "extract/segment_reader.h"
#include "extract/text_chunks.h"
#include "extract/text_segments.h"
#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

// Of the height of letters without ascenders: what words reach above and below them, and the size
// of the type.
constexpr double kAboveBand = 0.5;
constexpr double kBelowBand = 0.25;
constexpr double kFontSize = 1.7;

constexpr const char* kSystemFolders[] = {
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
};

bool has_model(const std::filesystem::path& folder, const char* language) {
  std::error_code error;
  return std::filesystem::is_regular_file(folder / fmt::format("{}.traineddata", language), error);
}

// Tesseract starts four threads for every layer of its network, which costs more than it gains and
// ruins a machine whose cores each read a page. OMP_THREAD_LIMIT is read when the program is
// loaded, too late to be set here; forbidding parallel regions has the same effect, per thread.
void forbid_engine_threads() {
  using SetLevels = void (*)(int);
  auto set_levels = reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
  if (set_levels) set_levels(0);
}

// One engine a thread is kept between pages.
SegmentReader* reader_of_this_thread(const std::string& tessdata) {
  thread_local std::string folder;
  thread_local std::unique_ptr<SegmentReader> reader;
  if (reader && folder == tessdata) return reader.get();
  forbid_engine_threads();
  setMsgSeverity(L_SEVERITY_NONE);
  folder = tessdata;
  reader = SegmentReader::open(tessdata);
  return reader.get();
}

// Words stand as high as letters with their marks do, whatever marks these have.
Box box_of(const Chunk& chunk, double scale) {
  const double height = chunk.bottom - chunk.top;
  return {chunk.ink.x0 * scale, (chunk.top - kAboveBand * height) * scale, chunk.ink.x1 * scale,
          (chunk.bottom + kBelowBand * height) * scale};
}

}  // namespace

std::string find_tessdata(const std::string& wanted) {
  std::vector<std::string> folders;
  if (!wanted.empty()) {
    folders.push_back(wanted);
  } else {
    if (const char* prefix = std::getenv("TESSDATA_PREFIX")) folders.emplace_back(prefix);
    folders.insert(folders.end(), std::begin(kSystemFolders), std::end(kSystemFolders));
  }
  for (const std::string& folder : folders) {
    if (has_model(folder, "tha")) return folder;
  }
  throw Error(ErrorCode::kMissingModel, wanted, 0,
              "the Thai OCR model (tha.traineddata) is missing: install the package "
              "tesseract-ocr-tha, name its folder by --tessdata, or use --ocr=never");
}

OcrPage read_by_ocr(const Raster& raster, const std::string& tessdata, double seconds) {
  SegmentReader* reader = reader_of_this_thread(tessdata);
  if (!reader) {
    throw Error(ErrorCode::kMissingModel, "", 0,
                fmt::format("the OCR engine cannot load the models in {}", tessdata));
  }
  OcrPage page;
  const auto start = std::chrono::steady_clock::now();
  const auto left = [&] {
    return seconds -
           std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  PagePicture picture = prepare_page(raster);
  if (!picture.gray || !picture.ink) {
    page.complete = false;
    return page;
  }
  page.lean = picture.lean;
  page.rulings = take_rulings(picture);
  const PageInk ink(picture);
  const double scale = 72 / raster.dots_per_inch;
  const std::vector<Chunk> chunks =
      find_chunks(find_segments(ink.parts(), page.rulings, raster.dots_per_inch));
  for (auto begin = chunks.begin(); begin != chunks.end();) {
    const auto end = std::find_if(begin, chunks.end(), [&](const Chunk& chunk) {
      return chunk.segment != begin->segment;
    });
    if (left() <= 0) {
      page.complete = false;
      break;
    }
    std::vector<Word> words = reader->read({begin, end}, ink, left());
    for (size_t i = 0; i < words.size(); ++i) {
      Word& word = words[i];
      if (word.raw.empty()) continue;
      const Chunk& chunk = begin[static_cast<std::ptrdiff_t>(i)];
      word.text = word.raw;
      word.box = box_of(chunk, scale);
      word.font_size = kFontSize * (chunk.bottom - chunk.top) * scale;
      page.confidence += word.confidence;
      page.words.push_back(std::move(word));
    }
    begin = end;
  }
  if (!page.words.empty()) page.confidence /= static_cast<double>(page.words.size());
  return page;
}

}  // namespace prongsai::extract
