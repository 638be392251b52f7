// SPDX-License-Identifier: GPL-3.0-or-later
// What a document is called in records and tables, whatever its file is called.
#pragma once

#include <string>
#include <string_view>

namespace prongsai {

// "sha256:" and the 64 digits of the digest of its bytes, in lower case.
bool is_document_id(std::string_view id);

// The first 16 digits: a review's files of the document are named by them. Empty of what is no id.
std::string document_key(std::string_view id);

}  // namespace prongsai
