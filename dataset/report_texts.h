// SPDX-License-Identifier: GPL-3.0-or-later
// The words of report.html in Thai and in English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

// What the page itself says. A text is a template too: {{name}} stands for a value. Names begin
// with "t_", which no column of a query does.
struct ReportText {
  const char* name;
  const char* thai;
  const char* english;
};
const std::vector<ReportText>& report_texts();

// What a value of a column is called; the value "" is one that is not there. In the names of kinds,
// "{}" stands for the number or the code.
struct ReportWord {
  const char* column;
  const char* value;
  const char* thai;
  const char* english;
};
const std::vector<ReportWord>& report_words();

}  // namespace prongsai
