// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, kept in a folder of the dataset by the content it was read from. It may be deleted
// at any time.
#pragma once

#include <string>
#include <string_view>

namespace prongsai {

// Of what it is kept.
enum class PageCacheKind {
  kDocuments,  // pack_pages: a change to the rules reads no page again
  kPictures,   // pack_picture: a page that another document has as well is read once
};

class PageCache {
 public:
  // `version`: see ReadingVersion.
  PageCache(const std::string& dataset, PageCacheKind kind, std::string version);

  // What is kept by a digest; empty if it is not there, of another version, or not as it was
  // written.
  std::string find(const std::string& sha256) const;

  // Puts it in the place of what is there. What cannot be written is not kept.
  void keep(const std::string& sha256, std::string_view bytes) const;

  // What is kept of a document, of whatever version, and what it is known by: it differs where the
  // pages may.
  static std::string any(const std::string& dataset, const std::string& sha256);
  static std::string head(const std::string& dataset, const std::string& sha256);

  // Where all of a kind lies.
  static std::string folder_of(const std::string& dataset, PageCacheKind kind);

  // What one dataset keeps of a document, and of all pictures, for another one.
  static void copy_document(const std::string& sha256, const std::string& from,
                            const std::string& to);
  static void copy_pictures(const std::string& from, const std::string& to);

 private:
  std::string file_of(const std::string& sha256) const;

  std::string folder_;
  std::string ending_;
  std::string version_;
};

}  // namespace prongsai
