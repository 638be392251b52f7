// SPDX-License-Identifier: GPL-3.0-or-later
// `prongsai codebook [YEAR]`: what the assessment asks.
#pragma once

#include "cli/exit_code.h"

namespace prongsai {

enum class CodebookFormat { kJson, kCsv };

struct CodebookCommand {
  int year = 0;  // 0: all
  CodebookFormat format = CodebookFormat::kJson;
};

ExitCode run_codebook(const CodebookCommand& command);

}  // namespace prongsai
