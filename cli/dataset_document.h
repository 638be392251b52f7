// SPDX-License-Identifier: GPL-3.0-or-later
// What a dataset says of one document: made of a record that is believed only if it has the form
// of one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "dataset/tables.h"

namespace prongsai {

struct DatasetDocument {
  DocumentEntry entry;
  nlohmann::ordered_json record;                       // null: none
  std::string line;                                    // of records.ndjson; empty: none
  std::vector<std::pair<const char*, TableRow>> rows;  // by table, in their order
};

// `record`: as a worker has sent it; empty if there is none. A document whose record no dataset can
// be made of is quarantined.
DatasetDocument dataset_document(DocumentEntry entry, const std::string& record);

}  // namespace prongsai
