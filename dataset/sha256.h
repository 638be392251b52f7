// SPDX-License-Identifier: GPL-3.0-or-later
// The identity of a document: what its bytes are, whatever it is called.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace prongsai {

// 64 hexadecimal digits in lower case. Throws Error if the library fails.
std::string sha256_hex(std::string_view bytes);

// The same digest in base 64, as a Content-Security-Policy names what it allows.
std::string sha256_base64(std::string_view bytes);

// The same of bytes that come one after the other.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  std::string hex();  // once, at the end

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace prongsai
