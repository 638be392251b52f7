// SPDX-License-Identifier: GPL-3.0-or-later
// Extracted pages as JSON and back, so that what was read of a page (at the cost of OCR) can be
// kept and the later stages run again on it. Nothing is lost: the pages compare equal.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/page_text.h"

namespace prongsai {

nlohmann::json pages_to_json(const Extraction& extraction);

// Throws nlohmann::json::exception if it is no such JSON.
Extraction pages_from_json(const nlohmann::json& from);

}  // namespace prongsai
