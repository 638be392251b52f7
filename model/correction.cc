// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/correction.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "model/gazetteer.h"
#include "model/record.h"
#include "model/record_values.h"

namespace prongsai {
namespace {

constexpr DecisionRow kDecisions[] = {
    {Decision::kAccepted, "accepted_by_reviewer", Trust::kVerified, "92.50", "92.50", "92.50",
     nullptr},
    {Decision::kCorrected, "corrected_by_reviewer", Trust::kVerified, "82.50", "82.50", "92.50",
     nullptr},
    {Decision::kNotLegible, "not_legible_to_reviewer", Trust::kDoubtful, "82.50", "82.50", "",
     nullptr},
    {Decision::kDiffer, "reviewers_differ", Trust::kConflicting, "82.50", "82.50", "92.50",
     "82.50"},
};

const DecisionRow& row_of(Decision decision) {
  return *std::ranges::find(kDecisions, decision, &DecisionRow::decision);
}

const DecisionRow* row_of(const Evidence& evidence) {
  for (const DecisionRow& row : kDecisions) {
    if (std::ranges::find(evidence.repairs, row.repair) != evidence.repairs.end()) return &row;
  }
  return nullptr;
}

bool is_same(SourcedKind kind, const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto value = canonical_value(kind, a);
  return value && value == canonical_value(kind, b);
}

// What is decided, as the record has it; "" if it is not legible, nothing if it can be no value.
std::optional<std::string> decided_value(SourcedKind kind, const Correction& correction) {
  if (!correction.is.empty()) return canonical_value(kind, correction.is);
  return may_be_missing(kind) ? std::optional<std::string>("") : std::nullopt;
}

using Decided = std::map<std::string, std::vector<size_t>>;  // corrections by the value's pointer

// Which correction is about which value.
class Finder {
 public:
  // `shown`: the record as reviewers see it, with what checks make of the readings.
  Finder(const std::vector<Correction>& corrections, const Record& read, const Record& shown)
      : corrections_(corrections), by_time_(corrections.size()) {
    for (const PlacedValue& value : placed_values(read)) {
      names_[value.name] = {value.pointer, value.is_alone};
      texts_[value.pointer].insert(value.text);
    }
    for (const PlacedValue& value : placed_values(shown)) {
      if (const auto at = texts_.find(value.pointer); at != texts_.end())
        at->second.insert(value.text);
    }
    std::iota(by_time_.begin(), by_time_.end(), size_t{0});
    std::ranges::stable_sort(by_time_, {}, [&](size_t i) { return corrections[i].when; });
  }

  // The names that values have now that codes and numbers are corrected.
  void add_names(const Record& renamed) {
    for (const PlacedValue& value : placed_values(renamed))
      later_names_[value.name] = {value.pointer, value.is_alone};
  }

  Decided found() const {
    Decided decided;
    Texts known = texts_;
    for (const size_t i : by_time_) {
      const std::string pointer = place_of(corrections_[i], known);
      const auto kind = kind_of_pointer(pointer);
      const auto value = kind ? decided_value(*kind, corrections_[i]) : std::nullopt;
      if (!value) continue;
      decided[pointer].push_back(i);
      known[pointer].insert(*value);  // who decides later has seen this
    }
    return decided;
  }

 private:
  struct Named {
    std::string pointer;
    bool is_alone = true;
  };
  using Names = std::map<std::string, Named>;
  using Texts = std::map<std::string, std::set<std::string>>;  // of values, by pointer

  static bool is_known(const Correction& correction, const std::string& pointer,
                       const Texts& known) {
    const auto there = known.find(pointer);
    if (there == known.end()) return false;
    const SourcedKind kind = *kind_of_pointer(pointer);
    return std::ranges::any_of(there->second, [&](const std::string& text) {
      return is_same(kind, text, correction.was) || is_same(kind, text, correction.is);
    });
  }

  // What may have the name; first what is likelier meant.
  std::vector<Named> named(const Correction& correction) const {
    std::vector<Named> all;
    for (const Names* names : {&names_, &later_names_}) {
      const auto found = names->find(correction.what);
      if (found != names->end()) all.push_back(found->second);
    }
    // Seen before or after something else was corrected: both can be, and the pointer tells.
    if (all.size() == 2 && all.back().pointer == correction.pointer)
      std::swap(all.front(), all.back());
    return all;
  }

  std::string place_of(const Correction& correction, const Texts& known) const {
    const std::vector<Named> all = named(correction);
    if (!all.empty() && std::ranges::all_of(all, &Named::is_alone)) return all.front().pointer;
    // Which of the values of one name is meant depends on all of them: a row more moves it.
    for (const Named& one : all) {
      if (is_known(correction, one.pointer, known)) return one.pointer;
    }
    const bool by_pointer = all.empty() && is_known(correction, correction.pointer, known);
    return by_pointer ? correction.pointer : std::string();
  }

