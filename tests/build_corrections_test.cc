// SPDX-License-Identifier: GPL-3.0-or-later
// What reviewers decided, and `prongsai build` applies.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dataset/journal.h"
#include "dataset/known.h"
#include "dataset/sha256.h"
#include "tests/datasets.h"
#include "tests/record_schema.h"

using nlohmann::json;
using namespace prongsai::tests;
namespace fs = std::filesystem;

namespace {

const std::string kHeader = "document_id,pointer,was,is,who,when,note,what\n";

// i2 is misread in two digits, so that arithmetic alone repairs nothing.
std::string report(const std::string& i2, int number = 0) {
  return "# รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n"
         "เทศบาลตำบลหางดง อำเภอหางดง จังหวัดเชียงใหม่\n\n"
         "คะแนนภาพรวม 9" +
         std::to_string(number) +
         ".50 คะแนน\n\n"
         "## ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ\n\n"
         "| ข้อ | ประเด็นการประเมิน | คะแนน |\n| --- | --- | --- |\n"
         "| i1 | เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน | 98.70 |\n"
         "| i2 | เจ้าหน้าที่ให้บริการอย่างเท่าเทียม | " +
         i2 +
         " |\n"
         "| i3 | เจ้าหน้าที่มุ่งผลสำเร็จของงาน | 97.83 |\n"
         "| เฉลี่ย | | 97.97 |\n";
}

// A dataset of a few reports, and corrections of these.
struct Reviewed {
  explicit Reviewed(int count = 3) {
    for (int i = 0; i < count; ++i)
      folder.file("in_" + std::to_string(i) + ".md", report("51.39", i));
  }

  std::vector<std::string> inputs() const { return inputs_in(folder.path()); }
  fs::path path(const std::string& name) const { return folder.path() / name; }
  std::string sha256(int number) const {
    return prongsai::sha256_hex(bytes_of(path("in_" + std::to_string(number) + ".md")));
  }
  std::string row(int number, const std::string& what, const std::string& is,
                  const std::string& who = "ก", const std::string& was = "51.39") const {
    return "sha256:" + sha256(number) + ",," + was + ',' + is + ',' + who +
           ",2026-11-21T20:15:00Z,," + what + '\n';
  }
  std::string i2(int number, const std::string& is, const std::string& who = "ก") const {
    return row(number, "issue 1 i2/score", is, who);
  }
  Outcome correct(const std::string& rows, const std::string& name = "dataset",
                  std::vector<std::string> options = {}) const {
    options.push_back("--corrections=" + folder.file("typed.csv", kHeader + rows));
    return build(inputs(), path(name), options);
  }
  json record(int number, const std::string& name = "dataset") const {
    std::ifstream lines(path(name) / "records.ndjson");
    for (std::string line; std::getline(lines, line);) {
      json one = json::parse(line);
      if (one.at("document").at("id") == "sha256:" + sha256(number)) return one;
    }
    BOOST_FAIL("no record");
    return nullptr;
  }
  std::string summary(const std::string& text, const std::string& name = "dataset") const {
    return "prongsai: " + path(name).string() + ": " + text;
  }
  std::string stale(int line, const std::string& text, const std::string& name = "dataset") const {
    return "prongsai: " + (path(name) / "corrections.csv").string() + ':' + std::to_string(line) +
           ": stale: " + text;
  }
  // How often each document was read.
  size_t readings() const {
    const std::string journal = bytes_of(path("dataset") / "journal.ndjson");
    size_t count = 0;
    for (size_t at = journal.find("{\"outcome\""); at != std::string::npos;
         at = journal.find("{\"outcome\"", at + 1))
      ++count;
    return count;
  }

