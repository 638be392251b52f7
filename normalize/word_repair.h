// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs that need words: each stretch of Thai is read as the likeliest chain of dictionary words,
// some of them damaged.
#pragma once

#include <cstddef>
#include <vector>

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// The damages that it undoes, which are also the names of the rules.
constexpr const char* kSaraAmLost = "sara_am_lost";
constexpr const char* kSaraAmFalse = "sara_am_false";
constexpr const char* kSaraAmSpace = "sara_am_space";
constexpr const char* kSpacesInsideWord = "spaces_inside_word";
constexpr const char* kMarkAfterNextLetter = "mark_after_next_letter";
constexpr const char* kReplacementCharacter = "replacement_character";
constexpr const char* kLetterConfused = "letter_confused";
constexpr const char* kMarkUnseen = "mark_unseen";

// Reads all Thai of the text and repairs it; notes each repair by its own name, not `rule`.
void repair_words(const char* rule, const Modes& modes, TextBuffer& text);

// Drops full stops that a frequent word of OCR's goes on behind: specks of the paper.
void drop_stops_inside_words(const char* rule, const Modes& modes, TextBuffer& text);

// How many letters (with their marks) are in no word, if these are read as they stand, apart from
// sara am.
size_t unknown_clusters(const std::vector<Glyph>& glyphs);

}  // namespace prongsai::normalize
