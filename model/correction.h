// SPDX-License-Identifier: GPL-3.0-or-later
// What people decided who looked at the document: their word outranks the reading.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/evidence.h"

namespace prongsai {

struct Record;

// One person's decision about one value.
struct Correction {
  std::string pointer;  // JSON Pointer of the value, as the record was then
  std::string what;     // its name, "issue 3 i12/score"; empty: only the pointer is known
  std::string was;      // as the record had it
  std::string is;       // as it is printed; empty: not legible
  std::string who;
  std::string when;  // ISO 8601, UTC: later ones are greater
  bool operator==(const Correction&) const = default;
};

// What comes of the decisions about a value, and its name among the repairs of the evidence.
enum class Decision { kAccepted, kCorrected, kNotLegible, kDiffer };

struct DecisionRow {
  Decision decision;
  const char* repair;
  Trust trust;
  // An example: a score that is read, what one person decided, and another one.
  const char* reading;
  const char* was;
  const char* is;
  const char* also;  // null: nobody else
};
std::span<const DecisionRow> decisions();

// Whether a person has decided about the value, or several have and differ.
bool is_decided(const Evidence& evidence);

// Puts what was decided in the place of what was read. Of each person the latest decision about a
// value counts. A value is found by its name, as it was read or as codes and numbers are corrected;
// if there is none of the name, by the pointer. Where several values have one name, and by the
// pointer, `was` or `is` has to be what stands there: as it is read, as it was `shown` to
// reviewers, or as an earlier decision has it. Nothing is put where nothing was read. Returns which
// of the corrections find no value.
std::vector<size_t> apply_corrections(const std::vector<Correction>& corrections,
                                      const Record& shown, Record& record);
// Where nothing is shown but what is read.
std::vector<size_t> apply_corrections(const std::vector<Correction>& corrections, Record& record);

// Gives the values that are decided their trust again, whatever checks have made of it.
void keep_decided_trust(Record& record);

}  // namespace prongsai
