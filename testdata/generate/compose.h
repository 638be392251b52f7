// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that layouts are made of. A part adds to the document and to the gold at the same time, so
// that the gold says what is printed and nothing else.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "testdata/generate/codebook_facts.h"
#include "testdata/generate/flow.h"
#include "testdata/generate/gold.h"
#include "testdata/generate/random.h"
#include "testdata/generate/report.h"

namespace prongsai::testdata {

// How a document writes the code of an item.
struct CodeStyle {
  std::string word;        // before it: "ข้อ " or nothing
  bool upper = false;      // I1
  bool thai_zero = false;  // ๐๕ for o5
  bool padded = false;     // o05
  std::string after = " ";
};

enum class HeadingStyle { kIssueWord, kBrackets, kNumber };

struct Style {
  CodeStyle code;
  HeadingStyle heading = HeadingStyle::kIssueWord;
  bool short_hundred = false;  // 100 and 0 for 100.00 and 0.00
  int period_form = 0;
  std::string step_mark = ". ";  // after the number of a step
  bool misread_codes = false;    // as OCR tools misread them, where the title stands beside
};

// The order of the columns of a table of measures.
enum class Column { kIssue, kOrder, kTitle, kSteps, kPeriod, kResponsible, kResults, kOutcomes };

class Composer {
 public:
  // `year` is the fiscal year assessed.
  Composer(const Facts& facts, int year, bool thai_digits, Random random);

  const Facts& facts;
  Random random;
  Report report;
  Style style;
  Document document;
  Gold gold;

  template <typename T>
  void add(const T& element) {
    document.elements.emplace_back(std::in_place_type<T>, element);
  }

  // -- words ------------------------------------------------------------------------------------
  std::string code(const ItemFact& item) const;
  std::string code_and_text(const ItemFact& item);
  std::string number(double score) const;
  std::string issue_title(int issue) const;
  std::string issue_heading(int issue) const;
  std::string year_phrase(int year) const;  // "ประจำปีงบประมาณ พ.ศ. 2567"
  std::string sentence(const std::string& kind, int issue);
  std::string indicator_name(int number) const;
  // The agency's name with its address.
  std::string full_agency() const;
  Period period(int form) const;

  // -- gold -------------------------------------------------------------------------------------
  void say_item(int issue, const ItemFact& item, const std::string& level = {});
  void say_finding(int issue, std::string kind, std::vector<std::string> codes, std::string text);
  // Years and framework of a document about results and the measures that follow from them.
  void say_years();

  // -- parts ------------------------------------------------------------------------------------
  void cover(const std::string& title);
  void analysis_title();
  // "… 85.83 … ผ่าน"
  void overall_paragraph();
  // Returns the score printed, which a plant may change.
  double print_indicator(int number);
  void indicator_table(const std::vector<std::string>& header);
  Measure make_measure(int issue);
  // Sometimes two measures stand in one row: "1. … 2. …". Its issue must still be set.
  void double_title(Measure& measure);
  void measures_table(const std::vector<Measure>& measures, const std::vector<Column>& columns,
                      const std::vector<std::string>& headers, const std::vector<double>& widths);
  Cell measure_cell(const Measure& measure, Column column, int order);
  std::vector<Para> list_paras(const std::vector<std::string>& entries, bool numbered) const;
  void limitations();

  // Contradictions: at most one a document, decided beforehand.
  void plant_indicator();
  void plant_agency();
  int planted_indicator = 0;  // whose printed score does not follow from its items; 0: none

 private:
  std::string misread(const ItemFact& item);
  // The agency's name, or its planted spelling, which is then said in the gold.
  std::string misspelt_name();

  std::string planted_name_;  // empty: none
  Random misreading_{17};     // of its own: the same report comes out with and without
  std::vector<std::string> used_titles_;
};

// Every ASCII digit of the document's texts as its Thai one.
void use_thai_digits(Document& document);

}  // namespace prongsai::testdata
