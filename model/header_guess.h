// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of columns that OCR has misread, told beside others that it has not.
#pragma once

#include <string_view>
#include <vector>

#include "model/patterns.h"

namespace prongsai {

struct HeaderWord {
  ColumnRole role;
  const char* text;     // folded
  const char* misread;  // an example
};
const std::vector<HeaderWord>& header_words();

// The role of the header that the cell is most like, if it is like one at all and like no other
// role's as much. Only to be asked for cells beside headers.
HeaderMatch guess_header(std::string_view cell);

}  // namespace prongsai