  const std::vector<Correction>& corrections_;
  std::vector<size_t> by_time_;
  Names names_;
  Names later_names_;
  Texts texts_;
};

// The latest decision of each person.
std::vector<const Correction*> latest(const std::vector<Correction>& corrections,
                                      const std::vector<size_t>& about) {
  std::map<std::string, const Correction*> by_person;
  for (const size_t i : about) {
    const Correction*& last = by_person[corrections[i].who];
    if (last == nullptr || corrections[i].when >= last->when) last = &corrections[i];
  }
  std::vector<const Correction*> all;
  all.reserve(by_person.size());
  for (const auto& [who, correction] : by_person) all.push_back(correction);
  return all;
}

void note(Decision decision, Evidence& evidence) {
  evidence.add_repairs({row_of(decision).repair});
  evidence.trust = row_of(decision).trust;
}

void put_first(std::vector<Alternative> first, const std::string& value, Evidence& evidence) {
  std::erase_if(evidence.alternatives, [&](const Alternative& other) {
    return other.text == value ||
           std::ranges::find(first, other.text, &Alternative::text) != first.end();
  });
  evidence.alternatives.insert(evidence.alternatives.begin(), first.begin(), first.end());
}

// The value stays as it is read; what each of the people says is an alternative.
void differ(const std::map<std::string, size_t>& values, size_t people, const std::string& reading,
            Evidence& evidence) {
  std::vector<Alternative> others;
  for (const auto& [value, count] : values) {
    if (!value.empty() && value != reading)
      others.push_back({value, static_cast<double>(count) / static_cast<double>(people)});
  }
  std::ranges::stable_sort(others, std::ranges::greater(), &Alternative::confidence);
  put_first(std::move(others), reading, evidence);
  note(Decision::kDiffer, evidence);
}

template <typename T>
void decide(const std::vector<const Correction*>& said, SourcedKind kind, Sourced<T>& sourced) {
  const std::string reading = value_text(*sourced.value);
  std::map<std::string, size_t> values;
  for (const Correction* one : said) ++values[*decided_value(kind, *one)];
  if (values.size() > 1) return differ(values, said.size(), reading, sourced.evidence);
  const std::string& value = values.begin()->first;
  if (value != reading)
    put_first({{reading, sourced.evidence.confidence}}, value, sourced.evidence);
  if (value.empty()) {
    sourced.value.reset();
    return note(Decision::kNotLegible, sourced.evidence);
  }
  // What a check made of a reading, and what was accepted so, is no correction.
  const bool accepted = value == reading || std::ranges::all_of(said, [&](const Correction* one) {
                          return is_same(kind, one->was, one->is);
                        });
  if (value != reading) set_value(value, *sourced.value);
  sourced.evidence.confidence = 1;
  note(accepted ? Decision::kAccepted : Decision::kCorrected, sourced.evidence);
}

bool names_others(SourcedKind kind) { return !may_be_missing(kind); }

void decide_all(const std::vector<Correction>& corrections, const Decided& decided, bool only_names,
                Record& record) {
  visit_values(record, [&](const std::string& pointer, const ValueName&, auto& sourced) {
    const auto about = decided.find(pointer);
    if (about == decided.end() || !sourced.value) return;
    const SourcedKind kind = *kind_of_pointer(pointer);
    if (only_names && !names_others(kind)) return;
    decide(latest(corrections, about->second), kind, sourced);
  });
}

// The code of a province is not printed: it follows from the name.
void follow_province(Agency& agency) {
  const DecisionRow* decided = row_of(agency.province.evidence);
  const bool corrected = decided != nullptr && decided->decision == Decision::kCorrected;
  if (!corrected || !agency.province_code.value || is_decided(agency.province_code.evidence))
    return;
  const auto places = gazetteer().named(PlaceLevel::kProvince, *agency.province.value);
  if (places.empty() || places.front()->code == *agency.province_code.value) return;
  agency.province_code.value = std::string(places.front()->code);
  agency.province_code.evidence.add_repairs({"from_gazetteer"});
}

}  // namespace

std::span<const DecisionRow> decisions() { return kDecisions; }

bool is_decided(const Evidence& evidence) { return row_of(evidence) != nullptr; }

std::vector<size_t> apply_corrections(const std::vector<Correction>& corrections, Record& record) {
  return apply_corrections(corrections, Record(record), record);
}

std::vector<size_t> apply_corrections(const std::vector<Correction>& corrections,
                                      const Record& shown, Record& record) {
  if (corrections.empty()) return {};
  Finder finder(corrections, record, shown);
  Record renamed = record;
  decide_all(corrections, finder.found(), true, renamed);
  finder.add_names(renamed);
  const Decided decided = finder.found();
  decide_all(corrections, decided, false, record);
  follow_province(record.agency);
  std::vector<bool> is_found(corrections.size(), false);
  for (const auto& [pointer, about] : decided) {
    for (const size_t i : about) is_found[i] = true;
  }
  std::vector<size_t> stale;
  for (size_t i = 0; i < corrections.size(); ++i) {
    if (!is_found[i]) stale.push_back(i);
  }
  return stale;
}

void keep_decided_trust(Record& record) {
  visit_values(record, [](const std::string&, const ValueName&, auto& sourced) {
    if (const DecisionRow* row = row_of(sourced.evidence)) sourced.evidence.trust = row->trust;
  });
}

}  // namespace prongsai
