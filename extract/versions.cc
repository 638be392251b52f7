// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/versions.h"

#include <leptonica/allheaders.h>
#include <poppler-config.h>
#include <tesseract/baseapi.h>

#include <filesystem>
#include <memory>
#include <string_view>

#include "extract/number_model.h"
#include "extract/read_file.h"
#include "extract/tessdata.h"
#include "model/diagnostic.h"
#include "model/embedded.h"

namespace prongsai::extract {
namespace {

// "leptonica-1.82.0" without the name.
std::string leptonica_version() {
  const std::unique_ptr<char, decltype(&lept_free)> text(getLeptonicaVersion(), &lept_free);
  const std::string_view version = text ? text.get() : "";
  return std::string(version.substr(version.find('-') + 1));
}

OcrModel model_of(const std::string& name, const std::filesystem::path& file) {
  try {
    return {name, file.string(), read_file(file)};
  } catch (const Error&) {
    return {name, "", ""};
  }
}

}  // namespace

// Poppler's core cannot be asked; each of its releases has a library name of its own, so the one
// that is loaded is the one of the headers.
LibraryVersions library_versions() {
  return {{"leptonica", leptonica_version()},
          {"poppler", POPPLER_VERSION},
          {"tesseract", tesseract::TessBaseAPI::Version()}};
}

std::vector<OcrModel> ocr_models(const std::string& tessdata) {
  std::string folder;
  try {
    folder = find_tessdata(tessdata);
  } catch (const Error&) {  // the models below are missing then
  }
  std::vector<OcrModel> models;
  for (const std::string& name : stock_models())
    models.push_back(folder.empty() ? OcrModel{name, "", ""}
                                    : model_of(name, model_file(folder, name)));
  if (const std::string own = number_model_file(folder); !own.empty()) {
    models.push_back(model_of(kNumberModel, own));
  } else {
    models.push_back({kNumberModel, "", std::string(embedded_number_model())});
  }
  return models;
}

}  // namespace prongsai::extract
