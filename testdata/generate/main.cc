// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_generate: writes reports of our own making, each with what it says in gold.json.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "testdata/generate/codebook_facts.h"
#include "testdata/generate/compose.h"
#include "testdata/generate/glyphs.h"
#include "testdata/generate/layouts.h"
#include "testdata/generate/noise.h"
#include "testdata/generate/page_scan.h"
#include "testdata/generate/typeset_document.h"
#include "testdata/generate/write_html.h"
#include "testdata/generate/write_text.h"

namespace prongsai::testdata {
namespace {

namespace fs = std::filesystem;

constexpr double kPlantedShare = 0.25;  // of documents that contradict themselves on purpose

struct Options {
  fs::path out;
  fs::path data;
  int count = 300;
  std::uint64_t seed = 1;
  std::vector<std::string> layouts;
  std::vector<std::string> variants;
  bool html = false;
};

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::vector<Layout> chosen_layouts(const Options& options) {
  std::vector<Layout> out;
  for (const Layout& layout : layouts()) {
    if (options.layouts.empty() || std::ranges::count(options.layouts, layout.name) > 0) {
      out.push_back(layout);
    }
  }
  if (out.empty()) throw std::runtime_error("no such layout");
  return out;
}

std::vector<Noise> chosen_noises(const Options& options) {
  std::vector<Noise> out;
  if (options.variants.empty()) {
    // Scans that show their age are large and slow to read: only where they are asked for.
    for (const NoiseName& entry : noise_names()) {
      if (scan_resolution(entry.noise) == 0 || entry.noise == Noise::kScan)
        out.push_back(entry.noise);
    }
  }
  for (const std::string& name : options.variants) {
    const auto noise = noise_named(name);
    if (!noise) throw std::runtime_error("no such variant: " + name);
    out.push_back(*noise);
  }
  return out;
}

// A report of a layout, composed but not set. The same `random` gives the same report; `misread`
// writes some of its codes as OCR tools misread them.
Composer compose(const Facts& facts, const Layout& layout, Noise noise, Random random,
                 bool misread) {
  const bool thai_digits = needs_thai_digits(noise) || random.chance(0.5);
  Composer composer(facts, random.pick(layout.years), thai_digits, random.fork());
  composer.style.misread_codes = misread;
  if (random.chance(kPlantedShare)) {
    if (random.chance(0.7) || composer.report.agency.gold.subdistrict.empty()) {
      composer.plant_indicator();
    } else {
      composer.plant_agency();
    }
  }
  layout.compose(composer);
  if (composer.document.thai_digits) use_thai_digits(composer.document);
  composer.gold.layout = layout.name;
  composer.gold.variant = name_of(noise);
  return composer;
}

std::string document_id(int order, const Layout& layout, const std::string& variant) {
  std::string number = std::to_string(order);
  number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
  return number + "_" + layout.name + "_" + variant;
}

void write_report(const Facts& facts, const Layout& layout, Noise noise, int order, Random random,
                  Typesetter& setter, const Options& options) {
  Composer composer = compose(facts, layout, noise, random, false);
  composer.gold.id = document_id(order, layout, name_of(noise));
  const fs::path folder = options.out / composer.gold.id;
  fs::create_directories(folder);
  if (options.html) write_file(folder / "report.html", to_html(composer.document));
  write_pdf(composer.document, noise, setter, random.fork(), folder / "report.pdf");
  write_file(folder / "gold.json", to_json(composer.gold));
}

// The same report as an OCR tool gives it.
void write_text_variant(const Facts& facts, const Layout& layout, int order, Random random,
                        const fs::path& out) {
  Composer composer = compose(facts, layout, Noise::kNone, random, true);
  composer.gold.id = document_id(order, layout, "text");
  composer.gold.variant = "text";
  composer.gold.variant_of = document_id(order, layout, name_of(Noise::kNone));
  composer.gold.file = "report.txt";
  const fs::path folder = out / composer.gold.id;
  fs::create_directories(folder);
  write_file(folder / "report.txt", to_ocr_text(composer.document, random.fork()));
  write_file(folder / "gold.json", to_json(composer.gold));
}

// Documents go through all layouts first, then the next noise. Clean ones are written as text too.
void generate(const Options& options) {
  const Facts facts = load_facts(options.data);
  const auto kinds = chosen_layouts(options);
  const auto noises = chosen_noises(options);
  Typesetter setter;
  for (int i = 0; i < options.count; ++i) {
    const auto layout = static_cast<std::size_t>(i) % kinds.size();
    const auto turn = static_cast<std::size_t>(i) / kinds.size();
    // The noise advances with the layout, so that any prefix of the corpus has many of both.
    const Noise noise = noises[(turn + layout * 5) % noises.size()];
    const Random random(options.seed * 1000003U + static_cast<std::uint64_t>(i));
    write_report(facts, kinds[layout], noise, i, random, setter, options);
    if (noise == Noise::kNone) write_text_variant(facts, kinds[layout], i, random, options.out);
  }
}

int run(int argc, char** argv) {
  Options options;
  options.data = PRONGSAI_SOURCE_DIR "/data";
  CLI::App app{
      "Writes ITA reports of our own making with what they say: DIR/ID/report.pdf, gold.json"};
  app.add_option("--out", options.out, "folder to write to")->required();
  app.add_option("--count", options.count, "how many documents");
  app.add_option("--seed", options.seed, "same seed, same documents");
  app.add_option("--layouts", options.layouts, "only these")->delimiter(',');
  app.add_option("--variants", options.variants, "only these")->delimiter(',');
  app.add_flag("--html", options.html, "write report.html beside every PDF, for other producers");
  app.add_option("--data", options.data, "folder of the codebook and the gazetteer");
  CLI11_PARSE(app, argc, argv);
  generate(options);
  return 0;
}

}  // namespace
}  // namespace prongsai::testdata

int main(int argc, char** argv) {
  try {
    return prongsai::testdata::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "prongsai_generate: %s\n", error.what());
    return 1;
  }
}
