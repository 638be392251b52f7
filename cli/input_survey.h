// SPDX-License-Identifier: GPL-3.0-or-later
// What the inputs of a build hold: files, archives and lists of them become sources of the dataset,
// each with the digest of its bytes or the reason why it has none.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/archives.h"
#include "cli/inputs.h"
#include "dataset/known.h"
#include "worker/workers.h"

namespace prongsai {

// What the command line names; "-" is a list of names on standard input. Throws Error if the list
// cannot be read.
std::vector<std::string> names_of_inputs(const std::vector<std::string>& given);

// Whether a content is one that part K of N reads, by the digits of its digest.
bool is_in_shard(const std::string& sha256, int shard, int shards);

struct SurveyOptions {
  std::string dataset;  // what lies in it is no input
  int jobs = 0;         // archives read at once; 0: the cores
  WorkerLimits limits;  // of reading an archive
  int shard = 1;        // of `shards` parts, from 1: the contents that are looked at for
  int shards = 1;
};

class InputSurvey {
 public:
  InputSurvey(const SurveyOptions& options, Known& known, std::function<bool()> stopped);

  // Looks at everything, unless it is stopped, and tells `known` what has changed.
  void look_at(const std::vector<std::string>& names);

 private:
  struct Archive {
    Input input;
    SourceState state;
  };

  bool is_of_dataset(const std::string& name) const;
  bool is_mine(const std::string& name, const SourceState& state) const;
  bool is_unchanged(const Input& input, const SourceState& state);
  bool is_unchanged_archive(const Input& input, const SourceState& state);
  void look_at_file(const Input& input, SourceState state);
  void look_at_archives(const std::vector<Archive>& archives);
  void take(const Archive& archive, const ArchiveContents& contents);
  void take(const std::string& name, const SourceState& state);

  const SurveyOptions& options_;
  Known& known_;
  std::function<bool()> stopped_;
  std::string folder_;
  // What is in each input, also those of other parts.
  std::map<std::string, std::string> contents_;
};

}  // namespace prongsai
