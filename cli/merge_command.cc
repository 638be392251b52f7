// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/merge_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "cli/dataset_corrections.h"
#include "cli/messages.h"
#include "cli/page_cache.h"
#include "cli/write_dataset.h"
#include "dataset/journal.h"
#include "dataset/known.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

// What the parts say is put together beside the journal, and takes its place when it is whole.
constexpr const char* kNewJournal = "journal.ndjson.new";

// A part's journal with what it says.
struct Part {
  explicit Part(const std::string& folder) : journal(folder), known(journal) {}
  Journal journal;
  Known known;
};

// A record without the name that its file happened to have.
json without_source(const std::string& record) {
  json value = json::parse(record, nullptr, false);
  if (value.is_object()) value.at("document").erase("source");
  return value;
}

std::string shortened(const json& value) {
  constexpr size_t kMost = 80;  // bytes
  const std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  return text.size() <= kMost ? text : clean_utf8(text.substr(0, kMost)) + "...";
}

// The first difference: "/overall/score is 91.5 there, 91.6 here". Empty if there is none.
std::string difference(const json& there, const json& here) {
  const json changes = json::diff(there, here);
  if (changes.empty()) return {};
  const json::json_pointer place(changes.front().at("path").get<std::string>());
  const auto shown = [&](const json& record) {
    return record.contains(place) ? shortened(record.at(place)) : std::string("missing");
  };
  return fmt::format("{} is {} there, {} here", place.empty() ? "the record" : place.to_string(),
                     shown(there), shown(here));
}

std::string difference(const Outcome& there, const Outcome& here) {
  if (there.state != here.state) return fmt::format("{} there, {} here", there.state, here.state);
  if (there.reason != here.reason)
    return fmt::format("\"{}\" there, \"{}\" here", there.reason, here.reason);
  return {};
}

// Adds parts to what is known. What contradicts is told, all of it, and nothing is decided.
class Merge {
 public:
  explicit Merge(Known& known) : known_(known) {}

  void add(const std::string& folder) {
    std::error_code error;
    if (!fs::is_regular_file(fs::path(folder) / Journal::kFile, error))
      return refuse(folder, "no dataset");
    if (!folders_.insert(fs::canonical(folder)).second) return;
    const Part part(folder);
    const auto contents = part.known.contents();
    add_run(folder, part.known);
    if (!is_finished(part.known, contents))
      return refuse(folder, "is not finished: run its build again");
    add_sources(folder, part.known);
    add_corrections(folder);
    for (const auto& [sha256, names] : contents) add_content(folder, part.known, sha256);
  }

  // Whether all parts are there and agree.
  bool finish() {
    for (const auto& [count, there] : shards_) {
      std::vector<std::string> missing;
      for (int shard = 1; shard <= count; ++shard) {
        if (!there.contains(shard)) missing.push_back(fmt::format("{}/{}", shard, count));
      }
      if (!missing.empty())
        refuse("", fmt::format("shards are missing: {}", fmt::join(missing, ", ")));
    }
    check_corrections();
    known_.add_inputs(list_of_inputs(known_.sha256_by_name()));
    return agreed_;
  }

  // All that stands in the parts' corrections.csv; nothing if none has one.
  const std::optional<std::vector<CorrectionRow>>& corrections() const { return corrections_; }

  // The pages that the parts keep.
  void copy_pages(const std::string& dataset) const {
    for (const auto& [sha256, outcome] : known_.outcomes())
      PageCache::copy_document(sha256, folder_of_.at(sha256), dataset);
    for (const fs::path& folder : folders_) PageCache::copy_pictures(folder, dataset);
  }

 private:
  void refuse(const std::string& folder, const std::string& message) {
    print_message(folder, 0, message);
    agreed_ = false;
  }

  static bool is_finished(const Known& part,
                          const std::map<std::string, std::vector<std::string>>& contents) {
    if (part.inputs().sha256.empty()) return false;
    for (const auto& [sha256, names] : contents) {
      if (!part.outcomes().contains(sha256)) return false;
    }
    return true;
  }

