// SPDX-License-Identifier: GPL-3.0-or-later
// The table that somebody has typed, as `validate` reads it.
#include <algorithm>

#include "cli/typed_table.h"
#include "normalize/decode.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string text = normalize::decoded(tests::text_of(data, size));
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  const TypedTable table = read_typed_table(text);
  for (const TypedScore& score : table.scores) {
    require(score.line >= 1 && score.line <= lines, "a score stands in a line of the file");
    require(!score.agency.empty() && !score.code.empty(), "a score is that of an item");
    require(score.year >= 2500 && score.year <= 2650, "years are of the Buddhist era");
    require(score.score >= 0 && score.score <= 100, "scores are from 0 to 100");
  }
  for (const TypedError& error : table.errors) {
    require(error.line >= 1 && error.line <= lines, "an error stands in a line of the file");
    require(error.column >= 0 && !error.message.empty(), "an error says what is wrong");
  }
  // A row may say "-" of everything; a header alone says nothing.
  require(!table.scores.empty() || !table.errors.empty() || lines > 1,
          "a table that compares nothing is an error");
  return 0;
}
