// SPDX-License-Identifier: GPL-3.0-or-later
// corrections.csv: what reviewers decided about values of documents, as a table, and what of it
// counts for a dataset.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/typed_table.h"
#include "model/correction.h"

namespace prongsai {

struct CorrectionRow {
  std::string document_id;  // "sha256:..."
  Correction correction;
  std::string note;
  int line = 0;         // of its file
  bool usable = false;  // or else among the errors
};

struct CorrectionTable {
  std::vector<CorrectionRow> rows;  // all, so that nothing gets lost that somebody wrote
  std::vector<TypedError> errors;
  bool has_header = false;
};

// Reads UTF-8 with or without a byte order mark; columns in any order. A text without anything is a
// table without rows.
CorrectionTable read_correction_table(std::string_view text);

// The rows as a file: sorted, each once. The same rows give the same bytes.
std::string correction_csv(std::vector<CorrectionRow> rows);

// A decision that counts: no later one of the same person is about the same value.
struct CountedCorrection {
  Correction correction;  // its `when` without the "Z": a whole second is before its parts
  std::string value;      // that it is about, the same in all decisions about it
  int line = 0;
};

// The decisions that count, by the hexadecimal digits of their document, sorted.
class Corrections {
 public:
  Corrections() = default;
  explicit Corrections(const std::vector<CorrectionRow>& rows);

  using ByDocument = std::map<std::string, std::vector<CountedCorrection>>;
  const ByDocument& by_document() const { return by_document_; }
  std::vector<Correction> of(const std::string& sha256) const;

  // What they add to the version of a document's reading: " corrections=..." or nothing.
  std::string version_of(const std::string& sha256) const;
  // Of all of them.
  std::string digest() const;

 private:
  ByDocument by_document_;
};

// That part of the version of a reading which version_of() has added.
std::string corrections_in_version(const std::string& version);

}  // namespace prongsai
