// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace prongsai {

// As in contract/cli.md.
enum class ExitCode {
  kDone = 0,
  kDisagrees = 1,   // check or validate found something
  kUsage = 2,       // nothing was done
  kIncomplete = 3,  // an input, or a part of it, could not be read; all else is done
};

}  // namespace prongsai
