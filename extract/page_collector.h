// SPDX-License-Identifier: GPL-3.0-or-later
// The Poppler device that collects what a page draws. Poppler types: for pdf_document.cc only.
#pragma once

#include <OutputDev.h>

#include <map>
#include <utility>

#include "extract/page_content.h"
#include "extract/path_rulings.h"

namespace prongsai::extract {

// Inside a page no coordinate of use is beyond this; NaN fails the test too.
constexpr double kFarAway = 1e6;

inline bool near_enough(double value) { return value > -kFarAway && value < kFarAway; }

// What one page may cost; beyond it the page is cut off.
struct PageLimits {
  size_t glyphs = 400'000;
  size_t rulings = 200'000;
  size_t paths = 1'000'000;  // stroked and filled, whether rulings come of them or not
  size_t areas = 50'000;
  double cpu_seconds = 10;
};

class PageCollector : public OutputDev {
 public:
  explicit PageCollector(const PageLimits& limits);

  // What the last displayed page drew.
  PageContent take() { return std::move(content_); }

  // To be given to displayPage() with `this` as its data: true once a limit is reached.
  static bool should_stop(void* collector);

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  // Patterns and shadings are taken as painted without being drawn: they hold no text, and are the
  // cheapest way to keep a renderer busy for ever.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool axialShadedSupportExtend(GfxState*, GfxAxialShading*) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool radialShadedSupportExtend(GfxState*, GfxRadialShading*) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override;

  void startPage(int number, GfxState* state, XRef* xref) override;
  void restoreState(GfxState* state) override;
  void updateAll(GfxState* state) override;
  void updateFont(GfxState* state) override;
  void updateFillColorSpace(GfxState* state) override;
  void updateFillColor(GfxState* state) override;
  void updateStrokeColorSpace(GfxState* state) override;
  void updateStrokeColor(GfxState* state) override;
  void setSoftMask(GfxState* state, const double*, bool, Function*, GfxColor*) override;
  void clearSoftMask(GfxState* state) override;
  void beginTransparencyGroup(GfxState* state, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override;
  void endTransparencyGroup(GfxState* state) override;

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* text,
                int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool interpolate, const int* mask,
                 bool is_inline) override;
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                       GfxImageColorMap* colors, bool interpolate, Stream* mask, int mask_width,
                       int mask_height, bool mask_invert, bool mask_interpolate) override;
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* colors, bool interpolate, Stream* mask, int mask_width,
                           int mask_height, GfxImageColorMap* mask_colors,
                           bool mask_interpolate) override;

 private:
  void load_style(GfxState* state);
  void load_colors(GfxState* state);
  void append_text(Glyph& glyph, const std::u32string& text);
  void note_area(GfxState* state, Box box, bool image);
  void note_image(GfxState* state, bool opaque);
  void fill_path(GfxState* state);
  bool may_draw_path();
  std::vector<Subpath> page_path(GfxState* state);
  // Of the rulings since `first`, keeps what can be seen: inside of the clipping path's box, and
  // not white on white.
  void keep_seen_rulings(GfxState* state, size_t first, int luminance);
  bool shows(const Ruling& ruling, int luminance) const;

  PageLimits limits_;
  PageContent content_;
  uint32_t order_ = 0;
  bool style_is_stale_ = true;
  bool colors_are_stale_ = true;
  uint16_t style_ = 0;
  uint8_t fill_luminance_ = 0;
  uint8_t stroke_luminance_ = 0;
  int soft_mask_depth_ = 0;  // inside the drawing of a mask, which is never seen itself
  int group_depth_ = 0;
  bool masked_ = false;
  int actual_text_depth_ = 0;
  size_t actual_text_first_ = 0;  // index of the first glyph of the span
  std::u32string actual_text_;
  std::map<std::pair<int, int>, uint16_t> known_styles_;
  double cpu_start_ = 0;
  int checks_ = 0;
  bool stopped_ = false;
  size_t paths_ = 0;
};

}  // namespace prongsai::extract
