// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/sheet.h"

#include <algorithm>
#include <numeric>

#include "extract/raster_rulings.h"
#include "extract/text_segments.h"

namespace prongsai::extract {
namespace {

// Of the height of letters without ascenders: what words reach above and below them, and the size
// of the type.
constexpr double kAboveBand = 0.5;
constexpr double kBelowBand = 0.25;
constexpr double kFontSize = 1.7;
// So many lines tell which way up a page is, if they are so long.
constexpr size_t kLinesToTell = 10;
// More lines, or words beside each other, are on no page: it is noise, or a picture of something.
constexpr size_t kMostLines = 4000;
constexpr double kLengthToTell = 8;  // of the height of letters

// Words stand as high as letters with their marks do, whatever marks these have.
Box with_marks(const Box& band, double scale) {
  return {band.x0 * scale, (band.y0 - kAboveBand * band.height()) * scale, band.x1 * scale,
          (band.y1 + kBelowBand * band.height()) * scale};
}

}  // namespace

Sheet::Sheet(const Raster& raster, SegmentReader& reader)
    : reader_(reader), dots_per_inch_(raster.dots_per_inch), picture_(prepare_page(raster)) {
  if (!picture_.gray || !picture_.ink) return;
  rulings_ = take_rulings(picture_);
  ink_ = std::make_unique<PageInk>(picture_);
  chunks_ = find_chunks(find_segments(ink_->parts(), rulings_, dots_per_inch_));
  for (size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    if (i == 0 || chunk.segment != chunks_[i - 1].segment) lines_.push_back({i, i, 0});
    Line& line = lines_.back();
    line.end = i + 1;
    line.length =
        (chunk.ink.x1 - chunks_[line.begin].ink.x0) / std::max(chunk.bottom - chunk.top, 1.0);
  }
}

const std::vector<Word>& Sheet::words_of(size_t line, const Deadline& deadline) {
  const auto found = read_.find(line);
  if (found != read_.end()) return found->second;
  const auto begin = chunks_.begin() + static_cast<std::ptrdiff_t>(lines_[line].begin);
  const auto end = chunks_.begin() + static_cast<std::ptrdiff_t>(lines_[line].end);
  return read_[line] = reader_.read(std::vector<Chunk>(begin, end), *ink_, deadline.left());
}

std::optional<double> Sheet::clarity(const Deadline& deadline) {
  if (lines_.size() > kMostLines) return std::nullopt;
  std::vector<size_t> longest;
  for (size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].length >= kLengthToTell) longest.push_back(i);
  }
  if (longest.empty()) return std::nullopt;
  const size_t count = std::min(kLinesToTell, longest.size());
  std::ranges::partial_sort(longest, longest.begin() + static_cast<std::ptrdiff_t>(count),
                            std::ranges::greater(), [&](size_t i) { return lines_[i].length; });
  std::vector<double> sure;
  for (size_t i = 0; i < count && !deadline.passed(); ++i) {
    double sum = 0;
    double letters = 0;
    for (const Word& word : words_of(longest[i], deadline)) {
      sum += word.confidence * static_cast<double>(word.raw.size());
      letters += static_cast<double>(word.raw.size());
    }
    if (letters > 0) sure.push_back(sum / letters);
  }
  if (sure.empty()) return 0;
  // Of the better half: text on the back of the paper shines through, mirrored.
  std::ranges::sort(sure, std::ranges::greater());
  sure.resize((sure.size() + 1) / 2);
  return std::accumulate(sure.begin(), sure.end(), 0.0) / static_cast<double>(sure.size());
}

OcrPage Sheet::read(const Deadline& deadline) {
  OcrPage page;
  page.lean = picture_.lean;
  if (lines_.size() > kMostLines) {
    page.complete = false;
    return page;
  }
  page.rulings = rulings_;
  const double scale = 72 / dots_per_inch_;
  for (size_t line = 0; line < lines_.size(); ++line) {
    if (deadline.passed()) {
      page.complete = false;
      break;
    }
    for (Word word : words_of(line, deadline)) {
      if (word.raw.empty()) continue;
      word.text = word.raw;
      word.font_size = kFontSize * word.box.height() * scale;
      word.box = with_marks(word.box, scale);
      page.confidence += word.confidence;
      page.words.push_back(std::move(word));
    }
  }
  if (!page.words.empty()) page.confidence /= static_cast<double>(page.words.size());
  return page;
}

}  // namespace prongsai::extract
