// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_measure_lines: how many of the lines that prongsai_lines drew a model reads, by quality
// and family of fonts; the confusions; the time.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "extract/number_model.h"
#include "extract/pix.h"
#include "model/text.h"

namespace prongsai::training {
namespace {

namespace fs = std::filesystem;

struct Count {
  int right = 0;
  int all = 0;
  int sure = 0;        // of confidence `kSure` or more
  int sure_wrong = 0;  // of these, wrong
};

constexpr double kSure = 0.75;

std::string without_spaces(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

// A letter of a code and the zero that is drawn alike are one reading; so is i and I.
std::string folded(const std::string& text) {
  std::u32string out;
  for (const char32_t c : code_points(to_arabic_digits(without_spaces(text)))) {
    if (c == 'o' || c == 'O') {
      out += U'0';
    } else if (c == 'I') {
      out += U'i';
    } else if (c == 'E') {
      out += U'e';
    } else {
      out += c;
    }
  }
  return to_utf8(out);
}

struct Options {
  fs::path lines;
  std::string tessdata;
  bool numbers_only = false;
  int show = 0;
};

void run(const Options& options) {
  const auto reader = extract::NumberReader::open(options.tessdata);
  if (!reader) throw std::runtime_error("no model in " + options.tessdata);
  std::map<std::string, Count> counts;
  std::map<std::string, int> confusions;
  double seconds = 0;
  int lines = 0;
  int shown = 0;
  std::ifstream truth(options.lines / "truth.tsv");
  for (std::string row; std::getline(truth, row);) {
    const size_t first = row.find('\t');
    const size_t second = row.find('\t', first + 1);
    const size_t third = row.find('\t', second + 1);
    const std::string name = row.substr(0, first);
    const std::string label = row.substr(first + 1, second - first - 1);
    const std::string family = row.substr(second + 1, third - second - 1);
    if (options.numbers_only && label.find('#') != std::string::npos) continue;
    const extract::PixPtr pix(pixRead((options.lines / name).c_str()));
    if (!pix) throw std::runtime_error("cannot read " + name);
    const extract::Raster crop = extract::to_raster(pix.get(), 300);
    const auto start = std::chrono::steady_clock::now();
    const auto symbols = reader->read(crop);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ++lines;
    const std::string read = folded(text_of(symbols));
    const std::string wanted = folded(label);
    double confidence = symbols.empty() ? 0 : 1;
    for (const auto& symbol : symbols) confidence = std::min(confidence, symbol.confidence);
    const bool right = read == wanted;
    for (const std::string& key :
         {name.substr(0, name.rfind('_')), "font " + family, std::string("all")}) {
      Count& count = counts[key];
      ++count.all;
      if (right) ++count.right;
      if (confidence >= kSure) ++count.sure;
      if (confidence >= kSure && !right) ++count.sure_wrong;
    }
    if (right) continue;
    const std::u32string a = code_points(wanted);
    const std::u32string b = code_points(read);
    if (a.size() == b.size()) {
      for (size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i]) ++confusions[to_utf8(a.substr(i, 1)) + ">" + to_utf8(b.substr(i, 1))];
      }
    } else {
      ++confusions["length"];
    }
    if (shown++ < options.show)
      fmt::print("{}  {}  {}  read {}  {:.2f}\n", name, family, label, text_of(symbols),
                 confidence);
  }
  for (const auto& [key, count] : counts) {
    fmt::print("{:<22} {:>6} lines  right {:6.2f} %   sure {:6.2f} %, of these wrong {:.2f} %\n",
               key, count.all, 100.0 * count.right / count.all, 100.0 * count.sure / count.all,
               100.0 * count.sure_wrong / std::max(count.sure, 1));
  }
  std::vector<std::pair<int, std::string>> often;
  often.reserve(confusions.size());
  for (const auto& [key, count] : confusions) often.emplace_back(count, key);
  std::ranges::sort(often, std::ranges::greater());
  fmt::print("confusions:");
  for (size_t i = 0; i < often.size() && i < 20; ++i)
    fmt::print(" {} {}", often[i].second, often[i].first);
  fmt::print("\n{:.1f} ms a line\n", 1000 * seconds / std::max(lines, 1));
}

}  // namespace
}  // namespace prongsai::training

int main(int argc, char** argv) {
  try {
    prongsai::training::Options options;
    CLI::App app("Measures a number model on drawn lines");
    app.add_option("--lines", options.lines, "folder with truth.tsv")->required();
    app.add_option("--tessdata", options.tessdata, "folder with thascore.traineddata")->required();
    app.add_flag("--numbers-only", options.numbers_only, "leave out lines with other letters");
    app.add_option("--show", options.show, "print so many wrong lines");
    CLI11_PARSE(app, argc, argv);
    prongsai::training::run(options);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "prongsai_measure_lines: %s\n", error.what());
    return 1;
  }
}
