// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_review_bench: whether the queue of a review finds misread scores, and how far in front.
// Into the kept pages of scans, digits are planted as OCR takes them for others, with all the
// confidence that the right ones had; the pages are read again, and the queue is made of what they
// say then. Part of `./dev bench review`.
//
//   prongsai_review_bench FIRST_SEED SEEDS KEPT.pages...
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "cli/pages_archive.h"
#include "cli/pipeline.h"
#include "cli/record_json.h"
#include "cli/review_json.h"
#include "review/chance.h"
#include "review/queue.h"

namespace prongsai::tests {
namespace {

using review::Candidate;
using review::Value;

constexpr size_t kValues = 5000;
constexpr size_t kErrors = 50;
constexpr double kFront = 0.1;    // of the queue
constexpr double kInFront = 0.9;  // of the errors

// What OCR takes a digit for; the most usual first.
constexpr const char* kConfusions[10] = {"8693", "74",  "735", "825", "19",
                                         "63",   "580", "12",  "360", "4705"};

struct Scan {
  Extraction extraction;
  std::map<std::string, std::string> truth;  // value by name, as it is read without any error
};

std::vector<Value> values_of(const Extraction& extraction) {
  PipelineResult result = pages_to_record(extraction, {});
  result.document.sha256 = std::string(64, '0');
  return values_of_record(record_to_json(result.record, result.document));
}

Scan scan_of(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  Scan scan{unpack_pages(std::string(std::istreambuf_iterator<char>(in), {})), {}};
  for (const Value& value : values_of(scan.extraction)) scan.truth.emplace(value.name, value.text);
  return scan;
}

// An error: a digit of the word that a score was read from.
struct Planted {
  size_t scan = 0;
  std::string name;  // of the score
  Value value;       // as it was
  unsigned choice = 0;
};

// Whether there is a word to be changed.
bool plant(const Planted& error, Extraction& extraction) {
  for (PageText& page : extraction.pages) {
    if (page.number != error.value.page || !error.value.box) continue;
    for (Word& word : page.words) {
      const Box shown =
          page.lean == 0 ? word.box : turned(word.box, page.lean, page.width / 2, page.height / 2);
      const Box& box = *error.value.box;
      const bool there = box.x0 - 1 <= shown.center_x() && shown.center_x() <= box.x1 + 1 &&
                         box.y0 - 1 <= shown.center_y() && shown.center_y() <= box.y1 + 1;
      if (!there || word.text != word.raw || word.text != error.value.raw) continue;
      std::vector<size_t> digits;
      for (size_t i = 0; i < word.text.size(); ++i) {
        if (word.text[i] >= '0' && word.text[i] <= '9') digits.push_back(i);
      }
      if (digits.empty()) return false;
      const size_t place = digits[error.choice % digits.size()];
      const std::string others = kConfusions[word.text[place] - '0'];
      word.text[place] = others[error.choice / 16 % others.size()];
      word.raw = word.text;
      return true;
    }
  }
  return false;
}

struct Counts {
  size_t values = 0;
  size_t queued = 0;
  size_t open = 0;
  size_t planted = 0;
  size_t found = 0;
  size_t in_front = 0;
  size_t not_wrong = 0;  // repaired, or no score any more
};

class Run {
 public:
  Run(const std::vector<Scan>& scans, unsigned seed) : scans_(scans), random_(seed) {}

  Counts measure(bool tell) {
    choose();
    read();
    // Those that came to nothing are replaced by others.
    for (int round = 0; round < 20 && replace() > 0; ++round) read();
    return count(tell);
  }

