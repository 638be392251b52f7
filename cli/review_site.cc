// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "cli/in_order.h"
#include "cli/messages.h"
#include "cli/province_names.h"
#include "cli/review_files.h"
#include "cli/review_json.h"
#include "cli/review_pictures.h"
#include "cli/review_survey.h"
#include "review/web_files.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;
using review::Candidate;
using review::Value;

constexpr const char* kTitle = "ตรวจทานผลการประเมิน ITA";
constexpr const char* kLanguage = "th";

// A document's data is about so many times its record, an entry of the queue so many bytes.
constexpr double kDataPerRecord = 0.9;
constexpr std::uint64_t kUsualEntry = 1500;

json pages_json(const json& record, const DrawnPictures& pictures) {
  json pages = json::array();
  const std::vector<PageSize> sizes = page_sizes(record);
  size_t index = 0;
  for (const json& page : record.at("document").at("pages")) {
    const PageSize& size = sizes.at(index++);
    json unused = json::array();
    const auto found = pictures.unused.find(size.number);
    if (found != pictures.unused.end())
      unused = unused_json({*found}).at(std::to_string(size.number));
    pages.push_back({{"n", size.number},
                     {"w", size.width},
                     {"h", size.height},
                     {"picture", pictures.pages.contains(size.number) ? 1 : 0},
                     {"method", page.at("method")},
                     {"confidence", page.at("confidence")},
                     {"unused", std::move(unused)}});
  }
  return pages;
}

class Site {
 public:
  Site(const ReviewedDocuments& documents, const SiteOptions& options)
      : documents_(documents),
        options_(options),
        files_(options.folder),
        survey_(survey(documents, options.folder, options.jobs)) {}

  void write() {
    write_static_files();
    draw_pictures();
    write_documents();
    write_places();
    files_.write("data/queue.js", data_file("queue", queue_text()));
    files_.write("data/summary.js", data_file("summary", summary_text()));
    files_.remove_others();
    report();
  }

 private:
  void write_static_files() {
    constexpr std::string_view kTemplate = ".mustache";
    for (const EmbeddedFile& file : web_files()) {
      const std::string content(file.content);
      if (!file.name.ends_with(kTemplate)) {
        files_.write(std::string(file.name), content);
        continue;
      }
      kainjow::mustache::mustache page(content);
      kainjow::mustache::data values;
      values.set("title", kTitle);
      values.set("language", kLanguage);
      files_.write(std::string(file.name.substr(0, file.name.size() - kTemplate.size())),
                   page.render(values));
    }
  }

  // Documents in the order in which the queue comes to them, then the others.
  std::vector<WantedPictures> wanted() const {
    std::vector<WantedPictures> wanted;
    std::vector<bool> seen(survey_.documents.size(), false);
    const auto add = [&](size_t document) {
      if (!seen[document]) wanted.push_back(survey_.documents[document].wanted);
      seen[document] = true;
    };
    for (const Candidate& entry : survey_.queue) add(entry.document);
    for (size_t i = 0; i < seen.size(); ++i) add(i);
    return wanted;
  }

  void draw_pictures() {
    std::uint64_t data = files_.size() + survey_.queue.size() * kUsualEntry;
    for (const SurveyedDocument& document : survey_.documents)
      data +=
          static_cast<std::uint64_t>(static_cast<double>(document.record_bytes) * kDataPerRecord);
    const std::uint64_t most = static_cast<std::uint64_t>(options_.size_mib) << 20U;
    ReviewPictures pictures(documents_, files_,
                            {options_.jobs, options_.limits, most - std::min(most, data)});
    pictures_ = pictures.draw(wanted());
    drawn_ = pictures.drawn();
    full_ = pictures.full();
  }

  struct Made {
    std::string file;
    std::vector<std::pair<size_t, std::string>> entries;  // by their place in the queue
    std::set<std::string> rules;
  };

  Made make(size_t index, const std::vector<size_t>& entries) const {
    const SurveyedDocument& document = survey_.documents[index];
    const json record = documents_.record(document.index);
    const std::vector<Value> values = values_of_record(record);
    const DrawnPictures& pictures = pictures_.at(document.index);
    Made made;
    json out = {{"id", "sha256:" + documents_.all()[document.index].sha256},
                {"dpi", kPageDotsPerInch},
                {"pages", pages_json(record, pictures)},
                {"values", json::array()},
                {"texts", texts_json(record)},
                {"checks", checks_json(record)}};
    for (const Value& value : values) out["values"].push_back(value_json(value, record));
    for (const size_t place : entries) {
      const Candidate& entry = survey_.queue[place];
      const Value& value = values.at(entry.value);
      json line = {{"d", index}};
      line.update(out["values"].at(entry.value));
      const std::vector<std::string> rules = review::failing_rules(value);
      made.rules.insert(rules.begin(), rules.end());
      line["u"] = rules;
      line["g"] = entry.group;
      line["x"] = crop_json(document, entry, pictures);
      if (review::is_disputed(value))
        line["i"] = documents_.reviewers_of(document.index, value.name, value.pointer);
      line["f"] = std::round(entry.priority * 1e4) / 1e4;
      made.entries.emplace_back(place, script_json(line));
    }
    made.file = script_json(out);
    return made;
  }

