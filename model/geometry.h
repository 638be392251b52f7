// SPDX-License-Identifier: GPL-3.0-or-later
// Places on a page. Units are PDF points (1/72 inch) everywhere, origin at the top left of the
// page as it is shown (after its rotation and crop box), y growing downwards.
#pragma once

#include <algorithm>
#include <iosfwd>

namespace prongsai {

struct Box {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double center_x() const { return (x0 + x1) / 2; }
  double center_y() const { return (y0 + y1) / 2; }
  bool operator==(const Box&) const = default;
};

// The smallest box that holds both.
inline Box united(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// The box around `box` when it is turned by so many degrees, clockwise, about a point.
Box turned(const Box& box, double degrees, double about_x, double about_y);

// Prints "[x0 y0 x1 y1]" to 0.1 pt.
std::ostream& operator<<(std::ostream& out, const Box& box);

}  // namespace prongsai
