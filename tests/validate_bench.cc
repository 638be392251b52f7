// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_validate_bench: types the scores of many records into one table as people do (agencies
// by their abbreviations, Thai digits, TIS-620), a thousand of them wrong in one digit, and counts
// what `prongsai validate` makes of it. Part of `./dev bench trust`.
//
//   prongsai_validate_bench PROGRAM RECORDS.ndjson FOLDER
#include <fmt/format.h>
#include <iconv.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "dataset/csv_text.h"

namespace {

using nlohmann::json;

constexpr size_t kDifferences = 1000;
constexpr const char* kFull = "องค์การบริหารส่วนตำบล";
constexpr const char* kShort = "อบต.";

struct TypedRow {
  json agency;
  int year = 0;
  std::string code;
  double score = 0;
  bool wrong = false;
};

// A row for every item of every agency and year, once.
std::vector<TypedRow> rows_of(const std::string& file, std::string& kept) {
  std::vector<TypedRow> rows;
  std::set<std::string> agencies;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const json record = json::parse(line);
    const json& agency = record.at("agency");
    if (!agency.at("name").is_string() || !record.at("assessed_year").is_number()) continue;
    const int year = record.at("assessed_year");
    const std::string key = agency.at("name").dump() + agency.at("district").dump() +
                            agency.at("province").dump() + std::to_string(year);
    if (!agencies.insert(key).second) continue;
    kept += line + '\n';
    std::map<std::string, double> scores;
    for (const json& issue : record.at("issues")) {
      for (const json& item : issue.at("items")) {
        if (item.at("score").is_number())
          scores.emplace(item.at("code").get<std::string>(), item.at("score").get<double>());
      }
    }
    for (const auto& [code, score] : scores) rows.push_back({agency, year, code, score, false});
  }
  return rows;
}

double misread(double score, std::mt19937& random) {
  for (;;) {
    std::string digits = fmt::format("{:.2f}", score);
    char& digit = digits[random() % digits.size()];
    if (digit == '.') continue;
    digit = static_cast<char>('0' + random() % 10);
    const double other = std::stod(digits);
    if (other <= 100 && other != score) return other;
  }
}

std::string in_thai_digits(const std::string& ascii) {
  std::string out;
  for (const char c : ascii) {
    if (c < '0' || c > '9') {
      out += c;
    } else {
      out += "\xE0\xB9";
      out += static_cast<char>(0x90 + (c - '0'));
    }
  }
  return out;
}

std::string place(const json& name) { return name.is_string() ? name.get<std::string>() : ""; }

std::string table_of(const std::vector<TypedRow>& rows) {
  std::string out = "หน่วยงาน,ปีงบประมาณ,จังหวัด,อำเภอ,ข้อ,คะแนน\n";
  for (size_t i = 0; i < rows.size(); ++i) {
    const TypedRow& row = rows[i];
    std::string name = row.agency.at("name");
    if (i % 2 == 1 && name.starts_with(kFull)) name.replace(0, std::string(kFull).size(), kShort);
    const std::string score = fmt::format("{:.2f}", row.score);
    out += fmt::format("{},{},{},{},{},{}\n", prongsai::csv_field(name), row.year,
                       place(row.agency.at("province")), place(row.agency.at("district")), row.code,
                       i % 3 == 0 ? in_thai_digits(score) : score);
  }
  return out;
}

std::string as_tis620(std::string utf8) {
  const iconv_t conversion = iconv_open("TIS-620", "UTF-8");
  std::string out(utf8.size(), '\0');
  char* from = utf8.data();
  char* to = out.data();
  size_t left = utf8.size();
  size_t room = out.size();
  if (iconv(conversion, &from, &left, &to, &room) == static_cast<size_t>(-1))
    throw std::runtime_error("a name that TIS-620 has no letters for");
  iconv_close(conversion);
  out.resize(out.size() - room);
  return out;
}

int run(const std::string& program, const std::string& records, const std::string& folder) {
  std::string kept;
  std::vector<TypedRow> rows = rows_of(records, kept);
  if (rows.size() < 2 * kDifferences) throw std::runtime_error("too few scores in the records");
  std::mt19937 random(5);  // NOLINT: the same table every time
  for (size_t planted = 0; planted < kDifferences;) {
    TypedRow& row = rows[random() % rows.size()];
    if (row.wrong) continue;
    row.score = misread(row.score, random);
    row.wrong = true;
    ++planted;
  }
  std::ofstream(folder + "/typed.csv", std::ios::binary) << as_tis620(table_of(rows));
  std::ofstream(folder + "/against.ndjson", std::ios::binary) << kept;
  const std::string command =
      fmt::format("{0} validate {1}/typed.csv {1}/against.ndjson > {1}/out.csv", program, folder);
  const int status = std::system(command.c_str());  // NOLINT: our own arguments
  std::ifstream out(folder + "/out.csv");
  std::string line;
  std::getline(out, line);  // the header
  size_t found = 0;
  size_t falsely = 0;
  for (const TypedRow& row : rows) {
    if (!std::getline(out, line)) throw std::runtime_error("fewer rows come out than go in");
    const bool different = line.find(",different,") != std::string::npos;
    found += different && row.wrong ? 1 : 0;
    falsely += different && !row.wrong ? 1 : 0;
  }
  const double recall = 100.0 * static_cast<double>(found) / kDifferences;
  const double precision =
      found == 0 ? 0 : 100.0 * static_cast<double>(found) / static_cast<double>(found + falsely);
  fmt::print(
      "validate: {} typed scores, {} wrong: recall {:.2f} %, precision {:.2f} %  "
      "| 99.5 % and 99 %\n",
      rows.size(), kDifferences, recall, precision);
  return status != -1 && recall >= 99.5 && precision >= 99 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: prongsai_validate_bench PROGRAM RECORDS.ndjson FOLDER\n";
    return 2;
  }
  try {
    return run(arguments[1], arguments[2], arguments[3]);
  } catch (const std::exception& error) {
    std::cerr << "prongsai_validate_bench: " << error.what() << '\n';
    return 1;
  }
}
