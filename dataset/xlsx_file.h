// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a dataset as a workbook, a sheet a table. Texts are never formulas or links.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dataset/tables.h"

namespace prongsai {

class XlsxFile {
 public:
  // Begins the workbook in a file that is there; what is not yet in it lies in `folder`. Throws
  // Error if it cannot be written.
  XlsxFile(const std::string& name, const std::string& folder,
           const std::vector<TableDefinition>& tables);
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;
  ~XlsxFile();

  // A table with more rows than a sheet has goes on in a sheet "NAME (2)".
  void add(const std::string& table, const TableRow& row);
  void finish();

 private:
  class Book;
  std::unique_ptr<Book> book_;
};

// The text if a cell can hold it (32,767 units of UTF-16); otherwise its beginning and a mark that
// says so.
std::string cell_text(const std::string& text);

}  // namespace prongsai
