// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/datasets.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> build_arguments(const std::vector<std::string>& inputs,
                                         const fs::path& dataset,
                                         const std::vector<std::string>& options) {
  std::vector<std::string> arguments = {"build", "--ocr=never", "-o", dataset.string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.insert(arguments.end(), inputs.begin(), inputs.end());
  return arguments;
}

}  // namespace

std::string small_report(int number) {
  return "# รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n"
         "เทศบาลตำบลหางดง อำเภอหางดง จังหวัดเชียงใหม่\n\n"
         "## ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ\n\n"
         "| ข้อ | ประเด็นการประเมิน | คะแนน |\n| --- | --- | --- |\n"
         "| i1 | เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน | 9" +
         std::to_string(number % 10) + "." + std::to_string(10 + number / 10) + " |\n";
}

void make_reports(const ScratchFolder& folder, int count) {
  for (int i = 0; i < count; ++i) folder.file("in_" + std::to_string(i) + ".md", small_report(i));
}

nlohmann::json manifest_of(const fs::path& dataset) {
  return nlohmann::json::parse(bytes_of(dataset / "manifest.json"));
}

bool adds_up(const fs::path& dataset) {
  const nlohmann::json manifest = manifest_of(dataset);
  size_t sum = 0;
  for (const auto& count : manifest.at("states")) sum += count.get<size_t>();
  return sum == manifest.at("inputs").get<size_t>();
}

std::vector<std::string> inputs_in(const fs::path& folder) {
  std::vector<std::string> inputs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with("in_"))
      inputs.push_back(entry.path().string());
  }
  std::ranges::sort(inputs);
  return inputs;
}

Outcome build(const std::vector<std::string>& inputs, const fs::path& dataset,
              const std::vector<std::string>& options, const std::string& standard_input) {
  return run_program(build_arguments(inputs, dataset, options), standard_input);
}

std::map<std::string, std::string> files_of(const fs::path& dataset) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(dataset)) {
    const std::string name = entry.path().filename().string();
    if (name != "journal.ndjson" && name != "pages") files[name] = bytes_of(entry.path());
  }
  return files;
}

pid_t start_program(std::vector<std::string> arguments) {
  std::string program = PRONGSAI_PROGRAM;
  std::vector<char*> words = {program.data()};
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const int failed =
      ::posix_spawn(&process, program.c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot be started: " + program);
  return process;
}

pid_t start(const std::vector<std::string>& inputs, const fs::path& dataset,
            const std::vector<std::string>& options) {
  std::vector<std::string> all = {"--jobs=2"};
  all.insert(all.end(), options.begin(), options.end());
  return start_program(build_arguments(inputs, dataset, all));
}

int wait_for(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return status;
}

}  // namespace prongsai::tests
