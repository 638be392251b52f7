// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/build_command.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "cli/document_reader.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/write_dataset.h"
#include "dataset/journal.h"
#include "dataset/known.h"
#include "dataset/sha256.h"
#include "extract/read_document.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

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

// As they are typed, those that are not what they are by default.
std::string options_text(const PipelineOptions& options) {
  std::string text;
  if (options.extract.ocr == extract::OcrMode::kNever) text += " --ocr never";
  if (options.extract.ocr == extract::OcrMode::kAlways) text += " --ocr always";
  if (!options.extract.tessdata.empty())
    text += " --tessdata " + shell_quoted(options.extract.tessdata);
  if (options.year != 0) text += fmt::format(" --year {}", options.year);
  return text;
}

class Build {
 public:
  explicit Build(const BuildCommand& command)
      : command_(command),
        journal_(command.dataset),
        known_(journal_),
        reader_(command.pipeline, {command.timeout, command.memory_mib}, command.dataset),
        folder_(std::filesystem::weakly_canonical(command.dataset)) {}

  ExitCode run() {
    if (!known_.sources().empty() &&
        (known_.run().shard != command_.shard || known_.run().shards != command_.shards)) {
      print_message(command_.dataset, 0,
                    fmt::format("holds part {}/{}", known_.run().shard, known_.run().shards));
      return ExitCode::kUsage;
    }
    known_.add_run({command_.shard, command_.shards, command_.timeout, command_.memory_mib,
                    options_text(command_.pipeline), reader_.sandbox_level()});
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
    // What is in each input, also those of other parts. A whole grows, whatever it is given.
    std::map<std::string, std::string> contents;
    if (command_.shards == 1) contents = known_.sha256_by_name();
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
          known->second.size == state.size && known->second.modified == state.modified) {
        contents[input.name] = known->second.sha256;
        continue;
      }
      try {
        state.sha256 = sha256_hex(read_input(input));
      } catch (const Error& error) {
        state.reason = error.what();
      }
      contents[input.name] = state.sha256;
      if (is_mine(input.name, state))
        known_.add_source(input.name, state);
      else
        known_.remove_source(input.name);
    }
    known_.add_inputs(list_of_inputs(contents));
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

  // What is known of an older version, or of other options, is not known.
  std::vector<DocumentTask> unread() const {
    std::vector<DocumentTask> tasks;
    for (const auto& [sha256, names] : known_.contents()) {
      const auto outcome = known_.outcomes().find(sha256);
      if (outcome == known_.outcomes().end() || !reader_.is_current(outcome->second))
        tasks.push_back({sha256, names.front()});
    }
    return tasks;
  }

  // From the last attempt on something becomes known of every document that is read.
  void read_documents() {
    int attempt = 1;
    if (!unread().empty()) reader_.prepare();
    for (auto tasks = unread(); !tasks.empty() && stop_asked == 0; tasks = unread())
      read_each(tasks, attempt++ >= kAttempts);
  }

  void read_each(const std::vector<DocumentTask>& tasks, bool last) {
    size_t read = 0;
    run_workers(
        tasks.size(), command_.jobs, {command_.timeout, command_.memory_mib},
        [&](size_t index, const WorkerVoice& voice) { return reader_.read(tasks[index], voice); },
        [&](size_t index, const WorkerResult& result) {
          if (result.ending != Ending::kKilled || last) keep(tasks[index], result);
          show_progress(++read, tasks.size());
        },
        [] { return stop_asked != 0; });
  }

  void keep(const DocumentTask& task, const WorkerResult& result) {
    const DocumentAnswer answer = reader_.conclude(task, result);
    if (answer.outcome.state == "io_error") {
      known_.add_source(task.source, {"", answer.outcome.reason, 0, 0});
    } else {
      known_.add_outcome(task.sha256, answer.outcome, answer.record);
    }
  }

  static void show_progress(size_t read, size_t all) {
    if (::isatty(STDERR_FILENO) == 0) return;
    std::cerr << fmt::format("\r{} of {} documents{}", read, all, read == all ? "\n" : "")
              << std::flush;
  }

  const BuildCommand& command_;
  Journal journal_;
  Known known_;
  DocumentReader reader_;
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
  return Build(command).run();
}

}  // namespace prongsai
