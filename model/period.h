// SPDX-License-Identifier: GPL-3.0-or-later
// Periods as reports print them ("ต.ค. ๖๗ ถึง มี.ค. ๖๘", "ไตรมาส ๑") to days.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prongsai {

struct Period {
  std::string text;      // as printed, repaired
  std::string start;     // ISO 8601, common era; empty where the text does not say
  std::string end;       // last day
  bool derived = false;  // the year is not in the text but comes from the document

  bool operator==(const Period&) const = default;
};

// Reads a period. `fiscal_year` (Buddhist era; 0 if unknown) gives the year where the text has
// none: a fiscal year Y runs from 1 October Y-1 to 30 September Y. Years of two digits are of the
// Buddhist century 25; CE = BE - 543. Nothing if the text names no month, quarter, year or day.
std::optional<Period> parse_period(std::string_view text, int fiscal_year);

}  // namespace prongsai
