// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr_numbers.h"

#include <algorithm>
#include <cmath>

#include "model/text.h"

namespace prongsai::extract {
namespace {

// All of the line's height. A wider gap than this parts cells.
constexpr double kCellGap = 1.5;
// What is cut above and below the letters, and at the sides.
constexpr double kMargin = 0.18;
// The number model is believed where it is as sure as this. Letters of Thai are '#' to it.
constexpr double kLeastSure = 0.30;
// A digit of the Thai model's so near to a number is part of it. Of the line's height.
constexpr double kNearDigit = 0.3;
// What a second look at the same place does not confirm is a weak reading.
constexpr double kMostUnconfirmed = 0.4;
// So many pixels are averaged for the second look.
constexpr int kSecondLookReach = 1;

// Symbols that follow each other in one cell.
struct Segment {
  size_t begin = 0;
  size_t end = 0;
  Box box;
};

std::vector<Segment> segments_of(const std::vector<OcrSymbol>& symbols,
                                 const std::vector<Ruling>& rulings) {
  std::vector<Segment> segments;
  for (size_t i = 0; i < symbols.size(); ++i) {
    const OcrSymbol& symbol = symbols[i];
    if (i > 0) {
      const OcrSymbol& last = symbols[i - 1];
      const double gap = symbol.box.x0 - last.box.x1;
      if (symbol.line == last.line && gap < kCellGap * std::max(symbol.font_size, 4.0) &&
          !ruling_between(last.box, symbol.box, rulings)) {
        segments.back().end = i + 1;
        segments.back().box = united(segments.back().box, symbol.box);
        continue;
      }
    }
    segments.push_back({i, i + 1, symbol.box});
  }
  return segments;
}

// The part of a raster within `box`, which is in points.
Raster cut(const Raster& raster, const Box& box, double margin) {
  const double scale = raster.dots_per_inch / 72;
  const auto limit = [](double value, int most) {
    return std::clamp(static_cast<int>(std::lround(value)), 0, most);
  };
  const int x0 = limit((box.x0 - margin) * scale, raster.width);
  const int x1 = limit((box.x1 + margin) * scale, raster.width);
  const int y0 = limit((box.y0 - margin) * scale, raster.height);
  const int y1 = limit((box.y1 + margin) * scale, raster.height);
  Raster out;
  out.width = std::max(0, x1 - x0);
  out.height = std::max(0, y1 - y0);
  out.dots_per_inch = raster.dots_per_inch;
  out.gray.reserve(static_cast<size_t>(out.width) * static_cast<size_t>(out.height));
  for (int y = y0; y < y1; ++y) {
    const auto row = raster.gray.begin() + static_cast<std::ptrdiff_t>(y) * raster.width;
    out.gray.insert(out.gray.end(), row + x0, row + x1);
  }
  return out;
}

bool is_other(const NumberSymbol& symbol) { return symbol.text == "#"; }

bool is_code_letter(const std::string& text) {
  return text.size() == 1 && std::string_view("ieoIEOT").find(text[0]) != std::string_view::npos;
}

// Whether symbols [begin, end) of one word say something: digits, perhaps with a code letter, or
// the name of an instrument.
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

// The runs of symbols without another letter between them, and their places on the page.
struct Run {
  std::vector<OcrSymbol> symbols;
  Box box;
};

std::vector<Run> runs_of(const std::vector<NumberSymbol>& read, const OcrSymbol& like,
                         const Box& segment, double left, double scale, int& word) {
  std::vector<Run> runs;
  for (size_t begin = 0; begin < read.size();) {
    size_t end = begin;
    while (end < read.size() && !is_other(read[end]) && read[end].word == read[begin].word) ++end;
    if (end == begin) {
      ++begin;
      continue;
    }
    // A letter of a code at the edge of Thai letters is more likely one of them.
    size_t first = begin;
    if (first > 0 && is_other(read[first - 1]) && read[first - 1].word == read[first].word) {
      while (first < end && is_code_letter(read[first].text)) ++first;
    }
    if (first < end && is_number(read, first, end) && read[first].confidence >= kLeastSure) {
      ++word;
      Run run;
      for (size_t i = first; i < end; ++i) {
        OcrSymbol symbol;
        symbol.text = read[i].text;
        symbol.box = {left + read[i].x0 * scale, segment.y0, left + read[i].x1 * scale, segment.y1};
        if (i + 1 < end) symbol.box.x1 = std::max(symbol.box.x1, left + read[i + 1].x0 * scale);
        symbol.confidence = read[i].confidence;
        symbol.font_size = like.font_size;
        symbol.line = like.line;
        symbol.word = word;
        symbol.number = true;
        symbol.alternatives = read[i].alternatives;
        run.box = run.symbols.empty() ? symbol.box : united(run.box, symbol.box);
        run.symbols.push_back(std::move(symbol));
      }
      runs.push_back(std::move(run));
    }
    begin = end;
  }
  return runs;
}

// Reads the run again, cut out by itself and blurred: another picture to the model, and the same
// number if it was read right.
void look_again(Run& run, const Raster& raster, double margin, NumberReader& reader) {
  std::string first;
  for (const OcrSymbol& symbol : run.symbols) first += symbol.text;
  const std::string second = text_of(reader.read(averaged(cut(raster, run.box, margin))));
  if (comparable(first) == comparable(second)) return;
  for (OcrSymbol& symbol : run.symbols)
    symbol.confidence = std::min(symbol.confidence, kMostUnconfirmed);
}

// Whether the run is the reading of this symbol too: it lies within, or is a digit beside it, for
// the edges of a run are known to about half a digit.
bool stands_for(const Run& run, const OcrSymbol& symbol, double near) {
  const double overlap = std::min(run.box.x1, symbol.box.x1) - std::max(run.box.x0, symbol.box.x0);
  if (overlap > 0.5 * (symbol.box.x1 - symbol.box.x0)) return true;
  const bool figure = has_digit(symbol.text) || symbol.text == "." || symbol.text == ",";
  return figure && overlap > -near;
}

}  // namespace

std::vector<OcrSymbol> with_numbers(const std::vector<OcrSymbol>& symbols, const Raster& raster,
                                    const std::vector<Ruling>& rulings, NumberReader& reader) {
  std::vector<OcrSymbol> out;
  out.reserve(symbols.size());
  int word = 1 << 20;  // beyond the words of the engine
  for (const Segment& segment : segments_of(symbols, rulings)) {
    const double height = std::max(segment.box.height(), 1.0);
    const double margin = kMargin * height;
    const std::vector<NumberSymbol> read = reader.read(cut(raster, segment.box, margin));
    const double left = std::max(0.0, segment.box.x0 - margin);
    std::vector<Run> runs =
        runs_of(read, symbols[segment.begin], segment.box, left, 72 / raster.dots_per_inch, word);
    for (Run& run : runs) look_again(run, raster, margin, reader);
    size_t next = 0;
    for (size_t i = segment.begin; i < segment.end; ++i) {
      const double middle = symbols[i].box.center_x();
      while (next < runs.size() && runs[next].box.x0 < middle) {
        out.insert(out.end(), runs[next].symbols.begin(), runs[next].symbols.end());
        ++next;
      }
      const bool replaced = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
        return stands_for(run, symbols[i], kNearDigit * height);
      });
      if (!replaced) out.push_back(symbols[i]);
    }
    for (; next < runs.size(); ++next)
      out.insert(out.end(), runs[next].symbols.begin(), runs[next].symbols.end());
  }
  return out;
}

}  // namespace prongsai::extract
