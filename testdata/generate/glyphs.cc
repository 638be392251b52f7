// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include FT_FREETYPE_H

#include "testdata/generate/thai_text.h"

namespace prongsai::testdata {
namespace {

constexpr char32_t kCharacterCount = 0x2100;  // Latin, Thai and general punctuation
constexpr char32_t kSaraAa = 0x0e32;
constexpr char32_t kSaraAm = 0x0e33;
constexpr char32_t kNikhahit = 0x0e4d;

std::string file_of(PangoFont* font) {
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8* file = nullptr;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) {
    throw std::runtime_error("a font without a file");
  }
  return reinterpret_cast<const char*>(file);
}

// The character a glyph is named after: "uni0E49.low" is a shifted U+0E49; 0 if it has no such
// name.
char32_t named_character(FT_Face face, FT_UInt glyph) {
  char name[64] = {};
  if (FT_Get_Glyph_Name(face, glyph, name, sizeof name) != 0) return 0;
  const std::string text = name;
  if (!text.starts_with("uni") || text.size() < 7) return 0;
  return static_cast<char32_t>(std::strtoul(text.substr(3, 4).c_str(), nullptr, 16));
}

FontTables read_tables(const std::string& file) {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  if (FT_Init_FreeType(&library) != 0 || FT_New_Face(library, file.c_str(), 0, &face) != 0) {
    throw std::runtime_error("cannot open the font " + file);
  }
  FontTables tables;
  tables.glyphs.resize(kCharacterCount);
  for (char32_t c = 0x20; c < kCharacterCount; ++c) {
    tables.glyphs[c] = FT_Get_Char_Index(face, c);
  }
  for (FT_Long glyph = 0; glyph < face->num_glyphs; ++glyph) {
    tables.characters.push_back(named_character(face, static_cast<FT_UInt>(glyph)));
  }
  FT_Done_Face(face);
  FT_Done_FreeType(library);
  return tables;
}

// The characters of a cluster as they are drawn: sara am in two parts.
struct Wanted {
  char32_t character;
  GlyphPart part;
};

std::vector<Wanted> drawn_characters(std::u32string_view cluster) {
  std::vector<Wanted> out;
  for (const char32_t c : cluster) {
    if (c == kSaraAm) {
      out.push_back({kNikhahit, GlyphPart::kAmMark});
      out.push_back({kSaraAa, GlyphPart::kAmAa});
    } else {
      out.push_back({c, GlyphPart::kWhole});
    }
  }
  return out;
}

}  // namespace

struct Typesetter::Pango {
  std::unique_ptr<PangoFontMap, decltype(&g_object_unref)> map{pango_cairo_font_map_new(),
                                                               g_object_unref};
  std::unique_ptr<PangoContext, decltype(&g_object_unref)> context{
      pango_font_map_create_context(map.get()), g_object_unref};
};

Typesetter::Typesetter() : pango_(new Pango) {
  PangoContext* context = pango_->context.get();
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string("th"));
  std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
      cairo_font_options_create(), cairo_font_options_destroy);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options.get());
}

Typesetter::~Typesetter() { delete pango_; }

int Typesetter::font_index(const std::string& file) {
  const auto found = std::ranges::find(files_, file);
  if (found != files_.end()) return static_cast<int>(found - files_.begin());
  files_.push_back(file);
  tables_.push_back(read_tables(file));
  return static_cast<int>(files_.size()) - 1;
}

std::uint32_t Typesetter::glyph_of(int font, char32_t character) const {
  const auto& glyphs = tables_[static_cast<std::size_t>(font)].glyphs;
  return character < glyphs.size() ? glyphs[character] : 0;
}

char32_t Typesetter::character_of(int font, std::uint32_t glyph) const {
  const auto& characters = tables_[static_cast<std::size_t>(font)].characters;
  return glyph < characters.size() ? characters[glyph] : 0;
}

namespace {

constexpr double kUnit = PANGO_SCALE;

// Tells the glyphs from `first` on which characters of `cluster` they draw, and puts them in the
// order of the characters: HarfBuzz puts a tone before a vowel below. A glyph is known by the
// font's table, or by its name, or is the next one left.
void name_glyphs(std::vector<Glyph>& glyphs, std::size_t first, std::u32string_view cluster,
                 const Typesetter& setter) {
  const auto wanted = drawn_characters(cluster);
  std::vector<Glyph> ordered(wanted.size());
  std::vector<bool> taken(wanted.size(), false);
  std::vector<Glyph> left(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end());
  for (int pass = 0; pass < 3; ++pass) {
    std::erase_if(left, [&](const Glyph& glyph) {
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool same = pass == 0 ? setter.glyph_of(glyph.font, wanted[i].character) == glyph.id
                          : pass == 1
                              ? setter.character_of(glyph.font, glyph.id) == wanted[i].character
                              : true;
        if (taken[i] || !same) continue;
        taken[i] = true;
        ordered[i] = glyph;
        ordered[i].character = wanted[i].character;
        ordered[i].part = wanted[i].part;
        return true;
      }
      return false;
    });
  }
  if (!left.empty()) {
    throw std::runtime_error("a glyph without a character in \"" + to_utf8(cluster) + "\" of " +
                             setter.font_file(left.front().font));
  }
  glyphs.resize(first);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (taken[i]) glyphs.push_back(ordered[i]);
  }
}

