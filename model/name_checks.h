// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a document writes its agency, district and province in one way.
#pragma once

#include "model/record.h"

namespace prongsai {

// Adds the checks agency_consistent to the record's. A spelling counts if the gazetteer knows it or
// it is nearly the chosen one; what else stands behind "ตำบล" or "อำเภอ" is no name.
void check_names(Record& record);

}  // namespace prongsai
