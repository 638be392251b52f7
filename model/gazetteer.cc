// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/gazetteer.h"

#include <algorithm>
#include <string>

#include "model/diagnostic.h"
#include "model/embedded.h"
#include "model/text.h"

namespace prongsai {
namespace {

// Districts of Bangkok are listed with their prefix เขต.
constexpr std::string_view kKhet = "เขต";

PlaceLevel level_of(std::string_view code) {
  if (code.size() == 2) return PlaceLevel::kProvince;
  if (code.size() == 4) return PlaceLevel::kDistrict;
  if (code.size() == 6) return PlaceLevel::kSubdistrict;
  throw Error(ErrorCode::kInternal, "places.tsv", 0, "'" + std::string(code) + "' is no area code");
}

bool before(const Place* a, const Place* b) {
  if (a->name != b->name) return a->name < b->name;
  return a->code < b->code;
}

}  // namespace

Gazetteer::Gazetteer(std::string_view tsv) {
  bool header = true;
  for (const std::string_view line : split(tsv, '\n')) {
    if (header || line.empty()) {
      header = false;
      continue;
    }
    const std::vector<std::string_view> fields = split(line, '\t');
    if (fields.size() < 3) throw Error(ErrorCode::kInternal, "places.tsv", 0, std::string(line));
    Place place{fields[0], level_of(fields[0]), fields[2]};
    if (place.level == PlaceLevel::kDistrict && place.code.starts_with("10") &&
        place.name.starts_with(kKhet)) {
      place.name.remove_prefix(kKhet.size());
    }
    places_.push_back(place);
  }
  std::sort(places_.begin(), places_.end(),
            [](const Place& a, const Place& b) { return a.code < b.code; });
  for (const Place& place : places_) by_name_.push_back(&place);
  std::sort(by_name_.begin(), by_name_.end(), before);
}

std::vector<const Place*> Gazetteer::named(PlaceLevel level, std::string_view name) const {
  std::vector<const Place*> found;
  auto it = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                             [](const Place* p, std::string_view n) { return p->name < n; });
  for (; it != by_name_.end() && (*it)->name == name; ++it) {
    if ((*it)->level == level) found.push_back(*it);
  }
  return found;
}

const Place* Gazetteer::by_code(std::string_view code) const {
  const auto it = std::lower_bound(places_.begin(), places_.end(), code,
                                   [](const Place& p, std::string_view c) { return p.code < c; });
  return it != places_.end() && it->code == code ? &*it : nullptr;
}

std::vector<const Place*> Gazetteer::inside(const Place& area) const {
  std::vector<const Place*> found;
  auto it = std::lower_bound(places_.begin(), places_.end(), area.code,
                             [](const Place& p, std::string_view c) { return p.code < c; });
  for (; it != places_.end() && it->code.starts_with(area.code); ++it) {
    if (it->code.size() == area.code.size() + 2) found.push_back(&*it);
  }
  return found;
}

const Gazetteer& gazetteer() {
  static const Gazetteer places(embedded_file("places.tsv"));
  return places;
}

}  // namespace prongsai
