// SPDX-License-Identifier: GPL-3.0-or-later
// A file is a line with the version and the digest of the rest, and the rest.
#include "cli/page_cache.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "dataset/sha256.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;

std::string head_of(const std::string& version, std::string_view bytes) {
  return version + ' ' + sha256_hex(bytes) + '\n';
}

std::string ending_of(PageCacheKind kind) {
  return kind == PageCacheKind::kDocuments ? ".pages" : ".picture";
}

std::string file_name(const std::string& folder, const std::string& sha256,
                      const std::string& ending) {
  return folder + '/' + sha256.substr(0, 2) + '/' + sha256 + ending;
}

std::string document_file(const std::string& dataset, const std::string& sha256) {
  return file_name(PageCache::folder_of(dataset, PageCacheKind::kDocuments), sha256,
                   ending_of(PageCacheKind::kDocuments));
}

std::string head_in(const std::string& file) {
  constexpr size_t kMost = 200;
  std::ifstream in(file, std::ios::binary);
  std::string head(kMost, '\0');
  in.read(head.data(), kMost);
  return head.substr(0, std::min(head.find('\n'), static_cast<size_t>(in.gcount())));
}

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head;
  if (!in || !std::getline(in, head)) return {};
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return head + '\n' == head_of(head.substr(0, head.find(' ')), bytes) ? bytes : std::string();
}

// The files are replaced, never changed: two datasets may share one.
void link(const fs::path& source, const fs::path& target) {
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  fs::create_hard_link(source, target, error);
  if (error) fs::copy_file(source, target, error);
}

}  // namespace

PageCache::PageCache(const std::string& dataset, PageCacheKind kind, std::string version)
    : folder_(folder_of(dataset, kind)), ending_(ending_of(kind)), version_(std::move(version)) {}

std::string PageCache::folder_of(const std::string& dataset, PageCacheKind kind) {
  return dataset + (kind == PageCacheKind::kDocuments ? "/pages" : "/pages/pictures");
}

std::string PageCache::file_of(const std::string& sha256) const {
  return file_name(folder_, sha256, ending_);
}

std::string PageCache::find(const std::string& sha256) const {
  const std::string file = file_of(sha256);
  return head_in(file).starts_with(version_ + ' ') ? content_of(file) : std::string();
}

std::string PageCache::any(const std::string& dataset, const std::string& sha256) {
  return content_of(document_file(dataset, sha256));
}

std::string PageCache::head(const std::string& dataset, const std::string& sha256) {
  return head_in(document_file(dataset, sha256));
}

void PageCache::keep(const std::string& sha256, std::string_view bytes) const {
  const fs::path name = file_of(sha256);
  const fs::path written = name.string() + ".new";
  std::error_code error;
  fs::create_directories(name.parent_path(), error);
  {
    std::ofstream out(written, std::ios::binary);
    out << head_of(version_, bytes) << bytes;
    if (out.flush()) fs::rename(written, name, error);
  }
  fs::remove(written, error);
}

void PageCache::copy_document(const std::string& sha256, const std::string& from,
                              const std::string& to) {
  const fs::path source = document_file(from, sha256);
  const fs::path target = document_file(to, sha256);
  std::error_code error;
  if (fs::equivalent(source, target, error) || !fs::exists(source, error)) return;
  fs::remove(target, error);
  link(source, target);
}

void PageCache::copy_pictures(const std::string& from, const std::string& to) {
  const fs::path source = folder_of(from, PageCacheKind::kPictures);
  const fs::path target = folder_of(to, PageCacheKind::kPictures);
  std::error_code error;
  for (fs::recursive_directory_iterator files(source, error), end; !error && files != end;
       files.increment(error)) {
    if (files->is_regular_file(error)) link(*files, target / fs::relative(*files, source, error));
  }
}

}  // namespace prongsai
