// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inspect_command.h"

#include <fmt/format.h>

#include <iostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "model/block_print.h"
#include "model/layout.h"
#include "model/text.h"

namespace prongsai {
namespace {

int page_of(const Block& block) {
  if (const auto* line = std::get_if<Line>(&block)) return line->page;
  const Table& table = std::get<Table>(block);
  return table.rows.empty() ? 0 : table.rows.front().page;
}

void print_page(const PageText& page) {
  std::cout << fmt::format(
      "page {} {:.1f} x {:.1f} pt, {} ({}), confidence {:.3f}, {} words, {} rulings\n", page.number,
      page.width, page.height, method_name(page.method), page.method_reason, page.confidence,
      page.words.size(), page.rulings.size());
  for (const Word& word : page.words) {
    const Box& box = word.box;
    std::cout << fmt::format("  word [{:.1f} {:.1f} {:.1f} {:.1f}] {:.1f} {:.2f} | {}\n", box.x0,
                             box.y0, box.x1, box.y1, word.font_size, word.confidence,
                             clean_utf8(word.raw));
  }
  for (const Word& word : page.hidden_words) {
    std::cout << fmt::format("  hidden [{:.1f} {:.1f} {:.1f} {:.1f}] | {}\n", word.box.x0,
                             word.box.y0, word.box.x1, word.box.y1, clean_utf8(word.raw));
  }
  for (const Ruling& ruling : page.rulings) {
    std::cout << fmt::format("  ruling [{:.1f} {:.1f} {:.1f} {:.1f}] {:.1f}\n", ruling.x0,
                             ruling.y0, ruling.x1, ruling.y1, ruling.thickness);
  }
}

std::string repairs_of(const Line& line) {
  std::string names;
  for (const std::string& name : line.repairs) names += (names.empty() ? "" : ", ") + name;
  return names.empty() ? names : "  {" + names + "}";
}

void print_segment(const Block& block) {
  if (const auto* line = std::get_if<Line>(&block)) {
    std::cout << clean_utf8(to_text(*line)) << repairs_of(*line) << '\n';
  } else {
    std::cout << clean_utf8(to_text(std::get<Table>(block)));
  }
}

}  // namespace

ExitCode run_inspect(const InspectCommand& command) {
  const std::vector<Input> inputs = expand_inputs({command.input});
  if (inputs.size() != 1) {
    print_message(command.input, 0, "name one file");
    return ExitCode::kUsage;
  }
  try {
    const Extraction extraction =
        read_pages(read_input(inputs.front()), inputs.front().name, command.pipeline);
    for (const Diagnostic& diagnostic : extraction.diagnostics)
      print_message(command.input, diagnostic.page, diagnostic.message);
    if (command.stage == InspectStage::kPages) {
      for (const PageText& page : extraction.pages) {
        if (command.page == 0 || page.number == command.page) print_page(page);
      }
      return ExitCode::kDone;
    }
    const bool repaired = command.stage == InspectStage::kSegments;
    const std::vector<Block> blocks =
        repaired ? read_blocks(extraction) : lay_out(extraction.pages);
    for (const Block& block : blocks) {
      if (command.page != 0 && page_of(block) != command.page) continue;
      const bool table = std::holds_alternative<Table>(block);
      if ((command.stage == InspectStage::kLines && table) ||
          (command.stage == InspectStage::kTables && !table))
        continue;
      print_segment(block);
    }
    return ExitCode::kDone;
  } catch (const Error& error) {
    print_message(command.input, error.page(), error.what());
    return ExitCode::kIncomplete;
  }
}

}  // namespace prongsai
