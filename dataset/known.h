// SPDX-License-Identifier: GPL-3.0-or-later
// What a journal says: which inputs there are, what is in them, and what became of it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dataset/journal.h"

namespace prongsai {

// A file as it was when its bytes were last looked at. Of a member of an archive, size and time are
// the archive's.
struct SourceState {
  std::string sha256;  // empty: it could not be read
  std::string reason;  // why not
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::string state = {};     // where it could not be read: empty is "io_error"
  std::string archive = {};   // that it is a member of
  std::uint64_t offset = 0;   // where it is found in the archive
  bool operator==(const SourceState&) const = default;
};

// What became of a content. The record, if there is one, stands in the journal.
struct Outcome {
  std::string state;
  std::string reason;
  std::string version;      // of the reading: see cli/reading_version.h
  std::string limit;        // that ended its worker: "time", "memory", ...; empty if none did
  std::string step;         // what the worker was about then
  int page = 0;             // where it went wrong; 0: nowhere, or not on a certain page
  JournalPlace place = {};  // where it stands in the journal, with the record
  // Of the corrections that the version tells of, those that find no value: by number, from 0.
  std::vector<size_t> stale = {};
};

// How the documents of a dataset are read: which part of them, and within which limits.
struct Run {
  int shard = 1;  // of `shards`, from 1
  int shards = 1;
  int seconds = 0;
  int memory_mib = 0;
  std::string options;  // that matter to what is read, as they are typed, a space before each
  std::string sandbox;  // what the kernel granted: see worker/sandbox.h
  bool operator==(const Run&) const = default;
};

// All inputs that a run was given, whichever part of them it reads: runs that were given the same
// have the same list.
struct InputList {
  size_t count = 0;
  std::string sha256;  // of the names and of what is in them; empty: not all were looked at
  bool operator==(const InputList&) const = default;
};

// `contents`: the SHA-256 of each input by its name, empty if it could not be read.
InputList list_of_inputs(const std::map<std::string, std::string>& contents);

class Known {
 public:
  // Reads the journal, which has to outlive this. Throws Error kDamaged if what stands in it is not
  // what is added here: a dataset may come from somebody else.
  explicit Known(Journal& journal);

  const std::map<std::string, SourceState>& sources() const { return sources_; }
  const std::map<std::string, Outcome>& outcomes() const { return outcomes_; }
  // All archives whose members are all among the sources; as they were then.
  const std::map<std::string, SourceState>& archives() const { return archives_; }
  const Run& run() const { return run_; }
  // As the last run of a part saw them that looked at all of them; all sources of a whole.
  const InputList& inputs() const { return inputs_; }
  // Of each source; empty if it could not be read.
  std::map<std::string, std::string> sha256_by_name() const;
  // The names of each content, sorted.
  std::map<std::string, std::vector<std::string>> contents() const;
  // The record of a content as JSON; empty if it has none.
  std::string record_of(const std::string& sha256) const;

  // With what options the files were written last, if nothing has been added since.
  const std::string& exported() const { return exported_; }

  void add_exported(const std::string& options);
  void add_run(const Run& run);
  void add_inputs(const InputList& inputs);
  void add_source(const std::string& name, const SourceState& state);
  void add_archive(const std::string& name, const SourceState& state);
  // It is another part's now, or an archive.
  void remove_source(const std::string& name);
  void add_outcome(const std::string& sha256, const Outcome& outcome, const std::string& record);

 private:
  void take(std::string_view entry, JournalPlace place);
  void add(const std::string& entry);

  Journal& journal_;
  Run run_;
  InputList inputs_;
  std::string exported_;
  std::map<std::string, SourceState> sources_;
  std::map<std::string, SourceState> archives_;
  std::map<std::string, Outcome> outcomes_;
};

}  // namespace prongsai
