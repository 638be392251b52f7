// SPDX-License-Identifier: GPL-3.0-or-later
// A short text form of blocks, for goldens and for a person.
//
//   line 1 [72.0 90.0 300.0 106.0] 16.0 bold | Text of the line
//   line 1 [72.0 110.0 300.0 126.0] 16.0 + | text that goes on with the paragraph before
//   table ruled 2 columns 72.0 200.0 300.0 continues
//     row 1
//       0 [72.0 90.0 200.0 110.0] | Text; its second line ¶ its second paragraph
//       1 2x1 [...] | merged over two columns and one row
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "model/block.h"

namespace prongsai {

// One line of text without a line break at its end.
std::string to_text(const Line& line);
// Several lines, each ending in a line break.
std::string to_text(const Table& table);
// Both end in a line break.
std::string to_text(const Block& block);
std::string to_text(const std::vector<Block>& blocks);

const char* table_source_name(TableSource source);

std::ostream& operator<<(std::ostream& out, const Line& line);
std::ostream& operator<<(std::ostream& out, const Table& table);

}  // namespace prongsai
