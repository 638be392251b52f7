// SPDX-License-Identifier: GPL-3.0-or-later
// What the collector makes of paths and images.
#include <GfxState.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>

#include "extract/page_collector.h"

namespace prongsai::extract {
namespace {

// From here on, of 255, a colour does not stand out from white paper.
constexpr int kWhite = 250;
// How many of the latest areas are asked for what lies under a white line.
constexpr size_t kMaxAreasBelow = 300;

// Reads over the data of an inline image, which stands between the operators.
void skip_inline_image(Stream* stream, int width, int height, int components, int bits) {
  if (!stream || width <= 0 || height <= 0) return;
  int64_t left = (static_cast<int64_t>(width) * components * bits + 7) / 8 * height;
  stream->reset();
  while (left-- > 0 && stream->getChar() != EOF) {
  }
  stream->close();
}

}  // namespace

std::vector<Subpath> PageCollector::page_path(GfxState* state) {
  std::vector<Subpath> result;
  const GfxPath* path = state->getPath();
  if (!path) return result;
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* source = path->getSubpath(i);
    // Nothing with this many corners is a line or a frame.
    if (source->getNumPoints() > 64) {
      result.push_back({{}, false, true});
      continue;
    }
    Subpath subpath;
    subpath.closed = source->isClosed();
    bool usable = true;
    for (int k = 0; k < source->getNumPoints(); ++k) {
      if (source->getCurve(k)) {
        subpath.curved = true;
        continue;
      }
      PathPoint point;
      state->transform(source->getX(k), source->getY(k), &point.x, &point.y);
      usable = usable && near_enough(point.x) && near_enough(point.y);
      subpath.points.push_back(point);
    }
    if (usable) result.push_back(std::move(subpath));
  }
  return result;
}

bool PageCollector::shows(const Ruling& ruling, int luminance) const {
  if (luminance < kWhite) return true;
  // White lines part coloured cells; on white paper they are what an editor left behind.
  double x = (ruling.x0 + ruling.x1) / 2;
  double y = (ruling.y0 + ruling.y1) / 2;
  size_t last = content_.areas.size();
  for (size_t i = last; i > 0 && i + kMaxAreasBelow > last; --i) {
    const PaintedArea& area = content_.areas[i - 1];
    if (x > area.box.x0 - 1 && x < area.box.x1 + 1 && y > area.box.y0 - 1 && y < area.box.y1 + 1) {
      return area.image || area.luminance < kWhite;
    }
  }
  return false;
}

void PageCollector::keep_seen_rulings(GfxState* state, size_t first, int luminance) {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  x0 = std::max(x0, 0.0);
  y0 = std::max(y0, 0.0);
  x1 = std::min(x1, content_.width);
  y1 = std::min(y1, content_.height);
  auto& rulings = content_.rulings;
  size_t kept = first;
  for (size_t i = first; i < rulings.size(); ++i) {
    Ruling ruling = rulings[i];
    double slack = ruling.thickness / 2 + 0.5;
    if (ruling.x1 < x0 - slack || ruling.x0 > x1 + slack || ruling.y1 < y0 - slack ||
        ruling.y0 > y1 + slack || !shows(ruling, luminance)) {
      continue;
    }
    if (ruling.horizontal()) {
      ruling.x0 = std::max(ruling.x0, x0);
      ruling.x1 = std::min(ruling.x1, x1);
    } else {
      ruling.y0 = std::max(ruling.y0, y0);
      ruling.y1 = std::min(ruling.y1, y1);
    }
    if (ruling.x0 > ruling.x1 || ruling.y0 > ruling.y1) continue;
    rulings[kept++] = ruling;
  }
  rulings.resize(kept);
}

bool PageCollector::may_draw_path() {
  stopped_ = stopped_ || ++paths_ > limits_.paths || content_.rulings.size() >= limits_.rulings;
  return !stopped_;
}