  void add_run(const std::string& folder, const Known& part) {
    Run run = part.run();
    shards_[run.shards].insert(run.shard);
    check_inputs(folder, run.shards, part.inputs());
    run.shard = run.shards = 1;
    if (first_.empty()) {
      first_ = folder;
      sandboxes_.insert(run.sandbox);
      known_.add_run(run);
      return;
    }
    // Kernels may differ; what is asked of them may not.
    if (sandboxes_.insert(run.sandbox).second) {
      Run joined = known_.run();
      joined.sandbox = fmt::format("{}", fmt::join(sandboxes_, ", "));
      known_.add_run(joined);
    }
    run.sandbox = known_.run().sandbox;
    if (run != known_.run())
      refuse(folder, "was built with other limits or options than " + first_);
  }

  // Shards that were given different inputs leave some to each other.
  void check_inputs(const std::string& folder, int shards, const InputList& inputs) {
    if (shards == 1 || inputs.sha256.empty()) return;
    const auto [before, is_first] = inputs_.try_emplace(shards, folder, inputs);
    const auto& [other, others] = before->second;
    if (!is_first && others != inputs)
      refuse(folder, fmt::format("saw other inputs than {}: {} there, {} here, or not the same "
                                 "bytes; delete it and run its build again",
                                 other, others.count, inputs.count));
  }

  void add_sources(const std::string& folder, const Known& part) {
    for (const auto& [name, state] : part.sources()) {
      const auto known = known_.sources().find(name);
      if (known != known_.sources().end() && known->second.sha256 != state.sha256) {
        refuse(folder,
               fmt::format("{} has other content than in {}", clean_utf8(name), folder_of_[name]));
        continue;
      }
      known_.add_source(name, state);
      folder_of_.emplace(name, folder);
    }
    // Their members are in this part or in another one.
    for (const auto& [name, state] : part.archives()) known_.add_archive(name, state);
  }

  void add_corrections(const std::string& folder) {
    std::error_code error;
    if (!fs::exists(corrections_file(folder), error)) return;
    if (!corrections_) corrections_.emplace();
    for (CorrectionRow& row : correction_table_of(folder).rows)
      corrections_->push_back(std::move(row));
  }

  // A document is read with all that is known of it, or the whole is another one than built at
  // once.
  void check_corrections() {
    const Corrections all(corrections_.value_or(std::vector<CorrectionRow>()));
    for (const auto& [sha256, outcome] : known_.outcomes()) {
      if (corrections_in_version(outcome.version) == all.version_of(sha256)) continue;
      refuse(folder_of_.at(sha256),
             fmt::format("sha256:{} was read with other corrections than the parts have: run its "
                         "build again with all of them",
                         sha256));
    }
  }

  void add_content(const std::string& folder, const Known& part, const std::string& sha256) {
    const Outcome& outcome = part.outcomes().at(sha256);
    // What a limit has ended tells the limits behind the version.
    const std::string version = outcome.version.substr(0, outcome.version.find(' '));
    if (version_.empty()) version_ = version;
    if (version_ != version)
      return refuse(folder, fmt::format("sha256:{} was read by version {}, others by {}", sha256,
                                        version, version_));
    const std::string record = part.record_of(sha256);
    const auto known = known_.outcomes().find(sha256);
    if (known == known_.outcomes().end()) {
      known_.add_outcome(sha256, outcome, record);
      folder_of_.emplace(sha256, folder);
      return;
    }
    std::string contradiction = difference(known->second, outcome);
    if (contradiction.empty())
      contradiction = difference(without_source(known_.record_of(sha256)), without_source(record));
    if (!contradiction.empty())
      refuse(folder, fmt::format("reads sha256:{} otherwise than {}: {}", sha256,
                                 folder_of_[sha256], contradiction));
  }

