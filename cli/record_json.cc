// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/record_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/correction.h"
#include "model/record_values.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

json text(const std::string& value) { return clean_utf8(value); }

json texts(const std::vector<std::string>& values) {
  json list = json::array();
  for (const std::string& value : values) {
    if (!value.empty()) list.push_back(text(value));
  }
  return list;
}

double rounded(double value, double unit) { return std::round(value / unit) * unit; }

json number(double value) {
  // Scores have two decimals; their binary noise has no place in the output.
  return std::stod(fmt::format("{:.4f}", value));
}

class Writer {
 public:
  Writer(const Record& record, const DocumentInfo& document)
      : record_(record), document_(document) {}

  json write() {
    json out;
    out["schema_version"] = "1.0";
    out["document"] = document();
    out["agency"] = agency();
    out["assessed_year"] = value(record_.assessed_year);
    out["plan_year"] = value(record_.plan_year);
    out["report_year"] = value(record_.report_year);
    out["framework"] = nullptr;
    if (record_.framework.value) out["framework"] = std::to_string(*record_.framework.value);
    out["overall"] = result_or_null(record_.overall);
    out["indicators"] = indicators();
    out["issues"] = issues();
    out["measures"] = measures();
    out["limitations"] = texts(record_.limitations);
    out["checks"] = checks();
    out["evidence"] = evidence();
    return out;
  }

 private:
  json document() const {
    json out;
    out["id"] = "sha256:" + document_.sha256;
    out["source"] = text(document_.source);
    out["media_type"] = document_.media_type;
    out["title"] = record_.title ? text(*record_.title) : json(nullptr);
    out["kinds"] = json::array();
    if (record_.has_analysis) out["kinds"].push_back("analysis");
    if (record_.has_measures && !record_.has_implementation) out["kinds"].push_back("measures");
    if (record_.has_implementation) out["kinds"].push_back("implementation_report");
    out["pages"] = json::array();
    for (const PageText& page : document_.pages) {
      const bool plain = page.method == Method::kPlainText;
      out["pages"].push_back(
          {{"number", page.number},
           {"width", plain ? json(nullptr) : json(rounded(page.width, 0.01))},
           {"height", plain ? json(nullptr) : json(rounded(page.height, 0.01))},
           {"method", method_name(page.method)},
           {"confidence", rounded(std::clamp(page.confidence, 0.0, 1.0), 0.001)}});
    }
    return out;
  }

  // Of every value, and of what a person could not read: it has none.
  json evidence() const {
    json::object_t all;
    visit_values(record_, [&](const std::string& pointer, const ValueName&, const auto& sourced) {
      // Every pointer is met once; insertion into the ordered map would look through all of them.
      if (is_there(sourced))
        static_cast<json::object_t::Container&>(all).emplace_back(pointer, note(sourced.evidence));
    });
    return all;
  }

  template <typename T>
  static bool is_there(const Sourced<T>& sourced) {
    return sourced.value || is_decided(sourced.evidence);
  }

  json note(const Evidence& source) const {
    json out;
    out["page"] = source.page;
    out["box"] = nullptr;
    const auto found = std::ranges::find(document_.pages, source.page, &PageText::number);
    const PageText* page = found == document_.pages.end() ? nullptr : &*found;
    if (source.box) {
      // On the page as it is shown.
      const Box box = page && page->lean != 0
                          ? turned(*source.box, page->lean, page->width / 2, page->height / 2)
                          : *source.box;
      out["box"] = {rounded(box.x0, 0.1), rounded(box.y0, 0.1), rounded(box.x1, 0.1),
                    rounded(box.y1, 0.1)};
    }
    out["text"] = text(source.text);
    out["method"] = method_name(page ? page->method : Method::kPlainText);
    out["confidence"] = rounded(std::clamp(source.confidence, 0.0, 1.0), 0.001);
    out["repairs"] = source.repairs;
    out["trust"] = trust_name(source.trust);
    if (!source.alternatives.empty()) {
      out["alternatives"] = json::array();
      for (const Alternative& other : source.alternatives) {
        out["alternatives"].push_back(
            {{"text", text(other.text)},
             {"confidence", rounded(std::clamp(other.confidence, 0.0, 1.0), 0.001)}});
      }
    }
    return out;
  }

  static json value(const Sourced<int>& field) {
    return field.value ? json(*field.value) : json(nullptr);
  }

  static json value(const Sourced<std::string>& field) {
    return field.value ? text(*field.value) : json(nullptr);
  }

