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

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/worker.h"
#include "cli/write_dataset.h"
#include "dataset/journal.h"
#include "dataset/json_line.h"
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

// A document that cannot be had is not one that cannot be read: it may be there the next time.
const char* state_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kNotFound:
    case ErrorCode::kNotAFile:
    case ErrorCode::kUnreadable:
      return "io_error";
    case ErrorCode::kOutOfMemory:
      return "quarantined";
    default:
      return "rejected";
  }
}

// What a record depends on besides the document.
std::string version_of(const PipelineOptions& options) {
  std::string pages;
  for (const bool wanted : options.extract.wanted_pages) pages += wanted ? '1' : '0';
  return fmt::format("{} ocr={} year={} pages={} tessdata={}", PRONGSAI_VERSION,
                     static_cast<int>(options.extract.ocr), options.year, pages,
                     options.extract.tessdata);
}

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
  with_failures_told(read, [&](const Error& error) {
    answer["reason"] = error.page() > 0 ? fmt::format("page {}: {}", error.page(), error.what())
                                        : std::string(error.what());
    answer["state"] = state_of(error);
  });
  return json_line(answer);
}

class Build {
 public:
  explicit Build(const BuildCommand& command)
      : command_(command),
        journal_(command.dataset),
        known_(journal_),
        version_(version_of(command.pipeline)),
        folder_(std::filesystem::weakly_canonical(command.dataset)) {}

  ExitCode run() {
    if (!known_.sources().empty() &&
        (known_.run().shard != command_.shard || known_.run().shards != command_.shards)) {
      print_message(command_.dataset, 0,
                    fmt::format("holds part {}/{}", known_.run().shard, known_.run().shards));
      return ExitCode::kUsage;
    }
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
      if (is_of_dataset(input.name)) continue;
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

  // A dataset may lie among its own inputs.
  bool is_of_dataset(const std::string& name) const {
    std::error_code error;
    const auto path = std::filesystem::weakly_canonical(name, error);
    return !error && std::ranges::mismatch(folder_, path).in1 == folder_.end();
  }

  // Whether this shard is to read it: by its content; by its name where it cannot be read.
  bool is_mine(const std::string& name, const SourceState& state) const {
    const std::string identity = state.sha256.empty() ? sha256_hex(name) : state.sha256;
    constexpr size_t kDigits = 8;
    const auto number = std::stoul(identity.substr(0, kDigits), nullptr, 16);
    return number % static_cast<unsigned long>(command_.shards) ==
           static_cast<unsigned long>(command_.shard - 1);
  }

  struct Task {
    std::string sha256;
    std::string source;  // one of the content's names
  };

  // What is known of an older version, or of other options, is not known.
  std::vector<Task> unread() const {
    std::vector<Task> tasks;
    for (const auto& [sha256, names] : known_.contents()) {
      const auto outcome = known_.outcomes().find(sha256);
      if (outcome == known_.outcomes().end() || outcome->second.version != version_)
        tasks.push_back({sha256, names.front()});
    }
    return tasks;
  }

  // From the last attempt on something becomes known of every document that is read.
  void read_documents() {
    int attempt = 1;
    for (auto tasks = unread(); !tasks.empty() && stop_asked == 0; tasks = unread())
      read_each(tasks, attempt++ >= kAttempts);
  }

  void read_each(const std::vector<Task>& tasks, bool last) {
    size_t read = 0;
    run_workers(
        tasks.size(), command_.jobs, {command_.timeout, command_.memory_mib},
        [&](size_t index) {
          return read_one(tasks[index].source, tasks[index].sha256, command_.pipeline);
        },
        [&](size_t index, const WorkerResult& result) {
          if (!result.killed || last) keep(tasks[index], result);
          show_progress(++read, tasks.size());
        },
        [] { return stop_asked != 0; });
  }

  void keep(const Task& task, const WorkerResult& result) {
    if (!result.finished) {
      known_.add_outcome(task.sha256, {"quarantined", result.failure, version_}, {});
      return;
    }
    // A worker that has read a hostile document is not to be trusted either.
    const json answer = json::parse(result.output, nullptr, false);
    if (!answer.is_object() || !answer.contains("record") ||
        !answer.value("state", json()).is_string() || !answer.value("reason", json()).is_string()) {
      known_.add_outcome(task.sha256, {"quarantined", "its worker sent no answer", version_}, {});
      return;
    }
    const Outcome outcome{answer.at("state"), answer.at("reason"), version_};
    if (outcome.state == "io_error") {
      known_.add_source(task.source, {"", outcome.reason, 0, 0});
      return;
    }
    const json& record = answer.at("record");
    known_.add_outcome(task.sha256, outcome, record.is_null() ? "" : json_line(record));
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
  std::filesystem::path folder_;
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
