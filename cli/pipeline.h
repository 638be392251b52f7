// SPDX-License-Identifier: GPL-3.0-or-later
// The stages in their order: one document from bytes to record.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/inputs.h"
#include "cli/record_json.h"
#include "extract/read_document.h"
#include "model/block.h"
#include "model/correction.h"
#include "model/diagnostic.h"
#include "model/record.h"
#include "worker/workers.h"

namespace prongsai {

struct PipelineOptions {
  extract::ExtractOptions extract;
  int year = 0;                              // of the codebook where the document is silent
  std::vector<Correction> corrections = {};  // of the document that is read
};

// The rule of the diagnostic, after all others, that a correction finds no value.
constexpr const char* kCorrectionStale = "correction_stale";

struct PipelineResult {
  Record record;
  DocumentInfo document;
  std::vector<Diagnostic> diagnostics;
};

// The record of pages that were read before. Which file they come from is not known here: the
// document's hash and source stay empty.
PipelineResult pages_to_record(Extraction extraction, const PipelineOptions& options);

// Makes what all workers share: the tables of the model loaded, and the sandbox they read in.
std::unique_ptr<Sandbox> prepare_workers(const PipelineOptions& options);

// The bytes of an input; after that the worker can open nothing more but what reading takes.
std::string take_input(const Input& input, const WorkerVoice& voice, const Sandbox& sandbox);

// The same options, in a worker whose voice tells at which page of which stage it is.
PipelineOptions with_steps_told(PipelineOptions options, const WorkerVoice& voice);

// Reads a document of which the bytes are given. Throws Error where no result is possible.
PipelineResult read_to_record(const std::string& bytes, const std::string& source,
                              const PipelineOptions& options);

// The first stages only, for `inspect`: the pages as extracted, and the blocks before and after
// repair.
Extraction read_pages(const std::string& bytes, const std::string& source,
                      const PipelineOptions& options);
std::vector<Block> read_blocks(const Extraction& extraction);

}  // namespace prongsai
