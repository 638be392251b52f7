// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/chunk_numbers.h"

#include <algorithm>
#include <optional>

#include "model/text.h"

namespace prongsai::extract {
namespace {

// The number model is believed where it is as sure as this. Letters of Thai are '#' to it.
constexpr double kLeastSure = 0.30;
// What a second look at the same place does not confirm is a weak reading.
constexpr double kMostUnconfirmed = 0.4;
// So many pixels are averaged for the second look.
constexpr int kSecondLookReach = 1;
// So many other readings of a number are handed on.
constexpr size_t kMostAlternatives = 6;

bool is_other(const NumberSymbol& symbol) { return symbol.text == "#"; }

bool is_code_letter(const std::string& text) {
  return text.size() == 1 && std::string_view("ieoIEOT").find(text[0]) != std::string_view::npos;
}

// Whether symbols [begin, end) say something: digits, perhaps with a code letter, or the name of an
// instrument.
bool is_number(const std::vector<NumberSymbol>& symbols, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) text += symbols[i].text;
  if (text == "IIT" || text == "EIT" || text == "OIT") return true;
  return has_digit(text);
}

// Letters and figures that are drawn alike are one reading.
std::string comparable(const std::string& text) {
  std::string out;
  for (const char c : to_arabic_digits(text)) {
    if (c == ' ' || c == '#') continue;
    out += c == 'o' || c == 'O' ? '0' : c == 'I' ? 'i' : c == 'E' ? 'e' : c;
  }
  return out;
}

Raster averaged(const Raster& raster) {
  Raster out = raster;
  for (int y = kSecondLookReach; y + kSecondLookReach < raster.height; ++y) {
    for (int x = kSecondLookReach; x + kSecondLookReach < raster.width; ++x) {
      int sum = 0;
      for (int dy = -kSecondLookReach; dy <= kSecondLookReach; ++dy) {
        const auto row = static_cast<size_t>(y + dy) * static_cast<size_t>(raster.width);
        for (int dx = -kSecondLookReach; dx <= kSecondLookReach; ++dx)
          sum += raster.gray[row + static_cast<size_t>(x + dx)];
      }
      out.gray[static_cast<size_t>(y) * static_cast<size_t>(raster.width) +
               static_cast<size_t>(x)] = static_cast<uint8_t>(sum / 9);
    }
  }
  return out;
}

// One symbol of the run read otherwise: so likely is the whole run with it.
std::vector<Alternative> alternatives_of(const std::vector<NumberSymbol>& symbols, size_t begin,
                                         size_t end) {
  std::vector<Alternative> out;
  for (size_t at = begin; at < end; ++at) {
    for (const Alternative& other : symbols[at].alternatives) {
      Alternative whole{"", other.confidence};
      for (size_t i = begin; i < end; ++i) whole.text += i == at ? other.text : symbols[i].text;
      if (other.text != "#") out.push_back(std::move(whole));
    }
  }
  std::ranges::stable_sort(out, std::ranges::greater(), &Alternative::confidence);
  if (out.size() > kMostAlternatives) out.resize(kMostAlternatives);
  return out;
}

std::optional<NumberRun> run_of(const std::vector<NumberSymbol>& read, size_t begin, size_t end) {
  // A letter of a code at the edge of Thai letters is more likely one of them.
  if (begin > 0 && is_other(read[begin - 1])) {
    while (begin < end && is_code_letter(read[begin].text)) ++begin;
  }
  if (begin >= end || !is_number(read, begin, end) || read[begin].confidence < kLeastSure)
    return std::nullopt;
  NumberRun run;
  run.x0 = read[begin].x0;
  run.x1 = read[end - 1].x1;
  run.confidence = 1;
  for (size_t i = begin; i < end; ++i) {
    run.text += read[i].text;
    run.confidence = std::min(run.confidence, read[i].confidence);
  }
  run.alternatives = alternatives_of(read, begin, end);
  return run;
}

std::vector<NumberRun> runs_of(const std::vector<NumberSymbol>& read) {
  std::vector<NumberRun> runs;
  for (size_t begin = 0; begin < read.size();) {
    size_t end = begin;
    while (end < read.size() && !is_other(read[end])) ++end;
    if (end == begin) {
      ++begin;
      continue;
    }
    if (auto run = run_of(read, begin, end)) runs.push_back(std::move(*run));
    begin = end;
  }
  return runs;
}

void doubt(NumberRun& run) { run.confidence = std::min(run.confidence, kMostUnconfirmed); }

// Compares the runs with those of a second look at the same picture.
void confirm(std::vector<NumberRun>& runs, const std::vector<NumberRun>& second) {
  for (size_t i = 0; i < runs.size(); ++i) {
    if (second.size() != runs.size()) {
      const bool seen = std::ranges::any_of(second, [&](const NumberRun& other) {
        return comparable(other.text) == comparable(runs[i].text);
      });
      if (!seen) doubt(runs[i]);
    } else if (comparable(second[i].text) != comparable(runs[i].text)) {
      doubt(runs[i]);
      runs[i].alternatives.insert(runs[i].alternatives.begin(),
                                  {second[i].text, second[i].confidence});
    }
  }
}

}  // namespace

NumberReading read_numbers(const Raster& picture, NumberReader& reader) {
  NumberReading reading;
  const std::vector<NumberSymbol> symbols = reader.read(picture);
  reading.runs = runs_of(symbols);
  if (reading.runs.empty()) return reading;
  reading.whole = std::ranges::none_of(symbols, is_other) && reading.runs.size() == 1;
  confirm(reading.runs, runs_of(reader.read(averaged(picture))));
  return reading;
}

bool is_figure(const LineSymbol& symbol) {
  return has_digit(symbol.text) || symbol.text == "." || symbol.text == ",";
}

bool stands_for(const NumberRun& run, const LineSymbol& symbol, double near) {
  const double overlap = std::min(run.x1, symbol.x1) - std::max(run.x0, symbol.x0);
  if (overlap > 0.5 * (symbol.x1 - symbol.x0)) return true;
  return is_figure(symbol) && overlap > -near;
}

}  // namespace prongsai::extract
