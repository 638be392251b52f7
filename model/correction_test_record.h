// SPDX-License-Identifier: GPL-3.0-or-later
// A record, and decisions about it, for the tests of corrections.
#pragma once

#include <string>

#include "model/correction.h"
#include "model/record.h"

namespace prongsai::tests {

Correction correction(std::string what, std::string was, std::string is, std::string who = "ก",
                      std::string when = "2026-11-21T20:15:00Z");

ItemResult item(const char* code, double score, double confidence = 0.7);

// One of every kind, and two items of the same name.
Record record_of_all();

// The text of the value with the pointer, or the name; "" if there is none.
std::string text_at(const Record& record, const std::string& pointer);
std::string text_named(const Record& record, const std::string& name);

}  // namespace prongsai::tests
