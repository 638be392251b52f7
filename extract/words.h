// SPDX-License-Identifier: GPL-3.0-or-later
// From glyphs to words.
#pragma once

#include <vector>

#include "extract/page_content.h"
#include "model/page_text.h"

namespace prongsai::extract {

// Joins the glyphs of a page, in content order, to words: a word ends at a gap, at a space that has
// a width, and at a ruling that runs across its direction. A space without a gap stays inside of
// the word, because it stands for a glyph whose letter the font does not tell. Fills `words` and
// `hidden_words`; `rulings` are the page's, merged.
void join_words(const PageContent& page, const std::vector<Ruling>& rulings,
                std::vector<Word>& words, std::vector<Word>& hidden_words);

}  // namespace prongsai::extract
