// SPDX-License-Identifier: GPL-3.0-or-later
// What data.go.th asks of a dataset: the fields of its catalogue (CKAN with the extension
// thai_gdc), and a field dictionary for each table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dataset/export.h"

namespace prongsai {

enum class CkanKind {
  kText,
  kOneOf,   // one of the choices
  kSomeOf,  // a list of some of the choices
};

struct CkanField {
  const char* name;
  CkanKind kind;
  bool required;
  std::vector<std::string> value;  // what it is if the publisher says nothing; empty: they have to
  std::vector<const char*> choices;
};

// In the order of the catalogue's form.
const std::vector<CkanField>& ckan_fields();

struct CkanPackage {
  std::string json;
  std::vector<std::string> missing;  // fields that only the publisher knows, and has not said
  std::vector<std::string> wrong;    // what of the publisher's cannot be used, and why
};

// `publisher` is a JSON object with values for some of the fields, or empty. A field that is
// missing has a text instead that says so.
CkanPackage ckan_package(const ExportOptions& options, std::string_view publisher);

}  // namespace prongsai
