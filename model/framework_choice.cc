// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/framework_choice.h"

#include <algorithm>
#include <string>

#include "model/item_code.h"
#include "model/item_resolver.h"
#include "model/passage.h"
#include "model/prose.h"
#include "model/text.h"

namespace prongsai {
namespace {

struct Candidate {
  CodeToken token;
  std::string title;
  Evidence evidence;
};

constexpr size_t kEnoughCandidates = 90;

void add_candidate(const Passage& passage, const std::string* next_cell,
                   std::vector<Candidate>& candidates) {
  if (candidates.size() >= kEnoughCandidates) return;
  const std::string& text = passage.text();
  const auto token = leading_code(text);
  if (!token || !token->code) return;
  std::string title = text.substr(token->end);
  // A code in a column of its own has its title in the next one.
  if (fold(title).size() < 3 && next_cell != nullptr) title = *next_cell;
  if (const auto phrase = find_score_phrase(title)) title = title.substr(0, phrase->begin);
  candidates.push_back({*token, title, passage.evidence(token->begin, token->end)});
}

std::vector<Candidate> candidates_of(const std::vector<Block>& blocks) {
  std::vector<Candidate> candidates;
  for (const Block& block : blocks) {
    if (const auto* line = std::get_if<Line>(&block)) {
      Passage passage;
      passage.add(*line);
      add_candidate(passage, nullptr, candidates);
      continue;
    }
    for (const Row& row : std::get<Table>(block).rows) {
      for (size_t c = 0; c < row.cells.size(); ++c) {
        const std::string next =
            c + 1 < row.cells.size() ? cell_text(row.cells[c + 1]) : std::string();
        const std::vector<Passage> paragraphs = passages(row.cells[c]);
        for (const Passage& passage : paragraphs) {
          add_candidate(passage, paragraphs.size() == 1 ? &next : nullptr, candidates);
        }
      }
    }
  }
  return candidates;
}

double fit(const Framework& framework, const std::vector<Candidate>& candidates) {
  const ItemResolver& resolver = item_resolver(framework);
  double total = 0;
  for (const Candidate& candidate : candidates) {
    const double similarity = resolver.title_similarity(*candidate.token.code, candidate.title);
    constexpr double kSimilar = 0.6;  // below it is chance
    if (similarity > kSimilar) total += similarity;
  }
  return total;
}

}  // namespace

FrameworkChoice choose_framework(const std::vector<Block>& blocks, int printed_year,
                                 int asked_year) {
  const Codebook& book = codebook();
  const std::vector<Candidate> candidates = candidates_of(blocks);
  FrameworkChoice choice;
  double best = 0;
  for (const Framework& framework : book.frameworks) {
    double score = candidates.empty() ? 0 : fit(framework, candidates);
    // Where two years fit alike, the printed one.
    if (score > 0 && framework.fiscal_year == printed_year) score += 0.5;
    if (score > best) {
      best = score;
      choice.framework = &framework;
    }
  }
  const double needed = std::max(1.0, 0.25 * static_cast<double>(candidates.size()));
  choice.by_items = best >= needed;
  if (choice.by_items) {
    choice.evidence = candidates.front().evidence;
    return choice;
  }
  const int year =
      printed_year != 0 && book.framework(printed_year) != nullptr ? printed_year : asked_year;
  choice.framework = book.framework(year);
  choice.by_year = choice.framework != nullptr;
  constexpr int kBestKnownYear = 2567;  // every text and membership is known
  if (choice.framework == nullptr) choice.framework = book.framework(kBestKnownYear);
  return choice;
}

void settle_framework(const FrameworkChoice& choice, bool about_ita, Record& record) {
  if (!about_ita) return;
  const int year = choice.framework->fiscal_year;
  const bool indicators = !record.indicators.empty() ||
                          std::any_of(record.measures.begin(), record.measures.end(),
                                      [](const Measure& m) { return m.indicator.has_value(); });
  const bool items = std::any_of(record.issues.begin(), record.issues.end(),
                                 [](const IssueResult& i) { return !i.items.empty(); });
  if (!choice.by_items && !(choice.by_year && (indicators || items))) return;
  record.framework.value = year;
  record.framework.evidence = choice.by_items ? choice.evidence : record.assessed_year.evidence;
  if (!record.assessed_year.value && choice.by_items && items) {
    record.assessed_year.value = year;
    record.assessed_year.evidence = choice.evidence;
    record.assessed_year.evidence.add_repairs({"year_from_items"});
    record.assessed_year.evidence.trust = Trust::kDoubtful;
  }
}

}  // namespace prongsai
