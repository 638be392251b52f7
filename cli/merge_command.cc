// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/merge_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/messages.h"
#include "cli/write_dataset.h"
#include "dataset/journal.h"
#include "dataset/known.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

class Merge {
 public:
  explicit Merge(const MergeCommand& command)
      : command_(command), journal_(command.dataset), known_(journal_) {}

  ExitCode run() {
    if (!known_.sources().empty() || !known_.outcomes().empty()) {
      print_message(command_.dataset, 0, "holds a dataset already");
      return ExitCode::kUsage;
    }
    bool joined = true;
    for (const std::string& part : command_.parts) joined = joined && add(part);
    if (!joined || !all_shards_there()) {
      std::filesystem::remove(std::filesystem::path(command_.dataset) / "journal.ndjson");
      return ExitCode::kIncomplete;
    }
    journal_.sync();
    return write_dataset(known_, command_.dataset, command_.exported);
  }

 private:
  bool refuse(const std::string& part, const std::string& message) const {
    print_message(part, 0, message);
    return false;
  }

  // False, with a message, if the part contradicts those before it.
  bool add(const std::string& part) {
    if (!std::filesystem::is_regular_file(std::filesystem::path(part) / "journal.ndjson"))
      return refuse(part, "no dataset");
    Journal journal(part);
    const Known other(journal);
    Run run = other.run();
    shards_[run.shards].insert(run.shard);
    run.shard = run.shards = 1;
    if (!parts_of_.empty() && run != known_.run())
      return refuse(part, "was built with other limits than " + command_.parts.front());
    known_.add_run(run);
    for (const auto& [sha256, names] : other.contents()) {
      if (!other.outcomes().contains(sha256))
        return refuse(part, "is not finished: run its build again");
    }
    for (const auto& [name, state] : other.sources()) {
      const auto known = known_.sources().find(name);
      if (known != known_.sources().end() && known->second.sha256 != state.sha256)
        return refuse(part, fmt::format("{} has other content than in {}", clean_utf8(name),
                                        parts_of_[name]));
      known_.add_source(name, state);
      parts_of_.emplace(name, part);
    }
    for (const auto& [sha256, outcome] : other.outcomes()) {
      const std::string record = other.record_of(sha256);
      const auto known = known_.outcomes().find(sha256);
      if (known == known_.outcomes().end()) {
        known_.add_outcome(sha256, outcome, record);
        parts_of_.emplace(sha256, part);
      } else if (known->second.state != outcome.state || known->second.reason != outcome.reason ||
                 known->second.version != outcome.version ||
                 without_source(known_.record_of(sha256)) != without_source(record)) {
        return refuse(part,
                      fmt::format("reads sha256:{} otherwise than {}: {} there, {} here", sha256,
                                  parts_of_[sha256], known->second.state, outcome.state));
      }
    }
    return true;
  }

  // A record without the name that its file happened to have.
  static nlohmann::ordered_json without_source(const std::string& record) {
    auto json = nlohmann::ordered_json::parse(record, nullptr, false);
    if (json.is_object()) json.at("document").erase("source");
    return json;
  }

  bool all_shards_there() const {
    for (const auto& [count, there] : shards_) {
      std::vector<std::string> missing;
      for (int shard = 1; shard <= count; ++shard) {
        if (!there.contains(shard)) missing.push_back(fmt::format("{}/{}", shard, count));
      }
      if (!missing.empty())
        return refuse("", fmt::format("shards are missing: {}", fmt::join(missing, ", ")));
    }
    return true;
  }

  const MergeCommand& command_;
  Journal journal_;
  Known known_;
  std::map<int, std::set<int>> shards_;          // which of how many are there
  std::map<std::string, std::string> parts_of_;  // where a name or a content was found first
};

}  // namespace

ExitCode run_merge(const MergeCommand& command) {
  std::error_code error;
  std::filesystem::create_directories(command.dataset, error);
  if (error) {
    print_message(command.dataset, 0, "cannot be made: " + error.message());
    return ExitCode::kUsage;
  }
  return Merge(command).run();
}

}  // namespace prongsai
