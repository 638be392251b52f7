// SPDX-License-Identifier: GPL-3.0-or-later
// What of a page no value and no text of its record was read from.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "model/geometry.h"
#include "model/page_text.h"

namespace prongsai {

struct UnusedLine {
  Box box;              // on the page as it is shown
  bool number = false;  // holds a number with decimals: perhaps a row that was lost
  bool operator==(const UnusedLine&) const = default;
};
using UnusedLines = std::map<int, std::vector<UnusedLine>>;  // by page

// `record` is one as `extract` prints it.
UnusedLines unused_lines(const Extraction& extraction, const nlohmann::ordered_json& record);

// As a worker sends them and as they are kept: {"3": [[x0, y0, x1, y1, 1], ...]}.
nlohmann::ordered_json unused_json(const UnusedLines& lines);
// Nothing if it has not that form.
std::optional<UnusedLines> unused_from(const nlohmann::ordered_json& value);

}  // namespace prongsai
