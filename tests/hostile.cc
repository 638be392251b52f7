// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <set>
#include <string_view>

#include "tests/cli_run.h"
#include "tests/small_report.h"

namespace prongsai::tests {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;  // all takes longer, and memory has no limit
#else
constexpr bool kSanitized = false;
#endif

// Fields of a CSV file, by lines.
std::vector<std::vector<std::string>> fields_of(std::string text) {
  // As spreadsheets like it.
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> line;
  std::string field;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += c;
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      line.push_back(std::move(field));
      field.clear();
      if (c == '\n') lines.push_back(std::exchange(line, {}));
    } else if (quoted || c != '\r') {
      field += c;
    }
  }
  BOOST_TEST((!quoted && field.empty() && line.empty()), "the CSV file is not whole");
  return lines;
}

bool is_named(const std::string& source, const std::string& name) {
  return source.ends_with("/" + name);
}

// One of the names in a column `sources`.
bool has_source(const CsvRow& row, const std::string& name) {
  const std::string sources = row.at("sources") + '\n';
  return sources.find("/" + name + '\n') != std::string::npos;
}

// What tells a score of a document from the others.
std::string place_of(const CsvRow& score) {
  return fmt::format("{} {} {} {}", score.at("kind"), score.at("issue"), score.at("indicator"),
                     score.at("code"));
}

std::string without_names(std::vector<CsvRow> rows) {
  std::string text;
  for (CsvRow& row : rows) {
    row["source"].clear();
    row["sources"].clear();
    for (const auto& [column, value] : row) text += fmt::format("{}={};", column, value);
    text += '\n';
  }
  return text;
}

// All that the dataset says of the good report, and the time that it took.
struct Alone {
  std::string document;
  std::string scores;
  double seconds = 0;
};

std::string document_text(const Built& built) {
  std::vector<CsvRow> rows;
  std::ranges::copy_if(built.documents, std::back_inserter(rows),
                       [](const CsvRow& row) { return has_source(row, kGoodReport); });
  BOOST_TEST_REQUIRE(rows.size() == 1U);
  rows.front()["source_count"].clear();
  return without_names(rows);
}

const Alone& alone() {
  static const Alone good = [] {
    const HostileFolder folder;
    const auto start = std::chrono::steady_clock::now();
    const Built built = folder.read(folder.run());
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    BOOST_TEST_REQUIRE(built.outcome.exit_code == 0);
    BOOST_TEST_REQUIRE(built.state_of(kGoodReport) == "done");
    BOOST_TEST_REQUIRE(verified_of(built, kGoodReport) > 20U);
    return Alone{document_text(built), without_names(built.scores_of(kGoodReport)), taken.count()};
  }();
  return good;
}

}  // namespace

