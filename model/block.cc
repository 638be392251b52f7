// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/block.h"

namespace prongsai {
namespace {

// Thai letters and marks are three bytes, E0 B8 80 to E0 B9 BF.
bool ends_thai(const std::string& text) {
  if (text.size() < 3) return false;
  const auto* p = reinterpret_cast<const unsigned char*>(text.data() + text.size() - 3);
  return p[0] == 0xE0 && (p[1] == 0xB8 || (p[1] == 0xB9 && p[2] < 0x90));
}

bool begins_thai(const std::string& text) {
  if (text.size() < 3) return false;
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  return p[0] == 0xE0 && (p[1] == 0xB8 || (p[1] == 0xB9 && p[2] < 0x90));
}

}  // namespace

std::string cell_text(const Cell& cell) {
  std::string text;
  for (const Line& line : cell.lines) {
    if (line.text.empty()) continue;
    if (!text.empty()) {
      if (line.starts_paragraph) {
        text += '\n';
      } else if (!ends_thai(text) || !begins_thai(line.text)) {
        text += ' ';
      }
    }
    text += line.text;
  }
  return text;
}

const Cell* cell_at(const Table& table, int row, int column) {
  for (int r = row; r >= 0; --r) {
    for (const Cell& cell : table.rows[static_cast<size_t>(r)].cells) {
      if (cell.column <= column && column < cell.column + cell.column_span &&
          r + cell.row_span > row) {
        return &cell;
      }
    }
  }
  return nullptr;
}

}  // namespace prongsai