 private:
  void choose() {
    std::vector<size_t> all(scans_.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = i;
    std::ranges::shuffle(all, random_);
    size_t values = 0;
    for (const size_t scan : all) {
      if (values >= kValues) break;
      const std::vector<Value> of_scan = values_of(scans_[scan].extraction);
      values += of_scan.size();
      chosen_.push_back(scan);
      for (const Value& value : of_scan) {
        if (value.kind == review::ValueKind::kScore && value.box)
          possible_.push_back({scan, value.name, value, static_cast<unsigned>(random_())});
      }
    }
    std::ranges::shuffle(possible_, random_);
    wanted_ = std::min(kErrors, values / (kValues / kErrors));
    refill();
  }

  void refill() {
    while (planted_.size() < wanted_ && !possible_.empty()) {
      Extraction probe = scans_[possible_.back().scan].extraction;
      if (plant(possible_.back(), probe)) planted_.push_back(possible_.back());
      possible_.pop_back();
    }
  }

  // Those scans whose errors have changed.
  void read() {
    read_.resize(chosen_.size());
    errors_.resize(chosen_.size());
    for (size_t i = 0; i < chosen_.size(); ++i) {
      std::vector<std::string> errors;
      Extraction extraction = scans_[chosen_[i]].extraction;
      for (const Planted& error : planted_) {
        if (error.scan == chosen_[i] && plant(error, extraction)) errors.push_back(error.name);
      }
      if (!read_[i].empty() && errors == errors_[i]) continue;
      errors_[i] = errors;
      read_[i] = values_of(extraction);
    }
  }

  bool is_wrong(const Planted& error) const {
    for (size_t i = 0; i < chosen_.size(); ++i) {
      if (chosen_[i] != error.scan) continue;
      const auto value = std::ranges::find(read_[i], error.name, &Value::name);
      return value != read_[i].end() && value->text != scans_[error.scan].truth.at(error.name);
    }
    return false;
  }

  size_t replace() {
    const size_t gone =
        std::erase_if(planted_, [&](const Planted& error) { return !is_wrong(error); });
    not_wrong_ += gone;
    if (gone > 0) refill();
    return gone;
  }

  Counts count(bool tell) const {
    Counts counts;
    counts.not_wrong = not_wrong_;
    counts.planted = planted_.size();
    std::vector<Candidate> queue;
    std::map<review::GroupKey, std::uint32_t> groups;
    for (size_t i = 0; i < read_.size(); ++i) {
      counts.values += read_[i].size();
      for (size_t j = 0; j < read_[i].size(); ++j) {
        const Value& value = read_[i][j];
        if (!review::is_queued(value)) continue;
        const auto group = groups.try_emplace(review::group_of(value), groups.size()).first;
        queue.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j),
                         group->second, review::part_of(value), review::priority_of(value)});
      }
    }
    review::order(queue);
    counts.queued = queue.size();
    const auto front = static_cast<size_t>(kFront * static_cast<double>(queue.size()));
    std::set<std::pair<size_t, std::string>> wrong;
    for (const Planted& error : planted_) wrong.emplace(error.scan, error.name);
    for (size_t place = 0; place < queue.size(); ++place) {
      const Candidate& entry = queue[place];
      const Value& value = read_[entry.document][entry.value];
      counts.open += entry.part != review::Part::kPlausible;
      const bool is_planted = wrong.contains({chosen_[entry.document], value.name});
      if (tell && (is_planted || place < front)) print(place, entry, value, is_planted);
      if (!is_planted) continue;
      ++counts.found;
      counts.in_front += place < front;
    }
    return counts;
  }

  void print(size_t place, const Candidate& entry, const Value& value, bool is_planted) const {
    std::string checks;
    for (const review::CheckOnValue& check : value.checks) {
      checks += fmt::format(" {}{}{}", check.agrees ? "+" : "-",
                            check.role == review::Role::kSubject ? "" : "part:", check.rule);
    }
    fmt::print("  {} {:5} {:.4f} {} {} {} {} conf {:.3f} alt {}{}\n",
               is_planted ? "WRONG" : "     ", place, entry.priority, trust_name(value.trust),
               chosen_[entry.document], value.name, value.text, value.confidence,
               value.alternatives.size(), checks);
  }

  const std::vector<Scan>& scans_;
  std::mt19937 random_;
  std::vector<size_t> chosen_;
  std::vector<Planted> possible_;
  std::vector<Planted> planted_;
  size_t wanted_ = 0;
  std::vector<std::vector<Value>> read_;          // of each chosen scan
  std::vector<std::vector<std::string>> errors_;  // that it was read with
  size_t not_wrong_ = 0;
};

bool print(unsigned seed, const Counts& counts) {
  const bool holds =
      counts.planted > 0 && counts.found == counts.planted &&
      static_cast<double>(counts.in_front) >= kInFront * static_cast<double>(counts.planted);
  fmt::print(
      "  seed {:3}: {} values, {} queued ({} doubtful or conflicting), {} wrong: {} in the queue, "
      "{} "
      "in its first tenth ({:.0f} %); {} more were repaired or left without a score{}\n",
      seed, counts.values, counts.queued, counts.open, counts.planted, counts.found,
      counts.in_front,
      100.0 * static_cast<double>(counts.in_front) / static_cast<double>(counts.planted),
      counts.not_wrong, holds ? "" : "  SHORT");
  return holds;
}

}  // namespace
}  // namespace prongsai::tests

int main(int count, char** arguments) {
  using namespace prongsai::tests;
  if (count < 4) {
    fmt::print(stderr, "usage: prongsai_review_bench FIRST_SEED SEEDS KEPT.pages...\n");
    return 2;
  }
  std::vector<Scan> scans;
  for (int i = 3; i < count; ++i) scans.push_back(scan_of(arguments[i]));
  const auto first = static_cast<unsigned>(std::atoi(arguments[1]));
  const auto seeds = static_cast<unsigned>(std::atoi(arguments[2]));
  bool holds = true;
  for (unsigned seed = first; seed < first + seeds; ++seed) {
    const bool tell = std::getenv("PRONGSAI_BENCH_TELL") != nullptr;
    holds = print(seed, Run(scans, seed).measure(tell)) && holds;
  }
  return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