  ScratchFolder folder;
};

const json& evidence(const json& record, const char* pointer = "/issues/0/items/1/score") {
  return record.at("evidence").at(pointer);
}

const char* const kI2 = "/issues/0/items/1/score";

json value(const json& record, const char* pointer = kI2) {
  return record.at(json::json_pointer(pointer));
}

bool average_agrees(const json& record) {
  for (const json& check : record.at("checks")) {
    if (check.at("rule") == "issue_average") return check.at("verdict") == "agrees";
  }
  BOOST_FAIL("no average is checked");
  return false;
}

std::vector<std::string> lines_of(const Outcome& outcome, const std::string& text) {
  std::vector<std::string> found;
  std::ranges::copy_if(outcome.errors, std::back_inserter(found), [&](const std::string& line) {
    return line.find(text) != std::string::npos;
  });
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(build_corrections)

BOOST_AUTO_TEST_CASE(a_correction_outranks_the_reading_and_is_kept) {
  const Reviewed reviewed;
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("dataset")).exit_code == 0);
  BOOST_TEST(!average_agrees(reviewed.record(0)));
  const auto uncorrected = files_of(reviewed.path("dataset"));
  const Outcome outcome = reviewed.correct(reviewed.i2(0, "๙๗.๓๙"));
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.said(reviewed.summary("1 correction applied, 0 stale")));
  const json record = reviewed.record(0);
  BOOST_TEST(value(record) == 97.39);
  BOOST_TEST(evidence(record).at("text") == "51.39");
  BOOST_TEST(evidence(record).at("confidence") == 1.0);
  BOOST_TEST(evidence(record).at("trust") == "verified");
  BOOST_TEST(evidence(record).at("repairs").back() == "corrected_by_reviewer");
  BOOST_TEST(evidence(record).at("alternatives").front().at("text") == "51.39");
  // The arithmetic saw it.
  BOOST_TEST(average_agrees(record));
  BOOST_TEST(evidence(record, "/issues/0/items/0/score").at("trust") == "verified");
  BOOST_TEST(!average_agrees(reviewed.record(1)));
  BOOST_TEST(schema_errors(record).empty());
  BOOST_TEST(bytes_of(reviewed.path("dataset") / "scores.csv").find(",97.39,") !=
             std::string::npos);
  const json counts = manifest_of(reviewed.path("dataset")).at("corrections");
  BOOST_TEST(counts == json::parse(R"({"applied":1,"stale":0,"reviewers":1,"agreement":[]})"));
  // Only that document was read again, and nothing is done twice.
  BOOST_TEST(reviewed.readings() == 4U);
  const auto files = files_of(reviewed.path("dataset"));
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("dataset")).exit_code == 0);
  BOOST_TEST(reviewed.readings() == 4U);
  BOOST_TEST((files_of(reviewed.path("dataset")) == files));
  // Built at once it is the same.
  BOOST_TEST(reviewed.correct(reviewed.i2(0, "๙๗.๓๙"), "at_once", {"--jobs=1"}).exit_code == 0);
  BOOST_TEST((files_of(reviewed.path("at_once")) == files));
  // Taken away, it is gone.
  fs::remove(reviewed.path("dataset") / "corrections.csv");
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("dataset")).exit_code == 0);
  BOOST_TEST((files_of(reviewed.path("dataset")) == uncorrected));
}

BOOST_AUTO_TEST_CASE(other_rules_apply_it_again) {
  const Reviewed reviewed;
  BOOST_TEST(reviewed.correct(reviewed.i2(0, "97.39")).exit_code == 0);
  const json before = reviewed.record(0);
  // As an older version of the program would have left it.
  {
    prongsai::Journal journal(reviewed.path("dataset").string());
    prongsai::Known known(journal);
    prongsai::Outcome outcome = known.outcomes().at(reviewed.sha256(0));
    outcome.version.replace(0, outcome.version.find(' '), "older");
    json record = before;
    record["issues"][0]["items"][1]["score"] = 51.39;
    known.add_outcome(reviewed.sha256(0), outcome, record.dump());
  }
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("dataset")).exit_code == 0);
  BOOST_TEST(reviewed.record(0) == before);
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("dataset"), {"--year=2566"}).exit_code == 0);
  BOOST_TEST(value(reviewed.record(0)) == 97.39);
  BOOST_TEST(evidence(reviewed.record(0)).at("trust") == "verified");
}

