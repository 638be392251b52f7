// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace prongsai::extract {

// The bytes of a PDF that is cut off, followed by a trailer that names its catalog; empty if no
// catalog can be seen in them. Where the page tree is lost but pages are there, a new tree of them,
// in the order of the file, takes its place.
std::string with_trailer(const std::string& bytes);

}  // namespace prongsai::extract
