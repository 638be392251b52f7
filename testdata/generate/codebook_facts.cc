// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdata/generate/codebook_facts.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace prongsai::testdata {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::ifstream open(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return in;
}

std::string text_or_empty(const json& value, const char* key) {
  const auto found = value.find(key);
  return found == value.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

const char* instrument_of(char letter) {
  return letter == 'i' ? "IIT" : letter == 'e' ? "EIT" : "OIT";
}

YearFacts read_year(int year, const fs::path& path) {
  auto in = open(path);
  const json source = json::parse(in);
  YearFacts facts{.year = year, .indicators = {}, .items = {}};
  for (const json& entry : source.at("indicators")) {
    facts.indicators.push_back({.number = entry.at("number").get<int>(),
                                .name = entry.at("name").get<std::string>(),
                                .instrument = entry.at("instrument").get<std::string>()});
  }
  for (const json& entry : source.at("items")) {
    ItemFact item;
    item.code = entry.at("code").get<std::string>();
    item.instrument = instrument_of(item.code[0]);
    item.number = std::stoi(item.code.substr(1));
    item.text = text_or_empty(entry, "title");
    item.indicator = entry.at("indicator").get<int>();
    item.sub_indicator = text_or_empty(entry, "sub_indicator");
    item.issues = entry.at("issues").get<std::vector<int>>();
    item.yes_no = text_or_empty(entry, "answer") == "yes_no";
    facts.items.push_back(std::move(item));
  }
  return facts;
}

void read_codebook(const fs::path& folder, Facts& facts) {
  auto in = open(folder / "common.json");
  const json common = json::parse(in);
  for (const json& issue : common.at("issues")) {
    facts.issue_titles.push_back(issue.at("title").get<std::string>());
  }
  for (const int year : {2566, 2567, 2568}) {
    facts.years[year] = read_year(year, folder / (std::to_string(year) + ".json"));
  }
}

void read_places(const fs::path& path, Facts& facts) {
  auto in = open(path);
  std::map<std::string, std::string> names;
  std::vector<std::string> subdistricts;
  for (std::string line; std::getline(in, line);) {
    const auto cells = split(line);
    if (cells.size() < 3 || cells[0] == "code") continue;
    names[cells[0]] = cells[2];
    if (cells[0].size() == 6) subdistricts.push_back(cells[0]);
  }
  for (const std::string& code : subdistricts) {
    const std::string province = code.substr(0, 2);
    if (province == "10") continue;
    facts.places.push_back({.subdistrict = names[code],
                            .district = names[code.substr(0, 4)],
                            .province = names[province],
                            .province_code = province});
  }
}

void read_sentences(const fs::path& path, Facts& facts) {
  auto in = open(path);
  for (std::string line; std::getline(in, line);) {
    const auto cells = split(line);
    if (cells.size() < 3 || cells[0].starts_with("#")) continue;
    facts.sentences[{cells[0], std::stoi(cells[1])}].push_back(cells[2]);
  }
}

}  // namespace

std::vector<std::string> Facts::sentences_for(const std::string& kind, int issue) const {
  std::vector<std::string> out;
  for (const int key : {issue, 0}) {
    const auto found = sentences.find({kind, key});
    if (found != sentences.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    if (issue == 0) break;
  }
  return out;
}

Facts load_facts(const fs::path& data) {
  Facts facts;
  read_codebook(data / "codebook", facts);
  read_places(data / "gazetteer" / "places.tsv", facts);
  read_sentences(fs::path(PRONGSAI_SOURCE_DIR) / "testdata/generate/sentences.tsv", facts);
  return facts;
}

}  // namespace prongsai::testdata