BOOST_AUTO_TEST_CASE(it_is_stale_when_the_bytes_change) {
  const Reviewed reviewed;
  const std::string rows = reviewed.i2(0, "97.39") + reviewed.i2(1, "97.39") +
                           reviewed.row(1, "issue 4 i9/score", "97.39");
  const Outcome before = reviewed.correct(rows);
  BOOST_TEST(before.exit_code == 0);
  BOOST_TEST(before.said(reviewed.summary("2 corrections applied, 1 stale")));
  BOOST_TEST(lines_of(before, "stale: nothing is read as issue 4 i9/score any more that was 51.39")
                 .size() == 1U);
  BOOST_TEST(reviewed.record(1).at("document").contains("id"));
  const std::string table = bytes_of(reviewed.path("dataset") / "corrections.csv");
  const auto line = 1 + std::ranges::count(table.substr(0, table.find(reviewed.sha256(0))), '\n');
  reviewed.folder.file("in_0.md", report("51.39", 7));
  const Outcome changed = build(reviewed.inputs(), reviewed.path("dataset"));
  BOOST_TEST(changed.exit_code == 0);
  BOOST_TEST(
      changed.said(reviewed.stale(static_cast<int>(line), "no document of the dataset has")));
  BOOST_TEST(changed.said(reviewed.summary("1 correction applied, 2 stale")));
  BOOST_TEST(value(reviewed.record(0)) == 51.39);
  const json counts = manifest_of(reviewed.path("dataset")).at("corrections");
  BOOST_TEST(counts.at("stale") == 2);
  // What somebody wrote is not thrown away.
  BOOST_TEST(bytes_of(reviewed.path("dataset") / "corrections.csv") == table);
}

BOOST_AUTO_TEST_CASE(reviewers_who_differ_leave_it_conflicting) {
  const Reviewed reviewed;
  const std::string first = reviewed.folder.file(
      "first.csv", kHeader + reviewed.i2(0, "97.39", "ก") + reviewed.i2(1, "97.39", "ก"));
  const std::string second = reviewed.folder.file(
      "second.csv", kHeader + reviewed.i2(1, "๙๗.๓๙", "ข") + reviewed.i2(0, "51.39", "ข") +
                        reviewed.i2(2, "", "ข"));
  const auto built = [&](const std::string& name, const std::vector<std::string>& options) {
    const Outcome outcome = build(reviewed.inputs(), reviewed.path(name), options);
    BOOST_TEST(outcome.exit_code == 0);
    // Observed 1/2; by chance 1/2 * 2/2: what both say of one, and one says of the other.
    BOOST_TEST(outcome.said(reviewed.summary(
        "5 corrections applied, 0 stale; 2 reviewers decided 2 values both, kappa 0.00", name)));
    return files_of(reviewed.path(name));
  };
  const auto files =
      built("dataset", {"--corrections", first, "--corrections", second, "--jobs=1"});
  BOOST_TEST((built("other", {"--corrections", second, "--corrections", first}) == files));
  const json differ = reviewed.record(0);
  BOOST_TEST(value(differ) == 51.39);
  BOOST_TEST(evidence(differ).at("trust") == "conflicting");
  BOOST_TEST(evidence(differ).at("repairs").back() == "reviewers_differ");
  BOOST_TEST(evidence(differ).at("alternatives").front().at("text") == "97.39");
  BOOST_TEST(value(reviewed.record(1)) == 97.39);
  const json illegible = reviewed.record(2);
  BOOST_TEST(value(illegible).is_null());
  BOOST_TEST(evidence(illegible).at("trust") == "doubtful");
  BOOST_TEST(evidence(illegible).at("text") == "51.39");
  BOOST_TEST(schema_errors(illegible).empty());
  const json agreement = manifest_of(reviewed.path("dataset")).at("corrections").at("agreement");
  BOOST_TEST(agreement ==
             json::parse(R"([{"reviewers":["ก","ข"],"decided_by_both":2,"kappa":0.0}])"));
}

