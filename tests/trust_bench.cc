// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_trust_bench: what the checks see, blame and repair, in documents into which errors are
// planted one at a time, and what they say of scores that OCR got wrong by itself. Part of
// `./dev bench trust`; the last column is the figure that has to be reached.
//
//   prongsai_trust_bench --digital REPORT... --damaged REPORT=TWIN... --scanned REPORT=TWIN...
//
// A twin is the same report with a sound text layer; its scores are what the report prints. Reports
// are documents, or pages kept by prongsai_pages (.cbor).
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/pages_archive.h"
#include "cli/pipeline.h"
#include "model/checks.h"
#include "model/read_record.h"
#include "tests/planting.h"

namespace prongsai::tests {
namespace {

using Clock = std::chrono::steady_clock;

struct Results {
  DigitTallies digits;
  RowTallies rows;
  TableTallies tables;
  long documents = 0;
  long false_alarms = 0;  // documents
  std::vector<double> milliseconds;
  // Scores as they were read, of documents that have a twin.
  long read = 0;
  long wrong = 0;
  long wrong_silent = 0;
  long wrong_verified = 0;
  long verified = 0;
};

std::vector<Block> blocks_of(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (name.ends_with(".pages")) return read_blocks(unpack_pages(bytes));
  return read_blocks(read_pages(bytes, name, {}));
}

// What was read of the document, against its twin.
void compare(Record record, const std::map<std::string, double>& truth, Results& results) {
  for (const ScoreCell& cell : score_cells(record)) {
    if (cell.printed == nullptr) continue;
    const auto right = truth.find(key_of(cell));
    const Trust trust = cell.evidence->trust;
    ++results.read;
    results.verified += trust == Trust::kVerified;
    if (right != truth.end() && std::abs(right->second - cell.value) < 1e-6) continue;
    ++results.wrong;
    results.wrong_verified += trust == Trust::kVerified;
    results.wrong_silent += trust == Trust::kVerified || trust == Trust::kPlausible;
    fmt::print("  read {} for {}: {}\n", cell.value,
               right == truth.end() ? std::string("nothing") : fmt::format("{}", right->second),
               key_of(cell));
  }
}

std::optional<Specimen> specimen_of(const std::string& name, const std::string& twin,
                                    Results& results) {
  Specimen specimen;
  specimen.blocks = blocks_of(name);
  const Record record = read_record(specimen.blocks, {});
  if (!record.framework.value) return std::nullopt;
  specimen.framework = codebook().framework(*record.framework.value);
  specimen.truth = scores_by_key(twin.empty() ? record : read_record(blocks_of(twin), {}));
  if (!twin.empty()) compare(record, specimen.truth, results);
  specimen.record = unchecked(record);
  Record checked = specimen.record;
  const auto begin = Clock::now();
  run_checks(*specimen.framework, checked);
  results.milliseconds.push_back(
      std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  specimen.failing = failing_checks(checked);
  specimen.conflicting = conflicting_scores(checked);
  ++results.documents;
  if (specimen.failing.empty()) return specimen;
  ++results.false_alarms;
  for (const Check& check : checked.checks) {
    if (!check.agrees) fmt::print("  {}: {} {} {}\n", name, check.rule, check.path, check.message);
  }
  // The checks that fail say that something is amiss; a text layer is not looked at further.
  return twin.empty() ? std::nullopt : std::optional(std::move(specimen));
}

Results measure(const std::vector<std::string>& names, bool tables) {
  Results results;
  for (const std::string& name : names) {
    const size_t equals = name.find('=');
    const auto specimen =
        specimen_of(name.substr(0, equals),
                    equals == std::string::npos ? "" : name.substr(equals + 1), results);
    if (!specimen) continue;
    plant_digits(*specimen, results.digits);
    plant_rows(*specimen, results.rows);
    if (tables) plant_in_tables(*specimen, results.tables);
  }
  return results;
}

double share(long part, long all) {
  return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

// What has to hold of planted errors, in percent; 0: nothing is asked. A wrong value is never
// called verified, and never replaced by another wrong one, whatever is asked.
struct Wanted {
  double seen = 0;
  double blamed = 0;
  double repaired = 0;
};

bool print(const char* name, const Tally& tally, const Wanted& wanted) {
  if (tally.all == 0) return true;
  const double seen = share(tally.seen, tally.all);
  const double blamed = share(tally.blamed, tally.all);
  const double repaired = share(tally.repaired, tally.all);
  const bool holds = seen >= wanted.seen && blamed >= wanted.blamed &&
                     repaired >= wanted.repaired && tally.verified_wrong == 0 &&
                     tally.repaired_wrong == 0;
  fmt::print("  {:<46} {:>7}  seen {:6.2f} %  silent {:6.2f} %  verified {}{}\n", name, tally.all,
             seen, share(tally.silent, tally.all), tally.verified_wrong, holds ? "" : "  SHORT");
  if (tally.blamed > 0)
    fmt::print("  {:<54}  blamed {:6.2f} %  repaired {:6.2f} %, wrongly {}\n", "", blamed, repaired,
               tally.repaired_wrong);
  if (tally.harmless > 0)
    fmt::print("  {:<54}  read right all the same {:6.2f} %\n", "",
               share(tally.harmless, tally.all));
  if (wanted.seen > 0)
    fmt::print("  {:<54}  asked: seen {} %, blamed {} %, repaired {} %\n", "", wanted.seen,
               wanted.blamed, wanted.repaired);
  return holds;
}

bool print_readings(const Results& results) {
  if (results.read == 0) return true;
  const long most = results.read / 2000;
  const bool holds = results.wrong_silent <= most && results.wrong_verified == 0;
  fmt::print(
      "  {} scores read, {} verified; wrong {}, of them neither doubtful nor conflicting {}, "
      "verified {}  (asked: at most {} and 0){}\n",
      results.read, results.verified, results.wrong, results.wrong_silent, results.wrong_verified,
      most, holds ? "" : "  SHORT");
  return holds;
}

bool print_alarms(const char* kind, const Results& results) {
  constexpr double kMostAlarms = 0.5;  // % of correct documents
  const bool holds = share(results.false_alarms, results.documents) <= kMostAlarms;
  fmt::print("{}: {} documents, {} with a check that fails{}\n", kind, results.documents,
             results.false_alarms, holds ? "" : "  SHORT");
  return holds;
}

bool print_time(Results& results) {
  constexpr double kMostMilliseconds = 1;
  std::ranges::sort(results.milliseconds);
  const double median = results.milliseconds[results.milliseconds.size() / 2];
  fmt::print("  all checks of one record: {:.3f} ms median{}\n", median,
             median <= kMostMilliseconds ? "" : "  SHORT");
  return median <= kMostMilliseconds;
}

// Every line of it is printed, also behind one that does not hold.
bool print(const char* kind, Results& results) {
  if (results.documents == 0) return true;
  const Wanted found = {99, 0, 0};
  const bool holds[] = {
      print_alarms(kind, results),
      print_readings(results),
      print("one wrong digit, averages or indicators printed", results.digits.covered, {99, 95, 0}),
      print("  the same with the confidence of OCR", results.digits.by_ocr, {99, 95, 80}),
      print("one wrong digit, nothing else printed", results.digits.uncovered, {}),
      print("a row dropped", results.rows.dropped, found),
      print("a code misread", results.rows.miscoded, found),
      print("the rows of a page lost", results.rows.page_lost, found),
      print("scores of two neighbouring rows swapped (not covered)", results.rows.swapped, {}),
      print("a row shifted by a column", results.tables.row_shifted, found),
      print("two columns swapped", results.tables.columns_swapped, found),
      print_time(results)};
  return std::ranges::all_of(holds, std::identity());
}

}  // namespace
}  // namespace prongsai::tests

int main(int count, char** arguments) {
  using namespace prongsai::tests;
  CLI::App app("What the checks see of planted errors");
  std::vector<std::string> digital;
  std::vector<std::string> damaged;
  std::vector<std::string> scanned;
  app.add_option("--digital", digital, "correct reports with a sound text layer");
  app.add_option("--damaged", damaged, "REPORT=TWIN, with damaged text layers");
  app.add_option("--scanned", scanned, "REPORT=TWIN, by OCR");
  CLI11_PARSE(app, count, arguments);
  Results of_digital = measure(digital, true);
  Results of_damaged = measure(damaged, false);
  Results of_scanned = measure(scanned, false);
  const bool holds[] = {print("digital", of_digital), print("damaged", of_damaged),
                        print("scanned", of_scanned)};
  return std::ranges::all_of(holds, std::identity()) ? EXIT_SUCCESS : EXIT_FAILURE;
}
