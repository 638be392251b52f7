// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a review's folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

namespace prongsai {

// A data file: prongsaiData("queue", {...}), which is JavaScript whatever the texts in it are.
std::string data_file(const std::string& name, const std::string& json);

// JSON that may stand in such a file.
std::string script_json(const nlohmann::ordered_json& value);

class ReviewFiles {
 public:
  explicit ReviewFiles(std::filesystem::path folder);

  // Puts a file in its place when it is whole, unless it is there with the same bytes. `name` is
  // relative. Throws Error if it cannot be written.
  void write(const std::string& name, const std::string& bytes);
  // Says that a file of an earlier run is still wanted.
  void keep(const std::string& name);
  // Whether a file of this many bytes is there.
  bool has(const std::string& name, std::uint64_t bytes) const;
  // Removes what earlier runs have left in data/, pictures/ and crops/.
  void remove_others() const;

  // Of the files that were written or kept.
  std::uint64_t size() const { return size_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::set<std::string> names_;
  std::uint64_t size_ = 0;
};

}  // namespace prongsai
