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

void check(int result) {
  if (result != 1) throw Error(ErrorCode::kInternal, "", 0, "SHA-256 failed");
}

Digest digest_of(std::string_view bytes) {
  Digest digest;
  check(EVP_Digest(bytes.data(), bytes.size(), digest.bytes.data(), &digest.length, EVP_sha256(),
                   nullptr));
  return digest;
}

std::string hex_of(const Digest& digest) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < digest.length; ++i) {
    hex += kHex[digest.bytes[i] >> 4U];
    hex += kHex[digest.bytes[i] & 15U];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return hex_of(digest_of(bytes)); }

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = digest_of(bytes);
  constexpr size_t kRoom = size_t{EVP_MAX_MD_SIZE} * 2;
  std::array<unsigned char, kRoom> text{};  // with a NUL behind it
  const int length =
      EVP_EncodeBlock(text.data(), digest.bytes.data(), static_cast<int>(digest.length));
  return {text.begin(), text.begin() + length};
}

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  check(context_ == nullptr ? 0 : EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void Sha256::add(std::string_view bytes) {
  check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

std::string Sha256::hex() {
  Digest digest;
  check(EVP_DigestFinal_ex(context_.get(), digest.bytes.data(), &digest.length));
  return hex_of(digest);
}

}  // namespace prongsai
