// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/words.h"

#include <algorithm>
#include <cmath>

#include "extract/glyph_line.h"
#include "extract/overprint.h"
#include "extract/ruling_index.h"
#include "extract/thai.h"
#include "model/text.h"

namespace prongsai::extract {
namespace {

// All in em. Thai is written without spaces, and justified text widens every letter a little; the
// narrowest word space of a font is about 0.2.
constexpr float kWordGap = 0.15F;
// With a space glyph between the letters a smaller gap is enough; the nikhahit that comes out as a
// space has none.
constexpr float kSpaceGap = 0.07F;
// Beyond the gap of a letter-spaced run.
constexpr float kSpacedGap = 0.12F;
// Kerning and sloppy positions move a letter back by less than this.
constexpr float kBackStep = 0.35F;
// Superscripts and corrected marks leave the baseline.
constexpr float kBaseStep = 0.3F;
constexpr float kMarkBaseStep = 0.9F;

class WordJoiner {
 public:
  WordJoiner(const PageContent& page, const std::vector<Ruling>& rulings, std::vector<Word>& words,
             std::vector<Word>& hidden_words)
      : page_(page), rulings_(rulings), words_(words), hidden_words_(hidden_words) {}

  void add(const LineGlyph& glyph) {
    if (glyph.kind == GlyphKind::kSpace) {
      if (!clusters_.empty()) pending_spaces_ += text(glyph);
      return;
    }
    if (!clusters_.empty() && !continues(glyph)) finish();
    if (glyph.kind == GlyphKind::kMark && !clusters_.empty()) {
      add_mark(glyph);
    } else {
      add_letter(glyph);
    }
  }

  void finish() {
    pending_spaces_.clear();
    if (clusters_.empty()) return;
    Word word;
    std::u32string joined;
    float size = 0;
    size_t bold = 0;
    for (const Cluster& cluster : clusters_) {
      joined += cluster.text;
      size = std::max(size, page_.glyphs[cluster.glyph.index].size);
      if (cluster.glyph.bold) ++bold;
    }
    word.raw = to_utf8(joined);
    word.text = word.raw;
    word.font_size = std::round(size * 100) / 100;
    word.bold = bold * 2 > clusters_.size();
    word.rotation = clusters_[0].glyph.rotation;
    word.box = box();
    bool visible = clusters_[0].glyph.visibility == Visibility::kVisible;
    (visible ? words_ : hidden_words_).push_back(std::move(word));
    clusters_.clear();
  }

 private:
  // A letter with the marks on it.
  struct Cluster {
    LineGlyph glyph;
    std::u32string text;
  };

  std::u32string_view text(const LineGlyph& glyph) const {
    return text_of(page_, page_.glyphs[glyph.index]);
  }

  bool continues(const LineGlyph& glyph) const {
    const LineGlyph& last = clusters_.back().glyph;
    if (glyph.rotation != last.rotation || glyph.visibility != last.visibility) return false;
    float em = std::max(std::min(last.em, glyph.em), 0.5F * std::max(last.em, glyph.em));
    bool mark = glyph.kind == GlyphKind::kMark;
    if (std::abs(glyph.base - last.base) > em * (mark ? kMarkBaseStep : kBaseStep)) return false;
    if (mark) {
      // Drawn over a letter of this word, or at the pen: before, on or just after the last letter.
      return glyph.from > clusters_[0].glyph.from - kBackStep * em &&
             glyph.from < std::max(end_, mark_end_) + kWordGap * em + last.letter_spacing;
    }
    float gap = glyph.from - end_;
    // A font may give its marks an advance that the page takes back, or not.
    if (mark_end_ > end_ && glyph.from > mark_end_ - kBackStep * em) gap = glyph.from - mark_end_;
    if (gap < -kBackStep * em - (end_ - last.from) * 0.3F) return false;
    float limit = kWordGap * em;
    if (!pending_spaces_.empty()) limit = kSpaceGap * em;
    if (last.letter_spacing > 0) {
      limit = std::max(limit, last.letter_spacing + kSpacedGap * em);
    }
    if (gap > limit) return false;
    return !rulings_.crosses(last, glyph);
  }

  void add_letter(const LineGlyph& glyph) {
    Cluster cluster;
    cluster.glyph = glyph;
    cluster.text = pending_spaces_;
    cluster.text += text(glyph);
    pending_spaces_.clear();
    clusters_.push_back(std::move(cluster));
    end_ = glyph.to;
    mark_end_ = glyph.to;
  }

  void add_mark(const LineGlyph& glyph) {
    // A mark that comes late in the content, after other letters, goes to the letter under it. A
    // mark at the pen belongs to the last letter, and the fonts differ in where they draw it.
    size_t target = clusters_.size() - 1;
    float em = clusters_.back().glyph.em;
    if (glyph.from < clusters_.back().glyph.from - 0.02F * em) {
      float middle = (glyph.from + glyph.to) / 2;
      while (target > 0 && clusters_[target].glyph.from > middle) --target;
    } else {
      mark_end_ = std::max(mark_end_, glyph.to);
    }
    if (target + 1 == clusters_.size()) {
      clusters_[target].text += pending_spaces_;
      pending_spaces_.clear();
    }
    clusters_[target].text += text(glyph);
  }

  Box box() const {
    float from = clusters_[0].glyph.from;
    float to = clusters_[0].glyph.to;
    float top = 0;
    float bottom = 0;
    for (size_t i = 0; i < clusters_.size(); ++i) {
      const LineGlyph& glyph = clusters_[i].glyph;
      const Glyph& drawn = page_.glyphs[glyph.index];
      const FontStyle& style = page_.styles[drawn.style];
      float glyph_top = glyph.base - style.ascent * drawn.size;
      float glyph_bottom = glyph.base - style.descent * drawn.size;
      from = std::min(from, glyph.from);
      to = std::max(to, glyph.to);
      top = i == 0 ? glyph_top : std::min(top, glyph_top);
      bottom = i == 0 ? glyph_bottom : std::max(bottom, glyph_bottom);
    }
    switch (clusters_[0].glyph.rotation) {
      case 90:
        return {-bottom, from, -top, to};
      case 180:
        return {-to, -bottom, -from, -top};
      case 270:
        return {top, -to, bottom, -from};
      default:
        return {from, top, to, bottom};
    }
  }

  const PageContent& page_;
  RulingIndex rulings_;
  std::vector<Word>& words_;
  std::vector<Word>& hidden_words_;
  std::vector<Cluster> clusters_;
  std::u32string pending_spaces_;
  float end_ = 0;       // of the last letter
  float mark_end_ = 0;  // of the marks on it, if they move the pen
};

}  // namespace

void join_words(const PageContent& page, const std::vector<Ruling>& rulings,
                std::vector<Word>& words, std::vector<Word>& hidden_words) {
  WordJoiner joiner(page, rulings, words, hidden_words);
  for (const LineGlyph& glyph : line_glyphs(page)) joiner.add(glyph);
  joiner.finish();
  doubt_overprinted(words);
}

}  // namespace prongsai::extract
