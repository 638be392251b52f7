// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout.h"

namespace prongsai {

std::vector<Block> lay_out(const std::vector<PageText>& pages) {
  std::vector<Block> blocks;
  for (const PageText& page : pages) {
    blocks.insert(blocks.end(), page.blocks.begin(), page.blocks.end());
  }
  return blocks;
}

}  // namespace prongsai
