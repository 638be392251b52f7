// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line reads by rules of its own: --pages and --shard.
#include "cli/option_text.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string text = tests::text_of(data, size);
  if (const auto pages = parse_pages(text)) {
    require(!pages->empty() && pages->size() <= kMostPages, "some pages are named");
    require(pages->back(), "the last page is one that is named");
  }
  if (const auto shard = parse_shard(text)) {
    require(shard->number >= 1 && shard->number <= shard->count, "a shard is one of them");
    require(
        parse_shard(std::to_string(shard->number) + '/' + std::to_string(shard->count)) == shard,
        "a shard is read again as what it is");
  }
  return 0;
}
