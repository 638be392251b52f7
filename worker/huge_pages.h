// SPDX-License-Identifier: GPL-3.0-or-later
// Memory in few large pages: a fork copies one entry for each page, not the memory itself.
#pragma once

namespace prongsai {

// Puts the memory that this process has so far into huge pages, where the kernel can (Linux 6.1 and
// newer); elsewhere nothing changes. For a process that has loaded what its workers share.
void gather_memory();

}  // namespace prongsai