  Known& known_;
  std::optional<std::vector<CorrectionRow>> corrections_;
  bool agreed_ = true;
  std::string first_;                    // part
  std::set<std::string> sandboxes_;      // of all parts
  std::string version_;                  // of the first reading
  std::set<fs::path> folders_;           // of the parts, so that one may be given twice
  std::map<int, std::set<int>> shards_;  // which of how many are there
  std::map<int, std::pair<std::string, InputList>> inputs_;  // of how many, the first part's
  std::map<std::string, std::string> folder_of_;  // where a name or a content was found first
};

// A merge that comes to nothing leaves nothing.
class Cleared {
 public:
  explicit Cleared(const std::string& dataset) : folder_(dataset) {}
  Cleared(const Cleared&) = delete;
  Cleared& operator=(const Cleared&) = delete;
  ~Cleared() {
    std::error_code error;
    fs::remove(folder_ / kNewJournal, error);
    if (fs::file_size(folder_ / Journal::kFile, error) == 0 && !error)
      fs::remove(folder_ / Journal::kFile, error);
  }

 private:
  fs::path folder_;
};

// What may not be lost: a dataset of other inputs.
bool would_lose(const Known& before, const Known& known, const std::string& dataset) {
  for (const auto& [name, state] : before.sources()) {
    if (known.sources().contains(name)) continue;
    print_message(dataset, 0,
                  fmt::format("holds a dataset already, with an input that no part has: {}",
                              clean_utf8(name)));
    return true;
  }
  return false;
}

// What somebody has decided here, and no part has.
bool would_lose(const std::vector<CorrectionRow>& rows, const std::string& dataset) {
  std::vector<CorrectionRow> both = correction_table_of(dataset).rows;
  if (both.empty()) return false;
  both.insert(both.end(), rows.begin(), rows.end());
  if (correction_csv(both) == correction_csv(rows)) return false;
  print_message(corrections_file(dataset), 0,
                "has corrections that no part has: give them to the parts' builds first");
  return true;
}

bool is_among(const std::vector<std::string>& parts, const std::string& dataset) {
  for (const std::string& part : parts) {
    std::error_code error;
    if (fs::equivalent(part, dataset, error)) return true;
  }
  return false;
}

ExitCode merge_locked(const MergeCommand& command, const Known& before,
                      std::optional<AgencyList> list) {
  fs::remove(fs::path(command.dataset) / kNewJournal);
  Journal journal(command.dataset, kNewJournal);
  Known known(journal);
  Merge merge(known);
  for (const std::string& part : command.parts) merge.add(part);
  if (!merge.finish()) return ExitCode::kIncomplete;
  if (would_lose(before, known, command.dataset)) return ExitCode::kUsage;
  const std::vector<CorrectionRow> rows =
      merge.corrections().value_or(std::vector<CorrectionRow>());
  if (would_lose(rows, command.dataset)) return ExitCode::kUsage;
  if (merge.corrections()) write_corrections(command.dataset, rows);
  journal.sync();
  journal.move_to(Journal::kFile);
  merge.copy_pages(command.dataset);
  return write_dataset(known, command.dataset, command.written, std::move(list),
                       corrections_of(command.dataset));
}

}  // namespace

ExitCode run_merge(const MergeCommand& command) {
  std::optional<AgencyList> list;
  try {
    list = read_agency_list(command.written);
  } catch (const Error& error) {
    print_message(error.file(), 0, error.what());
    return ExitCode::kUsage;
  }
  std::error_code error;
  fs::create_directories(command.dataset, error);
  if (error) {
    print_message(command.dataset, 0, "cannot be made: " + error.message());
    return ExitCode::kUsage;
  }
  if (is_among(command.parts, command.dataset)) {
    print_message(command.dataset, 0, "is one of the parts");
    return ExitCode::kUsage;
  }
  Part held(command.dataset);
  const Cleared cleared(command.dataset);
  const Run run = held.known.run();
  if (run.shards != 1) {
    print_message(command.dataset, 0, fmt::format("holds part {}/{}", run.shard, run.shards));
    return ExitCode::kUsage;
  }
  return merge_locked(command, held.known, std::move(list));
}

}  // namespace prongsai
