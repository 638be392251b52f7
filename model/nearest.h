// SPDX-License-Identifier: GPL-3.0-or-later
// The kind of thing that a misread text is most like.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/similarity.h"

namespace prongsai {

// A text that stands for its kind.
template <typename Kind>
struct Likeness {
  Kind kind{};
  std::u32string text;
};

// The kind whose texts `text` is most like: at least so much (0..1), and plainly more than any text
// of another kind.
template <typename Kind>
std::optional<Kind> nearest_kind(std::u32string_view text, const std::vector<Likeness<Kind>>& texts,
                                 double at_least, double plainly_more) {
  const Comparer comparer(text);
  const Kind* kind = nullptr;
  double best = 0;
  double other = 0;  // the best of the other kinds
  for (const Likeness<Kind>& one : texts) {
    const double alike = comparer.similarity(one.text);
    if (kind != nullptr && one.kind == *kind) {
      best = std::max(best, alike);
    } else if (alike > best) {
      other = best;
      best = alike;
      kind = &one.kind;
    } else {
      other = std::max(other, alike);
    }
  }
  if (kind == nullptr || best < at_least || best < other + plainly_more) return std::nullopt;
  return *kind;
}

}  // namespace prongsai