void PageCollector::stroke(GfxState* state) {
  if (soft_mask_depth_ > 0 || state->getStrokeOpacity() < 0.05) return;
  if (!may_draw_path()) return;
  size_t first = content_.rulings.size();
  if (colors_are_stale_) load_colors(state);
  double width = std::min(state->getTransformedLineWidth(), 100.0);
  for (const Subpath& path : page_path(state)) add_stroked(path, width, content_.rulings);
  keep_seen_rulings(state, first, stroke_luminance_);
}

void PageCollector::fill(GfxState* state) { fill_path(state); }
void PageCollector::eoFill(GfxState* state) { fill_path(state); }

void PageCollector::fill_path(GfxState* state) {
  if (soft_mask_depth_ > 0 || state->getFillOpacity() < 0.05) return;
  if (!may_draw_path()) return;
  size_t first = content_.rulings.size();
  if (colors_are_stale_) load_colors(state);
  for (const Subpath& path : page_path(state)) {
    if (path.curved) ++content_.outlines;
    if (add_filled(path, content_.rulings) || path.curved) continue;
    if (path.points.size() != 4 && path.points.size() != 5) continue;
    Box box{path.points[0].x, path.points[0].y, path.points[0].x, path.points[0].y};
    bool upright = true;
    for (size_t i = 0; i < path.points.size(); ++i) {
      const PathPoint& a = path.points[i];
      const PathPoint& b = path.points[(i + 1) % path.points.size()];
      box = united(box, {a.x, a.y, a.x, a.y});
      upright = upright && (std::abs(a.x - b.x) < 0.5 || std::abs(a.y - b.y) < 0.5);
    }
    if (upright) note_area(state, box, false);
  }
  keep_seen_rulings(state, first, fill_luminance_);
}

bool PageCollector::tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*,
                                      int, int, int, int, double, double) {
  return true;
}

void PageCollector::note_area(GfxState* state, Box box, bool image) {
  if (masked_ || state->getBlendMode() != gfxBlendNormal || state->getFillOpacity() < 0.95) return;
  if (content_.areas.size() >= limits_.areas) return;
  double clip[4] = {};
  state->getClipBBox(&clip[0], &clip[1], &clip[2], &clip[3]);
  box.x0 = std::max({box.x0, clip[0], 0.0});
  box.y0 = std::max({box.y0, clip[1], 0.0});
  box.x1 = std::min({box.x1, clip[2], content_.width});
  box.y1 = std::min({box.y1, clip[3], content_.height});
  if (box.width() < 1 || box.height() < 1) return;
  if (colors_are_stale_) load_colors(state);
  content_.areas.push_back({box, ++order_, fill_luminance_, image});
}

void PageCollector::note_image(GfxState* state, bool opaque) {
  if (soft_mask_depth_ > 0) return;
  const double corners[4][2] = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
  Box box;
  for (int i = 0; i < 4; ++i) {
    double x = 0;
    double y = 0;
    state->transform(corners[i][0], corners[i][1], &x, &y);
    if (!near_enough(x) || !near_enough(y)) return;
    box = i == 0 ? Box{x, y, x, y} : united(box, {x, y, x, y});
  }
  box.x0 = std::max(box.x0, 0.0);
  box.y0 = std::max(box.y0, 0.0);
  box.x1 = std::min(box.x1, content_.width);
  box.y1 = std::min(box.y1, content_.height);
  if (box.width() <= 0 || box.height() <= 0) return;
  content_.image_area += box.width() * box.height();
  if (opaque) note_area(state, box, true);
}

void PageCollector::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                                  bool, bool, bool is_inline) {
  if (is_inline) skip_inline_image(stream, width, height, 1, 1);
  note_image(state, false);
}

void PageCollector::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                              GfxImageColorMap* colors, bool, const int* mask, bool is_inline) {
  if (is_inline && colors) {
    skip_inline_image(stream, width, height, colors->getNumPixelComps(), colors->getBits());
  }
  note_image(state, mask == nullptr);
}

void PageCollector::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                    bool, Stream*, int, int, bool, bool) {
  note_image(state, false);
}

void PageCollector::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int,
                                        GfxImageColorMap*, bool, Stream*, int, int,
                                        GfxImageColorMap*, bool) {
  note_image(state, false);
}

}  // namespace prongsai::extract