  static json crop_json(const SurveyedDocument& document, const Candidate& entry,
                        const DrawnPictures& pictures) {
    const int number = static_cast<int>(entry.value);
    if (!pictures.crops.contains(number)) return nullptr;
    const CropPlace& crop = document.wanted.crops.at(number);
    return {number,        crop.width,    crop.height,  crop.value.x0,
            crop.value.y0, crop.value.x1, crop.value.y1};
  }

  void write_documents() {
    std::vector<std::vector<size_t>> entries(survey_.documents.size());
    for (size_t i = 0; i < survey_.queue.size(); ++i)
      entries[survey_.queue[i].document].push_back(i);
    entries_.resize(survey_.queue.size());
    in_order(
        survey_.documents.size(), options_.jobs,
        [&](size_t index) { return std::pair(index, make(index, entries[index])); },
        [&](std::pair<size_t, Made> made) {
          const std::string& key = documents_.all()[survey_.documents[made.first].index].key;
          files_.write("data/documents/" + key + ".js",
                       data_file("document:" + key, made.second.file));
          for (auto& [place, text] : made.second.entries) entries_[place] = std::move(text);
          rules_.insert(made.second.rules.begin(), made.second.rules.end());
        });
  }

  void write_places() {
    std::map<std::string, std::string> places;
    for (size_t i = 0; i < survey_.documents.size(); ++i) {
      const SurveyedDocument& document = survey_.documents[i];
      std::string& rows = places[document.place];
      rows += fmt::format("{}[{},{}]", rows.empty() ? "" : ",\n", i, document.place_row);
    }
    for (const auto& [place, rows] : places) {
      files_.write("data/places/" + place + ".js",
                   data_file("place:" + place, "{\"rows\":[" + rows + "]}"));
      places_.push_back(place);
    }
  }

  std::string queue_text() const {
    std::vector<size_t> counts(survey_.groups.size(), 0);
    for (const Candidate& entry : survey_.queue) ++counts[entry.group];
    json groups = json::array();
    for (size_t i = 0; i < counts.size(); ++i) {
      const review::GroupKey& key = survey_.groups[i];
      groups.push_back({{"id", i},
                        {"rule", key.rule},
                        {"th", review::group_title_thai(key)},
                        {"en", review::group_title_english(key)},
                        {"count", counts[i]}});
    }
    std::string text = "{\"groups\":" + script_json(groups) +
                       ",\"left_out\":" + std::to_string(survey_.left_out) + ",\"entries\":[";
    for (size_t i = 0; i < entries_.size(); ++i) text += (i == 0 ? "\n" : ",\n") + entries_[i];
    return text + "]}";
  }

  std::string summary_text() const {
    std::set<int> years;
    std::set<std::string> codes;
    std::string rows;
    for (const SurveyedDocument& document : survey_.documents) {
      rows += (rows.empty() ? "\n" : ",\n") + document.row;
      if (document.year != 0) years.insert(document.year);
      codes.insert(document.place.substr(0, 2));
    }
    json provinces = json::object();
    for (const std::string& code : codes) {
      const ProvinceNames names = province_names(code);
      if (!names.thai.empty()) provinces[code] = {names.thai, names.english};
    }
    const json out = {{"format", 1},
                      {"version", PRONGSAI_VERSION},
                      {"dataset", survey_.digest},
                      {"language", kLanguage},
                      {"provinces", provinces},
                      {"years", years},
                      {"rules", rules_},
                      {"places", places_},
                      {"decided", survey_.decided},
                      {"stale", documents_.stale_corrections()}};
    std::string text = script_json(out);
    text.pop_back();
    return text + ",\"documents\":[" + rows + "]}";
  }

  void report() const {
    const auto open = std::ranges::count_if(survey_.queue, [](const Candidate& entry) {
      return entry.part != review::Part::kPlausible;
    });
    print_message(options_.folder, 0,
                  fmt::format("{} documents, {} values to review, {} pictures drawn, {:.1f} MiB{}",
                              survey_.documents.size(), open, drawn_,
                              static_cast<double>(files_.size()) / (1U << 20U),
                              full_ ? ": no room for all pictures (--size)" : ""));
  }

  const ReviewedDocuments& documents_;
  SiteOptions options_;
  ReviewFiles files_;
  ReviewSurvey survey_;
  std::map<size_t, DrawnPictures> pictures_;
  std::vector<std::string> entries_;
  std::set<std::string> rules_;
  std::vector<std::string> places_;
  size_t drawn_ = 0;
  bool full_ = false;
};

}  // namespace

void write_review(const ReviewedDocuments& documents, const SiteOptions& options) {
  Site(documents, options).write();
}

}  // namespace prongsai