std::vector<CsvRow> read_csv(const fs::path& file) {
  const auto lines = fields_of(bytes_of(file));
  std::vector<CsvRow> rows;
  for (size_t i = 1; i < lines.size(); ++i) {
    BOOST_TEST_REQUIRE(lines[i].size() == lines.front().size());
    CsvRow row;
    for (size_t k = 0; k < lines[i].size(); ++k) row[lines.front()[k]] = lines[i][k];
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string Built::state_of(const std::string& name) const {
  for (const CsvRow& row : documents)
    if (has_source(row, name)) return row.at("state");
  return quarantined(name)["state"];
}

std::string Built::reason_of(const std::string& name) const {
  for (const CsvRow& row : documents)
    if (has_source(row, name)) return row.at("reason");
  return quarantined(name)["reason"];
}

CsvRow Built::quarantined(const std::string& name) const {
  for (const CsvRow& row : quarantine)
    if (is_named(row.at("source"), name)) return row;
  return {};
}

std::vector<CsvRow> Built::scores_of(const std::string& name) const {
  std::string id;
  for (const CsvRow& row : documents)
    if (has_source(row, name)) id = row.at("document_id");
  std::vector<CsvRow> rows;
  std::ranges::copy_if(scores, std::back_inserter(rows), [&](const CsvRow& row) {
    return !id.empty() && row.at("document_id") == id;
  });
  return rows;
}

size_t verified_of(const Built& built, const std::string& name) {
  const auto rows = built.scores_of(name);
  return static_cast<size_t>(
      std::ranges::count_if(rows, [](const CsvRow& row) { return row.at("trust") == "verified"; }));
}

void check_none_verified_wrong(const Built& built, const std::string& name,
                               const std::string& truth) {
  std::set<std::string> right;
  for (const CsvRow& row : built.scores_of(truth)) right.insert(place_of(row) + row.at("score"));
  BOOST_TEST_REQUIRE(!right.empty());
  for (const CsvRow& row : built.scores_of(name)) {
    if (row.at("trust") != "verified") continue;
    BOOST_TEST(right.contains(place_of(row) + row.at("score")),
               name << ": " << place_of(row) << " is verified as " << row.at("score"));
  }
}

void check_verified(const Built& built, const std::string& name,
                    const std::map<std::string, std::string>& printed) {
  for (const CsvRow& row : built.scores_of(name)) {
    if (row.at("trust") != "verified") continue;
    const std::string& code = row.at("code");
    const auto found = printed.find(code.empty() ? row.at("indicator") : code);
    BOOST_TEST((found != printed.end() && found->second == row.at("score")),
               name << ": " << place_of(row) << " is verified as " << row.at("score"));
  }
}

HostileFolder::HostileFolder() {
  fs::create_directory(inputs());
  add(kGoodReport, bytes_of(demo_report()));
}

std::string HostileFolder::add(const std::string& name, const std::string& bytes) {
  return scratch_.file("in/" + name, bytes);
}

Outcome HostileFolder::run(const std::vector<std::string>& options,
                           const std::vector<std::string>& more,
                           const std::vector<std::string>& prefix) const {
  std::vector<std::string> words = {"build"};
  const auto has = [&](std::string_view option) {
    return std::ranges::any_of(options, [&](const auto& o) { return o.starts_with(option); });
  };
  if (!has("--jobs")) words.emplace_back("--jobs=1");
  if (!has("--ocr")) words.emplace_back("--ocr=never");
  if (!has("--timeout")) words.push_back(fmt::format("--timeout={}", kHostileSeconds));
  if (!has("--memory")) words.push_back(fmt::format("--memory={}", kHostileMemory));
  words.insert(words.end(), options.begin(), options.end());
  words.insert(words.end(), {"-o", (path() / "dataset").string(), "--", inputs().string()});
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words, {}, prefix);
}

Built HostileFolder::read(const Outcome& outcome) const {
  Built built;
  built.outcome = outcome;
  built.folder = path() / "dataset";
  built.manifest = json::parse(bytes_of(built.folder / "manifest.json"));
  built.documents = read_csv(built.folder / "documents.csv");
  built.scores = read_csv(built.folder / "scores.csv");
  built.quarantine = read_csv(built.folder / "quarantine.csv");
  return built;
}

Built HostileFolder::build(const std::vector<std::string>& options,
                           const std::vector<std::string>& more) const {
  const auto start = std::chrono::steady_clock::now();
  const Outcome outcome = run(options, more);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  BOOST_TEST_REQUIRE((outcome.exit_code == 0 || outcome.exit_code == 3),
                     "exit code " << outcome.exit_code);
  check_lines(outcome);
  Built built = read(outcome);
  built.seconds = taken.count();
  BOOST_TEST_MESSAGE("  " << built.manifest.at("states").dump() << " in " << built.seconds << " s");
  // Each that is given up may take its whole time, and each that is read as long as the good one.
  const double given_up = static_cast<double>(built.quarantine.size());
  const double read = static_cast<double>(built.documents.size());
  if (!kSanitized)
    BOOST_TEST(taken.count() <
               kHostileSeconds * std::max(given_up, 1.0) + 2 + alone().seconds * (read + 2));
  check_nothing_lost(built);
  return built;
}

void check_nothing_lost(const Built& built) {
  size_t states = 0;
  for (const json& count : built.manifest.at("states")) states += count.get<size_t>();
  BOOST_TEST(built.manifest.at("inputs").get<size_t>() == states);
  // The tables hold each input once: by its document, or by itself.
  size_t listed = 0;
  for (const CsvRow& row : built.documents) listed += std::stoul(row.at("source_count"));
  for (const CsvRow& row : built.quarantine) listed += row.at("document_id").empty() ? 1 : 0;
  BOOST_TEST(listed == states);
  BOOST_TEST(built.state_of(kGoodReport) == "done");
  BOOST_TEST(document_text(built) == alone().document);
  BOOST_TEST(without_names(built.scores_of(kGoodReport)) == alone().scores);
}

void check_no_active_content(const Built& built) {
  // NUL, BEL and ESC, C1, overrides of the direction; all as they are in UTF-8.
  const std::vector<std::string> hidden = {std::string(1, '\0'), "\x07",         "\x1B",
                                           "\xC2\x9B",           "\xE2\x80\xAE", "\xE2\x81\xA6"};
  for (const auto& entry : fs::directory_iterator(built.folder)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || name == "journal.ndjson" || name.ends_with(".sqlite")) continue;
    const std::string text = bytes_of(entry.path());
    for (const std::string& sign : hidden)
      BOOST_TEST(text.find(sign) == std::string::npos,
                 name << " has " << json(sign).dump(-1, ' ', true, json::error_handler_t::replace));
    BOOST_TEST(json(text).dump(-1, ' ', false, json::error_handler_t::replace).find("\uFFFD") ==
                   json(text).dump(-1, ' ', false, json::error_handler_t::ignore).find("\uFFFD"),
               name << " is no UTF-8");
    if (!name.ends_with(".html")) continue;
    for (const char* tag : {"<img src=x", "<script>alert", "href=\"javascript:", "<iframe"})
      BOOST_TEST(text.find(tag) == std::string::npos, name << " has " << tag);
  }
  for (const std::string& line : built.outcome.errors)
    for (const std::string& sign : hidden) BOOST_TEST(line.find(sign) == std::string::npos);
}

