// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <cstdio>
#include <new>

#include "cli/exit_code.h"
#include "cli/options.h"

int main(int argc, char** argv) {
  // A file that may not grow is an error like a full disk.
  ::signal(SIGXFSZ, SIG_IGN);
  try {
    return static_cast<int>(prongsai::run_command_line(argc, argv));
  } catch (const std::bad_alloc&) {
    std::fputs("prongsai: there is too little memory\n", stderr);
    return static_cast<int>(prongsai::ExitCode::kIncomplete);
  }
}
