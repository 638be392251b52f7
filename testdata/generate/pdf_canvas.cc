// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/pdf_canvas.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <ft2build.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <numbers>
#include <stdexcept>
#include <utility>
#include <vector>
#include FT_FREETYPE_H

#include "testdata/generate/degrade.h"
#include "testdata/generate/page_scan.h"

namespace prongsai::testdata {
namespace {

constexpr double kRuleWidth = 0.5;
constexpr double kFakeBoldShift = 0.3;

template <auto Destroy>
struct With {
  template <typename T>
  void operator()(T* resource) const {
    Destroy(resource);
  }
};

using Surface = std::unique_ptr<cairo_surface_t, With<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, With<cairo_destroy>>;
using Face = std::unique_ptr<cairo_font_face_t, With<cairo_font_face_destroy>>;

// A face of its own for every slot, so that cairo embeds a font with a ToUnicode table for each.
// The faces live as long as the program: cairo's caches hold on to them.
cairo_font_face_t* font_face(int slot, const std::string& file) {
  static FT_Library library = [] {
    FT_Library made = nullptr;
    if (FT_Init_FreeType(&made) != 0) throw std::runtime_error("no FreeType");
    return made;
  }();
  static std::map<std::pair<std::string, int>, Face> faces;
  Face& entry = faces[{file, slot}];
  if (!entry) {
    FT_Face face = nullptr;
    if (FT_New_Face(library, file.c_str(), 0, &face) != 0) {
      throw std::runtime_error("cannot open the font " + file);
    }
    entry.reset(cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING));
  }
  return entry.get();
}

}  // namespace

struct PdfCanvas::Cairo {
  Surface pdf;
  Context pdf_context;
  Surface picture;
  Context context;            // what is drawn on: the PDF, or the picture of the page
  double dots_per_point = 0;  // of the picture
  extract::Raster last_page;  // the page before, as it was drawn
};

PdfCanvas::PdfCanvas(const std::filesystem::path& file, double width, double height, Noise noise,
                     const Typesetter& setter, Random random)
    : cairo_(new Cairo),
      width_(width),
      height_(height),
      noise_(noise),
      paragraph_noise_(noise),
      setter_(setter),
      random_(random) {
  cairo_->pdf.reset(cairo_pdf_surface_create(file.c_str(), width, height));
  // A fixed date: the same seed gives the same bytes.
  cairo_pdf_surface_set_metadata(cairo_->pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 "2025-01-15T09:00:00Z");
  cairo_->pdf_context.reset(cairo_create(cairo_->pdf.get()));
  if (scan_resolution(noise) > 0) {
    const double scale = scan_resolution(noise) / 72;
    cairo_->dots_per_point = scale;
    const int columns = static_cast<int>(width * scale);
    const int rows = static_cast<int>(height * scale);
    cairo_->picture.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows));
    cairo_->context.reset(cairo_create(cairo_->picture.get()));
    cairo_scale(cairo_->context.get(), scale, scale);
    cairo_set_source_rgb(cairo_->context.get(), 1, 1, 1);
    cairo_paint(cairo_->context.get());
  } else {
    cairo_->context.reset(cairo_reference(cairo_->pdf_context.get()));
  }
  cairo_set_source_rgb(cairo_->context.get(), 0, 0, 0);
}

PdfCanvas::~PdfCanvas() = default;

void PdfCanvas::begin_paragraph() { paragraph_noise_ = noise_for_paragraph(noise_, random_); }

void PdfCanvas::show(const SetLine& line, double x, double baseline) {
  show(damage(line.glyphs, paragraph_noise_, setter_, random_), line.size, x, baseline);
}

