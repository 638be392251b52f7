// SPDX-License-Identifier: GPL-3.0-or-later
// How a document becomes an entry of a dataset: what its worker does, and what is made of the
// worker's answer.
#pragma once

#include <string>

#include "cli/corrections.h"
#include "cli/inputs.h"
#include "cli/page_cache.h"
#include "cli/pipeline.h"
#include "cli/reading_version.h"
#include "dataset/known.h"
#include "worker/workers.h"

namespace prongsai {

struct DocumentTask {
  std::string sha256;
  Input source;  // one of the content's names
};

struct DocumentAnswer {
  Outcome outcome;
  std::string record;  // JSON; empty: none
};

class DocumentReader {
 public:
  // `corrections` have to outlive this, and may still change before anything is read.
  DocumentReader(const PipelineOptions& options, const WorkerLimits& limits,
                 const std::string& dataset, const Corrections& corrections);

  // Whether reading the document again would give the same.
  bool is_current(const std::string& sha256, const Outcome& outcome) const;
  const std::string& sandbox_level() const { return sandbox_.level(); }

  // Loads what the workers share. Before the first of them starts.
  void prepare() const;

  // In a worker: reads the document, or the pages that are kept of it.
  std::string read(const DocumentTask& task, const WorkerVoice& voice) const;

  // Keeps the pages. The record is one line, and otherwise as the worker has sent it: nothing of it
  // is believed yet, see dataset_document().
  DocumentAnswer conclude(const DocumentTask& task, const WorkerResult& result) const;

 private:
  PipelineOptions options_;
  const Corrections& corrections_;
  ReadingVersion version_;
  std::string limits_;  // part of the version of what a limit has ended
  PageCache documents_;
  PageCache pictures_;
  Sandbox sandbox_;
};

}  // namespace prongsai
