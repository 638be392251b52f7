// SPDX-License-Identifier: GPL-3.0-or-later
// The agencies of a dataset, each once. Names that repeat across districts or provinces stay apart.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "dataset/tables.h"

namespace prongsai {

// Twelve hexadecimal digits, the same for every document of one name in one district and province;
// empty where the record names no agency.
std::string agency_id(const nlohmann::ordered_json& record);

// Official codes; empty where they are not known.
struct AgencyCodes {
  std::string district;     // four digits
  std::string subdistrict;  // six digits
};

// Of the place where an agency is; any part may be empty.
using FindCodes = std::function<AgencyCodes(
    const std::string& province_code, const std::string& district, const std::string& subdistrict)>;

class AgencyRegister {
 public:
  void add(const nlohmann::ordered_json& record);
  // Rows of the table "agencies", by id.
  std::vector<TableRow> rows(const FindCodes& find) const;

 private:
  struct Entry {
    TableRow values;  // name, type, subdistrict, district, province, province_code
    std::int64_t documents = 0;
    std::set<std::string> aliases;
  };
  std::map<std::string, Entry> entries_;
};

}  // namespace prongsai
