// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_collector.h"

#include <GfxFont.h>
#include <GfxState.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "extract/cpu_time.h"

namespace prongsai::extract {
namespace {

// Inside a page no coordinate of use is beyond this; NaN fails the test too.
constexpr double kFarAway = 1e6;

// From here on, of 255, a colour does not stand out from white paper.
constexpr int kWhite = 250;
// How many of the latest areas are asked for what lies under a white line.
constexpr size_t kMaxAreasBelow = 300;

bool near_enough(double value) { return value > -kFarAway && value < kFarAway; }

uint8_t luminance_of(const GfxRGB& rgb) {
  double sum = 0.299 * colToDbl(rgb.r) + 0.587 * colToDbl(rgb.g) + 0.114 * colToDbl(rgb.b);
  return static_cast<uint8_t>(std::clamp(sum, 0.0, 1.0) * 255 + 0.5);
}

// What a font's name and flags say about its weight. Word names its bold fonts
// "ABCDEE+TH SarabunIT9,Bold".
bool is_bold(const GfxFont& font) {
  if (font.isBold() || (font.getWeight() >= GfxFont::W600 && font.getWeight() <= GfxFont::W900)) {
    return true;
  }
  const auto& name = font.getName();
  if (!name) return false;
  for (const char* sign : {"Bold", "bold", "BOLD", "Black", "Heavy"}) {
    if (name->find(sign) != std::string::npos) return true;
  }
  return false;
}

// The text of a PDF text string: UTF-16 with a byte order mark, UTF-8 with one, or else bytes that
// are taken as Latin-1 (PDFDocEncoding, but for a few quotes and dashes).
std::u32string decode_text_string(const std::string& bytes) {
  std::u32string text;
  auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() >= 2 && byte(0) == 0xFE && byte(1) == 0xFF) {
    for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
      char32_t unit = static_cast<char32_t>(byte(i) << 8 | byte(i + 1));
      if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
        char32_t low = static_cast<char32_t>(byte(i + 2) << 8 | byte(i + 3));
        if (low >= 0xDC00 && low < 0xE000) {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          i += 2;
        }
      }
      text += unit;
    }
    return text;
  }
  for (size_t i = 0; i < bytes.size(); ++i) text += byte(i);
  return text;
}

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

PageCollector::PageCollector(const PageLimits& limits) : limits_(limits) {}

bool PageCollector::should_stop(void* collector) {
  auto* self = static_cast<PageCollector*>(collector);
  // The clock is read seldom: the callback comes every few operators.
  if (!self->stopped_ && ++self->checks_ % 64 == 0 &&
      thread_cpu_seconds() - self->cpu_start_ > self->limits_.cpu_seconds) {
    self->stopped_ = true;
  }
  if (self->stopped_) self->content_.complete = false;
  return self->stopped_;
}

void PageCollector::startPage(int, GfxState* state, XRef*) {
  content_ = {};
  content_.width = state->getPageWidth();
  content_.height = state->getPageHeight();
  content_.styles.push_back({});
  order_ = 0;
  style_is_stale_ = colors_are_stale_ = true;
  soft_mask_depth_ = group_depth_ = actual_text_depth_ = 0;
  masked_ = false;
  known_styles_.clear();
  cpu_start_ = thread_cpu_seconds();
  checks_ = 0;
  stopped_ = false;
}

void PageCollector::restoreState(GfxState*) { style_is_stale_ = colors_are_stale_ = true; }
void PageCollector::updateAll(GfxState*) { style_is_stale_ = colors_are_stale_ = true; }
void PageCollector::updateFont(GfxState*) { style_is_stale_ = true; }
void PageCollector::updateFillColorSpace(GfxState*) { colors_are_stale_ = true; }
void PageCollector::updateFillColor(GfxState*) { colors_are_stale_ = true; }
void PageCollector::updateStrokeColorSpace(GfxState*) { colors_are_stale_ = true; }
void PageCollector::updateStrokeColor(GfxState*) { colors_are_stale_ = true; }
void PageCollector::setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) {
  masked_ = true;
}
void PageCollector::clearSoftMask(GfxState*) { masked_ = false; }

