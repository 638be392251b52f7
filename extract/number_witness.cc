// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number_witness.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "model/text.h"

namespace prongsai::extract {
namespace {

constexpr double kFewestCompared = 3;
constexpr double kIntact = 0.8;   // share of the numbers that agree
constexpr double kWitness = 0.5;  // below, the layer is about something else
constexpr double kAgreed = 0.97;
constexpr double kMostDisputed = 0.3;
constexpr double kReach = 0.3;  // of a word's height, by which places may differ

// The figures of a text with the stops between them.
std::string figures(std::string_view text) {
  std::string out;
  for (const char c : to_arabic_digits(text)) {
    if ((c >= '0' && c <= '9') || (c == '.' && !out.empty())) out += c;
  }
  out.erase(out.find_last_not_of('.') + 1);
  return out;
}

bool is_number(const Word& word) {
  const std::string ascii = to_arabic_digits(word.raw);
  return has_digit(ascii) && std::ranges::all_of(ascii, [](char c) {
           return (c >= '0' && c <= '9') ||
                  std::string_view(".,%()-/:ieoIEO ").find(c) != std::string_view::npos;
         });
}

struct Compared {
  Word* word = nullptr;
  const Word* witness = nullptr;  // if it is a single one
  std::string said;               // the layer's figures
  std::string seen;               // the picture's
};

bool stands_in(const Word& part, const Word& word) {
  const double reach = kReach * word.box.height();
  const double y = (part.box.y0 + part.box.y1) / 2;
  return part.box.x0 > word.box.x0 - reach && part.box.x1 < word.box.x1 + reach &&
         y > word.box.y0 && y < word.box.y1;
}

// The same number over itself, seen and unseen.
bool is_same(const Word& a, const Word& b) {
  const double common = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
  return figures(a.raw) == figures(b.raw) && common > std::min(a.box.width(), b.box.width()) / 2;
}

std::vector<Compared> compared(const std::vector<Word>& layer, std::vector<Word>& words) {
  std::vector<const Word*> numbers;
  for (const Word& word : layer) {
    if (has_digit(word.raw)) numbers.push_back(&word);
  }
  std::ranges::stable_sort(numbers, {}, [](const Word* word) { return word->box.x0; });
  std::vector<Compared> out;
  for (Word& word : words) {
    Compared pair;
    pair.word = &word;
    pair.seen = figures(word.raw);
    if (pair.seen.empty()) continue;
    int witnesses = 0;
    const Word* last = nullptr;
    for (const Word* number : numbers) {
      if (!stands_in(*number, word) || (last && is_same(*number, *last))) continue;
      last = number;
      pair.said += figures(number->raw);
      pair.witness = ++witnesses == 1 ? number : nullptr;
    }
    if (witnesses > 0) out.push_back(std::move(pair));
  }
  return out;
}

void dispute(const Compared& pair, bool layer_is_intact) {
  Word& word = *pair.word;
  Alternative other{word.raw, word.confidence};
  if (layer_is_intact && pair.witness && is_number(*pair.witness) && is_number(word)) {
    word.raw = word.text = pair.witness->raw;
    word.repairs.emplace_back(kNumberFromTextLayer);
  } else if (pair.witness) {
    other = {pair.witness->raw, pair.witness->confidence};
  } else {
    other = {pair.said, kMostDisputed};
  }
  word.alternatives.insert(word.alternatives.begin(), std::move(other));
  word.confidence = std::min(word.confidence, kMostDisputed);
}

}  // namespace

void compare_numbers(const std::vector<Word>& layer, std::vector<Word>& words) {
  const std::vector<Compared> pairs = compared(layer, words);
  const auto agreed = static_cast<double>(
      std::ranges::count_if(pairs, [](const Compared& pair) { return pair.said == pair.seen; }));
  const auto all = static_cast<double>(pairs.size());
  if (all < kFewestCompared || agreed < kWitness * all) return;
  for (const Compared& pair : pairs) {
    if (pair.said == pair.seen) {
      pair.word->confidence = std::max(pair.word->confidence, kAgreed);
    } else {
      dispute(pair, agreed >= kIntact * all);
    }
  }
}

size_t unseen_numbers(const std::vector<Word>& hidden, const std::vector<Word>& seen) {
  const auto is_unseen = [&](const Word& word) {
    if (!is_number(word) || figures(word.raw).find('.') == std::string::npos) return false;
    return std::ranges::none_of(seen, [&](const Word& other) {
      const double y = (word.box.y0 + word.box.y1) / 2;
      return y > other.box.y0 && y < other.box.y1 && is_same(word, other);
    });
  };
  return static_cast<size_t>(std::ranges::count_if(hidden, is_unseen));
}

}  // namespace prongsai::extract
