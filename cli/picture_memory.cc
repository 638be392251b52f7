// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picture_memory.h"

#include <fmt/format.h>

#include <utility>

#include "cli/pages_archive.h"
#include "dataset/sha256.h"
#include "model/diagnostic.h"

namespace prongsai {

std::string sha256_of(const extract::Raster& picture) {
  Sha256 digest;
  digest.add(fmt::format("{} x {} at {}\n", picture.width, picture.height, picture.dots_per_inch));
  digest.add({reinterpret_cast<const char*>(picture.gray.data()), picture.gray.size()});
  return digest.hex();
}

std::optional<extract::OcrPage> PictureMemory::find(const std::string& sha256) const {
  const auto found = fresh_.find(sha256);
  const std::string bytes = found == fresh_.end() ? kept_.find(sha256) : found->second;
  if (bytes.empty()) return std::nullopt;
  try {
    return unpack_picture(bytes);
  } catch (const Error&) {
    return std::nullopt;  // what some worker has left is not believed to be a reading
  }
}

extract::PictureMemory PictureMemory::recall() {
  return [this](const extract::Raster& picture, const std::function<extract::OcrPage()>& read) {
    const std::string sha256 = sha256_of(picture);
    if (auto known = find(sha256)) return std::move(*known);
    extract::OcrPage page = read();
    if (page.complete) fresh_.insert_or_assign(sha256, pack_picture(page));
    return page;
  };
}

}  // namespace prongsai
