// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_survey.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/in_order.h"
#include "cli/messages.h"
#include "cli/review_json.h"
#include "cli/review_link.h"
#include "dataset/json_line.h"
#include "dataset/sha256.h"
#include "model/text.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;
using review::Candidate;
using review::GroupKey;
using review::Value;

// Entries of the queue. All that are doubtful or conflicting are there; of the plausible ones only
// as many as a browser loads at once, and for which pictures are drawn in reasonable time.
constexpr size_t kMostEntries = 20000;
constexpr size_t kMostPlausible = 5000;

constexpr size_t kMostOfName = 300;  // characters

std::string shortened(const json& value) {
  if (!value.is_string()) return {};
  const std::string text = clean_utf8(value.get<std::string>());
  const std::u32string points = code_points(text.substr(0, 4 * kMostOfName));
  return points.size() < kMostOfName ? text : to_utf8(points.substr(0, kMostOfName)) + "…";
}

struct Looked {
  SurveyedDocument document;
  std::vector<std::pair<Candidate, GroupKey>> candidates;
  size_t decided = 0;
  bool whole = false;
};

json row_of(const ReviewedDocument& document, const json& record, const std::vector<Value>& values,
            const std::string& folder) {
  size_t counts[4] = {};
  for (const Value& value : values) ++counts[static_cast<size_t>(value.trust)];
  const json& agency = record.at("agency");
  const json& year = record.at("assessed_year");
  return {document.key,
          "sha256:" + document.sha256,
          shortened(document.source.name),
          link_to_file(document.source, folder),
          shortened(agency.at("name")),
          shortened(agency.at("type")),
          place_of(record).substr(0, 2),
          shortened(agency.at("province")),
          shortened(agency.at("district")),
          year.is_number_integer() ? year : json(nullptr),
          document.state,
          {counts[0], counts[1], counts[2], counts[3]},
          1};
}

// The pages in their three classes.
void want_pages(const json& record, const std::vector<Value>& values, WantedPictures& wanted) {
  std::set<int> queued;
  std::set<int> read;
  for (const Value& value : values) {
    read.insert(value.page);
    if (review::is_queued(value) && review::part_of(value) != review::Part::kPlausible)
      queued.insert(value.page);
  }
  for (const PageSize& page : page_sizes(record)) {
    if (page.width == 0) continue;
    auto& pages = queued.contains(page.number) ? wanted.queued
                  : read.contains(page.number) ? wanted.read
                                               : wanted.others;
    pages.push_back(page);
  }
}

Looked look_at(const ReviewedDocuments& documents, size_t index, const std::string& folder) {
  Looked looked;
  const ReviewedDocument& document = documents.all()[index];
  const json record = documents.record(index);
  if (record.is_null()) return looked;
  try {
    const std::vector<Value> values = values_of_record(record);
    SurveyedDocument& out = looked.document;
    const std::string line = json_line(record);
    out.index = index;
    out.record_bytes = line.size();
    out.row = script_json(row_of(document, record, values, folder));
    out.place = place_of(record);
    out.place_row = script_json(scores_json(values));
    if (record.at("assessed_year").is_number_integer()) out.year = record.at("assessed_year");
    out.wanted.document = index;
    out.wanted.record_digest = sha256_hex(line);
    want_pages(record, values, out.wanted);
    for (size_t i = 0; i < values.size(); ++i) {
      looked.decided += review::is_decided(values[i]);
      if (!review::is_queued(values[i])) continue;
      Candidate candidate;
      candidate.value = static_cast<std::uint32_t>(i);
      candidate.part = review::part_of(values[i]);
      candidate.priority = review::priority_of(values[i]);
      looked.candidates.emplace_back(candidate, review::group_of(values[i]));
      if (const auto crop = crop_of(values[i], values, record))
        out.wanted.crops.emplace(static_cast<int>(i), *crop);
    }
    looked.whole = true;
  } catch (const json::exception&) {  // a record that is none, though it seemed so
    looked = {};
  }
  return looked;
}

class Survey {
 public:
  void take(Looked looked, const ReviewedDocument& document) {
    if (!looked.whole) {
      print_message(clean_utf8(document.source.name), 0, kNoRightForm);
      return;
    }
    survey_.decided += looked.decided;
    digests_ += looked.document.wanted.record_digest;
    for (auto& [candidate, key] : looked.candidates) {
      const auto [group, is_new] =
          groups_.try_emplace(key, static_cast<std::uint32_t>(survey_.groups.size()));
      if (is_new) survey_.groups.push_back(key);
      candidate.group = group->second;
      candidate.document = static_cast<std::uint32_t>(survey_.documents.size());
      survey_.queue.push_back(candidate);
    }
    survey_.documents.push_back(std::move(looked.document));
  }

  ReviewSurvey finish() {
    survey_.digest = sha256_hex(digests_).substr(0, 16);
    review::order(survey_.queue);
    leave_out();
    drop_crops();
    return std::move(survey_);
  }

 private:
  void leave_out() {
    auto& queue = survey_.queue;
    const auto plausible =
        static_cast<size_t>(std::ranges::count(queue, review::Part::kPlausible, &Candidate::part));
    const size_t open = queue.size() - plausible;
    const size_t room = std::max(kMostEntries, open) - open;
    const size_t kept = std::min({plausible, kMostPlausible, room});
    survey_.left_out = plausible - kept;
    size_t seen = 0;
    std::erase_if(queue, [&](const Candidate& entry) {
      return entry.part == review::Part::kPlausible && ++seen > kept;
    });
  }

  // Only what is in the queue is shown at four times its size.
  void drop_crops() {
    std::set<std::pair<size_t, int>> queued;
    for (const Candidate& entry : survey_.queue)
      queued.emplace(entry.document, static_cast<int>(entry.value));
    for (size_t i = 0; i < survey_.documents.size(); ++i) {
      std::erase_if(survey_.documents[i].wanted.crops, [&](const auto& crop) {
        return !queued.contains({i, crop.first});
      });
    }
  }

  ReviewSurvey survey_;
  std::map<GroupKey, std::uint32_t> groups_;
  std::string digests_;
};

}  // namespace

ReviewSurvey survey(const ReviewedDocuments& documents, const std::string& folder, int jobs) {
  Survey survey;
  in_order(
      documents.all().size(), jobs,
      [&](size_t index) { return std::pair(index, look_at(documents, index, folder)); },
      [&](std::pair<size_t, Looked> looked) {
        survey.take(std::move(looked.second), documents.all()[looked.first]);
      });
  return survey.finish();
}

}  // namespace prongsai
