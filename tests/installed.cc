// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/installed.h"

#include <stdexcept>

namespace prongsai::tests {

namespace fs = std::filesystem;

const fs::path& installed() {
  static const ScratchFolder folder;
  static const fs::path prefix = [] {
    fs::path wanted = folder.path() / "prefix";
    // The program's own name, which comes last, is the script's $1.
    const Outcome outcome = run_program({}, {},
                                        {"bash", "-c", R"("$0" --install "$1" --prefix "$2")",
                                         PRONGSAI_CMAKE, PRONGSAI_BINARY_DIR, wanted.string()});
    if (outcome.exit_code != 0) throw std::runtime_error("cmake --install: " + outcome.out);
    return wanted;
  }();
  return prefix;
}

Outcome run_script(const std::string& script, const fs::path& folder,
                   const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"env",
                                    "HOME=" + folder.string(),
                                    "bash",
                                    "-c",
                                    R"(cd "$1" && PATH=$2:$PATH && eval "set -eu; shift 3; $3")",
                                    "bash",
                                    folder.string(),
                                    (installed() / "bin").string(),
                                    script};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_program({}, {}, words);
}

}  // namespace prongsai::tests
