// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of a dataset's documents said, kept by the documents' content, so that a change to
// the rules reads no page again. It may be deleted at any time.
#pragma once

#include <string>
#include <string_view>

namespace prongsai {

class PageCache {
 public:
  // In a folder of the dataset. `version`: see ReadingVersion.
  PageCache(const std::string& dataset, std::string version);

  // What pack_pages gave for the document; empty if it is not there, of another version, or not as
  // it was written.
  std::string find(const std::string& sha256) const;

  // Puts it in the place of what is there of the document. What cannot be written is not kept.
  void keep(const std::string& sha256, std::string_view pages) const;

  // The same of whatever version, and what it is known by: it differs where the pages may.
  static std::string any(const std::string& dataset, const std::string& sha256);
  static std::string head(const std::string& dataset, const std::string& sha256);

  // What one dataset keeps of a document, for another one.
  static void copy(const std::string& sha256, const std::string& from, const std::string& to);

 private:
  std::string dataset_;
  std::string version_;
};

}  // namespace prongsai
