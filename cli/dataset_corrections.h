// SPDX-License-Identifier: GPL-3.0-or-later
// corrections.csv of a dataset: the file itself, and what became of what stands in it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/corrections.h"
#include "dataset/known.h"

namespace prongsai {

// Of a file. Throws Error if it cannot be read or has not the columns.
CorrectionTable read_correction_file(const std::string& name);

// Of a dataset; no rows if it has no such file.
CorrectionTable correction_table_of(const std::string& dataset);
std::string corrections_file(const std::string& dataset);

// Writes the rows into the dataset's file, unless it says the same already.
void write_corrections(const std::string& dataset, const std::vector<CorrectionRow>& rows);

// Adds what can be used of other files; what cannot is named on standard error. Returns whether all
// of it could.
bool add_corrections(const std::string& dataset, const std::vector<std::string>& files);

// Those of the documents that a part of the dataset has to have, as K of N, and what could not be
// used.
struct DatasetCorrections {
  Corrections counted;
  std::vector<TypedError> errors;
};
DatasetCorrections corrections_of(const std::string& dataset, int shard = 1, int shards = 1);

// What became of them. Stale ones are those whose value is not there to be corrected.
struct CorrectionOutcome {
  size_t applied = 0;
  std::vector<std::pair<int, std::string>> stale;  // line, why
};
CorrectionOutcome outcome_of_corrections(const Corrections& corrections, const Known& known);

// For manifest.json.
nlohmann::ordered_json corrections_json(const Corrections& corrections, const Known& known);

// Names errors and what is stale, and counts the rest, on standard error; nothing if there is none.
void report_corrections(const DatasetCorrections& corrections, const Known& known,
                        const std::string& dataset);

}  // namespace prongsai
