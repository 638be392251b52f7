// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace prongsai::extract {

// The bytes of a PDF that is cut off, followed by a trailer that names its catalog; empty if no
// catalog can be seen in them. Where the page tree is lost but pages are there, a new tree of them,
// in the order of the file, takes its place.
std::string with_trailer(const std::string& bytes);

// Whether the document was changed after it had been written: objects are defined anew behind an
// end-of-file mark. What a reader sees is the last revision; the others are still in the file.
// True of two documents in one file as well.
bool has_revisions(const std::string& bytes);

}  // namespace prongsai::extract
