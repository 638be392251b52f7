// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_bench: time and memory of `prongsai extract` beside pdftotext, and on pictures of pages
// beside tesseract, against their bounds.
//
// Times are of the processor (user and system, with child processes); both programs use one thread.
// Runs alternate A B A B, medians count. Where processes wait for a busy machine, caches are shared
// too: then the ratio is judged, the time alone is not.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "model/layout.h"
#include "model/read_record.h"
#include "normalize/repair.h"

namespace prongsai {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kBusy = 1.25;  // wall to processor time from which the machine does other work

struct Options {
  std::string program;
  std::vector<std::string> files;
  int runs = 5;
  bool ocr = false;
  int judged_from = 50;       // pages; below, starting the programs decides
  double most_ms = 5;         // processor time a page
  double most_ratio = 3;      // to pdftotext -bbox-layout
  double most_mib = 250;      // of the largest process
  double most_ocr_ratio = 1;  // to tesseract -l tha, over all pages
  double most_ocr_mib = 400;
};

struct Usage {
  double processor_ms = 0;
  double wall_ms = 0;
  double mib = 0;  // largest resident set of the process and of those it started
};

double ms(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

Usage run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const auto start = Clock::now();
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("no process can be started");
  if (process == 0) {
    // What is printed does not matter here, nor that some pages have no text layer.
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
  }
  int status = 0;
  struct rusage used {};
  if (::wait4(process, &status, 0, &used) != process || !WIFEXITED(status) ||
      WEXITSTATUS(status) != EXIT_SUCCESS) {
    throw std::runtime_error(command.front() + " failed on " + command.back());
  }
  const std::chrono::duration<double, std::milli> wall = Clock::now() - start;
  return {ms(used.ru_utime) + ms(used.ru_stime), wall.count(),
          static_cast<double>(used.ru_maxrss) / 1024};
}

Usage median(std::vector<Usage> runs) {
  const auto middle = [&](double Usage::*field) {
    std::ranges::sort(runs, {}, field);
    return runs[runs.size() / 2].*field;
  };
  return {middle(&Usage::processor_ms), middle(&Usage::wall_ms), middle(&Usage::mib)};
}

// Processor time of this process, in ms.
double spent() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Stages {
  size_t pages = 0;
  std::vector<std::pair<std::string, double>> ms;  // stage, processor time
};

// The stages of cli/pipeline.cc one by one. A first pass warms up what is built on first use.
Stages time_stages(const std::string& file, const extract::ExtractOptions& extract_options) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  Stages stages;
  for (int pass = 0; pass < 2; ++pass) {
    stages.ms.clear();
    double last = spent();
    const auto lap = [&](const char* stage) {
      const double now = spent();
      stages.ms.emplace_back(stage, now - last);
      last = now;
    };
    const Extraction extraction = extract::read_document(bytes, file, extract_options);
    lap("extract");
    std::vector<Block> blocks = lay_out(extraction.pages);
    lap("layout");
    normalize::repair(blocks);
    lap("normalize");
    const Record record = read_record(blocks, {});
    lap("read");
    DocumentInfo document;
    document.pages = extraction.pages;
    const std::string json = record_to_json(record, document).dump(1);
    lap("write");
    stages.pages = extraction.pages.size();
  }
  return stages;
}

std::string short_name(const std::string& file) {
  return std::filesystem::path(file).filename().string();
}

// Prints a line for the file; false if a bound is broken.
bool measure_digital(const std::string& file, const Options& options) {
  extract::ExtractOptions extract_options;
  extract_options.ocr = extract::OcrMode::kNever;
  const Stages stages = time_stages(file, extract_options);
  const auto pages = static_cast<double>(std::max<size_t>(stages.pages, 1));
  std::vector<Usage> ours;
  std::vector<Usage> theirs;
  for (int i = 0; i < options.runs; ++i) {
    ours.push_back(run({options.program, "extract", "--jobs", "1", "--ocr", "never", file}));
    theirs.push_back(run({"pdftotext", "-q", "-bbox-layout", file, "/dev/null"}));
  }
  const Usage our = median(ours);
  const Usage their = median(theirs);
  const double ratio = our.processor_ms / std::max(their.processor_ms, 0.01);
  const bool judged = stages.pages >= static_cast<size_t>(options.judged_from);
  const bool busy = our.wall_ms > kBusy * our.processor_ms;
  const bool slow = judged && ((!busy && our.processor_ms / pages > options.most_ms) ||
                               ratio > options.most_ratio);
  const bool large = our.mib > options.most_mib;
  fmt::print("{:<42} {:>5} {:>8.2f} {:>8.2f} {:>8.2f} {:>6.2f} {:>7.0f}", short_name(file),
             stages.pages, our.wall_ms / pages, our.processor_ms / pages,
             their.processor_ms / pages, ratio, our.mib);
  for (const auto& stage : stages.ms) fmt::print(" {:>9.2f}", stage.second / pages);
  fmt::print("{}{}{}\n", judged ? (busy ? "  (busy)" : "") : "  (short)", slow ? "  TOO SLOW" : "",
             large ? "  TOO LARGE" : "");
  std::fflush(stdout);
  return !slow && !large;
}

