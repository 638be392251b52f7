// SPDX-License-Identifier: GPL-3.0-or-later
// Extracted pages as bytes and back, so that what was read of a page (at the cost of OCR) can be
// kept and the later stages run again on it. Nothing is lost: the pages compare equal.
#pragma once

#include <string>
#include <string_view>

#include "extract/ocr_page.h"
#include "model/page_text.h"

namespace prongsai {

// Compressed, with a checksum.
std::string pack_pages(const Extraction& extraction);

// Throws Error kDamaged if the bytes are not what pack_pages gave.
Extraction unpack_pages(std::string_view bytes);

// The same for what was read of one picture.
std::string pack_picture(const extract::OcrPage& page);
extract::OcrPage unpack_picture(std::string_view bytes);

}  // namespace prongsai