BOOST_AUTO_TEST_CASE(a_total_that_nobody_can_read_keeps_its_place) {
  const Reviewed reviewed(1);
  BOOST_TEST(reviewed.correct(reviewed.row(0, "overall/score", "", "ก", "90.50")).exit_code == 0);
  const json record = reviewed.record(0);
  BOOST_TEST(record.at("overall") == json::parse(R"({"score":null,"level":null})"));
  BOOST_TEST(evidence(record, "/overall/score").at("text").get<std::string>().find("90.50") !=
             std::string::npos);
  BOOST_TEST(schema_errors(record).empty());
  const std::string scores = bytes_of(reviewed.path("dataset") / "scores.csv");
  BOOST_TEST(scores.find(",overall,,,,,,,doubtful,1,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(merged_parts_are_as_built_at_once) {
  const Reviewed reviewed(8);
  std::string rows;
  for (int i = 0; i < 6; ++i)
    rows += reviewed.i2(i, "97.39") + reviewed.i2(i, "97.3" + std::to_string(i), "ข");
  rows += "sha256:" + std::string(64, '0') + ",,1,2,ก,2026-11-21T20:15:00Z,,overall/score\n";
  rows += "sha256:" + std::string(63, '0') + "1,,1,2,ก,2026-11-21T20:15:00Z,,overall/score\n";
  BOOST_TEST(reviewed.correct(rows, "whole").exit_code == 0);
  std::vector<std::string> merge = {"merge", "-o", reviewed.path("merged").string()};
  size_t applied = 0;
  size_t stale = 0;
  for (const std::string part : {"1", "2", "3"}) {
    const Outcome outcome = reviewed.correct(rows, "part_" + part, {"--shard=" + part + "/3"});
    BOOST_TEST(outcome.exit_code == 0);
    const json counts = manifest_of(reviewed.path("part_" + part)).at("corrections");
    // What is another part's is not stale: each is counted in one part.
    applied += counts.at("applied").get<size_t>();
    stale += counts.at("stale").get<size_t>();
    merge.push_back(reviewed.path("part_" + part).string());
  }
  BOOST_TEST(applied == 12U);
  BOOST_TEST(stale == 2U);
  const Outcome merged = run_program(merge);
  BOOST_TEST(merged.exit_code == 0);
  BOOST_TEST(
      merged.said(reviewed.summary("12 corrections applied, 2 stale; 2 reviewers", "merged")));
  BOOST_TEST((files_of(reviewed.path("merged")) == files_of(reviewed.path("whole"))));
  // What is merged is built on, and merged again.
  BOOST_TEST(run_program(merge).exit_code == 0);
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("merged")).exit_code == 0);
  BOOST_TEST((files_of(reviewed.path("merged")) == files_of(reviewed.path("whole"))));
  // What was decided about the whole is not lost.
  BOOST_TEST(reviewed.correct(reviewed.i2(7, "97.39"), "merged").exit_code == 0);
  const auto kept = files_of(reviewed.path("merged"));
  const Outcome again = run_program(merge);
  BOOST_TEST(again.exit_code == 2);
  BOOST_TEST(again.said("prongsai: " + (reviewed.path("merged") / "corrections.csv").string() +
                        ": has corrections that no part has"));
  BOOST_TEST((files_of(reviewed.path("merged")) == kept));
}

