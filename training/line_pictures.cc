// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/line_pictures.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>

#include "testdata/generate/degrade.h"

namespace prongsai::training {
namespace {

using extract::Raster;
using testdata::Look;
using testdata::Random;

// Lines are drawn so many times larger than they are scanned.
constexpr int kOversampling = 3;

// Families by their share of the lines. Laksaman has the outlines of TH Sarabun New, in which most
// reports are set.
constexpr std::array kTrainingFonts = {
    std::pair{"Laksaman", 9.0},     std::pair{"Sarabun", 7.0},
    std::pair{"Norasi", 2.5},       std::pair{"Garuda", 2.0},
    std::pair{"Loma", 1.5},         std::pair{"Waree", 1.2},
    std::pair{"Sawasdee", 1.0},     std::pair{"Tlwg Typist", 0.3},
    std::pair{"Tlwg Mono", 0.4},    std::pair{"Tlwg Typewriter", 0.3},
    std::pair{"Purisa", 0.2},       std::pair{"Niramit", 1.0},
    std::pair{"K2D", 0.7},          std::pair{"Trirong", 1.5},
    std::pair{"Taviraj", 1.2},      std::pair{"Krub", 0.6},
    std::pair{"Bai Jamjuree", 0.6}, std::pair{"Pridi", 0.8},
    std::pair{"Prompt", 0.6},       std::pair{"Maitree", 1.0},
    std::pair{"Kanit", 0.5},        std::pair{"Mitr", 0.4},
    std::pair{"Athiti", 0.6},       std::pair{"KoHo", 0.4},
    std::pair{"Fahkwang", 0.4},     std::pair{"Chakra Petch", 0.4},
};
// Never trained on.
constexpr std::array kHeldOutFonts = {std::pair{"Kinnari", 1.0}, std::pair{"Umpush", 1.0}};

template <typename Table>
std::vector<FontChoice> installed(const Table& table) {
  std::vector<FontChoice> out;
  PangoFontMap* map = pango_cairo_font_map_get_default();
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(map, &families, &count);
  for (const auto& row : table) {
    const bool there = std::any_of(families, families + count, [&](PangoFontFamily* family) {
      return std::string_view(pango_font_family_get_name(family)) == row.first;
    });
    if (there) out.push_back({row.first, row.second});
  }
  g_free(families);
  return out;
}

void draw_line(Raster& picture, int x0, int y0, int x1, int y1, int thickness, int gray) {
  const int steps = std::max({std::abs(x1 - x0), std::abs(y1 - y0), 1});
  for (int i = 0; i <= steps; ++i) {
    const int x = x0 + (x1 - x0) * i / steps;
    const int y = y0 + (y1 - y0) * i / steps;
    for (int dy = 0; dy < thickness; ++dy) {
      for (int dx = 0; dx < thickness; ++dx) {
        if (x + dx < 0 || y + dy < 0 || x + dx >= picture.width || y + dy >= picture.height)
          continue;
        uint8_t& pixel =
            picture.gray[static_cast<size_t>(y + dy) * static_cast<size_t>(picture.width) +
                         static_cast<size_t>(x + dx)];
        pixel = std::min<uint8_t>(pixel, static_cast<uint8_t>(gray));
      }
    }
  }
}

// Pieces of the table lines around the cell.
void draw_rules(Raster& picture, Random& random) {
  const int w = picture.width;
  const int h = picture.height;
  for (int i = random.between(1, 3); i > 0; --i) {
    const int gray = random.pick(std::vector<int>{0, 0, 60, 120, 180});
    const int thickness = random.between(1, 3);
    if (random.chance(0.5)) {
      const int x = random.chance(0.5) ? random.below(3) : w - 1 - random.below(3);
      const int from = random.chance(0.6) ? 0 : random.below(h);
      draw_line(picture, x, from, x + random.between(-1, 1),
                random.chance(0.6) ? h : random.between(from, h), thickness, gray);
    } else {
      const int y = random.chance(0.5) ? random.below(2) : h - 1 - random.below(3);
      const int from = random.chance(0.6) ? 0 : random.below(w);
      draw_line(picture, from, y, random.chance(0.6) ? w : random.between(from, w),
                y + random.between(-1, 1), thickness, gray);
    }
  }
}

void draw_leader(Raster& picture, Random& random) {
  const int y = picture.height - 2 - random.below(4);
  const int step = random.between(3, 6);
  for (int x = 0; x < picture.width; x += step)
    draw_line(picture, x, y, x, y, 1, random.between(0, 120));
}

struct Scan {
  double digit_height = 20;  // pixels
  double hardness = 0;       // 0..1.25
  double sharpness = 1;      // factor of the blur
};

Scan scan_of(Quality quality, Random& random) {
  switch (quality) {
    case Quality::kClean:
      return {14 + 14 * random.unit(), 0, 1};
    case Quality::kScan300:
      return {21 + 14 * random.unit(), 0.6, 1.35};
    case Quality::kScan200:
      return {14 + 9 * random.unit(), 0.6, 1};
    case Quality::kScan150:
      return {12 + 4.5 * random.unit(), 0.6, 0.8};
    case Quality::kBilevel:
      return {21 + 14 * random.unit(), 0.6, 1.2};
    case Quality::kEasy:
      return {14 + 14 * random.unit(), random.chance(0.5) ? 0 : 0.3, 1};
    case Quality::kAny:
      break;
  }
  const double share = random.unit();
  const double hardness = random.pick(std::vector<double>{0.2, 0.4, 0.7, 1.0, 1.2});
  if (share < 0.32) return {12 + 5 * random.unit(), std::min(hardness, 0.9), 0.8};
  if (share < 0.67) return {14 + 9 * random.unit(), hardness, 1};
  return {21 + 14 * random.unit(), hardness, 1.35};
}

Look look_of(const Scan& scan, Quality quality, Random& random) {
  Look look;
  if (scan.hardness == 0) return look;
  const double hard = scan.hardness;
  look.ink = random.pick(std::vector<int>{0, 0, 20, 50, 90, static_cast<int>(110 * hard)});
  look.paper = random.pick(std::vector<int>{255, 255, 250, 240, 225, 205});
  if (look.paper - look.ink < 110) look.ink = std::max(0, look.paper - 110);
  if (random.chance(0.25)) look.gradient = 15 * random.unit();
  if (random.chance(0.12)) {
    look.dots = random.between(3, 6);
    look.dot_depth = 25 + 75 * random.unit();
  }
  look.blur = random.pick(std::vector<double>{0, 0.4, 0.6, 0.8, 1.0}) * (0.7 + 0.35 * hard) *
              scan.sharpness;
  look.noise = random.pick(std::vector<double>{0, 0, 4, 8, 16, 24 * hard});
  if (random.chance(0.12 * hard)) look.specks = 0.001 + 0.009 * random.unit();
  if (quality == Quality::kBilevel || random.chance(0.25))
    look.threshold = 0.35 + 0.4 * random.unit();
  if (look.threshold == 0 && random.chance(0.6))
    look.jpeg_quality = random.between(hard > 0.9 ? 20 : 35, 90);
  return look;
}

}  // namespace

std::vector<FontChoice> training_fonts() { return installed(kTrainingFonts); }
std::vector<FontChoice> held_out_fonts() { return installed(kHeldOutFonts); }

struct LinePainter::Pango {
  PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  PangoLayout* layout = pango_layout_new(context);
  std::map<std::string, double> digit_heights;  // of a size of 100 pixels, by description

