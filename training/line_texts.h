// SPDX-License-Identifier: GPL-3.0-or-later
// What the number model is trained on: random lines as cells and paragraphs of reports hold them.
#pragma once

#include <string>
#include <vector>

#include "testdata/generate/random.h"

namespace prongsai::training {

// The words of a line that are no numbers, from texts of this project.
struct Words {
  std::vector<std::string> texts;
  // A stretch of one of them, 1 to `most` letters long at the most.
  std::string some(testdata::Random& random, int most) const;
};
Words load_words(const std::string& source_dir);

// What the model is to write for `text`: its digits, code letters and signs as they are, '#' for
// every other letter; marks above and below are left out.
std::string label_of(const std::string& text);

std::string random_line(const Words& words, testdata::Random& random);

}  // namespace prongsai::training
