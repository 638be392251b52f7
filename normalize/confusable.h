// SPDX-License-Identifier: GPL-3.0-or-later
// Letters and marks that OCR takes for each other.
#pragma once

#include <span>
#include <string_view>

namespace prongsai::normalize {

struct Confusable {
  std::u32string_view letters;  // each is read for each
  const char* misread;          // an example, which the repairs for OCR set right
  const char* right;
};

std::span<const Confusable> confusables();

}  // namespace prongsai::normalize
