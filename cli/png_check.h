// SPDX-License-Identifier: GPL-3.0-or-later
// Whether bytes that a worker has sent are a picture, before they become a file.
#pragma once

#include <string_view>

namespace prongsai {

// A PNG of this size in shades of gray, not interlaced, and nothing else: no text, no profile, no
// animation, nothing behind its end, no chunk that is damaged. What the pixels are is not looked
// at.
bool is_plain_png(std::string_view bytes, int width, int height);

}  // namespace prongsai
