// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gold_compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/places.h"
#include "tests/titles.h"

namespace prongsai::tests {
namespace {

using nlohmann::json;

constexpr const char* kYears[] = {"assessed_year", "plan_year", "report_year"};
constexpr const char* kAgency[] = {"name",     "type",     "subdistrict",
                                   "district", "province", "province_code"};

class Comparing {
 public:
  Comparing(const json& record, const json& gold)
      : record_(record), gold_(gold), places_(places(record)) {}

  Comparison run() {
    values("scores");
    values("levels");
    codes();
    fields();
    measures();
    limitations();
    findings();
    trust();
    return std::move(out_);
  }

 private:
  void differs(const std::string& what) { out_.differences.push_back(what); }

  // One thing that is right or not.
  void rate(const std::string& name, bool right, const std::string& what) {
    Share& share = out_.shares[name];
    share.right += right ? 1 : 0;
    ++share.found;
    ++share.wanted;
    if (!right) differs(name + ": " + what);
  }

  void values(const std::string& name) {
    const bool scores = name == "scores";
    std::map<std::string, json> wanted;
    for (const Place& one : places(gold_)) {
      const json& value = scores ? one.score : one.level;
      if (value.is_null()) continue;
      wanted[one.key] = value;
      ++out_.shares[name].wanted;
      if (scores) ++out_.shares[one.kind].wanted;
    }
    std::set<std::string> seen;
    for (const Place& one : places_) {
      const json& value = scores ? one.score : one.level;
      if (value.is_null()) continue;
      const auto gold = wanted.find(one.key);
      const bool right =
          seen.insert(one.key).second && gold != wanted.end() &&
          (scores ? same_score(value, gold->second) : same_text(value, gold->second));
      verdicts_[one.pointer + (scores ? "/score" : "/level")] = right;
      for (Share* share : {&out_.shares[name], scores ? &out_.shares[one.kind] : nullptr}) {
        if (share == nullptr) continue;
        ++share->found;
        share->right += right ? 1 : 0;
      }
      if (right) continue;
      differs(fmt::format("{}: {}: read {}, printed {}", name, one.key, shown(value),
                          gold == wanted.end() ? "nothing" : shown(gold->second)));
    }
    for (const auto& [key, value] : wanted) {
      if (!seen.contains(key))
        differs(fmt::format("{}: {}: read nothing, printed {}", name, key, shown(value)));
    }
  }

  void codes() {
    std::set<std::string> wanted;
    std::set<std::string> numbers;
    for (const Place& one : places(gold_)) {
      if (one.kind == "items") wanted.insert(one.key);
      if (one.kind == "indicators") numbers.insert(one.key);
    }
    std::set<std::string> found;
    Share& share = out_.shares["codes"];
    share.wanted = static_cast<int>(wanted.size());
    for (const Place& one : places_) {
      if (one.kind == "indicators") verdicts_[one.pointer + "/number"] = numbers.contains(one.key);
      if (one.kind != "items") continue;
      const bool right = wanted.contains(one.key);
      verdicts_[one.pointer + "/code"] = right;
      ++share.found;
      if (found.insert(one.key).second && right)
        ++share.right;
      else
        differs("codes: " + one.key + (right ? " is read twice" : " is not printed"));
    }
    for (const std::string& key : wanted) {
      if (!found.contains(key)) differs("codes: " + key + " is not read");
    }
  }

  void field(const std::string& group, const std::string& name, const json& found,
             const json& wanted, const std::string& pointer) {
    bool right = same_text(found, wanted);
    for (const json& answer : member(member(gold_, "accept"), name.c_str()))
      right = right || same_text(found, answer);
    rate(group, right, fmt::format("{}: read {}, printed {}", name, shown(found), shown(wanted)));
    if (!found.is_null()) verdicts_[pointer] = right;
  }

  void fields() {
    for (const char* name : kYears)
      field("years", name, member(record_, name), gold_.at(name), std::string("/") + name);
    field("framework", "framework", member(record_, "framework"), gold_.at("framework"),
          "/framework");
    for (const char* name : kAgency) {
      field("agency", name, member(member(record_, "agency"), name), gold_.at("agency").at(name),
            std::string("/agency/") + name);
    }
  }

