// SPDX-License-Identifier: GPL-3.0-or-later
// Builds datasets of small reports with the built program.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/program.h"

namespace prongsai::tests {

// Writes `count` reports as text, in_0.md and so on: quick to read, and no two the same.
void make_reports(const ScratchFolder& folder, int count);

// The files of `folder` whose names begin with "in_", sorted.
std::vector<std::string> inputs_in(const std::filesystem::path& folder);

// One of them.
std::string small_report(int number);

// Runs `prongsai build`.
Outcome build(const std::vector<std::string>& inputs, const std::filesystem::path& dataset,
              const std::vector<std::string>& options = {}, const std::string& standard_input = {});

nlohmann::json manifest_of(const std::filesystem::path& dataset);

// The states' counts add up to the inputs.
bool adds_up(const std::filesystem::path& dataset);

// Everything that others use: all but the journal.
std::map<std::string, std::string> files_of(const std::filesystem::path& dataset);

// Starts `prongsai ARGUMENTS...`, silent, and does not wait for it.
pid_t start_program(std::vector<std::string> arguments);

// Starts `prongsai build`, with two jobs.
pid_t start(const std::vector<std::string>& inputs, const std::filesystem::path& dataset,
            const std::vector<std::string>& options = {});

// How it ended, as waitpid tells it.
int wait_for(pid_t process);

}  // namespace prongsai::tests