// Pango calls every mark a cluster of its own, though HarfBuzz may have changed their order.
bool begins_with_mark(const char* text) {
  const char32_t c = code_points({text, strnlen(text, 3)}).front();
  return is_mark(c) || c == kSaraAm;
}

void append_run(const PangoGlyphItem& run, const char* text, int font, double& x,
                const Typesetter& setter, std::vector<Glyph>& out) {
  const PangoGlyphString& string = *run.glyphs;
  const PangoItem& item = *run.item;
  int i = 0;
  while (i < string.num_glyphs) {
    const int begin = string.log_clusters[i];
    int last = i;
    while (last < string.num_glyphs &&
           (string.log_clusters[last] == begin ||
            begins_with_mark(text + item.offset + string.log_clusters[last]))) {
      ++last;
    }
    const int end = last < string.num_glyphs ? string.log_clusters[last] : item.length;
    const std::size_t first = out.size();
    for (; i < last; ++i) {
      const PangoGlyphInfo& info = string.glyphs[i];
      if (info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) {
        out.push_back({.font = font,
                       .id = info.glyph,
                       .x = x + info.geometry.x_offset / kUnit,
                       .y = info.geometry.y_offset / kUnit,
                       .character = 0,
                       .part = GlyphPart::kWhole});
      }
      x += info.geometry.width / kUnit;
    }
    const auto cluster =
        code_points({text + item.offset + begin, static_cast<std::size_t>(end - begin)});
    name_glyphs(out, first, cluster, setter);
  }
}

void set_attributes(PangoLayout* layout, const Para& para) {
  PangoAttrList* attributes = pango_attr_list_new();
  // A hyphen would be a glyph that stands for no character of the text.
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  if (para.bold_bytes > 0) {
    PangoAttribute* weight = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
    weight->start_index = 0;
    weight->end_index = static_cast<guint>(para.bold_bytes);
    pango_attr_list_insert(attributes, weight);
  }
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

// No printer breaks a number, so a column too narrow for one is a mistake of the layout.
void check_break(const SetLine& before, const SetLine& after, const std::string& text) {
  const auto digit = [](char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'๐' && c <= U'๙');
  };
  const std::size_t count = before.glyphs.size();
  if (count < 2 || after.glyphs.empty()) return;
  const char32_t last = before.glyphs.back().character;
  const char32_t next = after.glyphs.front().character;
  const bool after_point = last == U'.' && digit(before.glyphs[count - 2].character);
  if ((digit(last) && (digit(next) || next == U'.')) || (after_point && digit(next))) {
    throw std::runtime_error("a line breaks inside a number: " + text);
  }
}

}  // namespace

std::vector<SetLine> Typesetter::set(const std::vector<Para>& paras, const std::string& family,
                                     double size, double width) {
  std::vector<SetLine> lines;
  for (const Para& para : paras) {
    const double points = para.size > 0 ? para.size : size;
    std::unique_ptr<PangoLayout, decltype(&g_object_unref)> layout(
        pango_layout_new(pango_->context.get()), g_object_unref);
    std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
        pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family(font.get(), family.c_str());
    pango_font_description_set_absolute_size(font.get(), points * kUnit);
    pango_font_description_set_weight(font.get(),
                                      para.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), para.text.c_str(), static_cast<int>(para.text.size()));
    pango_layout_set_width(layout.get(), static_cast<int>((width - para.left) * kUnit));
    pango_layout_set_indent(layout.get(), static_cast<int>(para.first * kUnit));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    set_attributes(layout.get(), para);
    double before = para.before;
    const int count = pango_layout_get_line_count(layout.get());
    for (int k = 0; k < count; ++k) {
      PangoLayoutLine* source = pango_layout_get_line_readonly(layout.get(), k);
      SetLine line;
      line.before = before;
      line.size = points;
      line.bold = para.bold;
      before = 0;
      double x = 0;
      for (GSList* node = source->runs; node != nullptr; node = node->next) {
        const auto* run = static_cast<const PangoGlyphItem*>(node->data);
        const int index = font_index(file_of(run->item->analysis.font));
        append_run(*run, para.text.c_str(), index, x, *this, line.glyphs);
      }
      while (!line.glyphs.empty() && line.glyphs.back().character == U' ') {
        x = line.glyphs.back().x;
        line.glyphs.pop_back();
      }
      line.width = x;
      // A hanging indent applies to all lines but the first.
      const bool indented = para.first >= 0 ? k == 0 : k > 0;
      const double start = para.left + (indented ? std::abs(para.first) : 0);
      const double room = width - para.left - x;
      line.x = para.align == Align::kLeft     ? start
               : para.align == Align::kCentre ? para.left + room / 2
                                              : para.left + room;
      line.ascent = points * 1.0;
      line.height = line.before + points * 1.38;
      line.keep_next = para.keep_next;
      if (k > 0 && para.text[static_cast<std::size_t>(source->start_index) - 1] != ' ') {
        check_break(lines.back(), line, para.text);
      }
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace prongsai::testdata
