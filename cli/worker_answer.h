// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker of `extract`, `inspect`, `check` or `validate` answers: an object with
// {"messages": [[page, text], ...], "failed": bool} and, beside these, what was asked for. The
// worker has read a hostile document: its answer is believed only in this form.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace prongsai {

class WorkerAnswer {
 public:
  // As long as nothing else is told, nothing failed.
  WorkerAnswer();

  // In the worker: says that something of the document could not be read.
  void fail(int page, const std::string& text);
  void note(int page, const std::string& text);

  // Nothing if the line has not the right form.
  static std::optional<WorkerAnswer> read(std::string_view line);

  void print_messages(const std::string& file) const;
  bool failed() const;

  nlohmann::ordered_json json;
};

// Says on standard error that an answer has not the right form.
void print_no_answer(const std::string& file);

}  // namespace prongsai
