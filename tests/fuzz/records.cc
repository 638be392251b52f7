// SPDX-License-Identifier: GPL-3.0-or-later
// Records from outside: what is taken for one may do nothing but be worked with by the commands.
// The same bytes are also an answer of the process that reads for `check` and `validate`.
#include "cli/records.h"

#include <sstream>

#include "cli/check_command.h"
#include "cli/typed_table.h"
#include "cli/validate_command.h"
#include "dataset/json_line.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;

namespace {

using json = nlohmann::ordered_json;

// Typed for the record's own agency, so that its scores are compared.
TypedTable typed_for(const std::vector<json>& records) {
  TypedTable table;
  for (const json& record : records) {
    const json& name = record.at("agency").at("name");
    const json& year = record.at("assessed_year");
    const std::string agency = name.is_string() ? name.get<std::string>() : "อบต.นาดี อ.เมือง";
    const int typed_year = year.is_number() ? year.get<int>() : 2567;
    for (const char* code : {"i1", "overall"})
      table.scores.push_back({1, agency, "", "", typed_year, code, 90});
  }
  return table;
}

void use(const std::vector<json>& records) {
  for (const json& record : records) {
    findings_of(record, Language::kThai);
    findings_of(record, Language::kEnglish);
    json_line(record);
  }
  std::ostringstream out;
  print_verdicts(records, typed_for(records), out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string bytes = tests::text_of(data, size);
  try {
    use(records_in(bytes));
  } catch (const Error&) {  // no record, and said so
  }
  if (const auto answer = records_of_answer(bytes))
    use(answer->json.at("records").get<std::vector<json>>());
  return 0;
}
