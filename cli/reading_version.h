// SPDX-License-Identifier: GPL-3.0-or-later
// What a reading depends on besides the document, so that what is kept of older readings is used
// where it would come out the same, and only there.
#pragma once

#include <string>

#include "cli/pipeline.h"

namespace prongsai {

// Twelve hexadecimal digits each, which differ where a reading may.
struct ReadingVersion {
  std::string pictures;  // what a picture says: libraries, OCR models, how pages are read
  std::string pages;     // what a page says: the same and the options
  std::string record;    // the pages, and the rules by which they become a record
};

ReadingVersion reading_version(const PipelineOptions& options);

}  // namespace prongsai
