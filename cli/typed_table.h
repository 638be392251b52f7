// SPDX-License-Identifier: GPL-3.0-or-later
// A table of scores that somebody has typed, long (a score a row) or wide (an agency a row).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai {

// One typed score. Lines are 1-based, of the file; fields with line breaks count where they begin.
struct TypedScore {
  int line = 0;
  std::string agency;  // as typed
  std::string district;
  std::string province;
  int year = 0;      // Buddhist era
  std::string code;  // "i1", or "overall"
  double score = 0;
};

// What cannot be used, and why.
struct TypedError {
  int line = 0;
  int column = 0;  // 1-based; 0: the whole row
  std::string message;
};

struct TypedTable {
  std::vector<TypedScore> scores;
  std::vector<TypedError> errors;
};

// Reads CSV with commas, semicolons or tabs, in UTF-8. Rows in error are left out and named.
TypedTable read_typed_table(std::string_view text);

// A fiscal year in the Buddhist era: of "2567", "พ.ศ. ๒๕๖๗", "2024".
std::optional<int> typed_year(std::string_view text);

// What a header may be called.
struct TypedHeader {
  const char* name;  // "agency", "year", "code", "score", "district", "province"
  const char* text;  // folded: no spaces, lower case
};
const std::vector<TypedHeader>& typed_headers();

}  // namespace prongsai