  // Pairs the texts of two lists and counts them under `name`.
  std::map<size_t, size_t> pair_up(const std::string& name, const std::vector<Titled>& wanted,
                                   const std::vector<Titled>& found) {
    std::map<size_t, size_t> pairs = match_titles(wanted, found);
    Share& share = out_.shares[name];
    share.right = static_cast<int>(pairs.size());
    share.found = static_cast<int>(found.size());
    share.wanted = static_cast<int>(wanted.size());
    std::set<size_t> used;
    for (const auto& [i, j] : pairs) used.insert(j);
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (!pairs.contains(i)) differs(name + ": not read: " + wanted[i].title);
    }
    for (size_t j = 0; j < found.size(); ++j) {
      if (!used.contains(j)) differs(name + ": not printed: " + found[j].title);
    }
    return pairs;
  }

  static std::vector<Titled> titles_of(const json& rows) {
    std::vector<Titled> out;
    for (const json& row : rows)
      out.push_back({member(row, "title").is_string() ? row.at("title").get<std::string>() : "",
                     place_of(row)});
    return out;
  }

  static std::string place_of(const json& measure) {
    return shown(member(measure, "issue")) + "/" + shown(member(measure, "indicator"));
  }

  static std::string period_of(const json& measure) {
    const json period = member(measure, "period");
    return shown(member(period, "start")) + " to " + shown(member(period, "end"));
  }

  static std::string joined(const json& texts) {
    std::string all;
    for (const json& text : texts) all += text.get<std::string>();
    all = fold(all);
    all.erase(std::remove(all.begin(), all.end(), '/'), all.end());
    return all;
  }

  void measures() {
    const json found = member(record_, "measures");
    // Gold that knows no more than the period of an issue's rows.
    for (const json& entry : member(gold_, "measures_by_issue")) {
      bool right = false;
      for (const json& row : found)
        right = right || (member(row, "issue") == entry.at("issue") &&
                          period_of(row) == period_of({{"period", entry}}));
      rate("measure_period", right, "issue " + shown(entry.at("issue")));
    }
    const json& wanted = gold_.at("measures");
    if (wanted.is_null()) return;
    const auto pairs = pair_up("measures", titles_of(wanted), titles_of(found));
    for (size_t i = 0; i < wanted.size(); ++i) {
      const auto pair = pairs.find(i);
      measure(wanted[i], pair == pairs.end() ? json::object() : found.at(pair->second));
    }
  }

  void measure(const json& wanted, const json& found) {
    const std::string title = " of " + shown(wanted.at("title"));
    rate("measure_place", !found.empty() && place_of(found) == place_of(wanted),
         place_of(found) + " for " + place_of(wanted) + title);
    const size_t steps = member(found, "steps").size();
    bool right = steps == wanted.at("steps").size();
    for (const json& count : member(wanted, "accept_step_counts"))
      right = right || steps == count.get<size_t>();
    rate("measure_steps", !found.empty() && right,
         fmt::format("{} for {}{}", steps, wanted.at("steps").size(), title));
    if (!member(wanted, "period").is_null()) {
      rate("measure_period", period_of(found) == period_of(wanted),
           period_of(found) + " for " + period_of(wanted) + title);
    }
    if (!wanted.at("responsible").empty()) {
      rate("measure_responsible",
           joined(member(found, "responsible")) == joined(wanted.at("responsible")),
           member(found, "responsible").dump() + " for " + wanted.at("responsible").dump() + title);
    }
    for (const char* name : {"results", "outcomes"}) {
      if (wanted.at(name).empty()) continue;
      const size_t count = member(found, name).size();
      rate(std::string("measure_") + name, count == wanted.at(name).size(),
           fmt::format("{} for {}{}", count, wanted.at(name).size(), title));
    }
  }

  void limitations() {
    const auto list = [](const json& texts) {
      std::vector<Titled> out;
      for (const json& text : texts) out.push_back({text.get<std::string>(), ""});
      return out;
    };
    if (gold_.at("measures").is_null()) return;
    pair_up("limitations", list(member(gold_, "limitations")),
            list(member(record_, "limitations")));
  }

