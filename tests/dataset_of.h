// SPDX-License-Identifier: GPL-3.0-or-later
// Datasets that tests build, and what is in them.
#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/datasets.h"

namespace prongsai::tests {

inline std::string small_report(int number) {
  return "# รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n"
         "เทศบาลตำบลหางดง อำเภอหางดง จังหวัดเชียงใหม่\n\n"
         "## ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ\n\n"
         "| ข้อ | ประเด็นการประเมิน | คะแนน |\n| --- | --- | --- |\n"
         "| i1 | เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน | 9" +
         std::to_string(number % 10) + "." + std::to_string(10 + number / 10) + " |\n";
}

inline Outcome build_dataset(const std::vector<std::string>& inputs,
                             const std::filesystem::path& dataset,
                             const std::vector<std::string>& options = {},
                             const std::string& standard_input = {}) {
  std::vector<std::string> arguments = {"build", "--ocr=never", "-o", dataset.string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.insert(arguments.end(), inputs.begin(), inputs.end());
  return run_program(arguments, standard_input);
}

inline nlohmann::json manifest_of(const std::filesystem::path& dataset) {
  return nlohmann::json::parse(bytes_of(dataset / "manifest.json"));
}

// The states' counts add up to the inputs.
inline bool adds_up(const std::filesystem::path& dataset) {
  const nlohmann::json manifest = manifest_of(dataset);
  size_t sum = 0;
  for (const auto& count : manifest.at("states")) sum += count.get<size_t>();
  return sum == manifest.at("inputs").get<size_t>();
}

}  // namespace prongsai::tests
