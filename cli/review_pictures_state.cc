// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_pictures_state.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "dataset/json_from.h"
#include "dataset/json_line.h"
#include "extract/versions.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

std::string renderer() {
  std::string text =
      fmt::format("{} {} {}", extract::kPageImageVersion, kPageDotsPerInch, kCropDotsPerInch);
  for (const auto& [name, version] : extract::library_versions())
    text += fmt::format(" {} {}", name, version);
  return text;
}

json box_json(const Box& box) { return {box.x0, box.y0, box.x1, box.y1}; }

Box box_from(const json& value) { return {value.at(0), value.at(1), value.at(2), value.at(3)}; }

json kept_json(const KeptPictures& kept) {
  json out = {{"crops", json::object()}, {"pages", json::object()}};
  for (const auto& [number, crop] : kept.crops)
    out["crops"][std::to_string(number)] = {
        crop.place.page,  box_json(crop.place.part), box_json(crop.place.value),
        crop.place.width, crop.place.height,         crop.bytes};
  for (const auto& [number, page] : kept.pages)
    out["pages"][std::to_string(number)] = {page.size.width, page.size.height, page.bytes,
                                            page.left_out};
  out["unused_of"] = kept.unused_of;
  out["unused"] = unused_json(kept.unused);
  return out;
}

KeptPictures kept_from(const json& value) {
  KeptPictures kept;
  for (const auto& [number, crop] : value.at("crops").items())
    kept.crops[std::atoi(number.c_str())] = {
        {crop.at(0), box_from(crop.at(1)), box_from(crop.at(2)), crop.at(3), crop.at(4)},
        crop.at(5)};
  for (const auto& [number, page] : value.at("pages").items())
    kept.pages[std::atoi(number.c_str())] = {{page.at(0), page.at(1)}, page.at(2), page.at(3)};
  const auto unused = unused_from(value.at("unused"));
  if (unused) {
    kept.unused = *unused;
    kept.unused_of = value.at("unused_of");
  }
  return kept;
}

}  // namespace

PicturesState read_pictures_state(const std::filesystem::path& folder) {
  PicturesState state;
  std::ifstream in(folder / kPicturesState, std::ios::binary);
  if (!in) return state;
  const json value = json_from(std::string(std::istreambuf_iterator<char>(in), {}));
  try {
    if (value.at("renderer") != renderer()) return {};
    state.budget = value.at("budget");
    for (const auto& [sha256, kept] : value.at("documents").items())
      state.documents.emplace(sha256, kept_from(kept));
  } catch (const json::exception&) {  // not as it was written
    return {};
  }
  return state;
}

std::string pictures_state_text(const PicturesState& state) {
  json documents = json::object();
  for (const auto& [sha256, kept] : state.documents)
    static_cast<json::object_t::Container&>(*documents.get_ptr<json::object_t*>())
        .emplace_back(sha256, kept_json(kept));
  const json out = {
      {"renderer", renderer()}, {"budget", state.budget}, {"documents", std::move(documents)}};
  return json_line(out) + '\n';
}

}  // namespace prongsai
