// SPDX-License-Identifier: GPL-3.0-or-later
// A list of the agencies that should have documents, and which of them have none.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/agency_match.h"
#include "cli/typed_table.h"
#include "dataset/tables.h"

namespace prongsai {

class ExpectedAgencies {
 public:
  // From CSV with the headers agency, province, district and year, in English or Thai, of which the
  // first is needed; in any encoding that Thai programs write. Rows in error are left out.
  explicit ExpectedAgencies(const std::string& bytes);

  // What cannot be used of the list, and why.
  const std::vector<TypedError>& errors() const { return errors_; }
  bool empty() const { return expected_.empty(); }

  // A record of the dataset.
  void see(const nlohmann::ordered_json& record);
  // Rows of the table "missing", in the order of the list. Where the list names no year, each year
  // that a document of the dataset is about is expected.
  std::vector<TableRow> missing() const;

 private:
  struct Expected {
    int line = 0;
    std::string agency;  // as in the list
    AgencyName name;
    int year = 0;             // 0: all
    std::set<int> seen;       // years of documents that are about it; 0: of an unknown year
    std::set<int> uncertain;  // years of documents that may be
  };

  void add(int line, const std::string& agency, const AgencyName& name, int year);
  void mark_shared_names();
  void add_missing(const Expected& expected, int year, std::vector<TableRow>& rows) const;

  std::vector<Expected> expected_;
  std::map<std::string, std::vector<size_t>> by_name_;
  std::set<int> years_;  // that documents are about
  std::vector<TypedError> errors_;
};

}  // namespace prongsai
