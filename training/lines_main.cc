// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_lines: draws lines for the training of the number model, and for its measuring.
//
// For training: pages of stacked strips, each with the .box file that `tesseract lstm.train` reads.
// For measuring: a picture a line as it is cut out of a page, and truth.tsv.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

#include "extract/pix.h"
#include "extract/strip.h"
#include "model/text.h"
#include "training/line_pictures.h"
#include "training/line_texts.h"

namespace prongsai::training {
namespace {

namespace fs = std::filesystem;
using extract::Raster;
using testdata::Random;

constexpr int kLinesAPage = 48;
constexpr size_t kLongestLabel = 90;  // characters
// Tesseract widens the box of a line by so many pixels.
constexpr int kInset = 4;

struct Options {
  fs::path out;
  std::string kind = "any";
  int count = 4800;
  std::uint64_t seed = 1;
  bool held_out = false;
  bool pictures = false;
};

const std::map<std::string, Quality> kQualities = {
    {"clean", Quality::kClean},     {"scan300", Quality::kScan300}, {"scan200", Quality::kScan200},
    {"scan150", Quality::kScan150}, {"bilevel", Quality::kBilevel}, {"any", Quality::kAny},
    {"easy", Quality::kEasy}};

const std::string& pick_font(const std::vector<FontChoice>& fonts, Random& random) {
  double all = 0;
  for (const FontChoice& font : fonts) all += font.weight;
  double at = random.unit() * all;
  for (const FontChoice& font : fonts) {
    at -= font.weight;
    if (at <= 0) return font.family;
  }
  return fonts.back().family;
}

struct Line {
  std::string text;
  std::string label;
  std::string family;
  Raster picture;
};

Line make_line(const Words& words, const std::vector<FontChoice>& fonts, LinePainter& painter,
               const Options& options, Random& random) {
  const Quality quality = kQualities.at(options.kind);
  for (;;) {
    Line line;
    line.text = random_line(words, random);
    line.label = label_of(line.text);
    const bool other_letters = line.label.find('#') != std::string::npos;
    const size_t length = code_points(line.label).size();
    if (length == 0 || length > kLongestLabel) continue;
    if (quality == Quality::kEasy && (other_letters || length > 30)) continue;
    line.family = pick_font(fonts, random);
    line.picture = painter.paint(line.text, line.family, quality, random);
    return line;
  }
}

void write_png(const fs::path& path, const Raster& raster) {
  const extract::PixPtr pix = extract::to_pix(raster);
  if (!pix || pixWrite(path.c_str(), pix.get(), IFF_PNG) != 0)
    throw std::runtime_error("cannot write " + path.string());
}

void write_training_page(const fs::path& stem,
                         const std::vector<std::pair<Raster, std::string>>& strips) {
  Raster page;
  for (const auto& [strip, label] : strips) page.width = std::max(page.width, strip.width);
  page.height = extract::kStripHeight * static_cast<int>(strips.size());
  page.dots_per_inch = 300;
  page.gray.assign(static_cast<size_t>(page.width) * static_cast<size_t>(page.height), 255);
  std::ofstream boxes(stem.string() + ".box");
  int top = 0;
  for (const auto& [strip, label] : strips) {
    for (int y = 0; y < strip.height; ++y) {
      std::copy_n(strip.gray.begin() + static_cast<std::ptrdiff_t>(y) * strip.width, strip.width,
                  page.gray.begin() + static_cast<std::ptrdiff_t>(top + y) * page.width);
    }
    const int x1 = strip.width - kInset;
    const int low = page.height - (top + strip.height) + kInset;
    const int high = page.height - top - kInset;
    boxes << fmt::format("WordStr {} {} {} {} 0 #{}\n\t {} {} {} {} 0\n", kInset, low, x1, high,
                         label, x1, low, x1 + 1, high);
    top += strip.height;
  }
  write_png(stem.string() + ".png", page);
}

void run(const Options& options) {
  fs::create_directories(options.out);
  const Words words = load_words(PRONGSAI_SOURCE_DIR);
  const std::vector<FontChoice> fonts = options.held_out ? held_out_fonts() : training_fonts();
  if (fonts.empty()) throw std::runtime_error("none of the fonts is installed");
  LinePainter painter;
  Random random(options.seed);
  std::ofstream truth(options.out / "truth.tsv", std::ios::app);
  std::vector<std::pair<Raster, std::string>> strips;
  int pages = 0;
  for (int i = 0; i < options.count;) {
    const Line line = make_line(words, fonts, painter, options, random);
    if (options.pictures) {
      const fs::path name = fmt::format("{}_{:05}.png", options.kind, i++);
      write_png(options.out / name, line.picture);
      truth << fmt::format("{}\t{}\t{}\t{}\n", name.string(), line.label, line.family, line.text);
      continue;
    }
    extract::Strip strip = extract::normalised_strip(line.picture);
    if (strip.empty || strip.raster.width < 14) continue;
    strips.emplace_back(std::move(strip.raster), line.label);
    ++i;
    if (strips.size() < kLinesAPage && i < options.count) continue;
    write_training_page(
        options.out / fmt::format("{}_{}_{:04}", options.kind, options.seed, pages++), strips);
    strips.clear();
  }
}

int run_program(int argc, char** argv) {
  Options options;
  CLI::App app("Draws lines to train and to measure the number model with");
  app.add_option("--out", options.out, "folder to write into")->required();
  app.add_option("--kind", options.kind, "quality of the pictures")
      ->check(CLI::IsMember(kQualities));
  app.add_option("--count", options.count, "lines");
  app.add_option("--seed", options.seed, "seed of the random numbers");
  app.add_flag("--held-out", options.held_out, "the fonts that are not trained on");
  app.add_flag("--pictures", options.pictures, "a picture a line, as cut out of a page");
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
}

}  // namespace
}  // namespace prongsai::training

int main(int argc, char** argv) {
  try {
    return prongsai::training::run_program(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "prongsai_lines: %s\n", error.what());
    return 1;
  }
}
