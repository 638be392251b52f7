// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geometry.h"

#include <fmt/format.h>

#include <ostream>

namespace prongsai {

std::ostream& operator<<(std::ostream& out, const Box& box) {
  return out << fmt::format("[{:.1f} {:.1f} {:.1f} {:.1f}]", box.x0, box.y0, box.x1, box.y1);
}

}  // namespace prongsai
