// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a dataset from what its journal knows.
#pragma once

#include <optional>
#include <string>

#include "cli/dataset_corrections.h"
#include "cli/exit_code.h"
#include "cli/expected_agencies.h"
#include "dataset/export.h"
#include "dataset/known.h"

namespace prongsai {

// How a dataset is written.
struct DatasetOptions {
  ExportOptions exported;
  std::string agencies;     // a list of those that should have documents; empty: none
  bool check_ckan = false;  // name what the publisher has not said yet
  std::string tessdata;     // folder of the OCR models that were used; empty: the system's
  int jobs = 0;             // threads; 0: as many as there are cores
};

// The list that the options name, with its bytes; nothing if they name none. Throws Error if it
// cannot be read or has no agency. Rows that cannot be used are named on standard error.
struct AgencyList {
  std::string sha256;
  ExpectedAgencies expected;
};
std::optional<AgencyList> read_agency_list(const DatasetOptions& options);

// Writes all files, unless they are as they would be, and says on standard error how many inputs
// are in which state, which could not be read, and what became of the corrections. Throws Error if
// a file cannot be written, or if an input is in no state.
ExitCode write_dataset(Known& known, const std::string& dataset, const DatasetOptions& options,
                       std::optional<AgencyList> list, const DatasetCorrections& corrections);

}  // namespace prongsai
