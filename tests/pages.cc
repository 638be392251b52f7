// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_pages: keeps what was read of documents, at the cost of OCR, so that a change to the
// later stages is measured on many scans in a second.
//
//   prongsai_pages save REPORT.pdf PAGES         reads the pages and keeps them
//   prongsai_pages record PAGES RECORD.json      makes the record of kept pages
//   prongsai_pages tables|segments PAGES         prints them, as `inspect --stage` does
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/pages_archive.h"
#include "cli/pipeline.h"
#include "extract/read_document.h"
#include "model/block_print.h"
#include "model/layout.h"

namespace prongsai {
namespace {

std::string content_of(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& name, const std::string& content) {
  std::ofstream out(name, std::ios::binary);
  out << content;
  if (!out.flush()) throw std::runtime_error("cannot write " + name);
}

void save(const std::string& report, const std::string& pages) {
  PipelineOptions options;
  const std::string bytes = content_of(report);
  write(pages, pack_pages(read_pages(bytes, report, options)));
}

Extraction kept(const std::string& name) { return unpack_pages(content_of(name)); }

void print_blocks(const std::string& stage, const std::string& pages) {
  const bool tables = stage == "tables";
  const Extraction extraction = kept(pages);
  for (const Block& block : tables ? lay_out(extraction.pages) : read_blocks(extraction)) {
    if (!tables || std::holds_alternative<Table>(block)) std::cout << to_text(block);
  }
}

void write_record(const std::string& pages, const std::string& record) {
  const PipelineResult result = pages_to_record(kept(pages), {});
  write(record, record_to_json(result.record, result.document).dump(1) + '\n');
}

}  // namespace
}  // namespace prongsai

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  try {
    if (words.size() == 3 && words[0] == "save") {
      prongsai::save(words[1], words[2]);
    } else if (words.size() == 3 && words[0] == "record") {
      prongsai::write_record(words[1], words[2]);
    } else if (words.size() == 2 && (words[0] == "tables" || words[0] == "segments")) {
      prongsai::print_blocks(words[0], words[1]);
    } else {
      std::cerr << "usage: prongsai_pages save REPORT PAGES | record PAGES RECORD |\n"
                   "       tables PAGES | segments PAGES\n";
      return 2;
    }
  } catch (const std::exception& error) {
    std::cerr << "prongsai_pages: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
