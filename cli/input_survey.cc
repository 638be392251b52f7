// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/input_survey.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "dataset/sha256.h"

namespace prongsai {
namespace {

namespace fs = std::filesystem;

// As it is now; of a link that was found in a directory, the link's own.
SourceState state_of(const Input& input) {
  SourceState state;
  struct stat status {};
  const auto look = input.found ? ::lstat : ::stat;
  if (look(input.name.c_str(), &status) != 0) return state;
  state.size = static_cast<std::uint64_t>(status.st_size);
  state.modified = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
  return state;
}

bool same_file(const SourceState& known, const SourceState& now) {
  return known.size == now.size && known.modified == now.modified;
}

}  // namespace

std::vector<std::string> names_of_inputs(const std::vector<std::string>& given) {
  std::vector<std::string> names;
  for (const std::string& name : given) {
    if (name != "-") {
      names.push_back(name);
      continue;
    }
    const std::string list = read_input({.name = "standard input", .standard_input = true});
    for (std::string& listed : names_in_list(list))
      names.push_back(listed == "-" ? "./-" : std::move(listed));
  }
  return names;
}

bool is_in_shard(const std::string& sha256, int shard, int shards) {
  constexpr size_t kDigits = 8;
  const auto number = std::stoul(sha256.substr(0, kDigits), nullptr, 16);
  return number % static_cast<unsigned long>(shards) == static_cast<unsigned long>(shard - 1);
}

InputSurvey::InputSurvey(const SurveyOptions& options, Known& known, std::function<bool()> stopped)
    : options_(options),
      known_(known),
      stopped_(std::move(stopped)),
      folder_(fs::weakly_canonical(options.dataset).string()) {}

void InputSurvey::look_at(const std::vector<std::string>& names) {
  // A whole grows, whatever it is given.
  if (options_.shards == 1) contents_ = known_.sha256_by_name();
  std::vector<Archive> archives;
  for (const Input& input : expand_inputs(names)) {
    if (stopped_()) return;
    if (is_of_dataset(input.name)) continue;
    const SourceState state = state_of(input);
    if (is_unchanged_archive(input, state) || is_unchanged(input, state)) continue;
    if (is_archive(input)) {
      archives.push_back({input, state});
    } else {
      look_at_file(input, state);
    }
  }
  look_at_archives(archives);
  if (!stopped_()) known_.add_inputs(list_of_inputs(contents_));
}

// A dataset may lie among its own inputs.
bool InputSurvey::is_of_dataset(const std::string& name) const {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(name, error);
  const fs::path folder = folder_;
  return !error && std::ranges::mismatch(folder, path).in1 == folder.end();
}

// Whether this shard is to read it: by its content; by its name where it cannot be read.
bool InputSurvey::is_mine(const std::string& name, const SourceState& state) const {
  const std::string identity = state.sha256.empty() ? sha256_hex(name) : state.sha256;
  return is_in_shard(identity, options_.shard, options_.shards);
}

bool InputSurvey::is_unchanged(const Input& input, const SourceState& state) {
  const auto known = known_.sources().find(input.name);
  if (known == known_.sources().end() || known->second.sha256.empty() ||
      !same_file(known->second, state))
    return false;
  contents_[input.name] = known->second.sha256;
  return true;
}

// A part does not know the members of other parts, and looks at them again.
bool InputSurvey::is_unchanged_archive(const Input& input, const SourceState& state) {
  const auto known = known_.archives().find(input.name);
  return options_.shards == 1 && known != known_.archives().end() &&
         same_file(known->second, state);
}

void InputSurvey::look_at_file(const Input& input, SourceState state) {
  try {
    state.sha256 = sha256_hex(read_input(input));
  } catch (const Error& error) {
    state.reason = error.what();
  }
  take(input.name, state);
}

void InputSurvey::look_at_archives(const std::vector<Archive>& archives) {
  std::vector<std::string> names;
  names.reserve(archives.size());
  for (const Archive& archive : archives) names.push_back(archive.input.name);
  read_archives(
      names, options_.jobs, options_.limits,
      [&](size_t index, const ArchiveContents& contents) { take(archives[index], contents); },
      stopped_);
}

void InputSurvey::take(const Archive& archive, const ArchiveContents& contents) {
  const std::string& name = archive.input.name;
  if (contents.document) return look_at_file(archive.input, archive.state);
  for (const ArchiveMember& member : contents.members) {
    SourceState state = archive.state;
    state.sha256 = member.sha256;
    state.state = member.state;
    state.reason = member.reason;
    state.archive = name;
    state.offset = member.place;
    take(name + '/' + member.name, state);
  }
  SourceState whole = archive.state;
  whole.state = contents.state;
  whole.reason = contents.reason;
  if (contents.state.empty()) {
    known_.remove_source(name);
  } else {
    take(name, whole);
  }
  known_.add_archive(name, archive.state);
}

void InputSurvey::take(const std::string& name, const SourceState& state) {
  contents_[name] = state.sha256;
  if (is_mine(name, state)) {
    known_.add_source(name, state);
  } else {
    known_.remove_source(name);
  }
}

}  // namespace prongsai
