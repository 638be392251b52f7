// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/plain_text.h"

namespace prongsai::extract {

Extraction read_plain_text(const std::string&, const std::string& media_type) {
  Extraction extraction;
  extraction.media_type = media_type;
  return extraction;
}

}  // namespace prongsai::extract
