// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/hidden_text.h"

#include <algorithm>
#include <cmath>

namespace prongsai::extract {
namespace {

// From here on, of 255, a colour does not stand out from white paper.
constexpr int kWhite = 250;
// Watermarks are large and light.
constexpr double kWatermarkSize = 40;
constexpr int kLight = 170;
constexpr int kFaint = 140;
// Text that leans by less than this is a scan's or a chart's, not a watermark.
constexpr double kSlant = 8;

// The painted areas by where they are. A page has a few to a few hundred; a hostile page has as
// many as the collector lets through, so each tile keeps a bounded list of the latest ones.
class AreaGrid {
 public:
  explicit AreaGrid(const PageContent& page) : areas_(page.areas) {
    if (areas_.empty()) return;
    tile_ = std::max({16.0, page.width / 64, page.height / 64});
    columns_ = std::clamp(static_cast<int>(page.width / tile_) + 1, 1, 65);
    rows_ = std::clamp(static_cast<int>(page.height / tile_) + 1, 1, 65);
    tiles_.resize(static_cast<size_t>(columns_) * static_cast<size_t>(rows_));
    for (size_t i = areas_.size(); i-- > 0;) add(static_cast<uint32_t>(i));
  }

  // Whether something opaque was painted over the point later; and what lies under it.
  struct Layers {
    bool covered = false;
    const PaintedArea* under = nullptr;
  };
  Layers at(double x, double y, uint32_t order) const {
    Layers layers;
    if (tiles_.empty()) return layers;
    for (uint32_t index : tiles_[tile_at(x, y)]) {  // the latest first
      const PaintedArea& area = areas_[index];
      if (x < area.box.x0 || x > area.box.x1 || y < area.box.y0 || y > area.box.y1) continue;
      if (area.order < order) {
        layers.under = &area;
        return layers;
      }
      layers.covered = true;
    }
    return layers;
  }

 private:
  static constexpr size_t kMaxPerTile = 200;

  int column(double x) const { return std::clamp(static_cast<int>(x / tile_), 0, columns_ - 1); }
  int row(double y) const { return std::clamp(static_cast<int>(y / tile_), 0, rows_ - 1); }
  size_t index_of(int row, int column) const {
    return static_cast<size_t>(row) * static_cast<size_t>(columns_) + static_cast<size_t>(column);
  }

  size_t tile_at(double x, double y) const { return index_of(row(y), column(x)); }

  void add(uint32_t index) {
    const Box& box = areas_[index].box;
    for (int r = row(box.y0); r <= row(box.y1); ++r) {
      for (int c = column(box.x0); c <= column(box.x1); ++c) {
        auto& list = tiles_[index_of(r, c)];
        if (list.size() < kMaxPerTile) list.push_back(index);
      }
    }
  }

  const std::vector<PaintedArea>& areas_;
  double tile_ = 16;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::vector<uint32_t>> tiles_;
};

bool is_slanted(double angle) {
  double lean = std::fmod(angle, 90);
  return std::min(lean, 90 - lean) > kSlant;
}

}  // namespace

std::vector<Visibility> glyph_visibility(const PageContent& page) {
  std::vector<Visibility> result(page.glyphs.size(), Visibility::kVisible);
  AreaGrid grid(page);
  for (size_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (glyph.invisible) {
      result[i] = Visibility::kHidden;
      continue;
    }
    // The middle of the letter's body: half its advance along, a quarter of its size up.
    double turn = glyph.angle * M_PI / 180;
    double x = glyph.x + glyph.dx / 2 + std::sin(turn) * glyph.size * 0.25;
    double y = glyph.y + glyph.dy / 2 - std::cos(turn) * glyph.size * 0.25;
    AreaGrid::Layers layers = grid.at(x, y, glyph.order);
    bool on_paper = !layers.under || (!layers.under->image && layers.under->luminance >= kWhite);
    const bool faint = glyph.luminance >= kLight || glyph.opacity <= kFaint;
    const bool large = glyph.size >= kWatermarkSize && on_paper;
    if (layers.covered || (glyph.luminance >= kWhite && on_paper)) {
      result[i] = Visibility::kHidden;
    } else if (is_slanted(glyph.angle) || (large && faint)) {
      result[i] = Visibility::kWatermark;
    }
  }
  return result;
}

}  // namespace prongsai::extract