  ~Pango() {
    g_object_unref(layout);
    g_object_unref(context);
  }

  void describe(const std::string& family, bool bold, bool slanted, double pixels) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, family.c_str());
    pango_font_description_set_absolute_size(font, pixels * PANGO_SCALE);
    if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    if (slanted) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
  }

  double digit_height(const std::string& family, bool bold) {
    double& height = digit_heights[family + (bold ? "!" : "")];
    if (height == 0) {
      describe(family, bold, false, 100);
      pango_layout_set_text(layout, "๒0", -1);
      PangoRectangle ink{};
      pango_layout_get_pixel_extents(layout, &ink, nullptr);
      height = std::max(ink.height, 10);
    }
    return height;
  }
};

LinePainter::LinePainter() : pango_(std::make_unique<Pango>()) {}
LinePainter::~LinePainter() = default;

Raster LinePainter::paint(const std::string& text, const std::string& family, Quality quality,
                          Random& random) {
  const Scan scan = scan_of(quality, random);
  const bool bold = random.chance(0.33);
  const bool slanted = random.chance(0.04);
  const double digit = scan.digit_height * kOversampling;
  pango_->describe(family, bold, slanted, 100 * digit / pango_->digit_height(family, bold));
  pango_layout_set_text(pango_->layout, text.c_str(), -1);
  PangoRectangle ink{};
  pango_layout_get_pixel_extents(pango_->layout, &ink, nullptr);
  const auto margin = [&](double low, double high) {
    return static_cast<int>(digit * (low + (high - low) * random.unit()));
  };
  const int left =
      scan.hardness == 0 ? margin(0.3, 0.4) : margin(0.1, random.chance(0.5) ? 0.6 : 2.5);
  const int right =
      scan.hardness == 0 ? margin(0.3, 0.4) : margin(0.1, random.chance(0.5) ? 0.6 : 2.5);
  const int top = margin(0.08, 0.6);
  const int bottom = margin(0.08, 0.6);
  const int width = ink.width + left + right;
  const int height = ink.height + top + bottom;
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
  cairo_t* cairo = cairo_create(surface);
  cairo_move_to(cairo, left - ink.x, top - ink.y);
  pango_cairo_show_layout(cairo, pango_->layout);
  cairo_destroy(cairo);
  cairo_surface_flush(surface);
  Raster picture;
  picture.width = width;
  picture.height = height;
  picture.dots_per_inch = 300;
  picture.gray.resize(static_cast<size_t>(width) * static_cast<size_t>(height));
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      picture.gray[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)] =
          static_cast<uint8_t>(255 - rows[y * stride + x]);
  }
  cairo_surface_destroy(surface);

  double stretch = 1;
  if (scan.hardness > 0) {
    if (random.chance(0.5)) stretch = 0.8 + 0.45 * random.unit();
    const double share = random.unit();
    if (share < 0.15) picture = testdata::thickened(picture, 1);
    if (share > 0.87) picture = testdata::thickened(picture, -1);
    if (random.chance(0.7)) {
      Look lean;
      lean.lean = (2 * random.unit() - 1) * std::min(1.0, 0.5 + 0.5 * scan.hardness) *
                  (picture.width > 12 * picture.height ? 0.4 : 1);
      picture = testdata::degrade(picture, lean, random);
    }
  }
  picture = testdata::resized(
      picture, std::max(8, static_cast<int>(picture.width * stretch / kOversampling)),
      std::max(8, picture.height / kOversampling));
  if (scan.hardness > 0) {
    if (random.chance(0.25)) draw_rules(picture, random);
    if (random.chance(0.05)) draw_leader(picture, random);
  }
  picture = testdata::degrade(picture, look_of(scan, quality, random), random);
  if (scan.hardness > 0 && random.chance(0.1)) {
    const double factor = 0.85 + 0.45 * random.unit();
    picture = testdata::resized(picture, std::max(8, static_cast<int>(picture.width * factor)),
                                std::max(8, static_cast<int>(picture.height * factor)));
  }
  return picture;
}

}  // namespace prongsai::training
