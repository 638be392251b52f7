// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "dataset/agencies.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr int kEra = 543;  // Buddhist era less common era

FieldValue value_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number()) return value.get<double>();
  return {};
}

// A codebook is named by its year, a text.
FieldValue year_of(const json& framework) {
  if (!framework.is_string()) return {};
  std::int64_t year = 0;
  const auto& text = framework.get_ref<const std::string&>();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? FieldValue(year) : FieldValue(text);
}

FieldValue common_era(const json& year) {
  return year.is_number() ? FieldValue(year.get<std::int64_t>() - kEra) : FieldValue();
}

std::string document_id(const DocumentEntry& entry) { return "sha256:" + entry.sha256; }

FieldValue rounded(double value, double parts) { return std::round(value * parts) / parts; }

// "a\nb" of ["a", "b"]; nothing of an empty list.
FieldValue lines_of(const json& texts, const char* between = "\n") {
  std::string out;
  for (const json& text : texts) out += (out.empty() ? "" : between) + text.get<std::string>();
  return out.empty() ? FieldValue() : FieldValue(out);
}

class RecordRows {
 public:
  using Give = std::function<void(const char* table, TableRow row)>;

  RecordRows(const DocumentEntry& entry, const json& record, const Give& give)
      : entry_(entry), record_(record), give_(give), id_(document_id(entry)) {}

  void write() {
    scores();
    indicators();
    measures();
    findings();
    checks();
  }

 private:
  const json* evidence_of(const std::string& path) const {
    const auto it = record_.at("evidence").find(path);
    return it == record_.at("evidence").end() ? nullptr : &*it;
  }

  void scores() {
    if (!record_.at("overall").is_null())
      score("overall", {}, {}, {}, {}, record_.at("overall"), "/overall");
    const json& indicators = record_.at("indicators");
    for (size_t i = 0; i < indicators.size(); ++i)
      score("indicator", {}, value_of(indicators[i].at("number")),
            value_of(indicators[i].at("instrument")), {}, indicators[i],
            fmt::format("/indicators/{}", i));
    const json& issues = record_.at("issues");
    for (size_t i = 0; i < issues.size(); ++i) {
      const FieldValue number = value_of(issues[i].at("number"));
      const json& items = issues[i].at("items");
      for (size_t j = 0; j < items.size(); ++j)
        score("item", number, {}, value_of(items[j].at("instrument")),
              value_of(items[j].at("code")), items[j], fmt::format("/issues/{}/items/{}", i, j));
      if (!issues[i].at("average").is_null())
        score("issue_average", number, {}, {}, {}, issues[i].at("average"),
              fmt::format("/issues/{}/average", i));
    }
  }

  void score(const char* kind, FieldValue issue, FieldValue indicator, FieldValue instrument,
             FieldValue code, const json& value, const std::string& path) {
    const json& agency = record_.at("agency");
    const json& year = record_.at("assessed_year");
    TableRow row = {id_,
                    entry_.sources.front(),
                    value_of(agency.at("name")),
                    value_of(agency.at("type")),
                    value_of(agency.at("province_code")),
                    value_of(agency.at("province")),
                    value_of(agency.at("district")),
                    value_of(year),
                    common_era(year),
                    year_of(record_.at("framework")),
                    std::string(kind),
                    std::move(issue),
                    std::move(indicator),
                    std::move(instrument),
                    std::move(code),
                    value_of(value.at("score")),
                    value_of(value.at("level"))};
    const bool has_score = !value.at("score").is_null() || value.at("level").is_null();
    const json* evidence = evidence_of(path + (has_score ? "/score" : "/level"));
    if (evidence == nullptr) {
      row.resize(row.size() + 9);
    } else {
      row.push_back(value_of(evidence->at("trust")));
      row.push_back(value_of(evidence->at("page")));
      const json& box = evidence->at("box");
      for (size_t i = 0; i < 4; ++i)
        row.push_back(box.is_null() ? FieldValue() : rounded(box.at(i).get<double>(), 10));
      row.push_back(value_of(evidence->at("text")));
      row.push_back(value_of(evidence->at("method")));
      row.push_back(rounded(evidence->at("confidence").get<double>(), 1000));
    }
    give_("scores", std::move(row));
  }

