// SPDX-License-Identifier: GPL-3.0-or-later
// An entry is {"run": ...}, {"inputs": ...}, {"exported": ...}, {"source": ...}, {"archive": ...},
// {"gone": ...} or {"outcome": ...}, the last followed by a tab and the record, so that a journal
// is read without reading its records.
#include "dataset/known.h"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "dataset/json_line.h"
#include "dataset/sha256.h"
#include "model/diagnostic.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

// Names of files are made of it.
std::string digest(const json& value) {
  auto text = value.get<std::string>();
  if (text.size() != 64 || text.find_first_not_of("0123456789abcdef") != std::string::npos)
    throw std::invalid_argument("a digest is none");
  return text;
}

template <typename Number>
Number whole(const json& value) {
  const bool fits =
      value.is_number_unsigned()
          ? std::in_range<Number>(value.get<std::uint64_t>())
          : value.is_number_integer() && std::in_range<Number>(value.get<std::int64_t>());
  if (!fits) throw std::invalid_argument("a number is none of its kind");
  return value.get<Number>();
}

// A name is bytes, and need not be UTF-8.
json json_of_name(const std::string& name) {
  return std::vector<std::uint8_t>(name.begin(), name.end());
}

std::string name_of_json(const json& name) {
  std::string bytes;
  for (const json& byte : name) bytes += static_cast<char>(whole<std::uint8_t>(byte));
  return bytes;
}

SourceState source_of(const json& head) {
  const bool unread = head.at("sha256") == "";
  SourceState state{unread ? std::string() : digest(head.at("sha256")), head.at("reason"),
                    whole<std::uint64_t>(head.at("size")),
                    whole<std::int64_t>(head.at("modified"))};
  if (!head.contains("member")) return state;
  const json& member = head.at("member");
  state.state = member.at("state");
  state.archive = name_of_json(member.at("archive"));
  state.offset = whole<std::uint64_t>(member.at("offset"));
  return state;
}

std::vector<size_t> numbers_of(const json& head) {
  std::vector<size_t> numbers;
  if (!head.contains("stale")) return numbers;
  for (const json& number : head.at("stale")) numbers.push_back(whole<size_t>(number));
  return numbers;
}

}  // namespace

InputList list_of_inputs(const std::map<std::string, std::string>& contents) {
  std::string text;
  for (const auto& [name, sha256] : contents) {
    text += sha256_hex(name);
    text += sha256;
    text += '\n';
  }
  return {contents.size(), sha256_hex(text)};
}

Known::Known(Journal& journal) : journal_(journal) {
  try {
    journal.read_all([&](std::string_view entry, JournalPlace place) { take(entry, place); });
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {  // an entry is whole, but not one of ours
    throw Error(ErrorCode::kDamaged, journal.name(), 0,
                std::string("no journal of a dataset: ") + error.what());
  }
}

void Known::take(std::string_view entry, JournalPlace place) {
  const json head = json::parse(entry.substr(0, entry.find('\t')), nullptr, false);
  if (!head.is_object()) return;
  exported_ = head.value("exported", "");
  if (head.contains("source")) {
    sources_[name_of_json(head.at("source"))] = source_of(head);
  } else if (head.contains("archive")) {
    archives_[name_of_json(head.at("archive"))] = {"", "", whole<std::uint64_t>(head.at("size")),
                                                   whole<std::int64_t>(head.at("modified"))};
  } else if (head.contains("gone")) {
    sources_.erase(name_of_json(head.at("gone")));
  } else if (head.contains("outcome")) {
    const std::string sha256 = digest(head.at("outcome"));
    outcomes_[sha256] = {head.at("state"),
                         head.at("reason"),
                         head.at("version"),
                         head.at("limit"),
                         head.at("step"),
                         whole<int>(head.at("page")),
                         place,
                         numbers_of(head)};
  } else if (head.contains("run")) {
    const json& run = head.at("run");
    run_ = {whole<int>(run.at("shard")),
            whole<int>(run.at("shards")),
            whole<int>(run.at("seconds")),
            whole<int>(run.at("memory_mib")),
            run.at("options"),
            run.at("sandbox")};
  } else if (head.contains("inputs")) {
    inputs_ = {whole<size_t>(head.at("inputs").at("count")), head.at("inputs").at("sha256")};
  }
}

std::map<std::string, std::vector<std::string>> Known::contents() const {
  std::map<std::string, std::vector<std::string>> contents;
  for (const auto& [name, state] : sources_) {
    if (!state.sha256.empty()) contents[state.sha256].push_back(name);
  }
  return contents;
}

std::map<std::string, std::string> Known::sha256_by_name() const {
  std::map<std::string, std::string> by_name;
  for (const auto& [name, state] : sources_) by_name[name] = state.sha256;
  return by_name;
}

void Known::add(const std::string& entry) {
  exported_.clear();
  journal_.add(entry);
}

void Known::add_exported(const std::string& options) {
  add(json_line({{"exported", options}}));
  exported_ = options;
}

void Known::add_run(const Run& run) {
  if (run_ == run) return;
  const json entry = {{"run",
                       {{"shard", run.shard},
                        {"shards", run.shards},
                        {"seconds", run.seconds},
                        {"memory_mib", run.memory_mib},
                        {"options", run.options},
                        {"sandbox", run.sandbox}}}};
  add(json_line(entry));
  run_ = run;
}

void Known::add_inputs(const InputList& inputs) {
  if (inputs_ == inputs) return;
  add(json_line({{"inputs", {{"count", inputs.count}, {"sha256", inputs.sha256}}}}));
  inputs_ = inputs;
}

std::string Known::record_of(const std::string& sha256) const {
  const auto outcome = outcomes_.find(sha256);
  if (outcome == outcomes_.end()) return {};
  const std::string entry = journal_.read(outcome->second.place);
  const size_t tab = entry.find('\t');
  return tab == std::string::npos ? std::string() : entry.substr(tab + 1);
}

void Known::add_source(const std::string& name, const SourceState& state) {
  const auto known = sources_.find(name);
  if (known != sources_.end() && known->second == state) return;
  json entry = {{"source", json_of_name(name)},
                {"sha256", state.sha256},
                {"reason", state.reason},
                {"size", state.size},
                {"modified", state.modified}};
  if (!state.archive.empty() || !state.state.empty())
    entry["member"] = {
        {"state", state.state}, {"archive", json_of_name(state.archive)}, {"offset", state.offset}};
  add(json_line(entry));
  sources_[name] = state;
}

void Known::remove_source(const std::string& name) {
  if (sources_.erase(name) > 0) add(json_line({{"gone", json_of_name(name)}}));
}

void Known::add_archive(const std::string& name, const SourceState& state) {
  const auto known = archives_.find(name);
  if (known != archives_.end() && known->second == state) return;
  add(json_line(
      {{"archive", json_of_name(name)}, {"size", state.size}, {"modified", state.modified}}));
  archives_[name] = state;
}

void Known::add_outcome(const std::string& sha256, const Outcome& outcome,
                        const std::string& record) {
  json head = {{"outcome", sha256},          {"state", outcome.state}, {"reason", outcome.reason},
               {"version", outcome.version}, {"limit", outcome.limit}, {"step", outcome.step},
               {"page", outcome.page}};
  if (!outcome.stale.empty()) head["stale"] = outcome.stale;
  exported_.clear();
  Outcome& kept = outcomes_[sha256];
  kept = outcome;
  kept.place = journal_.add(record.empty() ? json_line(head) : json_line(head) + '\t' + record);
}

}  // namespace prongsai
