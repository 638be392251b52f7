// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/xlsx_file.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

#include "model/diagnostic.h"

namespace prongsai {
namespace {

constexpr size_t kMostUnits = 32'767;
constexpr const char* kCut = " [… cut: a cell holds no more]";
constexpr size_t kCutUnits = 30;
constexpr lxw_row_t kMostRows = 1'048'576;
constexpr time_t kCreated = 1'577'836'800;  // 2020-01-01: the same tables give the same bytes

// Characters that a column of this type shows.
double width_of(const Field& field) {
  constexpr double kFilterButton = 4;
  const double name = static_cast<double>(std::strlen(field.name)) + kFilterButton;
  const double value = field.type == FieldType::kText ? 24 : 10;
  return std::max(name, value);
}

size_t units_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if ((byte & 0xC0U) == 0x80U) return 0;  // inside a character
  return byte >= 0xF0U ? 2 : 1;
}

}  // namespace

std::string cell_text(const std::string& text) {
  if (text.size() <= kMostUnits) return text;
  size_t units = 0;
  size_t end = 0;  // of what fits before the mark
  for (size_t i = 0; i < text.size(); ++i) {
    if (units_of(text[i]) > 0 && units <= kMostUnits - kCutUnits) end = i;
    units += units_of(text[i]);
  }
  return units <= kMostUnits ? text : text.substr(0, end) + kCut;
}

class XlsxFile::Book {
 public:
  Book(std::string name, std::string folder, const std::vector<TableDefinition>& tables)
      : name_(std::move(name)), folder_(std::move(folder)) {
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_.data();
    workbook_ = workbook_new_opt(name_.c_str(), &options);
    if (workbook_ == nullptr) fail("no memory");
    lxw_doc_properties properties = {};
    properties.created = kCreated;
    workbook_set_properties(workbook_, &properties);
    head_ = workbook_add_format(workbook_);
    format_set_bold(head_);
    format_set_bg_color(head_, 0xDDE6EF);
    format_set_border_color(head_, 0x8090A0);
    format_set_bottom(head_, LXW_BORDER_THIN);
    score_ = workbook_add_format(workbook_);
    format_set_num_format(score_, "0.00");
    for (const TableDefinition& table : tables) {
      Sheet& sheet = sheets_[table.name];
      sheet.table = &table;
      begin(sheet);
    }
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  }

  void add(const std::string& table, const TableRow& row) {
    Sheet& sheet = sheets_.at(table);
    if (sheet.row == kMostRows) {
      end(sheet);
      begin(sheet);
    }
    for (size_t i = 0; i < row.size(); ++i) write(sheet, i, row[i]);
    ++sheet.row;
  }

  void finish() {
    for (auto& [name, sheet] : sheets_) end(sheet);
    const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
    if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
  }

 private:
  struct Sheet {
    const TableDefinition* table = nullptr;
    lxw_worksheet* worksheet = nullptr;
    lxw_row_t row = 0;  // the next one
    int number = 0;     // of sheets that this table has
  };

  [[noreturn]] void fail(const std::string& why) const {
    throw Error(ErrorCode::kUnreadable, name_, 0, "cannot be written: " + why);
  }

  void begin(Sheet& sheet) {
    ++sheet.number;
    const std::string name = sheet.number == 1
                                 ? std::string(sheet.table->name)
                                 : fmt::format("{} ({})", sheet.table->name, sheet.number);
    sheet.worksheet = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet.worksheet == nullptr) fail("no sheet");
    worksheet_freeze_panes(sheet.worksheet, 1, 0);
    sheet.row = 0;
    const std::vector<Field>& fields = sheet.table->fields;
    for (size_t i = 0; i < fields.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      lxw_format* format = fields[i].type == FieldType::kScore ? score_ : nullptr;
      worksheet_set_column(sheet.worksheet, column, column, width_of(fields[i]), format);
      worksheet_write_string(sheet.worksheet, 0, column, fields[i].name, head_);
    }
    sheet.row = 1;
  }

  void end(const Sheet& sheet) {
    worksheet_autofilter(sheet.worksheet, 0, 0, sheet.row - 1,
                         static_cast<lxw_col_t>(sheet.table->fields.size() - 1));
  }

  void write(const Sheet& sheet, size_t place, const FieldValue& value) {
    const auto column = static_cast<lxw_col_t>(place);
    lxw_error error = LXW_NO_ERROR;
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (!text->empty())
        error = worksheet_write_string(sheet.worksheet, sheet.row, column, cell_text(*text).c_str(),
                                       nullptr);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      error = worksheet_write_number(sheet.worksheet, sheet.row, column,
                                     static_cast<double>(*integer), nullptr);
    } else if (const auto* number = std::get_if<double>(&value)) {
      const bool score = sheet.table->fields[place].type == FieldType::kScore;
      error = worksheet_write_number(sheet.worksheet, sheet.row, column, *number,
                                     score ? score_ : nullptr);
    }
    if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
  }

  std::string name_;
  std::string folder_;
  lxw_workbook* workbook_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* score_ = nullptr;
  std::map<std::string, Sheet> sheets_;
};

XlsxFile::XlsxFile(const std::string& name, const std::string& folder,
                   const std::vector<TableDefinition>& tables)
    : book_(std::make_unique<Book>(name, folder, tables)) {}

XlsxFile::~XlsxFile() = default;

void XlsxFile::add(const std::string& table, const TableRow& row) { book_->add(table, row); }

void XlsxFile::finish() { book_->finish(); }

}  // namespace prongsai