void PdfCanvas::show(const std::vector<PrintedGlyph>& printed, double size, double x,
                     double baseline) {
  cairo_t* cr = cairo_->context.get();
  for (std::size_t begin = 0; begin < printed.size();) {
    const PrintedGlyph& head = printed[begin];
    std::size_t end = begin;
    std::string text;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    while (end < printed.size() && printed[end].slot == head.slot &&
           printed[end].glyph.font == head.glyph.font) {
      const PrintedGlyph& one = printed[end++];
      text += one.text;
      glyphs.push_back({one.glyph.id, x + one.glyph.x, baseline + one.glyph.y});
      clusters.push_back({static_cast<int>(one.text.size()), 1});
    }
    cairo_set_font_face(cr, font_face(head.slot, setter_.font_file(head.glyph.font)));
    cairo_set_font_size(cr, size);
    cairo_show_text_glyphs(cr, text.c_str(), static_cast<int>(text.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), clusters.data(),
                           static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
    begin = end;
  }
}

void PdfCanvas::draw(const SetLine& line, double x, double y, bool fake_bold) {
  const double baseline = y + line.before + line.ascent;
  // Both prints of a heading carry the same text, as a program that prints it twice gives it.
  const auto printed = damage(line.glyphs, paragraph_noise_, setter_, random_);
  show(printed, line.size, x + line.x, baseline);
  if (fake_bold && line.bold) show(printed, line.size, x + line.x + kFakeBoldShift, baseline);
}

void PdfCanvas::draw_watermark(const SetLine& line) {
  cairo_t* cr = cairo_->context.get();
  cairo_save(cr);
  cairo_translate(cr, width_ / 2, height_ / 2);
  cairo_rotate(cr, -std::numbers::pi / 4);
  cairo_set_source_rgb(cr, 0.88, 0.88, 0.88);
  show(line, -line.width / 2, line.size / 3);
  cairo_restore(cr);
}

void PdfCanvas::draw_rule(double x0, double y0, double x1, double y1, RuleStyle style) {
  cairo_t* cr = cairo_->context.get();
  if (style == RuleStyle::kFilledRectangles) {
    const double half = kRuleWidth / 2;
    cairo_rectangle(cr, x0 - half, y0 - half, x1 - x0 + kRuleWidth, y1 - y0 + kRuleWidth);
    cairo_fill(cr);
    return;
  }
  cairo_set_line_width(cr, kRuleWidth);
  cairo_move_to(cr, x0, y0);
  cairo_line_to(cr, x1, y1);
  cairo_stroke(cr);
}

void PdfCanvas::draw_rectangle(double x0, double y0, double x1, double y1) {
  cairo_t* cr = cairo_->context.get();
  cairo_set_line_width(cr, kRuleWidth);
  cairo_rectangle(cr, x0, y0, x1 - x0, y1 - y0);
  cairo_stroke(cr);
}

// Puts the picture of the page into the PDF.
void PdfCanvas::show_scan() {
  cairo_surface_t* picture = cairo_->picture.get();
  cairo_surface_flush(picture);
  extract::Raster drawn;
  drawn.width = cairo_image_surface_get_width(picture);
  drawn.height = cairo_image_surface_get_height(picture);
  drawn.dots_per_inch = 72 * cairo_->dots_per_point;
  unsigned char* rows = cairo_image_surface_get_data(picture);
  const int stride = cairo_image_surface_get_stride(picture);
  for (int y = 0; y < drawn.height; ++y) {
    // All three colours are alike.
    for (int x = 0; x < drawn.width; ++x)
      drawn.gray.push_back(rows[static_cast<std::ptrdiff_t>(y) * stride + std::ptrdiff_t{4} * x]);
  }
  const extract::Raster scanned = scan_page(drawn, cairo_->last_page, noise_, random_);
  std::size_t next = 0;
  for (int y = 0; y < drawn.height; ++y) {
    for (int x = 0; x < drawn.width; ++x)
      std::fill_n(rows + static_cast<std::ptrdiff_t>(y) * stride + std::ptrdiff_t{4} * x, 3,
                  scanned.gray[next++]);
  }
  cairo_surface_mark_dirty(picture);
  const bool gray = noise_ != Noise::kScan && noise_ != Noise::kFax300;
  // Cairo takes the JPEG as it is, and lets go of it when the surface ends.
  std::string* jpeg =
      gray ? new std::string(jpeg_bytes(scanned, random_.between(60, 90))) : nullptr;
  if (jpeg != nullptr) {
    cairo_surface_set_mime_data(
        picture, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(jpeg->data()),
        jpeg->size(), [](void* bytes) { delete static_cast<std::string*>(bytes); }, jpeg);
  }
  cairo_t* target = cairo_->pdf_context.get();
  cairo_save(target);
  cairo_scale(target, 1 / cairo_->dots_per_point, 1 / cairo_->dots_per_point);
  cairo_set_source_surface(target, picture, 0, 0);
  cairo_paint(target);
  cairo_restore(target);
  cairo_show_page(target);
  cairo_surface_set_mime_data(picture, CAIRO_MIME_TYPE_JPEG, nullptr, 0, nullptr, nullptr);
  cairo_->last_page = std::move(drawn);
}

void PdfCanvas::end_page() {
  if (scan_resolution(noise_) > 0) {
    show_scan();
    cairo_t* cr = cairo_->context.get();
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    return;
  }
  cairo_show_page(cairo_->pdf_context.get());
}

void PdfCanvas::finish() {
  cairo_surface_finish(cairo_->pdf.get());
  const cairo_status_t status = cairo_surface_status(cairo_->pdf.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(std::string("cannot write the PDF: ") +
                             cairo_status_to_string(status));
  }
}

}  // namespace prongsai::testdata
