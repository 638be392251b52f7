// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace prongsai {

// Loads the tables of the stages and compiles their patterns, by reading a text that is made of the
// tables' own examples. Processes that are forked afterwards share all of it; without this each
// would spend more on its patterns than on its document.
void warm_up();

}  // namespace prongsai