// Pages as pictures, each read by both programs. Prints a line a page and one for all; false if a
// bound is broken.
bool measure_scans(const Options& options) {
  fmt::print("{:<42} {:>8} {:>8} {:>9} {:>6} {:>7}\n", "s a page", "wall", "proc", "tesseract",
             "ratio", "MiB");
  Usage all;
  Usage all_theirs;
  const auto show = [](const std::string& name, const Usage& our, const Usage& their) {
    fmt::print("{:<42} {:>8.2f} {:>8.2f} {:>9.2f} {:>6.2f} {:>7.0f}\n", name, our.wall_ms / 1e3,
               our.processor_ms / 1e3, their.processor_ms / 1e3,
               our.processor_ms / std::max(their.processor_ms, 0.01), our.mib);
    std::fflush(stdout);
  };
  for (const std::string& file : options.files) {
    std::vector<Usage> ours;
    std::vector<Usage> theirs;
    for (int i = 0; i < options.runs; ++i) {
      ours.push_back(run({options.program, "extract", "--jobs", "1", "--ocr", "always", file}));
      theirs.push_back(
          run({"env", "OMP_THREAD_LIMIT=1", "tesseract", file, "stdout", "-l", "tha"}));
    }
    const Usage our = median(ours);
    const Usage their = median(theirs);
    show(short_name(file), our, their);
    all.wall_ms += our.wall_ms;
    all.processor_ms += our.processor_ms;
    all.mib = std::max(all.mib, our.mib);
    all_theirs.processor_ms += their.processor_ms;
  }
  show("all", all, all_theirs);
  return all.processor_ms <= options.most_ocr_ratio * all_theirs.processor_ms &&
         all.mib <= options.most_ocr_mib;
}

bool measure(const Options& options) {
  if (options.ocr) return measure_scans(options);
  fmt::print("{:<42} {:>5} {:>8} {:>8} {:>8} {:>6} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9}\n",
             "ms a page", "pages", "wall", "proc", "pdftot.", "ratio", "MiB", "extract", "layout",
             "normalize", "read", "write");
  bool kept = true;
  for (const std::string& file : options.files) kept = measure_digital(file, options) && kept;
  return kept;
}

int run_bench(int argc, char** argv) {
  Options options;
  CLI::App app{"Measures prongsai on documents; exit code 1 if a bound is broken"};
  app.add_option("--program", options.program, "the program to measure")->required();
  app.add_option("--runs", options.runs, "of which the median counts");
  app.add_flag("--ocr", options.ocr, "the files are pictures of pages");
  app.add_option("--judged-from", options.judged_from, "bounds on time hold from this many pages");
  app.add_option("--most-ms", options.most_ms, "bound: processor time a page");
  app.add_option("--most-ratio", options.most_ratio, "bound: times pdftotext -bbox-layout");
  app.add_option("--most-mib", options.most_mib, "bound: resident memory");
  app.add_option("--most-ocr-ratio", options.most_ocr_ratio, "bound: times tesseract -l tha");
  app.add_option("--most-ocr-mib", options.most_ocr_mib, "bound: resident memory with OCR");
  app.add_option("files", options.files)->required();
  CLI11_PARSE(app, argc, argv);
  return measure(options) ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace prongsai

int main(int argc, char** argv) {
  try {
    return prongsai::run_bench(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "prongsai_bench: %s\n", error.what());
    return 2;
  }
}
