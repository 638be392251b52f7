// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geometry.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <ostream>

namespace prongsai {

Box turned(const Box& box, double degrees, double about_x, double about_y) {
  const double radians = degrees * std::numbers::pi / 180;
  const double cosine = std::cos(radians);
  const double sine = std::sin(radians);
  Box out{1e9, 1e9, -1e9, -1e9};
  for (const double x : {box.x0 - about_x, box.x1 - about_x}) {
    for (const double y : {box.y0 - about_y, box.y1 - about_y}) {
      const double to_x = about_x + x * cosine - y * sine;
      const double to_y = about_y + x * sine + y * cosine;
      out = united(out, {to_x, to_y, to_x, to_y});
    }
  }
  return out;
}

std::ostream& operator<<(std::ostream& out, const Box& box) {
  return out << fmt::format("[{:.1f} {:.1f} {:.1f} {:.1f}]", box.x0, box.y0, box.x1, box.y1);
}

}  // namespace prongsai
