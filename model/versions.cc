// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/versions.h"

#include <fmt/format.h>
#include <unicode/uversion.h>

#include <array>
#include <nlohmann/json.hpp>

namespace prongsai {
namespace {

std::string icu_version() {
  UVersionInfo numbers;
  u_getVersion(numbers);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(numbers, text.data());
  return text.data();
}

}  // namespace

// RE2 knows no version of its own: the build names that of the package.
LibraryVersions model_library_versions() {
  return {{"icu", icu_version()},
          {"nlohmann-json", fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR,
                                        NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
          {"re2", PRONGSAI_RE2_VERSION}};
}

}  // namespace prongsai