BOOST_AUTO_TEST_CASE(parts_that_were_read_without_some_are_not_merged) {
  const Reviewed reviewed(6);
  std::string rows;
  for (int i = 0; i < 6; ++i) rows += reviewed.i2(i, "97.39");
  BOOST_TEST(reviewed.correct(rows, "part_1", {"--shard=1/2"}).exit_code == 0);
  BOOST_TEST(build(reviewed.inputs(), reviewed.path("part_2"), {"--shard=2/2"}).exit_code == 0);
  const std::vector<std::string> merge = {"merge", "-o", reviewed.path("merged").string(),
                                          reviewed.path("part_1").string(),
                                          reviewed.path("part_2").string()};
  const Outcome refused = run_program(merge);
  BOOST_TEST(refused.exit_code == 3);
  BOOST_TEST(!lines_of(refused, "was read with other corrections than the parts have").empty());
  BOOST_TEST(!fs::exists(reviewed.path("merged") / "corrections.csv"));
  BOOST_TEST(reviewed.correct(rows, "part_2", {"--shard=2/2"}).exit_code == 0);
  BOOST_TEST(run_program(merge).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_used_is_named_and_the_rest_applied) {
  const Reviewed reviewed(1);
  const std::string bad = reviewed.row(0, "overall/score", "101");
  const Outcome outcome = reviewed.correct(reviewed.i2(0, "97.39") + bad);
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said("prongsai: " + reviewed.path("typed.csv").string() +
                          ":3: column 4: \"101\" is not a score from 0 to 100"));
  BOOST_TEST(value(reviewed.record(0)) == 97.39);
  BOOST_TEST(bytes_of(reviewed.path("dataset") / "corrections.csv").find("101") ==
             std::string::npos);
  // In the dataset's own file it stays, and is named each time.
  const std::string own = kHeader + bad + reviewed.i2(0, "97.39");
  std::ofstream(reviewed.path("dataset") / "corrections.csv") << own;
  for (int run = 0; run < 2; ++run) {
    const Outcome again = build(reviewed.inputs(), reviewed.path("dataset"));
    BOOST_TEST(again.exit_code == 3);
    BOOST_TEST(lines_of(again, "corrections.csv:2: column 4: \"101\"").size() == 1U);
    BOOST_TEST(bytes_of(reviewed.path("dataset") / "corrections.csv") == own);
  }
  BOOST_TEST(reviewed.correct(reviewed.i2(0, "97.38", "ข")).exit_code == 3);
  BOOST_TEST(bytes_of(reviewed.path("dataset") / "corrections.csv").find(",101,") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_table_of_corrections_is_wrong_usage) {
  const Reviewed reviewed(1);
  const std::string other = reviewed.folder.file("other.csv", "agency,year\nก,2567\n");
  const std::string none = reviewed.path("none.csv").string();
  for (const std::string& file : {other, none}) {
    const Outcome outcome =
        build(reviewed.inputs(), reviewed.path("dataset"), {"--corrections", file});
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(!lines_of(outcome, file).empty());
    BOOST_TEST(!fs::exists(reviewed.path("dataset")));
  }
}

BOOST_AUTO_TEST_CASE(a_document_without_a_record_has_only_stale_ones) {
  const Reviewed reviewed(1);
  reviewed.folder.file("in_1.md", "ประกาศรับสมัครงาน\n");
  reviewed.folder.file("in_2.md", "%PDF-1.4\nnothing that can be read");
  const Outcome outcome =
      reviewed.correct(reviewed.i2(0, "97.39") + reviewed.i2(1, "97.39") + reviewed.i2(2, "97.39"));
  BOOST_TEST(outcome.exit_code == 3);
  BOOST_TEST(outcome.said(reviewed.summary("1 correction applied, 2 stale")));
  BOOST_TEST(lines_of(outcome, "stale: the document could not be read").size() == 1U);
  BOOST_TEST(lines_of(outcome, "stale: nothing is read as issue 1 i2/score").size() == 1U);
  const json manifest = manifest_of(reviewed.path("dataset"));
  BOOST_TEST(manifest.at("states").at("not_ita") == 1);
}

BOOST_AUTO_TEST_CASE(hostile_rows_are_data) {
  const Reviewed reviewed(1);
  const std::string rows =
      reviewed.row(0, "agency/name", "'=HYPERLINK(\"\"x\"\")", "'@SUM(1)", "x") +
      reviewed.row(0, "agency/district", "<script>alert(1)</script>", "\x1b[31mred", "x") +
      reviewed.row(0, "agency/subdistrict", std::string(1U << 20U, 'a'), "ก", "x") +
      reviewed.row(0, "issue 1 i2/score", "97.39\x1b]0;", "ก");
  const Outcome outcome = reviewed.correct(rows, "dataset", {"--excel"});
  BOOST_TEST(outcome.exit_code == 3);
  for (const std::string& line : outcome.errors) {
    BOOST_TEST(line.find('\x1b') == std::string::npos);
    BOOST_TEST(line.size() < 600U);
  }
  const json record = reviewed.record(0);
  BOOST_TEST(value(record, "/agency/name") == "=HYPERLINK(\"\"x\"\")");
  BOOST_TEST(schema_errors(record).empty());
  const std::string scores = bytes_of(reviewed.path("dataset") / "scores.csv");
  BOOST_TEST(scores.find(",\"'=HYPERLINK") != std::string::npos);
  const std::string page = bytes_of(reviewed.path("dataset") / "report.html");
  BOOST_TEST(page.find("<script>alert") == std::string::npos);
  const std::string manifest = bytes_of(reviewed.path("dataset") / "manifest.json");
  BOOST_TEST(manifest.find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
