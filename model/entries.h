// SPDX-License-Identifier: GPL-3.0-or-later
// Lists inside a cell or paragraph: "1. ... 2. ...", "๑) ...", "- ...".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/passage.h"

namespace prongsai {

enum class MarkerKind { kNone, kNumber, kBullet };

// One entry of a list: its text without the marker.
struct Entry {
  MarkerKind marker = MarkerKind::kNone;
  int number = 0;  // of a numbered entry
  std::string text;
};

// The entries of the paragraphs of a cell. Numbered entries are recognised inside a paragraph too
// (OCR tools join lines), where their numbers go up one by one; so "ตามข้อ 1." inside entry 2 is no
// entry. Bullets below a numbered entry belong to it. `last_number` is the number of the entry
// before this cell (a row that a page break split goes on counting), 0 if there is none.
std::vector<Entry> split_entries(const std::vector<Passage>& passages, int last_number = 0);

// Units that are responsible, from their cell: at line ends and bullets, and at the slash between a
// section and its division, but "ทุกสำนัก/กอง" is one.
// The same for texts.
std::vector<Entry> split_texts(const std::vector<std::string>& paragraphs);
std::vector<std::string> responsible_units(const std::vector<Entry>& entries);
std::vector<std::string> split_responsible(const std::vector<Passage>& passages);

// `text` without a leading bullet or list number.
std::string without_marker(std::string_view text);

}  // namespace prongsai
