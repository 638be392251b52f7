// SPDX-License-Identifier: GPL-3.0-or-later
// Provinces, districts and subdistricts with their official codes. Source:
// data/gazetteer/places.tsv. It is evidence, not law: some real places are missing from it.
#pragma once

#include <string_view>
#include <vector>

namespace prongsai {

enum class PlaceLevel { kProvince, kDistrict, kSubdistrict };

struct Place {
  std::string_view code;  // 2, 4 or 6 digits; begins with the code of the area it lies in
  PlaceLevel level = PlaceLevel::kProvince;
  std::string_view name;  // Thai, without prefix
};

class Gazetteer {
 public:
  explicit Gazetteer(std::string_view tsv);

  const std::vector<Place>& places() const { return places_; }
  // All places of that exact name and level, in code order.
  std::vector<const Place*> named(PlaceLevel level, std::string_view name) const;
  const Place* by_code(std::string_view code) const;
  // The places of the level below that lie in `area`.
  std::vector<const Place*> inside(const Place& area) const;

 private:
  std::vector<Place> places_;  // by code
  std::vector<const Place*> by_name_;
};

// The gazetteer compiled into the program; loaded once.
const Gazetteer& gazetteer();

}  // namespace prongsai