bool is_among(const std::string& word, const std::string& words) {
  return ("|" + words + "|").find("|" + word + "|") != std::string::npos;
}

std::ostream& operator<<(std::ostream& out, const HostileInput& input) {
  return out << "row " << input.row << ", " << input.name;
}

Built check_hostile(const HostileInput& input, const std::vector<std::string>& options,
                    const std::function<void(const Built& built)>& look) {
  HostileFolder folder;
  folder.add(input.name, input.bytes());
  const Built built = folder.build(options);
  BOOST_TEST(built.manifest.at("inputs") == 2);
  const std::string state = built.state_of(input.name);
  const std::string reason = built.reason_of(input.name);
  BOOST_TEST_MESSAGE("  " << input << ": " << state << ": " << reason);
  BOOST_TEST(is_among(state, input.state), input << " is " << state << ": " << reason);
  const bool given_up = state == "quarantined";
  BOOST_TEST(reason.find(given_up ? "given up" : input.reason) != std::string::npos, reason);
  BOOST_TEST(is_among(built.quarantined(input.name)["limit"], given_up ? input.limit : ""));
  if (input.verified >= 0 && !given_up)
    BOOST_TEST(verified_of(built, input.name) == static_cast<size_t>(input.verified));
  BOOST_TEST(built.outcome.exit_code == (built.quarantine.empty() ? 0 : 3));
  check_verified(built, input.name, SmallReport().scores);
  check_no_active_content(built);
  if (look) look(built);
  return built;
}

}  // namespace prongsai::tests
