// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/tessdata.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <vector>

#include "model/diagnostic.h"

namespace prongsai::extract {
namespace {

namespace fs = std::filesystem;

struct Model {
  const char* name;
  const char* what;
};
constexpr Model kModels[] = {{"tha", "Thai"}, {"eng", "English"}};

constexpr const char* kSystemFolders[] = {
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
};

std::vector<fs::path> folders_for(const std::string& wanted) {
  if (!wanted.empty()) return {wanted};
  std::vector<fs::path> folders;
  if (const char* prefix = std::getenv("TESSDATA_PREFIX")) folders.emplace_back(prefix);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    folders.push_back(program.parent_path() / "tessdata");
    folders.push_back(program.parent_path().parent_path() / "share/prongsai/tessdata");
  }
  folders.insert(folders.end(), std::begin(kSystemFolders), std::end(kSystemFolders));
  return folders;
}

bool holds(const fs::path& folder, const Model& model) {
  std::error_code error;
  return fs::is_regular_file(model_file(folder, model.name), error);
}

}  // namespace

std::vector<std::string> stock_models() {
  std::vector<std::string> names;
  for (const Model& model : kModels) names.emplace_back(model.name);
  return names;
}

std::string model_file(const std::string& folder, const std::string& model) {
  return fs::path(folder) / (model + ".traineddata");
}

std::string find_tessdata(const std::string& wanted) {
  const std::vector<fs::path> folders = folders_for(wanted);
  for (const fs::path& folder : folders) {
    if (std::ranges::all_of(kModels, [&](const Model& model) { return holds(folder, model); }))
      return folder;
  }
  // The model that no folder has or, if each has one of them, the first that its folder lacks.
  const auto nowhere = [&](const Model& model) {
    return std::ranges::none_of(folders, [&](const fs::path& f) { return holds(f, model); });
  };
  const auto* missing = std::ranges::find_if(kModels, nowhere);
  if (missing == std::end(kModels)) missing = std::begin(kModels);
  throw Error(ErrorCode::kMissingModel, wanted, 0,
              fmt::format("the {} OCR model ({}.traineddata) is missing: install the package "
                          "tesseract-ocr-{}, name the folder of the models by --tessdata, or use "
                          "--ocr=never",
                          missing->what, missing->name, missing->name));
}

}  // namespace prongsai::extract
