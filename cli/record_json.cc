// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/record_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

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
    out["assessed_year"] = sourced(record_.assessed_year, "/assessed_year");
    out["plan_year"] = sourced(record_.plan_year, "/plan_year");
    out["report_year"] = sourced(record_.report_year, "/report_year");
    out["framework"] = nullptr;
    if (record_.framework.value) {
      out["framework"] = std::to_string(*record_.framework.value);
      note(record_.framework.evidence, "/framework");
    }
    out["overall"] = record_.overall.empty() ? json(nullptr) : result(record_.overall, "/overall");
    out["indicators"] = indicators();
    out["issues"] = issues();
    out["measures"] = measures();
    out["limitations"] = texts(record_.limitations);
    out["checks"] = checks();
    out["evidence"] = std::move(evidence_);
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

  void note(const Evidence& source, const std::string& path) {
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
    // Every path is met once; insertion into the ordered map would look through all of them.
    static_cast<json::object_t::Container&>(evidence_).emplace_back(path, std::move(out));
  }

  json sourced(const Sourced<int>& field, const std::string& path) {
    if (!field.value) return nullptr;
    note(field.evidence, path);
    return *field.value;
  }

  json sourced(const Sourced<std::string>& field, const std::string& path) {
    if (!field.value) return nullptr;
    note(field.evidence, path);
    return text(*field.value);
  }

  json sourced(const Sourced<double>& field, const std::string& path) {
    if (!field.value) return nullptr;
    note(field.evidence, path);
    return number(*field.value);
  }

  json result(const Result& result, const std::string& path) {
    json out;
    out["score"] = sourced(result.score, path + "/score");
    out["level"] = sourced(result.level, path + "/level");
    return out;
  }

  json agency() {
    const Agency& agency = record_.agency;
    json out;
    out["name"] = sourced(agency.name, "/agency/name");
    out["type"] = nullptr;
    if (agency.type.value) {
      out["type"] = agency_type_name(*agency.type.value);
      note(agency.type.evidence, "/agency/type");
    }
    out["subdistrict"] = sourced(agency.subdistrict, "/agency/subdistrict");
    out["district"] = sourced(agency.district, "/agency/district");
    out["province"] = sourced(agency.province, "/agency/province");
    out["province_code"] = sourced(agency.province_code, "/agency/province_code");
    out["variants"] = json::array();
    for (const Agency::Variant& variant : agency.variants) {
      out["variants"].push_back({{"text", text(variant.text)}, {"count", variant.count}});
    }
    return out;
  }

  json indicators() {
    json list = json::array();
    const Framework* framework = codebook().framework(record_.framework.value.value_or(0));
    if (framework == nullptr) framework = &codebook().frameworks.back();
    for (size_t i = 0; i < record_.indicators.size(); ++i) {
      const IndicatorResult& entry = record_.indicators[i];
      const std::string path = fmt::format("/indicators/{}", i);
      const Indicator* known = framework->find_indicator(*entry.number.value);
      json out;
      out["number"] = sourced(entry.number, path + "/number");
      out["instrument"] = known != nullptr ? instrument_name(known->instrument) : "OIT";
      out["name"] = known != nullptr ? known->name : std::string();
      out.update(result(entry.result, path));
      list.push_back(std::move(out));
    }
    return list;
  }

  json issues() {
    json list = json::array();
    for (size_t i = 0; i < record_.issues.size(); ++i) {
      const IssueResult& issue = record_.issues[i];
      const std::string path = fmt::format("/issues/{}", i);
      const Issue* known = codebook().issue(*issue.number.value);
      json out;
      out["number"] = sourced(issue.number, path + "/number");
      out["title"] = known != nullptr ? known->title : std::string();
      out["items"] = json::array();
      for (size_t j = 0; j < issue.items.size(); ++j)
        out["items"].push_back(item(issue.items[j], fmt::format("{}/items/{}", path, j)));
      out["average"] =
          issue.average.empty() ? json(nullptr) : result(issue.average, path + "/average");
      out["findings"] = json::array();
      for (const Finding& finding : issue.findings)
        out["findings"].push_back(this->finding(finding));
      list.push_back(std::move(out));
    }
    return list;
  }

  json item(const ItemResult& item, const std::string& path) {
    json out;
    out["code"] = item.code.value->text();
    note(item.code.evidence, path + "/code");
    out["instrument"] = instrument_name(item.code.value->instrument());
    out["question"] = text(item.question);
    out.update(result(item.result, path));
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
  json::object_t evidence_;
};

}  // namespace

nlohmann::ordered_json record_to_json(const Record& record, const DocumentInfo& document) {
  return Writer(record, document).write();
}

}  // namespace prongsai
