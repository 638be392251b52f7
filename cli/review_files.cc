// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_files.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <utility>
#include <vector>

#include "dataset/json_line.h"
#include "model/diagnostic.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  if (fs::file_size(file, error) != bytes.size() || error) return false;
  std::ifstream in(file, std::ios::binary);
  return in && std::string(std::istreambuf_iterator<char>(in), {}) == bytes;
}

// Whatever else lies in the folder is not ours to remove.
bool is_of_review(const std::string& name) {
  static const std::regex kNames(
      "data/(places/[0-9]{2}-[0-9]{4}|documents/[0-9a-f]{16})\\.js(\\.new)?|"
      "(pictures|crops)/[0-9a-f]{16}/[0-9]{1,9}\\.png(\\.new)?");
  return std::regex_match(name, kNames);
}

}  // namespace

std::string script_json(const nlohmann::ordered_json& value) {
  const std::string text = json_line(value);
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    // "</script>" and "<!--" end or change a script; U+2028 and U+2029 end a line of old ones. All
    // of them can only be in strings.
    if (text[i] == '<') {
      out += "\\u003c";
    } else if (text.compare(i, 3, "\xE2\x80\xA8") == 0 || text.compare(i, 3, "\xE2\x80\xA9") == 0) {
      out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string data_file(const std::string& name, const std::string& json) {
  return "prongsaiData(\"" + name + "\", " + json + ");\n";
}

ReviewFiles::ReviewFiles(fs::path folder) : folder_(std::move(folder)) {}

void ReviewFiles::write(const std::string& name, const std::string& bytes) {
  names_.insert(name);
  size_ += bytes.size();
  const fs::path file = folder_ / name;
  if (holds(file, bytes)) return;
  // Not waited for until it is on the disk: what a failure of power loses can be made again.
  const fs::path fresh = file.string() + ".new";
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream out(fresh, std::ios::binary);
  out << bytes;
  out.close();
  if (out) fs::rename(fresh, file, error);
  if (out && !error) return;
  fs::remove(fresh, error);
  throw Error(ErrorCode::kUnreadable, file.string(), 0, "cannot be written");
}

void ReviewFiles::keep(const std::string& name) {
  std::error_code error;
  const auto size = fs::file_size(folder_ / name, error);
  names_.insert(name);
  if (!error) size_ += size;
}

bool ReviewFiles::has(const std::string& name, std::uint64_t bytes) const {
  std::error_code error;
  const auto size = fs::file_size(folder_ / name, error);
  return !error && size == bytes;
}

void ReviewFiles::remove_others() const {
  std::error_code error;
  for (const char* part : {"data", "pictures", "crops"}) {
    std::vector<fs::path> gone;
    std::vector<fs::path> folders;
    for (auto it = fs::recursive_directory_iterator(folder_ / part, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
      const std::string name = it->path().lexically_relative(folder_).generic_string();
      if (it->is_directory(error) && !it->is_symlink(error)) {
        folders.push_back(it->path());
      } else if (!names_.contains(name) && is_of_review(name)) {
        gone.push_back(it->path());
      }
    }
    for (const fs::path& file : gone) fs::remove(file, error);
    // Only those that are empty now can be removed.
    for (auto it = folders.rbegin(); it != folders.rend(); ++it) fs::remove(*it, error);
  }
}

}  // namespace prongsai
