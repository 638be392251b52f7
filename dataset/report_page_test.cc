// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_page.h"

#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "dataset/export.h"
#include "dataset/sha256.h"
#include "dataset/test_rows.h"
#include "model/text.h"

using namespace prongsai;
using namespace prongsai::tests;

namespace {

std::vector<std::string> tags(const std::string& page) { return found(page, "<[^>]*>"); }

// Whether the English half says this; fields of tables end in "|".
bool says(const std::string& page, const std::string& line) {
  const std::string text = page.substr(page.find("<div class=\"en\""));
  std::string plain =
      std::regex_replace(text, std::regex("<title>[^<]*</title><desc>[^<]*</desc>"), "");
  plain = std::regex_replace(plain, std::regex("</t[dh]>"), "|");
  plain = std::regex_replace(plain, std::regex("<[^>]*>"), "");
  return plain.find(line) != std::string::npos;
}

// What holds of every page: it is well formed, refers to nothing but itself and the files beside
// it, runs nothing, and is styled by nothing but the style that its policy names.
void check_page(const std::string& page) {
  BOOST_TEST(page == to_utf8(code_points(page)));
  std::vector<std::string> open;
  for (const std::string& tag : tags(page)) {
    const auto name = found(tag, "^<[/!]?([A-Za-z0-9]+)").front();
    if (tag.ends_with("/>") || tag.starts_with("<!") || name == "meta" || name == "input") continue;
    if (tag[1] != '/') {
      open.push_back(name);
    } else {
      BOOST_TEST_REQUIRE(!open.empty());
      BOOST_TEST(open.back() == name);
      open.pop_back();
    }
    static const std::set<std::string> kKnown = {
        "html", "head",  "title", "style", "body",   "label",  "main",      "div",
        "h1",   "h2",    "h3",    "p",     "ul",     "li",     "b",         "nav",
        "a",    "table", "thead", "tbody", "tr",     "th",     "td",        "svg",
        "desc", "bdi",   "small", "text",  "strong", "figure", "figcaption"};
    BOOST_TEST(kKnown.contains(name), name);
    BOOST_TEST(!std::regex_search(tag, std::regex("\\s(style|src|srcset|on[a-z]+|action)=")), tag);
  }
  BOOST_TEST(open.empty());
  std::set<std::string> ids;
  for (const std::string& id : found(page, " id=\"([^\"]*)\""))
    BOOST_TEST(ids.insert(id).second, id);
  std::vector<std::string> files = Exporter::file_names({});
  files.emplace_back("review/index.html");  // of the command `review`
  for (const std::string& address : found(page, " href=\"([^\"]*)\"")) {
    if (address.starts_with("#")) {
      BOOST_TEST(ids.contains(address.substr(1)), address);
    } else if (address.starts_with("review/index.html#")) {
      static const std::regex kPage("review/index.html#/document/[0-9a-f]{16}(/[a-z_0-9/]+)?");
      BOOST_TEST(std::regex_match(address, kPage), address);
    } else {
      BOOST_TEST((std::ranges::find(files, address) != files.end()), address);
    }
  }
  for (const std::string& list : found(page, " aria-labelledby=\"([^\"]*)\"")) {
    for (const std::string_view id : split(list, ' '))
      BOOST_TEST(ids.contains(std::string(id)), id);
  }
  const auto styles = found(page, "<style>([^<]*)</style>");
  BOOST_TEST_REQUIRE(styles.size() == 1U);
  const std::string policy = "default-src 'none'; style-src 'sha256-" + sha256_base64(styles[0]) +
                             "'; base-uri 'none'; form-action 'none'\"";
  BOOST_TEST(page.find(policy) != std::string::npos);
  BOOST_TEST(page.find("://") == std::string::npos);
  BOOST_TEST(page.find("nan") == std::string::npos);
}

std::string page_of(const std::string& text) {
  TestDataset dataset;
  dataset.fill(text);
  return report_page(dataset.file(), 12);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(an_empty_dataset_has_a_page) {
  TestDataset dataset;
  const std::string page = report_page(dataset.file(), 0);
  check_page(page);
  BOOST_TEST(says(page, "Of 0 input files"));
  BOOST_TEST(says(page, "There are no scores to compute this from."));
  BOOST_TEST(page.find("<svg") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_document_of_no_agency_year_or_province_has_a_page) {
  TestDataset dataset;
  dataset.add_document("a", "", 0, 91.5,
                       {{"state", "needs_review"}, {"plausible", std::int64_t{7}}});
  const std::string page = report_page(dataset.file(), 1);
  check_page(page);
  BOOST_TEST(says(page, "a.pdf|agency not stated|year not stated|0|0|0|0|"));
  BOOST_TEST(says(page, "province not stated|1|91.50|91.50|91.50|"));
  BOOST_TEST(says(page, "year not stated|1|91.50|91.50|91.50|91.50||–|–|–|"));
  BOOST_TEST(says(page, "90–94.99|1|100.0|"));
  BOOST_TEST(says(page, "plausible|7|100.0|"));
  BOOST_TEST(says(page, "verified|0|0.0|"));
}

BOOST_AUTO_TEST_CASE(inputs_are_held_against_the_sum_of_their_states) {
  TestDataset dataset;
  dataset.add_document("a", "x", 2567, 91, {{"source_count", std::int64_t{1200}}});
  dataset.add("quarantine", {{"source", "b"}, {"state", "io_error"}, {"reason", "gone"}});
  const std::string page = report_page(dataset.file(), 1201);
  BOOST_TEST(says(page, "Of 1,201 input files each is in exactly one state"));
  BOOST_TEST(says(page, "read, nothing to review|1,200|1|"));
  BOOST_TEST(says(page, "could not be opened|1|0|"));
  const std::string wrong = report_page(dataset.file(), 1202);
  BOOST_TEST(
      says(wrong, "The states add up to 1,201, which is not the number of input files, 1,202"));
}

BOOST_AUTO_TEST_CASE(groups_have_their_number_median_and_range) {
  TestDataset dataset;
  const char* const provinces[] = {"ลำปาง", "ลำปาง", "ลำปาง", "ลำปาง", "ตรัง"};
  const double scores[] = {80, 90, 91, 99, 70.5};
  for (int i = 0; i < 5; ++i) {
    dataset.add_document(
        std::to_string(i), "agency " + std::to_string(i), 2567, scores[i],
        {{"province", provinces[i]}, {"agency_type", i < 3 ? "university" : "town_municipality"}});
  }
  // Of an agency, the last year counts; of a doubtful score, nothing.
  dataset.add_document("5", "agency 4", 2565, 20, {{"province", "ตรัง"}});
  dataset.add_document("6", "agency 6", 2567, 10, {{"province", "ตรัง"}, {"trust", "doubtful"}});
  const std::string page = report_page(dataset.file(), 7);
  check_page(page);
  BOOST_TEST(says(page, "ลำปาง|4|90.50|80.00|99.00|"));
  BOOST_TEST(says(page, "ตรัง|1|70.50|70.50|70.50|"));
  BOOST_TEST(says(page, "university|3|90.00|80.00|91.00|"));
  BOOST_TEST(says(page, "town municipality|2|84.75|70.50|99.00|"));
  BOOST_TEST(says(page, "6 in all. Left out: doubtful or conflicting scores, 1;"));
  BOOST_TEST(says(page, "20–24.99|1|16.7|"));
  BOOST_TEST(says(page, "25–29.99|0|0.0|"));
  BOOST_TEST(says(page, "95–100.00|1|16.7|"));
}

BOOST_AUTO_TEST_CASE(years_are_compared_by_the_agencies_that_are_in_both) {
  TestDataset dataset;
  dataset.add_document("a6", "a", 2566, 80);
  dataset.add_document("a7", "a", 2567, 85);
  dataset.add_document("b6", "b", 2566, 90);
  dataset.add_document("b7", "b", 2567, 88.5);
  dataset.add_document("c7", "c", 2567, 50);
  dataset.add_document("c9", "c", 2569, 60);  // two years later: a change, but no year on year
  const std::string page = report_page(dataset.file(), 6);
  check_page(page);
  BOOST_TEST(says(page, "2566|2|85.00|85.00|80.00|90.00||–|–|–|"));
  BOOST_TEST(says(page, "2567|3|74.50|85.00|50.00|88.50||2|+1.75|1 / 1|"));
  BOOST_TEST(says(page, "2569|1|60.00|60.00|60.00|60.00||–|–|–|"));
  BOOST_TEST(says(page,
                  "c|province not stated|2567: 50.00|2569: 60.00|+10.00|\n"
                  "a|province not stated|2566: 80.00|2567: 85.00|+5.00|\n"
                  "b|province not stated|2566: 90.00|2567: 88.50|−1.50|"));
  BOOST_TEST(found(page, "<polyline[^>]* points=\"([^\"]*)\"").size() == 2U);
}

BOOST_AUTO_TEST_CASE(documents_that_differ_are_no_result_and_are_shown) {
  TestDataset dataset;
  dataset.add_document("a", "x", 2567, 80);
  dataset.add_document("b", "x", 2567, 95.25);
  dataset.add_document("c", "y", 2567, 70);
  dataset.add_conflicts();
  const std::string page = report_page(dataset.file(), 3);
  check_page(page);
  BOOST_TEST(says(page,
                  "x|2567|overall score|15.25|95.25|verified|b.pdf, page 1|\n"
                  "x|2567|overall score|15.25|80.00|verified|a.pdf, page 1|"));
  BOOST_TEST(says(page, "1 in all. Left out"));
  BOOST_TEST(says(page, "of the same agency and year differ, 1."));
  BOOST_TEST(says(page, "a.pdf|x|2567|0|0|1|0|"));
  BOOST_TEST(!says(page, "c.pdf|y|"));
}

BOOST_AUTO_TEST_CASE(one_pair_of_documents_does_not_fill_the_list_of_conflicts) {
  TestDataset dataset;
  for (const char* id : {"a", "b"}) {
    dataset.add_document(id, "x", 2567, -1);
    for (int i = 1; i <= 20; ++i)
      dataset.add_score(id, "item", *id == 'a' ? 90 : 90 - i, {{"code", "i" + std::to_string(i)}});
  }
  dataset.add_document("c", "y", 2567, 80);
  dataset.add_document("d", "y", 2567, 80.5);
  dataset.add_conflicts();
  const std::string page = report_page(dataset.file(), 4);
  check_page(page);
  BOOST_TEST(says(page,
                  "x|2567|item i18|18.00|90.00|verified|a.pdf, page 1|\n"
                  "x|2567|item i18|18.00|72.00|verified|b.pdf, page 1|\n"
                  "y|2567|overall score|0.50|"));
  BOOST_TEST(!says(page, "|item i17|"));
  BOOST_TEST(says(page, "y|2567|overall score|0.50|80.50|verified|d.pdf, page 1|"));
  BOOST_TEST(says(page, "4 of 21 are shown; all of them are in conflicts.csv"));
}

BOOST_AUTO_TEST_CASE(contradictions_are_ranked_by_the_difference_of_scores) {
  TestDataset dataset;
  dataset.add_document("a", "x", 2567, -1);
  struct Row {
    const char* kind;
    const char* code;
    const char* reported;
    const char* computed;
  };
  constexpr Row kRows[] = {{"item", "i1", "90.5", "80.25"},
                           {"overall", "", "10", "99.99"},
                           {"item", "i2", "2567", "ก"},
                           {"", "", "2567", "2568"}};
  std::int64_t number = 0;
  for (const Row& row : kRows) {
    Values values = {{"document_id", "a"},       {"number", ++number},
                     {"rule", "restated_score"}, {"verdict", "disagrees"},
                     {"reported", row.reported}, {"computed", row.computed}};
    if (*row.kind != '\0') values["kind"] = row.kind;
    if (*row.code != '\0') values["code"] = row.code;
    dataset.add("checks", values);
  }
  const std::string page = report_page(dataset.file(), 1);
  check_page(page);
  const std::string rule = "a score is printed twice, differently";
  BOOST_TEST(says(page, "a.pdf|x|2567|overall score|" + rule +
                            "|10.00|99.99|−89.99|\n"
                            "a.pdf|x|2567|item i1|" +
                            rule + "|90.50|80.25|+10.25|\n\n"));
  BOOST_TEST(says(page, rule + "|4|1|"));
}

// Permanent links: the review's pages have these addresses whenever they are made.
BOOST_AUTO_TEST_CASE(names_of_documents_lead_to_their_pages_in_the_review) {
  const std::string a = "sha256:" + std::string(16, 'a') + std::string(48, '1');
  const std::string b = "sha256:" + std::string(16, 'b') + std::string(48, '2');
  const std::string name = "<a href=\"x\">#/?&'.pdf";
  TestDataset dataset;
  dataset.add_document(a, "x", 2567, 80, {{"state", "needs_review"}, {"source", name}});
  dataset.add_document(b, "x", 2567, 95);
  dataset.add_document("no_id", "y", 2567, 70, {{"state", "needs_review"}});
  dataset.add("quarantine", {{"source", name}, {"state", "rejected"}, {"document_id", b}});
  std::int64_t number = 0;
  const auto add_check = [&](const char* path) {
    dataset.add("checks", {{"document_id", b},
                           {"number", ++number},
                           {"rule", "issue_average"},
                           {"verdict", "disagrees"},
                           {"reported", "80"},
                           {"computed", std::to_string(80 - number)},
                           {"path", path},
                           {"kind", "overall"}});
  };
  const char* const hostile[] = {"",    "issues/0", "/x\"onclick=\"", "/%2e%2e/", "/<b>",
                                 "/\n", "/:x"};
  for (const char* path : hostile) add_check(path);
  add_check("/issues/0/average/score");
  dataset.add_conflicts();
  const std::string page = report_page(dataset.file(), 4);
  check_page(page);
  const std::string half = page.substr(page.find("<div class=\"en\""));
  const auto links = found(half, "<a (href=\"review/index.html#[^>]*>.*?)</a>");
  const std::string to_a = "href=\"review/index.html#/document/" + std::string(16, 'a');
  const std::string to_b = "href=\"review/index.html#/document/" + std::string(16, 'b');
  const std::string plain_name = "<bdi>&lt;a href=&quot;x&quot;&gt;#/?&amp;&apos;.pdf</bdi>";
  std::vector<std::string> expected = {to_a + "\">" + plain_name,
                                       to_b + "\"><bdi>" + b + ".pdf</bdi>"};
  expected.push_back(to_b + "/issues/0/average/score\"><bdi>" + b + ".pdf</bdi>");
  for (size_t i = 0; i < std::size(hostile); ++i) expected.push_back(expected[1]);
  expected.push_back(expected[1]);
  expected.push_back(expected[0]);
  BOOST_TEST(links == expected, boost::test_tools::per_element());
  // What has no page there is only named: an id that is none, a file that could not be read.
  BOOST_TEST(half.find("class=\"file\"><bdi>no_id.pdf</bdi>") != std::string::npos);
  BOOST_TEST(half.find("class=\"file\">" + plain_name) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_lists_are_cut_and_say_so) {
  TestDataset dataset;
  for (int i = 0; i < 1234; ++i) {
    dataset.add_document("d" + std::to_string(i), "agency " + std::to_string(i), 2567, 90,
                         {{"state", "needs_review"}, {"doubtful", std::int64_t{i}}});
  }
  const std::string page = report_page(dataset.file(), 1234);
  BOOST_TEST(says(page, "d1233.pdf|agency 1233|2567|0|0|0|1,233|"));
  BOOST_TEST(!says(page, "d1000.pdf"));
  BOOST_TEST(says(page, "25 of 1,234 are shown; all of them are in documents.csv"));
}

BOOST_AUTO_TEST_CASE(hostile_texts_become_no_markup) {
  const std::vector<std::string> plain_tags = tags(page_of("plain"));
  const std::string hostile[] = {"<img src=x onerror=alert(1)>",
                                 "</bdi></td></table><script>alert(1)</script>",
                                 "\" onmouseover=\"alert(1)",
                                 "' autofocus onfocus='x",
                                 "{{{style}}}{{> style}}{{#languages}}{{&inputs}}{{=<% %>=}}",
                                 "=HYPERLINK(\"http:x\")",
                                 "javascript:alert(1)",
                                 "<!-- ]]> --><style>*{}</style>",
                                 "&lt;script&gt;&#60;",
                                 "t_title",
                                 "{}{0}{:x}%s%n"};
  for (const std::string& text : hostile) {
    BOOST_TEST_CONTEXT(text) {
      const std::string page = page_of(text);
      check_page(page);
      BOOST_TEST((tags(page) == plain_tags));
    }
  }
}

BOOST_AUTO_TEST_CASE(texts_that_are_too_long_or_no_text_are_cut_and_cleaned) {
  const std::string page_of_word = page_of(std::string(1 << 20, 'x'));
  check_page(page_of_word);
  BOOST_TEST(page_of_word.size() < 200'000U);
  BOOST_TEST(says(page_of_word, std::string(160, 'x') + "…|"));
  BOOST_TEST(!says(page_of_word, std::string(161, 'x')));
  std::string marks;  // that have no end
  for (int i = 0; i < 1000; ++i) marks += "้";
  check_page(page_of(marks));
  for (const char* text : {"\xE2\x80\xAE"
                           "fdp.exe",
                           "\xFF\xFE name", "a\x01\x1b[31m", "\xE2\x81\xA7x"}) {
    const std::string page = page_of(text);
    check_page(page);
    BOOST_TEST((tags(page) == tags(page_of("plain"))));
    for (const char* mark : {"\xE2\x80\xAE", "\x01", "\x1b", "\xE2\x81\xA7"})
      BOOST_TEST(page.find(mark) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_same_rows_give_the_same_bytes) {
  BOOST_TEST((page_of("ทดสอบ") == page_of("ทดสอบ")));
}

// 8,300 agencies in each of eight years, with something to say of all of them.
BOOST_AUTO_TEST_CASE(the_whole_country_stays_below_two_megabytes) {
  TestDataset dataset;
  std::string name;
  for (int i = 0; i < 25; ++i) name += "ชื่อยาว";
  for (int i = 0; i < 8300 * 8; ++i) {
    const std::string id = std::to_string(i);
    dataset.add_document(id, name + std::to_string(i % 8300), 2561 + i / 8300,
                         i * 7 % 10000 / 100.0,
                         {{"state", "needs_review"},
                          {"source", name + id},
                          {"reason", name + id},
                          {"agency_type", name + std::to_string(i % 200)},
                          {"province", name + std::to_string(i % 300)}});
    dataset.add("quarantine", {{"source", name}, {"state", "io_error"}, {"reason", name + id}});
  }
  BOOST_TEST(report_page(dataset.file(), 1).size() < 2'000'000U);
}

BOOST_AUTO_TEST_SUITE_END()
