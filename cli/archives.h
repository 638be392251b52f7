// SPDX-License-Identifier: GPL-3.0-or-later
// The archives among many inputs, each read by workers: what those send is checked.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/archive.h"
#include "cli/inputs.h"
#include "worker/workers.h"

namespace prongsai {

// Whether it is a file that begins like an archive.
bool is_archive(const Input& input);

struct ArchiveContents {
  std::vector<ArchiveMember> members;  // of different names: of a name's second member "NAME#2"
  bool document = false;               // an office document, no archive
  // Of an entry for the archive itself, where members may be missing or there are none.
  std::string state;
  std::string reason;
};

// Calls `done` with what is in each archive. An archive takes as many workers, one after the other,
// as it needs, so that the limits are those of a part of it. Once `stopped` says so, archives that
// are not read to their end are left out.
void read_archives(const std::vector<std::string>& archives, int jobs, const WorkerLimits& limits,
                   const std::function<void(size_t, const ArchiveContents&)>& done,
                   const std::function<bool()>& stopped);

}  // namespace prongsai
