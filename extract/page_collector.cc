// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_collector.h"

#include <GfxFont.h>
#include <GfxState.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string_view>
#include <vector>

#include "extract/cpu_time.h"

namespace prongsai::extract {
namespace {

uint8_t luminance_of(const GfxRGB& rgb) {
  double sum = 0.299 * colToDbl(rgb.r) + 0.587 * colToDbl(rgb.g) + 0.114 * colToDbl(rgb.b);
  return static_cast<uint8_t>(std::lround(std::clamp(sum, 0.0, 1.0) * 255));
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

// Takes the place of a digit that the file tells in two ways.
constexpr char32_t kNothingSure = 0xFFFD;

constexpr std::string_view kDigitNames[] = {"zero", "one", "two",   "three", "four",
                                            "five", "six", "seven", "eight", "nine"};

// The value of a digit, ASCII or Thai; -1 of all else.
int digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  return c >= U'๐' && c <= U'๙' ? static_cast<int>(c - U'๐') : -1;
}

std::vector<int> digits_of(const std::u32string& text) {
  std::vector<int> digits;
  for (const char32_t c : text) {
    if (const int digit = digit_of(c); digit >= 0) digits.push_back(digit);
  }
  return digits;
}

bool is_number(const std::u32string& text) {
  return !digits_of(text).empty() && std::ranges::all_of(text, [](char32_t c) {
    return digit_of(c) >= 0 || c == U'.' || c == U',' || c == U' ';
  });
}

// The digit that is drawn for a code, by the name of its glyph; -1 where names do not decide what
// is drawn, as in subsets that number their glyphs.
int drawn_digit(const GfxFont& font, CharCode code) {
  if (font.isCIDFont() || font.getType() == fontType3 || code > 0xFF) return -1;
  const auto& simple = static_cast<const Gfx8BitFont&>(font);
  Ref program{};
  const bool by_names =
      font.getEmbeddedFontID(&program) ? simple.getHasEncoding() && !font.isSymbolic() : true;
  const char* name = by_names ? simple.getCharName(static_cast<int>(code)) : nullptr;
  if (name == nullptr) return -1;
  const auto* found = std::ranges::find(kDigitNames, std::string_view(name));
  return found == std::end(kDigitNames) ? -1 : static_cast<int>(found - std::begin(kDigitNames));
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
  const auto& font = state->getFont();
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
  const auto& font = state->getFont();
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
  if (font && decoded.size() == 1) {
    const int said = digit_of(decoded.front());
    const int drawn = said >= 0 ? drawn_digit(*font, code) : -1;
    if (drawn >= 0 && said != drawn) {
      decoded.front() = kNothingSure;
      ++content_.disputed_digits;
    }
  }
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
  std::u32string drawn;
  for (size_t i = actual_text_first_; i < content_.glyphs.size(); ++i) {
    const Glyph& glyph = content_.glyphs[i];
    drawn += content_.text.substr(glyph.text, glyph.length);
  }
  if (is_number(drawn) && is_number(actual_text_) && digits_of(drawn) != digits_of(actual_text_)) {
    actual_text_.assign(actual_text_.size(), kNothingSure);
    content_.disputed_digits += actual_text_.size();
  }
  for (size_t i = 0; i < count; ++i) {
    Glyph& glyph = content_.glyphs[actual_text_first_ + i];
    std::u32string part;
    if (i + 1 < count) {
      if (i < actual_text_.size()) part = actual_text_.substr(i, 1);
    } else if (i < actual_text_.size()) {
      part = actual_text_.substr(i);
    }
    append_text(glyph, part);
    // A glyph more than there are characters (sara am drawn as two) belongs to the one before it.
    if (part.empty() && i > 0 && !actual_text_.empty()) {
      Glyph& before = content_.glyphs[actual_text_first_ + std::min(i, actual_text_.size()) - 1];
      before.dx = glyph.x + glyph.dx - before.x;
      before.dy = glyph.y + glyph.dy - before.y;
    }
  }
}

}  // namespace prongsai::extract
