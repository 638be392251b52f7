// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a document's pages for people to look at, drawn anew: nothing of the file's own bytes
// is in them.
#pragma once

#include <memory>
#include <string>

#include "model/geometry.h"

namespace prongsai::extract {

// Changes when the same page would come out as other bytes.
constexpr int kPageImageVersion = 2;

struct PixelSize {
  int width = 0;
  int height = 0;
  bool operator==(const PixelSize&) const = default;
};

// Pixels of so many points; at least 1.
PixelSize pixel_size(double width, double height, double dots_per_inch);

class PageImages {
 public:
  // Throws Error if the file cannot be opened, or is none that has pictures (plain text has none).
  // `bytes` must outlive the object.
  PageImages(const std::string& bytes, const std::string& name);
  ~PageImages();
  PageImages(const PageImages&) = delete;
  PageImages& operator=(const PageImages&) = delete;

  // The page as it is shown, or a part of it (points, origin top left), as a PNG of exactly this
  // size in 16 shades of gray. What lies beyond the page is white. Empty if the page is not there
  // or cannot be drawn. Fast if the parts of one page are asked for one after the other.
  std::string page(int number, PixelSize size);
  std::string part(int number, const Box& part, PixelSize size);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace prongsai::extract
