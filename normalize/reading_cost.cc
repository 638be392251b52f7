// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/reading_cost.h"

namespace prongsai::normalize {
namespace {

constexpr int kForbidden = 100000;
constexpr size_t kLongWord = 5;

constexpr int word_cost(WordKind kind) { return is_frequent(kind) ? 32 : 40; }

int lost_cost(WordKind kind, size_t letters, Strictness strictness) {
  if (strictness == Strictness::kLoose) return 4;
  // Long frequent words are never the right spelling of anything else with sara aa for sara am.
  return kind == WordKind::kFrequent && letters >= kLongWord ? 20 : kForbidden;
}

int false_cost(WordKind kind, Strictness strictness) {
  if (strictness == Strictness::kLoose) return 4;
  return is_frequent(kind) ? 80 : 120;
}

int space_cost(WordKind kind, size_t letters, Strictness strictness) {
  if (strictness == Strictness::kLoose) return kind == WordKind::kPlace ? 60 : 52;
  if (is_frequent(kind)) return 80;
  return kind == WordKind::kGeneral && letters >= 4 ? 140 : 240;
}

int space_at_mark_cost(WordKind kind, size_t letters, Strictness strictness) {
  return strictness == Strictness::kLoose ? 24 : space_cost(kind, letters, strictness);
}

int moved_cost(WordKind kind, Strictness strictness) {
  if (strictness == Strictness::kLoose) return 16;
  return is_frequent(kind) ? 80 : kForbidden;
}

int misread_cost(WordKind kind, size_t letters) {
  return is_frequent(kind) && letters >= kLongWord ? 60 : kForbidden;
}

}  // namespace

int reading_cost(WordKind kind, size_t letters, const Damage& damage, const Modes& modes) {
  int cost = word_cost(kind);
  if (damage.total() == 0) return cost;
  cost += damage.lost * lost_cost(kind, letters, modes.sara_am_lost);
  cost += damage.falsed * false_cost(kind, modes.sara_am_false);
  cost += damage.soft_spaces;
  cost += damage.spaces_at_marks * space_at_mark_cost(kind, letters, modes.split_words);
  cost += damage.spaces * space_cost(kind, letters, modes.split_words);
  cost += damage.moved * moved_cost(kind, modes.moved_marks);
  cost += damage.misread * misread_cost(kind, letters);
  cost += damage.filled * 20 + damage.open * 4;
  return cost + damage.total();
}

}  // namespace prongsai::normalize
