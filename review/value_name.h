// SPDX-License-Identifier: GPL-3.0-or-later
// What a value of a record is called by people and in files of corrections: "issue 3 i12/score". A
// JSON Pointer has indexes, which move when a rule finds a row more; a name does not.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace prongsai::review {

class ValueNames {
 public:
  // Of a record as `extract` prints it. A second part of the same name is "issue 3 i12 (2)", in the
  // record's order.
  explicit ValueNames(const nlohmann::ordered_json& record);

  // Empty if it is none of the record's values.
  std::string name_of(const std::string& pointer) const;
  std::string pointer_of(const std::string& name) const;

 private:
  std::string part(const std::string& name);
  void add(const std::string& pointer, const std::string& part, const char* field);
  void add_issue(const nlohmann::ordered_json& issue, const std::string& path);

  std::map<std::string, int> parts_;  // how often each was met
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> pointers_;
};

}  // namespace prongsai::review
