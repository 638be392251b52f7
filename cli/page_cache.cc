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

std::string head_of(const std::string& version, std::string_view pages) {
  return version + ' ' + sha256_hex(pages) + '\n';
}

std::string file_name(const std::string& dataset, const std::string& sha256) {
  return dataset + "/pages/" + sha256.substr(0, 2) + '/' + sha256 + ".pages";
}

}  // namespace

PageCache::PageCache(const std::string& dataset, std::string version)
    : dataset_(dataset), version_(std::move(version)) {}

std::string PageCache::find(const std::string& sha256) const {
  return head(dataset_, sha256).starts_with(version_ + ' ') ? any(dataset_, sha256) : std::string();
}

std::string PageCache::any(const std::string& dataset, const std::string& sha256) {
  std::ifstream in(file_name(dataset, sha256), std::ios::binary);
  std::string head;
  if (!in || !std::getline(in, head)) return {};
  std::string pages{std::istreambuf_iterator<char>(in), {}};
  return head + '\n' == head_of(head.substr(0, head.find(' ')), pages) ? pages : std::string();
}

std::string PageCache::head(const std::string& dataset, const std::string& sha256) {
  constexpr size_t kMost = 200;
  std::ifstream in(file_name(dataset, sha256), std::ios::binary);
  std::string head(kMost, '\0');
  in.read(head.data(), kMost);
  return head.substr(0, std::min(head.find('\n'), static_cast<size_t>(in.gcount())));
}

void PageCache::keep(const std::string& sha256, std::string_view pages) const {
  const fs::path name = file_name(dataset_, sha256);
  const fs::path written = name.string() + ".new";
  std::error_code error;
  fs::create_directories(name.parent_path(), error);
  {
    std::ofstream out(written, std::ios::binary);
    out << head_of(version_, pages) << pages;
    if (out.flush()) fs::rename(written, name, error);
  }
  fs::remove(written, error);
}

void PageCache::copy(const std::string& sha256, const std::string& from, const std::string& to) {
  const fs::path source = file_name(from, sha256);
  const fs::path target = file_name(to, sha256);
  std::error_code error;
  if (fs::equivalent(source, target, error) || !fs::exists(source, error)) return;
  fs::create_directories(target.parent_path(), error);
  fs::remove(target, error);
  // The files are replaced, never changed: two datasets may share one.
  fs::create_hard_link(source, target, error);
  if (error) fs::copy_file(source, target, error);
}

}  // namespace prongsai