void PageCollector::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                           bool for_soft_mask) {
  ++group_depth_;
  if (for_soft_mask && soft_mask_depth_ == 0) soft_mask_depth_ = group_depth_;
}

void PageCollector::endTransparencyGroup(GfxState*) {
  if (soft_mask_depth_ == group_depth_) soft_mask_depth_ = 0;
  if (group_depth_ > 0) --group_depth_;
}

void PageCollector::load_style(GfxState* state) {
  style_is_stale_ = false;
  style_ = 0;
  const auto font = state->getFont();
  if (!font) return;
  Ref id = *font->getID();
  auto known = known_styles_.find({id.num, id.gen});
  if (known != known_styles_.end()) {
    style_ = known->second;
    return;
  }
  if (content_.styles.size() >= std::numeric_limits<uint16_t>::max()) return;
  FontStyle style;
  if (font->getName()) style.name = *font->getName();
  style.bold = is_bold(*font);
  // Fonts lie about both; what is impossible is replaced by what Thai text needs.
  double ascent = font->getAscent();
  double descent = font->getDescent();
  if (ascent >= 0.3 && ascent <= 1.3) style.ascent = static_cast<float>(ascent);
  if (descent <= -0.05 && descent >= -0.7) style.descent = static_cast<float>(descent);
  style_ = static_cast<uint16_t>(content_.styles.size());
  content_.styles.push_back(std::move(style));
  known_styles_[{id.num, id.gen}] = style_;
}

void PageCollector::load_colors(GfxState* state) {
  colors_are_stale_ = false;
  GfxRGB rgb;
  // A pattern has no one colour; it is taken as dark, that is visible.
  fill_luminance_ = stroke_luminance_ = 0;
  if (state->getFillColorSpace() && state->getFillColorSpace()->getMode() != csPattern) {
    state->getFillRGB(&rgb);
    fill_luminance_ = luminance_of(rgb);
  }
  if (state->getStrokeColorSpace() && state->getStrokeColorSpace()->getMode() != csPattern) {
    state->getStrokeRGB(&rgb);
    stroke_luminance_ = luminance_of(rgb);
  }
}

void PageCollector::append_text(Glyph& glyph, const std::u32string& text) {
  glyph.text = static_cast<uint32_t>(content_.text.size());
  glyph.length = static_cast<uint32_t>(text.size());
  content_.text += text;
}

