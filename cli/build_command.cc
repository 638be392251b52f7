// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/build_command.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include "cli/dataset_corrections.h"
#include "cli/document_reader.h"
#include "cli/input_survey.h"
#include "cli/messages.h"
#include "cli/write_dataset.h"
#include "dataset/journal.h"
#include "dataset/known.h"
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
  Build(const BuildCommand& command, const std::vector<std::string>& names,
        std::optional<AgencyList> list)
      : command_(command),
        names_(names),
        list_(std::move(list)),
        journal_(command.dataset, Journal::kFile, [&] { return command.wait && wait_a_while(); }),
        known_(journal_),
        reader_(command.pipeline, {command.timeout, command.memory_mib}, command.dataset,
                corrections_.counted) {}

  ExitCode run() {
    if (!known_.sources().empty() &&
        (known_.run().shard != command_.shard || known_.run().shards != command_.shards)) {
      print_message(command_.dataset, 0,
                    fmt::format("holds part {}/{}", known_.run().shard, known_.run().shards));
      return ExitCode::kUsage;
    }
    known_.add_run({command_.shard, command_.shards, command_.timeout, command_.memory_mib,
                    options_text(command_.pipeline), reader_.sandbox_level()});
    const bool all_added = add_corrections(command_.dataset, command_.corrections);
    corrections_ = corrections_of(command_.dataset, command_.shard, command_.shards);
    look_at_inputs();
    read_documents();
    journal_.sync();
    if (stop_asked != 0) {
      print_message("", 0, "stopped; the same command goes on from here");
      return ExitCode::kIncomplete;
    }
    DatasetOptions written = command_.written;
    written.tessdata = command_.pipeline.extract.tessdata;
    written.jobs = command_.jobs;
    const ExitCode done =
        write_dataset(known_, command_.dataset, written, std::move(list_), corrections_);
    return all_added ? done : ExitCode::kIncomplete;
  }

 private:
  // For the run that holds the journal; false once this one is told to stop.
  bool wait_a_while() {
    if (!waiting_)
      print_message(command_.dataset, 0, "another run is working on this dataset; waiting");
    waiting_ = true;
    ::sleep(1);
    return stop_asked == 0;
  }

  void look_at_inputs() {
    const SurveyOptions options{command_.dataset,
                                command_.jobs,
                                {command_.timeout, command_.memory_mib},
                                command_.shard,
                                command_.shards};
    InputSurvey(options, known_, [] { return stop_asked != 0; }).look_at(names_);
  }

  // One of the content's names, and where it is found.
  Input input_of(const std::string& name, const std::string& sha256) const {
    const SourceState& state = known_.sources().at(name);
    return {.name = name, .place = {state.archive, state.offset, sha256}};
  }

  // What is known of an older version, or of other options, is not known.
  std::vector<DocumentTask> unread() const {
    std::vector<DocumentTask> tasks;
    for (const auto& [sha256, names] : known_.contents()) {
      const auto outcome = known_.outcomes().find(sha256);
      if (outcome == known_.outcomes().end() || !reader_.is_current(sha256, outcome->second))
        tasks.push_back({sha256, input_of(names.front(), sha256)});
    }
    return tasks;
  }

  // From the last attempt on something becomes known of every document that is read.
  void read_documents() {
    auto tasks = unread();
    if (!tasks.empty()) reader_.prepare();
    for (int attempt = 1; !tasks.empty() && stop_asked == 0; ++attempt) {
      read_each(tasks, attempt >= kAttempts);
      tasks = unread();
    }
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
      known_.add_source(task.source.name, {"", answer.outcome.reason, 0, 0});
      // The archive is looked at again the next time.
      if (!task.source.place.archive.empty()) known_.add_archive(task.source.place.archive, {});
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
  const std::vector<std::string>& names_;
  std::optional<AgencyList> list_;
  bool waiting_ = false;
  Journal journal_;
  Known known_;
  DatasetCorrections corrections_;
  DocumentReader reader_;
};

}  // namespace

ExitCode run_build(const BuildCommand& command) {
  if (std::ranges::count(command.inputs, "-") > 1) {
    print_message("-", 0, "standard input can be read once only");
    return ExitCode::kUsage;
  }
  const std::vector<std::string> names = names_of_inputs(command.inputs);
  if (names.empty()) {
    print_message("standard input", 0, "the list names no input");
    return ExitCode::kUsage;
  }
  std::optional<AgencyList> list;
  try {
    list = read_agency_list(command.written);
    correction_table_of(command.dataset);
    for (const std::string& file : command.corrections) read_correction_file(file);
  } catch (const Error& error) {
    print_message(error.file(), 0, error.what());
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
  return Build(command, names, std::move(list)).run();
}

}  // namespace prongsai
