// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/worker_answer.h"

#include <algorithm>

#include "cli/messages.h"
#include "dataset/json_from.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

bool is_message(const nlohmann::ordered_json& value) {
  return value.is_array() && value.size() == 2 && value.at(0).is_number_integer() &&
         value.at(1).is_string();
}

}  // namespace

WorkerAnswer::WorkerAnswer()
    : json({{"messages", nlohmann::ordered_json::array()}, {"failed", false}}) {}

void WorkerAnswer::note(int page, const std::string& text) {
  json["messages"].push_back({page, text});
}

void WorkerAnswer::fail(int page, const std::string& text) {
  note(page, text);
  json["failed"] = true;
}

std::optional<WorkerAnswer> WorkerAnswer::read(std::string_view line) {
  WorkerAnswer answer;
  answer.json = json_from(line);
  if (!answer.json.is_object()) return std::nullopt;
  const auto messages = answer.json.find("messages");
  const auto failed = answer.json.find("failed");
  if (messages == answer.json.end() || !messages->is_array() ||
      !std::ranges::all_of(*messages, is_message) || failed == answer.json.end() ||
      !failed->is_boolean())
    return std::nullopt;
  return answer;
}

void WorkerAnswer::print_messages(const std::string& file) const {
  for (const auto& message : json.at("messages"))
    print_message(file, message.at(0).get<int>(), message.at(1).get<std::string>());
}

bool WorkerAnswer::failed() const { return json.at("failed").get<bool>(); }

void print_no_answer(const std::string& file) { print_message(file, 0, kNoRightForm); }

}  // namespace prongsai
