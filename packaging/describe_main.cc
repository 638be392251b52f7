// SPDX-License-Identifier: GPL-3.0-or-later
// A tool of the build: prints what is generated from the table of options.
#include <iostream>
#include <string_view>

#include "cli/completion.h"
#include "cli/manual.h"

int main(int argc, char** argv) {
  const std::string_view what = argc == 2 ? argv[1] : "";
  if (what == "bash") {
    std::cout << prongsai::bash_completion(prongsai::option_table());
  } else if (what == "zsh") {
    std::cout << prongsai::zsh_completion(prongsai::option_table());
  } else if (what == "manual") {
    std::cout << prongsai::manual_of_commands(prongsai::option_table());
  } else {
    std::cerr << "usage: prongsai_describe bash|zsh|manual\n";
    return 2;
  }
  return std::cout.flush() ? 0 : 1;
}
