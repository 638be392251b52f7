// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/sha256.h"

#include <openssl/evp.h>

#include <array>

#include "model/diagnostic.h"

namespace prongsai {

namespace {

struct Digest {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int length = 0;
};

Digest digest_of(std::string_view bytes) {
  Digest digest;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.bytes.data(), &digest.length, EVP_sha256(),
                 nullptr) != 1)
    throw Error(ErrorCode::kInternal, "", 0, "SHA-256 failed");
  return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const Digest digest = digest_of(bytes);
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < digest.length; ++i) {
    hex += kHex[digest.bytes[i] >> 4U];
    hex += kHex[digest.bytes[i] & 15U];
  }
  return hex;
}

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = digest_of(bytes);
  constexpr size_t kRoom = size_t{EVP_MAX_MD_SIZE} * 2;
  std::array<unsigned char, kRoom> text{};  // with a NUL behind it
  const int length =
      EVP_EncodeBlock(text.data(), digest.bytes.data(), static_cast<int>(digest.length));
  return {text.begin(), text.begin() + length};
}

}  // namespace prongsai
