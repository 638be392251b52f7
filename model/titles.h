// SPDX-License-Identifier: GPL-3.0-or-later
// Issues and indicators from their titles, and the headings that carry them.
#pragma once

#include <optional>
#include <string_view>

#include "model/codebook.h"

namespace prongsai {

struct TitleMatch {
  int number = 0;         // 0: none
  double similarity = 0;  // 0..1
};

// The issue whose title `text` is, allowing for OCR errors and a title cut short; number 0 if none
// is as similar as `at_least`.
TitleMatch match_issue_title(std::string_view text, double at_least);

// The indicator whose name `text` is. Names differ little between the years.
TitleMatch match_indicator_name(std::string_view text, double at_least);

// The issue that a line announces ("ประเด็นที่ ๑ ...", "(๓) ...", "๔. ..."): by its title, or by its
// number where the word ประเด็น is there. Nothing for prose that only mentions an issue.
std::optional<int> issue_heading(std::string_view line);

// The same for a cell of an issue column, whose title a page break may have cut early.
std::optional<int> issue_in_cell(std::string_view cell);

// The indicator that a line announces. The name outweighs the number ("ตัวชี้วัดที่ ๒ คุณภาพการดำเนินงาน"
// is indicator 6).
struct IndicatorHeading {
  int number = 0;
  bool number_disagrees = false;  // the printed number is another
};
std::optional<IndicatorHeading> indicator_heading(std::string_view line);

}  // namespace prongsai
