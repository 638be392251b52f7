// SPDX-License-Identifier: GPL-3.0-or-later
// What pictures a review's folder has, so that the next run draws only what has changed. It may be
// deleted at any time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "cli/review_json.h"
#include "cli/review_unused.h"
#include "extract/page_image.h"

namespace prongsai {

struct KeptCrop {
  CropPlace place;
  std::uint64_t bytes = 0;
};

struct KeptPage {
  extract::PixelSize size;
  std::uint64_t bytes = 0;
  bool left_out = false;  // there was no room for it, nor for any that came after it
};

struct KeptPictures {
  std::map<int, KeptCrop> crops;
  std::map<int, KeptPage> pages;
  std::string unused_of;  // what `unused` was found in
  UnusedLines unused;
};

struct PicturesState {
  std::uint64_t budget = 0;                       // bytes that all pictures could have
  std::map<std::string, KeptPictures> documents;  // by digest
};

constexpr const char* kPicturesState = "pictures.json";

// Empty if there is none, if it is not as it was written, or if the program draws otherwise now.
PicturesState read_pictures_state(const std::filesystem::path& folder);
std::string pictures_state_text(const PicturesState& state);

}  // namespace prongsai
