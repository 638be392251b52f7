// SPDX-License-Identifier: GPL-3.0-or-later
// The repair of one text, with where every part of the result comes from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// Bytes [begin, end) of the result come from bytes [source_begin, source_end) of the source.
// Spans follow one another in the result; where marks changed places, not in the source.
struct AlignedSpan {
  size_t begin = 0;
  size_t end = 0;
  size_t source_begin = 0;
  size_t source_end = 0;
  bool operator==(const AlignedSpan&) const = default;
};

struct RepairedText {
  std::string text;
  std::vector<AlignedSpan> spans;
  std::vector<AppliedRule> repairs;  // in the order in which they were applied
};

// Traces of damage on a page or in a document.
struct Evidence {
  int sara_am_right = 0;  // as the source spells it
  int sara_am_lost = 0;
  int sara_am_false = 0;
  int split_words = 0;
  int moved_marks = 0;

  Evidence& operator+=(const Evidence& other);
};

// What a strict repair of the text has found.
Evidence evidence_of(std::string_view source, const std::vector<AppliedRule>& repairs);

// How far rules may go on a page with this evidence, in a document with that.
Modes modes_for(const Evidence& page, const Evidence& document);

// The names of the repairs, each once, in the order in which they were applied.
std::vector<std::string> repair_names(const std::vector<AppliedRule>& repairs);

// `wide_spaces`: the source offsets of spaces that show a column gap, in ascending order; nothing
// is joined over them.
RepairedText repair_text(std::string_view source, const Modes& modes,
                         const std::vector<size_t>& wide_spaces = {});

// Takes the text itself for the whole document.
RepairedText repair_text(std::string_view source);

}  // namespace prongsai::normalize