  void indicators() {
    const json& indicators = record_.at("indicators");
    for (size_t i = 0; i < indicators.size(); ++i) {
      const json* evidence = evidence_of(fmt::format("/indicators/{}/score", i));
      give_("indicators",
            {id_, static_cast<std::int64_t>(i + 1), value_of(indicators[i].at("number")),
             value_of(indicators[i].at("instrument")), value_of(indicators[i].at("score")),
             value_of(indicators[i].at("level")),
             evidence == nullptr ? FieldValue() : value_of(evidence->at("trust"))});
    }
  }

  void measures() {
    const json& measures = record_.at("measures");
    for (size_t i = 0; i < measures.size(); ++i) {
      const json& measure = measures[i];
      const json& period = measure.at("period");
      const auto part = [&](const char* key) {
        return period.is_null() ? FieldValue() : value_of(period.at(key));
      };
      give_("measures", {id_, static_cast<std::int64_t>(i + 1), value_of(measure.at("issue")),
                         value_of(measure.at("indicator")), value_of(measure.at("title")),
                         lines_of(measure.at("steps")), part("text"), part("start"), part("end"),
                         lines_of(measure.at("responsible")), lines_of(measure.at("results")),
                         lines_of(measure.at("outcomes"))});
    }
  }

  void findings() {
    std::int64_t number = 0;
    for (const json& issue : record_.at("issues")) {
      for (const json& finding : issue.at("findings")) {
        give_("findings",
              {id_, ++number, value_of(issue.at("number")), value_of(finding.at("kind")),
               lines_of(finding.at("codes"), " "), value_of(finding.at("text"))});
      }
    }
  }

  // Numbers and texts alike as they are printed.
  static FieldValue as_text(const json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
  }

  // The value or part of the record that a path leads to or into; null where it leads nowhere.
  const json& at(const std::string& path) const {
    static const json kNothing;
    try {
      const json::json_pointer place(path);
      return record_.contains(place) ? record_.at(place) : kNothing;
    } catch (const json::exception&) {  // no pointer at all
      return kNothing;
    }
  }

  // The score that a path leads to, as the table of scores names it: kind, issue, indicator, code.
  std::vector<FieldValue> score_at(const std::string& path) const {
    std::vector<std::string> parts;  // "issues", "0", "items", "3", "score"
    for (size_t slash = 0; slash != std::string::npos && slash < path.size();) {
      const size_t end = path.find('/', slash + 1);
      parts.push_back(path.substr(slash + 1, end == std::string::npos ? end : end - slash - 1));
      slash = end;
    }
    if (parts.empty() || parts.back() != "score") return {{}, {}, {}, {}};
    const std::string above = path.substr(0, path.rfind('/'));
    if (parts.front() == "overall") return {"overall", {}, {}, {}};
    if (parts.front() == "indicators")
      return {"indicator", {}, value_of(at(above + "/number")), {}};
    if (parts.front() != "issues" || parts.size() < 4) return {{}, {}, {}, {}};
    FieldValue issue = value_of(at("/issues/" + parts[1] + "/number"));
    if (parts[2] == "average") return {"issue_average", std::move(issue), {}, {}};
    return {"item", std::move(issue), {}, value_of(at(above + "/code"))};
  }

  void checks() {
    std::int64_t number = 0;
    for (const json& check : record_.at("checks")) {
      TableRow row = {id_,
                      ++number,
                      value_of(check.at("rule")),
                      value_of(check.at("path")),
                      value_of(check.at("verdict")),
                      as_text(check.at("reported")),
                      as_text(check.at("computed")),
                      value_of(check.at("message"))};
      for (FieldValue& value : score_at(check.at("path"))) row.push_back(std::move(value));
      give_("checks", std::move(row));
    }
  }

