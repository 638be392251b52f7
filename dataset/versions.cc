// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/versions.h"

#include <openssl/crypto.h>
#include <sqlite3.h>

namespace prongsai {

LibraryVersions dataset_library_versions() {
  return {{"openssl", OpenSSL_version(OPENSSL_VERSION_STRING)}, {"sqlite", sqlite3_libversion()}};
}

}  // namespace prongsai
