// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/item_resolver.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "model/text.h"

namespace prongsai {
namespace {

// What each kind of evidence adds to the similarity of the title. A code read with its letter
// outweighs small differences between near titles (i1/e1, o14/o16); it does not outweigh a title
// that is clearly another item's.
constexpr double kLetterRead = 0.30;
constexpr double kZeroForO = 0.27;
constexpr double kLookAlike = 0.22;
constexpr double kBareDigits = 0.12;  // at most, for digits alike
constexpr double kSameIssue = 0.03;
constexpr double kSameInstrument = 0.05;

constexpr double kEnoughWithCode = 0.45;  // similarity of title that a code confirms
constexpr double kEnoughAlone = 0.78;
constexpr double kEnoughBare = 0.55;
constexpr double kClearlyAnother = 0.85;
constexpr double kToTheLetter = 0.95;
constexpr double kNearlyAlike = 0.75;

// How well a printed title fits a wording: as a whole, as a beginning that goes on with other
// text, or as a shortened form.
double title_fit(std::u32string_view printed, std::u32string_view wording) {
  if (printed == wording) return 1;
  double fit = similarity(printed, wording);
  constexpr size_t kShortest = 12;  // below, a stretch of another title fits by chance
  if (printed.size() > wording.size()) {
    if (wording.size() >= kShortest || wording.size() * 10 >= printed.size() * 6) {
      fit = std::max(fit, 0.97 * similarity(printed.substr(0, wording.size()), wording));
    }
    if (wording.size() >= kShortest && wording.size() * 10 >= printed.size() * 4) {
      fit = std::max(fit, 0.94 * containment(wording, printed));
    }
  } else if (printed.size() >= kShortest) {
    // A title that a page break or a narrow cell cut short.
    fit = std::max(fit, 0.93 * similarity(printed, wording.substr(0, printed.size())));
  }
  if (printed.size() <= wording.size() && printed.size() >= kShortest &&
      printed.size() * 10 >= wording.size() * 3) {
    fit = std::max(fit, 0.92 * containment(printed, wording));
  }
  return fit;
}

// How alike a code's printed digits and an item's number are when the letter was lost among them.
double digits_fit(const std::string& digits, int number) {
  const std::string plain = std::to_string(number);
  if (digits.size() > 1 && digits.substr(1) == plain) return 1;  // the first stands for the letter
  if (digits.size() == 3 && digits.substr(0, 2) == plain) return 0.8;  // 100 for ๐๑๐: swapped
  if (digits.back() == plain.back()) return 0.6;
  return 0;
}

double code_fit(const std::optional<CodeToken>& token, const Item& item) {
  if (!token) return 0;
  if (!token->code) return kBareDigits * digits_fit(token->digits, item.code.number);
  if (*token->code != item.code) return 0;
  if (token->letter_read) return kLetterRead;
  return token->repairs.front().ends_with("zero_for_o") ? kZeroForO : kLookAlike;
}

}  // namespace

ItemResolver::ItemResolver(const Framework& framework) : framework_(&framework) {
  for (const Item& item : framework.items) {
    const auto add = [&](const std::string& text) {
      std::u32string folded = fold_points(text);
      Bigrams bigrams(folded);
      wordings_.push_back({&item, std::move(folded), std::move(bigrams)});
    };
    if (!item.title.empty()) add(item.title);
    for (const std::string& variant : item.variants) add(variant);
  }
}

double ItemResolver::best_wording(const Item& item, std::u32string_view folded,
                                  const Bigrams& bigrams) const {
  double best = 0;
  constexpr double kWorthComparing = 0.4;
  for (const Wording& wording : wordings_) {
    if (wording.item != &item || folded.empty()) continue;
    if (wording.bigrams.overlap(bigrams) < kWorthComparing) continue;
    best = std::max(best, title_fit(folded, wording.folded));
  }
  return best;
}

double ItemResolver::title_similarity(ItemCode code, std::string_view title) const {
  const Item* item = framework_->find(code);
  if (item == nullptr) return 0;
  const std::u32string folded = fold_points(title);
  return best_wording(*item, folded, Bigrams(folded));
}

std::optional<ResolvedItem> ItemResolver::resolve(const std::optional<CodeToken>& token,
                                                  std::string_view title,
                                                  const ItemContext& context) const {
  std::u32string folded = fold_points(title);
  constexpr size_t kLongestTitle = 400;
  if (folded.size() > kLongestTitle) folded.resize(kLongestTitle);
  // Most rows: a code with its letter, and its title to the letter.
  if (token && token->code && token->letter_read) {
    for (const Wording& wording : wordings_) {
      if (wording.item->code == *token->code && wording.folded == folded)
        return ResolvedItem{*token->code, 1, false, token->repairs};
    }
  }
  const Bigrams bigrams(folded);
  const Item* best = nullptr;
  const Item* coded = nullptr;
  double best_score = 0;
  double best_title = 0;
  double coded_title = 0;
  for (const Item& item : framework_->items) {
    const double title_score = best_wording(item, folded, bigrams);
    const double code_score = code_fit(token, item);
    if (token && token->code == item.code) {
      coded = &item;
      coded_title = title_score;
    }
    if (title_score == 0 && code_score == 0) continue;
    double score = title_score + code_score;
    if (context.instrument)
      score += item.code.instrument() == *context.instrument ? kSameInstrument : -kSameInstrument;
    if (context.issue != 0 &&
        std::find(item.issues.begin(), item.issues.end(), context.issue) != item.issues.end())
      score += kSameIssue;
    if (score > best_score) {
      best_score = score;
      best_title = title_score;
      best = &item;
    }
  }
  ResolvedItem resolved;
  if (token) resolved.repairs = token->repairs;
  if (coded != nullptr) {
    const bool another =
        best != coded && ((best_title >= kClearlyAnother && coded_title < kEnoughWithCode) ||
                          (best_title >= kToTheLetter && coded_title < kNearlyAlike));
    const bool wording_known = !coded->title.empty() && !folded.empty();
    resolved.code = another ? best->code : coded->code;
    resolved.title_similarity = another ? best_title : coded_title;
    // A code whose letter is only a look-alike needs its title.
    if (!another && wording_known && !token->letter_read && coded_title < kEnoughWithCode &&
        best != coded && best_title >= kEnoughAlone) {
      resolved.code = best->code;
      resolved.title_similarity = best_title;
    }
    if (resolved.code != coded->code) resolved.repairs.emplace_back("code_from_title");
    resolved.doubtful =
        resolved.code != coded->code || (wording_known && coded_title < kEnoughWithCode);
    return resolved;
  }
  if (best == nullptr) return std::nullopt;
  const double needed = token && !token->code ? kEnoughBare : kEnoughAlone;
  if (best_title < needed) return std::nullopt;
  resolved.code = best->code;
  resolved.title_similarity = best_title;
  resolved.repairs.emplace_back("code_from_title");
  resolved.doubtful = best_title < kEnoughAlone;
  return resolved;
}

const ItemResolver& item_resolver(const Framework& framework) {
  static const std::vector<ItemResolver> resolvers(codebook().frameworks.begin(),
                                                   codebook().frameworks.end());
  const auto found = std::ranges::find(resolvers, &framework,
                                       [](const ItemResolver& one) { return &one.framework(); });
  assert(found != resolvers.end());
  return *found;
}

}  // namespace prongsai
