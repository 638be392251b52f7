// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/versions.h"

#include <fmt/format.h>

#include <CLI/Version.hpp>
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

#include "dataset/sha256.h"
#include "dataset/versions.h"
#include "extract/versions.h"
#include "model/embedded.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kGazetteerFile = "places.tsv";
constexpr std::string_view kCodebookEnding = ".json";

std::string compiler() {
#if defined(__clang__)
  return "clang " __clang_version__;
#else
  return "gcc " __VERSION__;
#endif
}

// "2567.json" is of 2567, "common.json" of no year.
int year_of(std::string_view name) {
  int year = 0;
  std::from_chars(name.data(), name.data() + name.size(), year);
  return year;
}

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

}  // namespace

LibraryVersions all_library_versions() {
  LibraryVersions all = {{"cli11", CLI11_VERSION},
                         {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000,
                                             FMT_VERSION / 100 % 100, FMT_VERSION % 100)}};
  for (const LibraryVersions& some :
       {extract::library_versions(), model_library_versions(), dataset_library_versions()})
    all.insert(all.end(), some.begin(), some.end());
  std::ranges::sort(all);
  return all;
}

std::vector<ModelVersion> model_versions(const std::string& tessdata) {
  std::vector<ModelVersion> models;
  for (const extract::OcrModel& model : extract::ocr_models(tessdata))
    models.push_back({model.name, 0, model.path,
                      model.content.empty() ? std::string() : sha256_hex(model.content)});
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name.ends_with(kCodebookEnding))
      models.push_back({"codebook", year_of(file.name), "", sha256_hex(file.content)});
    if (file.name == kGazetteerFile)
      models.push_back({"gazetteer", 0, "", sha256_hex(file.content)});
  }
  return models;
}

std::string versions_json() {
  json out = {{"program", "prongsai"}, {"version", PRONGSAI_VERSION}, {"compiler", compiler()}};
  out["libraries"] = json::object();
  for (const auto& [name, version] : all_library_versions()) out["libraries"][name] = version;
  out["models"] = json::array();
  for (const ModelVersion& model : model_versions("")) {
    json entry = {{"name", model.name}};
    if (model.year != 0) entry["year"] = model.year;
    entry["path"] = text_or_null(model.path);
    entry["sha256"] = text_or_null(model.sha256);
    entry["place"] = !model.path.empty() ? "file" : model.sha256.empty() ? "missing" : "program";
    out["models"].push_back(std::move(entry));
  }
  // A path may hold any bytes.
  return out.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace prongsai
