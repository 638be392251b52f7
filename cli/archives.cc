// SPDX-License-Identifier: GPL-3.0-or-later
// A worker sends {"members": [[name, place, sha256, state, reason], ...], "progress": [finished,
// scanning, seen, end, members, unpacked], "document": bool, "reason": text}.
#include "cli/archives.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "dataset/json_line.h"
#include "model/diagnostic.h"
#include "model/text.h"

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr int kAttempts = 3;     // at a part whose worker is killed from outside
constexpr int kPartOfLimit = 4;  // a worker stops by itself long before it is stopped
constexpr size_t kSha256 = 64;

std::string to_text(const ArchivePart& part) {
  json members = json::array();
  for (const ArchiveMember& member : part.members)
    members.push_back({member.name, member.place, member.sha256, member.state, member.reason});
  const ArchiveProgress& progress = part.progress;
  return json_line({{"members", std::move(members)},
                    {"progress",
                     {progress.finished, progress.scanning, progress.seen, progress.end,
                      progress.members, progress.unpacked}},
                    {"document", part.document},
                    {"reason", part.reason}});
}

bool is_plain(const ArchiveMember& member) {
  const bool read = member.sha256.size() == kSha256 &&
                    member.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
  const bool refused =
      member.sha256.empty() && (member.state == "rejected" || member.state == "io_error");
  const auto parts = split(member.name, '/');
  return (read || refused) && member.name == clean_utf8(member.name) &&
         std::ranges::none_of(parts,
                              [](std::string_view part) { return part.empty() || part == ".."; });
}

// Nothing if it is not what a worker sends after `before`.
std::optional<ArchivePart> part_of(const std::string& text, const ArchiveProgress& before) {
  try {
    const json sent = json::parse(text);
    ArchivePart part;
    for (const json& member : sent.at("members")) {
      part.members.push_back({member.at(0), member.at(1), member.at(2), member.at(3),
                              clean_utf8(member.at(4).get<std::string>())});
      if (!is_plain(part.members.back())) return std::nullopt;
    }
    const json& progress = sent.at("progress");
    part.progress = {progress.at(0), progress.at(1), progress.at(2),
                     progress.at(3), progress.at(4), progress.at(5)};
    part.document = sent.at("document");
    part.reason = clean_utf8(sent.at("reason").get<std::string>());
    const bool moves = part.progress.finished || part.progress.scanning != before.scanning ||
                       part.progress.seen > before.seen || part.progress.end > before.end;
    const bool turns_back = before.scanning && !part.progress.scanning;
    if (!moves || turns_back || (part.document && !part.members.empty())) return std::nullopt;
    return part;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

// What is known of one archive so far.
struct Reading {
  ArchiveProgress progress;
  ArchiveContents contents;
  std::set<std::string> names;
  int killed = 0;  // times in a row
  bool ended = false;

  void add(ArchivePart part) {
    for (ArchiveMember& member : part.members) {
      std::string name = member.name;
      for (int number = 2; !names.insert(name).second; ++number)
        name = member.name + '#' + std::to_string(number);
      member.name = std::move(name);
      contents.members.push_back(std::move(member));
    }
    progress = part.progress;
    contents.document = part.document;
    ended = progress.finished;
    if (!part.reason.empty()) {
      end("rejected", part.reason);
    } else if (ended && contents.members.empty() && !contents.document) {
      end("io_error", "there is no file in this archive");
    }
  }

  void end(const std::string& state, const std::string& reason) {
    contents.state = state;
    contents.reason = reason;
    ended = true;
  }

  void take(const WorkerResult& result) {
    if (!result.finished()) {
      if (result.ending != Ending::kKilled || ++killed >= kAttempts)
        end("quarantined", result.failure);
      return;
    }
    killed = 0;
    auto part = part_of(result.output, progress);
    if (part) {
      add(std::move(*part));
    } else {
      end("quarantined", "its worker sent no answer");
    }
  }
};

}  // namespace

bool is_archive(const Input& input) {
  if (input.standard_input || !input.place.archive.empty()) return false;
  const int file = ::open(input.name.c_str(),
                          O_RDONLY | O_CLOEXEC | O_NONBLOCK | (input.found ? O_NOFOLLOW : 0));
  if (file < 0) return false;
  struct stat status {};
  std::array<char, 4> start{};
  const bool begins =
      ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
      ::pread(file, start.data(), start.size(), 0) == static_cast<ssize_t>(start.size()) &&
      begins_like_archive({start.data(), start.size()});
  ::close(file);
  return begins;
}

void read_archives(const std::vector<std::string>& archives, int jobs, const WorkerLimits& limits,
                   const std::function<void(size_t, const ArchiveContents&)>& done,
                   const std::function<bool()>& stopped) {
  std::vector<Reading> readings(archives.size());
  std::vector<size_t> open(archives.size());
  for (size_t i = 0; i < open.size(); ++i) open[i] = i;
  const Sandbox sandbox({});
  const int seconds = std::max(limits.seconds / kPartOfLimit, 1);
  while (!open.empty() && !stopped()) {
    run_workers(
        open.size(), jobs, limits,
        [&](size_t index, const WorkerVoice& voice) {
          ArchivePart part;
          with_failures_told(
              [&] {
                voice.shut_in(Sandbox(sandbox, files_of_archive(archives[open[index]])));
                part = read_archive(archives[open[index]], readings[open[index]].progress, seconds);
              },
              [&](const Error& error) {
                part.reason = error.what();
                part.progress.finished = true;
              });
          return to_text(part);
        },
        [&](size_t index, const WorkerResult& result) {
          Reading& reading = readings[open[index]];
          reading.take(result);
          if (!reading.ended) return;
          done(open[index], reading.contents);
          reading = {};
          reading.ended = true;
        },
        stopped);
    std::erase_if(open, [&](size_t index) { return readings[index].ended; });
  }
}

}  // namespace prongsai
