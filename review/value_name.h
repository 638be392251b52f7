// SPDX-License-Identifier: GPL-3.0-or-later
// What a value of a record is called by people and in files of corrections: "issue 3 i12/score". A
// JSON Pointer has indexes, which move when a rule finds a row more; a name does not.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>

namespace prongsai::review {

class ValueNames {
 public:
  // Of a record as `extract` prints it. The second value of a name is "issue 3 i12 (2)/score": the
  // values that were read are counted, in the order of the evidence, as model/record_values does.
  explicit ValueNames(const nlohmann::ordered_json& record);

  // Empty if no such value was read.
  std::string name_of(const std::string& pointer) const;

 private:
  using Place = std::pair<std::string, std::string>;  // what it is of, and which part of it

  void add(const std::string& pointer, const std::string& subject, const char* field);
  void add_issue(const nlohmann::ordered_json& issue, const std::string& path);
  void number(const nlohmann::ordered_json& evidence);

  std::map<std::string, Place> places_;  // by pointer, read or not
  std::map<std::string, std::string> names_;
};

}  // namespace prongsai::review
