// SPDX-License-Identifier: GPL-3.0-or-later
// How far the dictionary rules may go on a page, from what has been seen on it.
#pragma once

namespace prongsai::normalize {

// A strict rule changes only what is no Thai otherwise; a loose one also chooses the likelier of
// two readings, because the page is known to suffer from that damage.
enum class Strictness { kStrict, kLoose };

struct Modes {
  Strictness sara_am_lost = Strictness::kStrict;
  Strictness sara_am_false = Strictness::kStrict;
  Strictness split_words = Strictness::kStrict;
  Strictness moved_marks = Strictness::kStrict;
  bool by_ocr = false;  // marks may not have been seen, letters taken for others

  bool operator==(const Modes&) const = default;
};

}  // namespace prongsai::normalize
