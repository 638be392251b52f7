// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/test_drawing.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <numbers>

namespace prongsai::extract {

Raster blank_picture(int width, int height, double dots_per_inch) {
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.dots_per_inch = dots_per_inch;
  raster.gray.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 255);
  return raster;
}

void fill(Raster& raster, int x0, int y0, int x1, int y1, uint8_t gray) {
  for (int y = y0; y < y1; ++y) {
    const auto row = raster.gray.begin() + static_cast<std::ptrdiff_t>(y) * raster.width;
    std::fill(row + x0, row + x1, gray);
  }
}

void draw_text(Raster& raster, int x, int y, const std::string& text, double lean) {
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_A8, raster.width, raster.height);
  cairo_t* cairo = cairo_create(surface);
  cairo_translate(cairo, raster.width / 2.0, raster.height / 2.0);
  cairo_rotate(cairo, lean * std::numbers::pi / 180);
  cairo_translate(cairo, x - raster.width / 2.0, y - raster.height / 2.0);
  PangoLayout* layout = pango_cairo_create_layout(cairo);
  PangoFontDescription* font = pango_font_description_from_string("Laksaman");
  pango_font_description_set_absolute_size(font, 16.0 / 72 * raster.dots_per_inch * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, text.c_str(), -1);
  pango_cairo_show_layout(cairo, layout);
  cairo_surface_flush(surface);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int row = 0; row < raster.height; ++row) {
    for (int column = 0; column < raster.width; ++column) {
      uint8_t& pixel = raster.gray[static_cast<size_t>(row) * static_cast<size_t>(raster.width) +
                                   static_cast<size_t>(column)];
      pixel = std::min(pixel, static_cast<uint8_t>(255 - rows[row * stride + column]));
    }
  }
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
}

Raster drawn_line(const std::string& text) {
  Raster raster = blank_picture(1600, 400);
  draw_text(raster, 100, 100, text);
  return raster;
}

}  // namespace prongsai::extract
