// SPDX-License-Identifier: GPL-3.0-or-later
// The record as JSON, as contract/record.schema.json describes it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "model/page_text.h"
#include "model/record.h"

namespace prongsai {

// What the record says of the file itself.
struct DocumentInfo {
  std::string sha256;  // hex
  std::string source;
  std::string media_type;
  std::vector<PageText> pages;  // words and blocks are not needed
};

nlohmann::ordered_json record_to_json(const Record& record, const DocumentInfo& document);

}  // namespace prongsai
