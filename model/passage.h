// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph: lines that belong together as one text, with the way back to where it stands.
#pragma once

#include <string>
#include <vector>

#include "model/block.h"
#include "model/evidence.h"

namespace prongsai {

class Passage {
 public:
  Passage() = default;

  // Appends a line: Thai is joined to Thai without a space, anything else with one.
  void add(const Line& line);

  // The offsets in text() at which its lines begin.
  std::vector<size_t> line_starts() const;

  // Appends all lines of another passage.
  void append(const Passage& other);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  // Whether it is a heading of a Markdown text: "## ...".
  bool is_marked_heading() const {
    return !pieces_.empty() && pieces_.front().line->raw.starts_with('#');
  }
  int page() const { return pieces_.empty() ? 1 : pieces_.front().line->page; }

  // Where the bytes [begin, end) of text() were read: page, box, raw characters, repairs.
  // `method` is that of the page.
  Evidence evidence(size_t begin, size_t end) const;

 private:
  struct Piece {
    size_t begin = 0;  // in text_
    const Line* line = nullptr;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

// The paragraphs of a cell. The lines must outlive them.
std::vector<Passage> passages(const Cell& cell);

// All lines of a cell as one passage.
Passage whole_passage(const Cell& cell);

}  // namespace prongsai
