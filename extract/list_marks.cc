// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/list_marks.h"

namespace prongsai::extract {
namespace {

struct Shape {
  std::string_view mark;
  // Of the height of the band.
  double least_width;
  double most_width;
  double least_height;
  double most_height;
  // Width to height.
  double least_ratio;
  double most_ratio;
  double least_filled;  // of the frame; a disc has 0.79
};

constexpr Shape kShapes[] = {
    {"•", 0.16, 0.65, 0.16, 0.65, 0.75, 1.34, 0.66},
    // As large as a letter: only a full disc.
    {"•", 0.6, 0.85, 0.6, 0.85, 0.8, 1.25, 0.72},
    {"-", 0.2, 1.0, 0.04, 0.25, 2.0, 12.0, 0.7},
};
// Where the middle of a mark stands in the band, from its top: a point stands lower.
constexpr double kHighest = 0.25;
constexpr double kLowest = 0.75;
constexpr int kFewestPixels = 4;  // high or wide: smaller ones have no shape

}  // namespace

std::string_view list_mark(const InkPart& part, double top, double bottom) {
  const double band = bottom - top;
  const double middle = ((part.y0 + part.y1) / 2.0 - top) / band;
  if (middle < kHighest || middle > kLowest || part.width() < kFewestPixels) return {};
  const double width = part.width() / band;
  const double height = part.height() / band;
  const double ratio = static_cast<double>(part.width()) / part.height();
  const double filled = static_cast<double>(part.area) / (part.width() * part.height());
  for (const Shape& shape : kShapes) {
    if (width >= shape.least_width && width <= shape.most_width && height >= shape.least_height &&
        height <= shape.most_height && ratio >= shape.least_ratio && ratio <= shape.most_ratio &&
        filled >= shape.least_filled)
      return shape.mark;
  }
  return {};
}

}  // namespace prongsai::extract
