// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that were kept. First byte even: the bytes as they are kept. Odd: what they are before they
// are compressed, which no mutation of compressed bytes with a checksum would reach.
#include <zstd.h>

#include "cli/pages_archive.h"
#include "tests/fuzz/fuzz.h"

using namespace prongsai;
using prongsai::tests::require;

namespace {

std::string compressed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const bool compress = tests::take_byte(data, size) % 2 == 1;
  const std::string text = tests::text_of(data, size);
  try {
    const Extraction extraction = unpack_pages(compress ? compressed(text) : text);
    for (const PageText& page : extraction.pages)
      require(method_name(page.method) != nullptr, "a page was read by a method");
    const std::string packed = pack_pages(extraction);
    require(pack_pages(unpack_pages(packed)) == packed, "what is kept comes back as it was");
  } catch (const Error&) {  // damaged, and said so
  }
  return 0;
}
