// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/warm_up.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/pipeline.h"
#include "model/agency.h"
#include "model/codebook.h"
#include "model/gazetteer.h"
#include "model/patterns.h"
#include "model/prose.h"
#include "model/years.h"

namespace prongsai {
namespace {

template <typename Rows>
void add_examples(const Rows& rows, std::string& text) {
  for (const auto& row : rows) text += fmt::format("{}\n", row.example);
}

std::string headers() {
  std::string text = "<table><tr>";
  for (const HeaderPattern& row : header_patterns())
    text += fmt::format("<td>{}</td>", row.example);
  return text + "</tr></table>\n";
}

std::string items(const Framework& framework) {
  std::string text = "<table><tr><td>ข้อ</td><td>ประเด็นการประเมิน</td><td>คะแนน</td></tr>";
  for (const Item& item : framework.items)
    text +=
        fmt::format("<tr><td>{}</td><td>{}</td><td>๙๐.๑๒</td></tr>", item.code.text(), item.title);
  return text + "</table>\n";
}

std::string all_examples() {
  std::string text = headers();
  add_examples(agency_patterns(), text);
  add_examples(year_patterns(), text);
  add_examples(section_patterns(), text);
  add_examples(issue_heading_patterns(), text);
  text += items(codebook().frameworks.back());
  add_examples(label_patterns(), text);
  add_examples(indicator_heading_patterns(), text);
  add_examples(summary_patterns(), text);
  add_examples(score_patterns(), text);
  add_examples(average_patterns(), text);
  add_examples(overall_patterns(), text);
  return text;
}

}  // namespace

void warm_up() {
  gazetteer();
  PipelineOptions options;
  options.extract.ocr = extract::OcrMode::kNever;
  const PipelineResult result = read_to_record(all_examples(), "examples", options);
  record_to_json(result.record, result.document).dump();
}

}  // namespace prongsai