  const DocumentEntry& entry_;
  const json& record_;
  const Give& give_;
  FieldValue id_;
};

TableRow document_row(const DocumentEntry& entry, const json& record) {
  std::string sources;
  for (const std::string& source : entry.sources) sources += (sources.empty() ? "" : "\n") + source;
  TableRow row = {document_id(entry),
                  entry.sources.front(),
                  sources,
                  static_cast<std::int64_t>(entry.sources.size()),
                  entry.state,
                  entry.reason.empty() ? FieldValue() : FieldValue(entry.reason)};
  if (record.is_null()) {
    row.resize(row.size() + 15);
    return row;
  }
  const json& agency = record.at("agency");
  const json& year = record.at("assessed_year");
  std::int64_t trusts[4] = {0, 0, 0, 0};
  const char* const names[4] = {"verified", "plausible", "doubtful", "conflicting"};
  for (const json& evidence : record.at("evidence")) {
    for (size_t i = 0; i < 4; ++i) trusts[i] += evidence.at("trust") == names[i] ? 1 : 0;
  }
  std::int64_t contradictions = 0;
  for (const json& check : record.at("checks"))
    contradictions += check.at("verdict") == "disagrees" ? 1 : 0;
  const json& document = record.at("document");
  for (FieldValue value :
       {value_of(document.at("media_type")),
        FieldValue(static_cast<std::int64_t>(document.at("pages").size())),
        agency_id(record).empty() ? FieldValue() : FieldValue(agency_id(record)),
        value_of(agency.at("name")), value_of(agency.at("type")), value_of(year), common_era(year),
        value_of(record.at("plan_year")), value_of(record.at("report_year")),
        year_of(record.at("framework")), FieldValue(trusts[0]), FieldValue(trusts[1]),
        FieldValue(trusts[2]), FieldValue(trusts[3]), FieldValue(contradictions)})
    row.push_back(std::move(value));
  return row;
}

}  // namespace

bool row_fits(const char* table, const TableRow& row) {
  const TableDefinition* definition = table_named(table);
  if (definition == nullptr || definition->fields.size() != row.size()) return false;
  for (size_t i = 0; i < row.size(); ++i) {
    const FieldType type = definition->fields[i].type;
    const bool fits =
        std::holds_alternative<std::monostate>(row[i]) ||
        (type == FieldType::kText && std::holds_alternative<std::string>(row[i])) ||
        (type != FieldType::kText && std::holds_alternative<std::int64_t>(row[i])) ||
        ((type == FieldType::kNumber || type == FieldType::kScore) &&
         std::holds_alternative<double>(row[i]) && std::isfinite(std::get<double>(row[i])));
    if (!fits) return false;
  }
  return true;
}

void rows_of_document(const DocumentEntry& entry, const json& record,
                      const std::function<void(const char* table, TableRow row)>& give) {
  if (!entry.sha256.empty()) give("documents", document_row(entry, record));
  if (!record.is_null()) RecordRows(entry, record, give).write();
  if (entry.state == "rejected" || entry.state == "quarantined" || entry.state == "io_error") {
    const auto text = [](const std::string& value) {
      return value.empty() ? FieldValue() : FieldValue(value);
    };
    for (size_t i = 0; i < entry.sources.size(); ++i)
      give("quarantine",
           {entry.sources[i], entry.sha256.empty() ? FieldValue() : FieldValue(document_id(entry)),
            entry.state, entry.reason, text(entry.limit), text(entry.stage),
            entry.page == 0 ? FieldValue() : FieldValue(static_cast<std::int64_t>(entry.page)),
            i < entry.commands.size() ? text(entry.commands[i]) : FieldValue()});
  }
}

}  // namespace prongsai
