// SPDX-License-Identifier: GPL-3.0-or-later
// Everything besides the documents that decides what is read: libraries, models, data files.
#pragma once

#include <string>
#include <vector>

#include "model/versions.h"

namespace prongsai {

// All libraries that the program uses, by name.
LibraryVersions all_library_versions();

// A model of the OCR engine, or a data file of our own.
struct ModelVersion {
  std::string name;    // tha, eng, thascore, codebook, gazetteer
  int year = 0;        // fiscal year of a codebook; 0 for what is of no year
  std::string path;    // empty where it is part of the program, or missing
  std::string sha256;  // empty where it is missing
};

// Given the folder that --tessdata names, or empty.
std::vector<ModelVersion> model_versions(const std::string& tessdata);

// The answer to --version --json; a model's `place` is file, program (part of it) or missing.
std::string versions_json();

}  // namespace prongsai
