// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/build_command.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/worker.h"
#include "cli/write_dataset.h"
#include "dataset/journal.h"
#include "dataset/known.h"
#include "dataset/sha256.h"
#include "extract/read_document.h"
#include "model/codebook.h"
#include "model/gazetteer.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr int kAttempts = 3;  // at a document whose worker is killed from outside

// Set by SIGINT and SIGTERM: what is being read is finished, nothing more is begun.
volatile sig_atomic_t stop_asked = 0;

void ask_to_stop(int) { stop_asked = 1; }

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

// What a reader is told to look at, and what not.
std::string state_of(const json& record) {
  const bool empty = record.at("overall").is_null() && record.at("indicators").empty() &&
                     record.at("issues").empty() && record.at("measures").empty();
  if (empty) return "not_ita";
  for (const json& check : record.at("checks")) {
    if (check.at("verdict") == "disagrees") return "needs_review";
  }
  for (const json& evidence : record.at("evidence")) {
    const auto trust = evidence.at("trust").get<std::string>();
    if (trust == "doubtful" || trust == "conflicting") return "needs_review";
  }
  return "done";
}

bool is_given_up(const std::string& reason) { return reason.starts_with("given up"); }

// What a worker sends: {"state", "reason", "record"}.
std::string read_one(const std::string& source, const std::string& sha256,
                     const PipelineOptions& options) {
  json answer = {{"state", "rejected"}, {"reason", ""}, {"record", nullptr}};
  const auto read = [&] {
    const std::string bytes = read_input({source, false});
    if (sha256_hex(bytes) != sha256)
      throw Error(ErrorCode::kUnreadable, source, 0, "has changed since it was looked at");
    const PipelineResult result = read_to_record(bytes, source, options);
    json record = record_to_json(result.record, result.document);
    answer["state"] = state_of(record);
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (diagnostic.severity != Severity::kError) continue;
      answer["reason"] = fmt::format("page {}: {}", diagnostic.page, diagnostic.message);
      answer["state"] = "needs_review";
      break;
    }
    answer["record"] = std::move(record);
  };
  with_failures_told(read, [&](int page, const std::string& text) {
    answer["reason"] = page > 0 ? fmt::format("page {}: {}", page, text) : text;
    answer["state"] = is_given_up(text) ? "quarantined" : "rejected";
  });
  return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

class Build {
 public:
  explicit Build(const BuildCommand& command)
      : command_(command),
        journal_(command.dataset),
        known_(journal_),
        version_(fmt::format("{} ocr={} year={}", PRONGSAI_VERSION,
                             static_cast<int>(command.pipeline.extract.ocr),
                             command.pipeline.year)) {}

  ExitCode run() {
    known_.add_run({command_.shard, command_.shards, command_.timeout, command_.memory_mib});
    look_at_inputs();
    read_documents();
    journal_.sync();
    if (stop_asked != 0) {
      print_message("", 0, "stopped; the same command goes on from here");
      return ExitCode::kIncomplete;
    }
    return write_dataset(known_, command_.dataset, command_.exported);
  }

 private:
  void look_at_inputs() {
    for (const Input& input : expand_inputs(command_.inputs)) {
      if (stop_asked != 0) return;
      SourceState state;
      struct stat status {};
      if (::lstat(input.name.c_str(), &status) == 0) {
        state.size = static_cast<std::uint64_t>(status.st_size);
        state.modified = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
      }
      const auto known = known_.sources().find(input.name);
      if (known != known_.sources().end() && !known->second.sha256.empty() &&
          known->second.size == state.size && known->second.modified == state.modified)
        continue;
      try {
        state.sha256 = sha256_hex(read_input(input));
      } catch (const Error& error) {
        state.reason = error.what();
      }
      if (is_mine(input.name, state)) known_.add_source(input.name, state);
    }
  }

  // Whether this shard is to read it: by its content; by its name where it cannot be read.
  bool is_mine(const std::string& name, const SourceState& state) const {
    const std::string identity = state.sha256.empty() ? sha256_hex(name) : state.sha256;
    constexpr size_t kDigits = 8;
    const auto number = std::stoul(identity.substr(0, kDigits), nullptr, 16);
    return number % static_cast<unsigned long>(command_.shards) ==
           static_cast<unsigned long>(command_.shard - 1);
  }

  void read_documents() {
    std::vector<std::pair<std::string, std::string>> todo;  // content, one of its names
    for (const auto& [sha256, names] : known_.contents()) {
      const auto outcome = known_.outcomes().find(sha256);
      if (outcome != known_.outcomes().end() && outcome->second.version == version_) continue;
      todo.emplace_back(sha256, names.front());
    }
    for (int attempt = 1; attempt <= kAttempts && !todo.empty(); ++attempt)
      todo = read_each(todo, attempt == kAttempts);
  }

  // Reads them; returns those whose worker was killed, unless it is the last attempt.
  std::vector<std::pair<std::string, std::string>> read_each(
      const std::vector<std::pair<std::string, std::string>>& todo, bool last) {
    std::vector<std::pair<std::string, std::string>> again;
    size_t read = 0;
    const int cores = std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
    run_workers(
        todo.size(), command_.jobs > 0 ? command_.jobs : cores,
        {command_.timeout, command_.memory_mib},
        [&](size_t index) {
          return read_one(todo[index].second, todo[index].first, command_.pipeline);
        },
        [&](size_t index, const WorkerResult& result) {
          if (result.killed && !last) {
            again.push_back(todo[index]);
            return;
          }
          keep(todo[index].first, result);
          show_progress(++read, todo.size());
        },
        [] { return stop_asked != 0; });
    return again;
  }

  void keep(const std::string& sha256, const WorkerResult& result) {
    if (!result.finished) {
      known_.add_outcome(sha256, {"quarantined", result.failure, version_}, {});
      return;
    }
    // A worker that has read a hostile document is not to be trusted either.
    const json answer = json::parse(result.output, nullptr, false);
    if (!answer.is_object() || !answer.contains("record") ||
        !answer.value("state", json()).is_string() || !answer.value("reason", json()).is_string()) {
      known_.add_outcome(sha256, {"quarantined", "its worker sent no answer", version_}, {});
      return;
    }
    const json& record = answer.at("record");
    known_.add_outcome(
        sha256,
        {answer.at("state").get<std::string>(), answer.at("reason").get<std::string>(), version_},
        record.is_null() ? "" : record.dump(-1, ' ', false, json::error_handler_t::replace));
  }

  static void show_progress(size_t read, size_t all) {
    if (::isatty(STDERR_FILENO) == 0) return;
    std::cerr << fmt::format("\r{} of {} documents{}", read, all, read == all ? "\n" : "")
              << std::flush;
  }

  const BuildCommand& command_;
  Journal journal_;
  Known known_;
  std::string version_;
};

}  // namespace

ExitCode run_build(const BuildCommand& command) {
  if (std::ranges::find(command.inputs, "-") != command.inputs.end()) {
    print_message("-", 0, "a dataset is built from files and directories");
    return ExitCode::kUsage;
  }
  extract::check_models(command.pipeline.extract);
  std::error_code error;
  std::filesystem::create_directories(command.dataset, error);
  if (error) {
    print_message(command.dataset, 0, "cannot be made: " + error.message());
    return ExitCode::kUsage;
  }
  catch_signals();
  // Loaded here, the workers share them.
  codebook();
  gazetteer();
  return Build(command).run();
}

}  // namespace prongsai
