// SPDX-License-Identifier: GPL-3.0-or-later
// Errors (no result possible) and diagnostics (a result, but doubtful).
#pragma once

#include <stdexcept>
#include <string>

namespace prongsai {

enum class Severity { kNote, kWarning, kError };

struct Diagnostic {
  Severity severity = Severity::kWarning;
  std::string rule;  // snake_case id, e.g. "page_without_text"
  int page = 0;      // 1-based; 0: the whole document
  std::string message;
  bool operator==(const Diagnostic&) const = default;
};

enum class ErrorCode {
  kNotFound,
  kNotAFile,    // a directory, FIFO, device or socket where a file was expected
  kUnreadable,  // permissions, I/O
  kEmpty,
  kNotSupported,  // bytes of no kind that is read here
  kDamaged,       // of a known kind, but nothing could be read
  kEncrypted,
  kNoPages,
  kTooLarge,
  kMissingModel,  // an OCR model is not installed
  kOutOfMemory,   // more than it may use
  kInternal,
};

// Thrown where no result is possible. what() is the message alone; file and page stand beside it
// so that the command line can print "prongsai: FILE:PAGE: message".
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string file, int page, const std::string& message)
      : std::runtime_error(message), code_(code), file_(std::move(file)), page_(page) {}

  ErrorCode code() const { return code_; }
  const std::string& file() const { return file_; }
  int page() const { return page_; }  // 0: the whole document

 private:
  ErrorCode code_;
  std::string file_;
  int page_;
};

}  // namespace prongsai