  static json value(const Sourced<double>& field) {
    return field.value ? number(*field.value) : json(nullptr);
  }

  static json result(const Result& result) {
    return {{"score", value(result.score)}, {"level", value(result.level)}};
  }

  static json result_or_null(const Result& both) {
    return is_there(both.score) || is_there(both.level) ? result(both) : json(nullptr);
  }

  json agency() const {
    const Agency& agency = record_.agency;
    json out;
    out["name"] = value(agency.name);
    out["type"] = nullptr;
    if (agency.type.value) out["type"] = agency_type_name(*agency.type.value);
    out["subdistrict"] = value(agency.subdistrict);
    out["district"] = value(agency.district);
    out["province"] = value(agency.province);
    out["province_code"] = value(agency.province_code);
    out["variants"] = json::array();
    for (const Agency::Variant& variant : agency.variants) {
      out["variants"].push_back({{"text", text(variant.text)}, {"count", variant.count}});
    }
    return out;
  }

  json indicators() const {
    json list = json::array();
    const Framework* framework = codebook().framework(record_.framework.value.value_or(0));
    if (framework == nullptr) framework = &codebook().frameworks.back();
    for (const IndicatorResult& entry : record_.indicators) {
      const Indicator* known = framework->find_indicator(*entry.number.value);
      json out;
      out["number"] = value(entry.number);
      out["instrument"] = known != nullptr ? instrument_name(known->instrument) : "OIT";
      out["name"] = known != nullptr ? known->name : std::string();
      out.update(result(entry.result));
      list.push_back(std::move(out));
    }
    return list;
  }

  json issues() const {
    json list = json::array();
    for (const IssueResult& issue : record_.issues) {
      const Issue* known = codebook().issue(*issue.number.value);
      json out;
      out["number"] = value(issue.number);
      out["title"] = known != nullptr ? known->title : std::string();
      out["items"] = json::array();
      for (const ItemResult& entry : issue.items) out["items"].push_back(item(entry));
      out["average"] = result_or_null(issue.average);
      out["findings"] = json::array();
      for (const Finding& finding : issue.findings)
        out["findings"].push_back(this->finding(finding));
      list.push_back(std::move(out));
    }
    return list;
  }

  static json item(const ItemResult& item) {
    json out;
    out["code"] = item.code.value->text();
    out["instrument"] = instrument_name(item.code.value->instrument());
    out["question"] = text(item.question);
    out.update(result(item.result));
    return out;
  }

  static json finding(const Finding& finding) {
    json codes = json::array();
    for (const ItemCode& code : finding.codes) codes.push_back(code.text());
    return {{"kind", finding_kind_name(finding.kind)},
            {"codes", std::move(codes)},
            {"text", text(finding.text)}};
  }

  json measures() const {
    json list = json::array();
    for (const Measure& measure : record_.measures) {
      json out;
      out["issue"] = measure.issue ? json(*measure.issue) : json(nullptr);
      out["indicator"] = measure.indicator ? json(*measure.indicator) : json(nullptr);
      out["title"] = text(measure.title);
      out["steps"] = texts(measure.steps);
      out["period"] = nullptr;
      if (measure.period) {
        const Period& period = *measure.period;
        out["period"] = {{"text", text(period.text)},
                         {"start", period.start.empty() ? json(nullptr) : json(period.start)},
                         {"end", period.end.empty() ? json(nullptr) : json(period.end)}};
      }
      out["responsible"] = texts(measure.responsible);
      out["results"] = texts(measure.results);
      out["outcomes"] = texts(measure.outcomes);
      list.push_back(std::move(out));
    }
    return list;
  }

  json checks() const {
    json list = json::array();
    for (const Check& check : record_.checks) {
      const auto value = [](const std::optional<double>& number_value,
                            const std::string& text_value) {
        if (number_value) return number(*number_value);
        return text_value.empty() ? json(nullptr) : text(text_value);
      };
      list.push_back({{"rule", check.rule},
                      {"path", check.path},
                      {"reported", value(check.reported, check.reported_text)},
                      {"computed", value(check.computed, check.computed_text)},
                      {"verdict", check.agrees ? "agrees" : "disagrees"},
                      {"message", text(check.message)}});
    }
    return list;
  }

  const Record& record_;
  const DocumentInfo& document_;
};

}  // namespace

nlohmann::ordered_json record_to_json(const Record& record, const DocumentInfo& document) {
  return Writer(record, document).write();
}

}  // namespace prongsai