void PageCollector::drawChar(GfxState* state, double x, double y, double dx, double dy,
                             double origin_x, double origin_y, CharCode code, int bytes,
                             const Unicode* text, int length) {
  if (soft_mask_depth_ > 0) return;
  if (content_.glyphs.size() >= limits_.glyphs) {
    stopped_ = true;
    content_.complete = false;
    return;
  }
  if (style_is_stale_) load_style(state);
  if (colors_are_stale_) load_colors(state);

  double spacing = state->getCharSpace();
  if (code == 0x20 && bytes == 1) spacing += state->getWordSpace();
  double spacing_x = 0;
  double spacing_y = 0;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  Glyph glyph;
  double px = 0;
  double py = 0;
  double advance_x = 0;
  double advance_y = 0;
  state->transform(x - origin_x, y - origin_y, &px, &py);
  state->transformDelta(dx - spacing_x, dy - spacing_y, &advance_x, &advance_y);
  double m[4] = {};
  state->getFontTransMat(&m[0], &m[1], &m[2], &m[3]);
  double em = std::hypot(m[0], m[1]);
  double size = std::hypot(m[2], m[3]);
  if (!near_enough(px) || !near_enough(py) || !near_enough(advance_x) || !near_enough(advance_y) ||
      !near_enough(em) || !near_enough(size)) {
    return;
  }
  const auto font = state->getFont();
  if (font && font->getType() == fontType3) {
    // The em of a Type 3 font is what its matrix makes of its box.
    const double* matrix = font->getFontMatrix();
    const double* box = font->getFontBBox();
    double height = std::abs(matrix[3] * (box[3] - box[1]));
    double scale = height > 0 && height * size < 200 ? height : std::abs(matrix[3]) * 1000;
    em *= scale;
    size *= scale;
  }
  glyph.x = static_cast<float>(px);
  glyph.y = static_cast<float>(py);
  glyph.dx = static_cast<float>(advance_x);
  glyph.dy = static_cast<float>(advance_y);
  glyph.size = static_cast<float>(size);
  glyph.em = static_cast<float>(em);
  double angle = std::atan2(m[1], m[0]) * 180 / M_PI;
  glyph.angle = static_cast<float>(angle < 0 ? angle + 360 : angle);
  glyph.style = style_;
  glyph.order = ++order_;

  // The middle of the letter's body decides whether it is on the page and inside the clip.
  double rise = font && font->getType() == fontType3 ? 0 : 0.25;
  double middle_x = px + advance_x / 2 + m[2] * rise;
  double middle_y = py + advance_y / 2 + m[3] * rise;
  if (middle_x < -1 || middle_y < -1 || middle_x > content_.width + 1 ||
      middle_y > content_.height + 1) {
    return;
  }
  double clip[4] = {};
  state->getClipBBox(&clip[0], &clip[1], &clip[2], &clip[3]);
  int mode = state->getRender();
  bool by_stroke = (mode & 3) == 1;
  glyph.luminance = by_stroke ? stroke_luminance_ : fill_luminance_;
  glyph.opacity = static_cast<uint8_t>(
      std::clamp(by_stroke ? state->getStrokeOpacity() : state->getFillOpacity(), 0.0, 1.0) * 255);
  glyph.stroked = (mode & 3) == 2;
  glyph.invisible = (mode & 3) == 3 || glyph.opacity < 8 || middle_x < clip[0] - 1 ||
                    middle_y < clip[1] - 1 || middle_x > clip[2] + 1 || middle_y > clip[3] + 1;
  std::u32string decoded;
  for (int i = 0; i < length && i < 32; ++i) decoded += static_cast<char32_t>(text[i]);
  append_text(glyph, decoded);
  content_.glyphs.push_back(glyph);
}

void PageCollector::beginActualText(GfxState*, const GooString* text) {
  if (++actual_text_depth_ > 1 || !text) return;
  actual_text_first_ = content_.glyphs.size();
  actual_text_ = decode_text_string(text->toStr());
}

void PageCollector::endActualText(GfxState*) {
  if (actual_text_depth_ == 0 || --actual_text_depth_ > 0) return;
  // The span's text takes the place of what its glyphs say. It is laid over the glyphs in order,
  // as far as there are enough of them; the last one takes the rest.
  size_t count = content_.glyphs.size() - actual_text_first_;
  if (count == 0 || content_.text.size() > limits_.glyphs * 8) return;
  for (size_t i = 0; i < count; ++i) {
    Glyph& glyph = content_.glyphs[actual_text_first_ + i];
    std::u32string part;
    if (i + 1 < count) {
      if (i < actual_text_.size()) part = actual_text_.substr(i, 1);
    } else if (i < actual_text_.size()) {
      part = actual_text_.substr(i);
    }
    append_text(glyph, part);
  }
}

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

void PageCollector::stroke(GfxState* state) {
  if (soft_mask_depth_ > 0 || state->getStrokeOpacity() < 0.05) return;
  if (content_.rulings.size() >= limits_.rulings) {
    stopped_ = true;
    return;
  }
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
  if (content_.rulings.size() >= limits_.rulings) {
    stopped_ = true;
    return;
  }
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
