// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/path_rulings.h"

#include <algorithm>
#include <cmath>

namespace prongsai::extract {
namespace {

// A segment may lean by this much and still be a table line: borders come with rounded corners and
// rounded numbers.
constexpr double kMaxLean = 0.75;
// Table lines are thinner; a bar or the background of a cell is thicker.
constexpr double kMaxThickness = 3.5;
// Shorter than this and no longer than twice its thickness it is the corner of a border.
constexpr double kCornerRatio = 2;
// Pieces this near across are one line; the two lines of a double border are farther apart.
constexpr double kSameLine = 0.6;
// Dots and dashes leave gaps along the line.
constexpr double kMaxGap = 2.5;
// What is shorter once its pieces are joined is a tick, a dash or a letter drawn as a shape.
constexpr double kMinLength = 5;

void add_segment(PathPoint a, PathPoint b, double thickness, std::vector<Ruling>& rulings) {
  double width = std::abs(a.x - b.x);
  double height = std::abs(a.y - b.y);
  Ruling ruling;
  ruling.thickness = thickness;
  if (height <= kMaxLean && width > height) {
    ruling.x0 = std::min(a.x, b.x);
    ruling.x1 = std::max(a.x, b.x);
    ruling.y0 = ruling.y1 = (a.y + b.y) / 2;
  } else if (width <= kMaxLean && height > width) {
    ruling.y0 = std::min(a.y, b.y);
    ruling.y1 = std::max(a.y, b.y);
    ruling.x0 = ruling.x1 = (a.x + b.x) / 2;
  } else {
    return;
  }
  rulings.push_back(ruling);
}

// A ruling seen along its own direction, so that both directions are merged by the same code.
struct Piece {
  double across = 0;
  double from = 0;
  double to = 0;
  double thickness = 0;
};

void merge_pieces(std::vector<Piece>& pieces, std::vector<Piece>& merged_pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.across != b.across ? a.across < b.across : a.from < b.from;
  });
  size_t begin = 0;
  while (begin < pieces.size()) {
    // A line is measured from its first piece, so that a fan of lines never melts into one.
    size_t end = begin + 1;
    while (end < pieces.size() && pieces[end].across - pieces[begin].across <= kSameLine) ++end;
    std::sort(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
              pieces.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Piece& a, const Piece& b) { return a.from < b.from; });
    Piece line = pieces[begin];
    double longest = line.to - line.from;
    for (size_t i = begin + 1; i < end; ++i) {
      const Piece& piece = pieces[i];
      if (piece.from - line.to > kMaxGap) {
        merged_pieces.push_back(line);
        line = piece;
        longest = piece.to - piece.from;
        continue;
      }
      if (piece.to - piece.from > longest) {
        longest = piece.to - piece.from;
        line.across = piece.across;
      }
      line.to = std::max(line.to, piece.to);
      line.thickness = std::max(line.thickness, piece.thickness);
    }
    merged_pieces.push_back(line);
    begin = end;
  }
}

}  // namespace

void add_stroked(const Subpath& path, double line_width, std::vector<Ruling>& rulings) {
  if (path.curved && path.points.size() < 4) return;
  for (size_t i = 1; i < path.points.size(); ++i) {
    add_segment(path.points[i - 1], path.points[i], line_width, rulings);
  }
  if (path.closed && path.points.size() > 2) {
    add_segment(path.points.back(), path.points.front(), line_width, rulings);
  }
}

bool add_filled(const Subpath& path, std::vector<Ruling>& rulings) {
  if (path.curved || path.points.size() < 3) return false;
  Box box{path.points[0].x, path.points[0].y, path.points[0].x, path.points[0].y};
  for (const PathPoint& point : path.points) {
    box = united(box, {point.x, point.y, point.x, point.y});
  }
  double thickness = std::min(box.width(), box.height());
  double length = std::max(box.width(), box.height());
  if (thickness > kMaxThickness || length <= kCornerRatio * thickness) return false;
  if (box.width() > box.height()) {
    rulings.push_back({box.x0, box.center_y(), box.x1, box.center_y(), thickness});
  } else {
    rulings.push_back({box.center_x(), box.y0, box.center_x(), box.y1, thickness});
  }
  return true;
}

std::vector<Ruling> merged(std::vector<Ruling> rulings) {
  std::vector<Piece> horizontal;
  std::vector<Piece> vertical;
  for (const Ruling& ruling : rulings) {
    if (ruling.horizontal()) {
      horizontal.push_back({ruling.y0, ruling.x0, ruling.x1, ruling.thickness});
    } else {
      vertical.push_back({ruling.x0, ruling.y0, ruling.y1, ruling.thickness});
    }
  }
  std::vector<Piece> lines;
  rulings.clear();
  merge_pieces(horizontal, lines);
  for (const Piece& line : lines) {
    if (line.to - line.from < kMinLength) continue;
    rulings.push_back({line.from, line.across, line.to, line.across, line.thickness});
  }
  lines.clear();
  merge_pieces(vertical, lines);
  for (const Piece& line : lines) {
    if (line.to - line.from < kMinLength) continue;
    rulings.push_back({line.across, line.from, line.across, line.to, line.thickness});
  }
  return rulings;
}

}  // namespace prongsai::extract