  static std::string finding_key(const json& number, const std::string& kind, const json& codes) {
    std::vector<std::string> sorted = codes.get<std::vector<std::string>>();
    std::sort(sorted.begin(), sorted.end());
    std::string key = fmt::format("issue {} {}", shown(number), kind);
    for (const std::string& code : sorted) key += ' ' + code;
    return key;
  }

  // All keys under which a finding of the gold may be read.
  static std::vector<std::string> accepted_keys(const json& number, const json& finding) {
    json kinds = json::array({finding.at("kind")});
    json codes = json::array({finding.at("codes")});
    for (const json& kind : member(finding, "accept_kinds")) kinds.push_back(kind);
    for (const json& list : member(finding, "accept_codes")) codes.push_back(list);
    std::vector<std::string> keys;
    for (const json& kind : kinds) {
      for (const json& list : codes) keys.push_back(finding_key(number, kind, list));
    }
    return keys;
  }

  void findings() {
    std::multiset<std::string> found;
    std::set<std::string> compared;
    for (const json& issue : gold_.at("issues")) {
      if (!issue.at("findings").is_null()) compared.insert(shown(issue.at("number")));
    }
    std::multiset<std::string> all;
    for (const json& issue : member(record_, "issues")) {
      for (const json& finding : member(issue, "findings")) {
        const std::string key =
            finding_key(issue.at("number"), finding.at("kind"), finding.at("codes"));
        all.insert(key);
        if (gold_.at("issues").empty() || compared.contains(shown(issue.at("number"))))
          found.insert(key);
      }
    }
    Share& share = out_.shares["findings"];
    share.found = static_cast<int>(found.size());
    for (const json& issue : gold_.at("issues")) {
      for (const json& finding : member(issue, "findings_min")) {
        const auto keys = accepted_keys(issue.at("number"), finding);
        rate("findings_needed", all.contains(keys.front()), keys.front());
      }
      for (const json& finding : issue.at("findings")) {
        ++share.wanted;
        const auto keys = accepted_keys(issue.at("number"), finding);
        const auto key = std::find_if(keys.begin(), keys.end(),
                                      [&](const std::string& one) { return found.contains(one); });
        if (key == keys.end()) {
          differs("findings: not read: " + keys.front());
          continue;
        }
        found.erase(found.find(*key));
        ++share.right;
      }
    }
    for (const std::string& key : found) differs("findings: not printed: " + key);
  }

  void trust() {
    const json evidence = member(record_, "evidence");
    for (const auto& [pointer, right] : verdicts_) {
      const json trust = member(member(evidence, pointer.c_str()), "trust");
      if (trust.is_null()) {
        ++out_.without_evidence;
        differs("evidence: none for " + pointer);
      }
      if (trust == "verified") {
        ++out_.verified;
        out_.verified_wrong += right ? 0 : 1;
        if (!right) differs("trust: verified but wrong: " + pointer);
      }
      if (!right && pointer.ends_with("/score") && trust != "doubtful" && trust != "conflicting")
        ++out_.wrong_unflagged;
    }
  }

  const json& record_;
  const json& gold_;
  std::vector<Place> places_;
  std::map<std::string, bool> verdicts_;  // by pointer: whether the value there is right
  Comparison out_;
};

}  // namespace

double Share::f1() const {
  return empty() ? 1.0 : 2.0 * right / (static_cast<double>(found) + wanted);
}

double Comparison::f1(const std::string& name) const {
  const auto found = shares.find(name);
  return found == shares.end() ? 1.0 : found->second.f1();
}

Comparison& Comparison::operator+=(const Comparison& other) {
  for (const auto& [name, share] : other.shares) {
    Share& sum = shares[name];
    sum.right += share.right;
    sum.found += share.found;
    sum.wanted += share.wanted;
  }
  verified += other.verified;
  verified_wrong += other.verified_wrong;
  wrong_unflagged += other.wrong_unflagged;
  without_evidence += other.without_evidence;
  differences.insert(differences.end(), other.differences.begin(), other.differences.end());
  return *this;
}

Comparison compare_with_gold(const json& record, const json& gold) {
  return Comparing(record, gold).run();
}

}  // namespace prongsai::tests
