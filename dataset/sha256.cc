// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/sha256.h"

#include <openssl/evp.h>

#include <array>

#include "model/diagnostic.h"

namespace prongsai {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
    throw Error(ErrorCode::kInternal, "", 0, "SHA-256 failed");
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) {
    hex += kHex[digest[i] >> 4U];
    hex += kHex[digest[i] & 15U];
  }
  return hex;
}

}  // namespace prongsai
