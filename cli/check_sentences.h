// SPDX-License-Identifier: GPL-3.0-or-later
// What a check that fails says to an agency's officer, in Thai and in English.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace prongsai {

enum class Language { kThai, kEnglish };

// Places: {what} the value, {reported}, {computed}, {parts} what it follows from.
struct CheckSentence {
  const char* rule;
  const char* thai;
  const char* english;
};
const std::vector<CheckSentence>& check_sentences();

// One finding of a record ("checks", verdict "disagrees") as a sentence.
std::string sentence_of(const nlohmann::ordered_json& record, const nlohmann::ordered_json& check,
                        Language language);

// The page of the value that the check is about; 0 if it is not known.
int page_of_check(const nlohmann::ordered_json& record, const nlohmann::ordered_json& check);

}  // namespace prongsai
