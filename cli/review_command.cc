// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include "cli/build_command.h"
#include "cli/messages.h"
#include "cli/records.h"
#include "cli/review_documents.h"
#include "cli/review_site.h"
#include "model/diagnostic.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  const fs::path inner = fs::weakly_canonical(path);
  const fs::path outer = fs::weakly_canonical(folder);
  return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

// Whether it is what `extract` prints, or a folder with the records of a dataset.
bool has_records(const std::string& name) {
  std::error_code error;
  if (fs::is_regular_file(fs::path(name) / "records.ndjson", error)) return true;
  if (!fs::is_regular_file(name, error)) return false;
  std::ifstream in(name, std::ios::binary);
  char first = ' ';
  while (in.get(first) && std::string_view(" \t\r\n").find(first) != std::string_view::npos) {
  }
  return in && first == '{';
}

// Why the command cannot be carried out; empty if it can.
std::string wrong_usage(const ReviewCommand& command) {
  const bool several = command.inputs.size() > 1;
  if (std::ranges::count(command.inputs, "-") > 0) return "names of inputs cannot come from a pipe";
  for (const std::string& input : command.inputs) {
    if (is_dataset(input)) {
      if (several) return input + " is a dataset, of which one can be given (merge joins several)";
      if (is_inside(input, command.folder))
        return "a review needs a folder of its own: " + input + "/review";
    } else if (fs::is_directory(input) && is_inside(command.folder, input)) {
      // Its pictures would be inputs the next time.
      return command.folder + " lies in " + input + ", which is an input";
    }
  }
  return {};
}

std::string dataset_in(const std::string& folder) {
  return (fs::path(folder) / "dataset").string();
}

ExitCode build_dataset(const ReviewCommand& command) {
  BuildCommand build;
  build.inputs = command.inputs;
  build.dataset = dataset_in(command.folder);
  build.pipeline = command.pipeline;
  build.jobs = command.jobs;
  build.timeout = command.timeout;
  build.memory_mib = command.memory_mib;
  return run_build(build);
}

SiteOptions site_options(const ReviewCommand& command) {
  return {command.folder, command.jobs, {command.timeout, command.memory_mib}, command.size_mib};
}

ExitCode review_records(const ReviewCommand& command) {
  const RecordsRead read =
      read_records(command.inputs, command.pipeline, command.timeout, command.memory_mib);
  write_review(ReviewedDocuments(read.records), site_options(command));
  return read.complete ? ExitCode::kDone : ExitCode::kIncomplete;
}

}  // namespace

ExitCode run_review(const ReviewCommand& command) {
  if (const std::string wrong = wrong_usage(command); !wrong.empty()) {
    print_message("", 0, wrong);
    return ExitCode::kUsage;
  }
  std::error_code error;
  fs::create_directories(command.folder, error);
  if (error) {
    print_message(command.folder, 0, "cannot be made: " + error.message());
    return ExitCode::kUsage;
  }
  const bool given = is_dataset(command.inputs.front());
  if (!given && std::ranges::all_of(command.inputs, has_records)) return review_records(command);
  ExitCode built = ExitCode::kDone;
  if (!given) built = build_dataset(command);
  if (built == ExitCode::kUsage) return built;
  const ReviewedDocuments documents(given ? command.inputs.front() : dataset_in(command.folder));
  if (!documents.is_written()) {
    print_message(documents.dataset(), 0, "is not finished: run its build again");
    return ExitCode::kIncomplete;
  }
  write_review(documents, site_options(command));
  return built;
}

}  // namespace prongsai
