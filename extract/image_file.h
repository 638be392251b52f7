// SPDX-License-Identifier: GPL-3.0-or-later
// A PNG, JPEG or TIFF file as a row of images. Leptonica types: for .cc files only.
#pragma once

#include <string>

#include "extract/pix.h"

namespace prongsai::extract {

class ImageFile {
 public:
  // `bytes` must outlive the object.
  ImageFile(const std::string& bytes, const std::string& media_type, const std::string& name);

  // The images of the file are its pages, from 1.
  int number() const { return number_; }

  enum class Next { kImage, kEnd, kDamaged };
  // Decodes the next image. Throws Error kTooLarge, and kDamaged if it is the first one and cannot
  // be read.
  Next next();
  Pix* image() const { return image_.get(); }

  // The image as a page is read: in gray, at its own resolution or at 300 dots per inch, whichever
  // is less. Empty if there is no memory for it.
  Raster raster() const;

 private:
  const std::string& bytes_;
  std::string media_type_;
  std::string name_;
  int number_ = 0;
  size_t offset_ = 0;  // in a TIFF, of the image behind this one; 0: there is none
  PixPtr image_;
};

}  // namespace prongsai::extract
