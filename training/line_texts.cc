// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/line_texts.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "model/text.h"
#include "testdata/generate/thai_text.h"

namespace prongsai::training {
namespace {

using testdata::Random;

constexpr std::u32string_view kSigns = U".,%-()/:=ieoIEOT";

const std::vector<std::string> kBesides = {"คะแนน",   "ระดับ",      "ดีเยี่ยม",    "ดี",
                                           "ดีมาก",    "ผ่าน",       "ร้อยละ",    "รวม",
                                           "เฉลี่ย",    "ข้อ",        "ปี",        "พ.ศ.",
                                           "ค่าคะแนน", "ตัวชี้วัดที่",    "ประเด็นที่",  "ปีงบประมาณ พ.ศ.",
                                           "ได้คะแนน", "คะแนนเฉลี่ย", "ลำดับ",     "E-Service",
                                           "Website", "ITA",       "OIT",      "IIT",
                                           "EIT",     "Q&A",       "Facebook", "No Gift Policy"};

std::string digits(Random& random, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += static_cast<char>('0' + random.below(10));
  return out;
}

std::string number(Random& random) {
  const double share = random.unit();
  if (share < 0.50) return digits(random, 2) + '.' + digits(random, 2);
  if (share < 0.60)
    return std::to_string(random.between(6, 9)) + digits(random, 1) + '.' + digits(random, 2);
  if (share < 0.67) return random.pick(std::vector<std::string>{"100", "100", "100.00", "100.0"});
  if (share < 0.71) return random.pick(std::vector<std::string>{"0", "0.00", "0.0"});
  if (share < 0.79) return digits(random, random.between(1, 2));
  if (share < 0.86) return digits(random, 2) + '.' + digits(random, 1);
  if (share < 0.91) return digits(random, 1) + '.' + digits(random, 2);
  if (share < 0.94) return digits(random, 1) + ',' + digits(random, 3);
  return digits(random, random.between(3, 6));
}

std::string in_digits(const std::string& text, Random& random, double thai = 0.62) {
  return random.chance(thai) ? testdata::to_thai_digits(text) : text;
}

std::string score(Random& random) {
  const std::string one = number(random);
  const double share = random.unit();
  std::string text = one;
  if (share < 0.64) {
  } else if (share < 0.72) {
    text = '(' + one + ')';
  } else if (share < 0.79) {
    text = one + (random.chance(0.5) ? "%" : " %");
  } else if (share < 0.82) {
    text = one + "/100";
  } else if (share < 0.85) {
    text = one + random.pick(std::vector<std::string>{" - ", "-", "–", " – "}) + number(random);
  } else if (share < 0.87) {
    text = "= " + one;
  } else if (share < 0.89) {
    text = random.pick(std::vector<std::string>{"-", "–", "- -", "0"});
  } else if (share < 0.91) {
    text = '(' + one + "%)";
  } else if (share < 0.93) {
    text = '-' + one;
  } else {
    for (int i = random.between(1, 3); i > 0; --i) text += ' ' + number(random);
  }
  return in_digits(text, random);
}

std::string code(Random& random, const Words& words) {
  const std::string letter = random.pick(
      std::vector<std::string>{"i", "i", "i", "e", "e", "e", "o", "o", "o", "I", "E", "O"});
  std::string ordinal = std::to_string(random.between(1, 43));
  if ((letter == "o" || letter == "O") && random.chance(0.25) && ordinal.size() == 1)
    ordinal = '0' + ordinal;
  std::string text = letter + in_digits(ordinal, random);
  const double share = random.unit();
  if (share < 0.40) return text;
  if (share < 0.46) return "ข้อ " + text;
  if (share < 0.53) return text + random.pick(std::vector<std::string>{" :", ":", ".", ")"});
  if (share < 0.57) return '(' + text + ')';
  if (share < 0.63) {
    return text + random.pick(std::vector<std::string>{" - ", "-", ", ", " – "}) + letter +
           in_digits(std::to_string(random.between(1, 43)), random);
  }
  if (share < 0.90) {
    return text + random.pick(std::vector<std::string>{" ", " ", ". ", " : "}) +
           words.some(random, 24);
  }
  return text + ' ' + in_digits(number(random), random);
}

std::string date(Random& random) {
  const std::string year = "25" + std::to_string(random.between(5, 7)) + digits(random, 1);
  const double share = random.unit();
  std::string text;
  if (share < 0.35) {
    text = year;
  } else if (share < 0.55) {
    text = (random.chance(0.5) ? "พ.ศ. " : "ปี ") + year;
  } else if (share < 0.65) {
    text = year + " - 25" + digits(random, 2);
  } else if (share < 0.80) {
    text =
        fmt::format("{}/{}/25{}", random.between(1, 31), random.between(1, 12), digits(random, 2));
  } else {
    const std::string month = random.pick(std::vector<std::string>{
        "ต.ค.", "ตุลาคม", "ก.ย.", "มีนาคม", "ม.ค.", "เมษายน", "พ.ย.", "ธันวาคม"});
    text = fmt::format("{} {} {}", random.between(1, 31), month,
                       random.chance(0.5) ? year : year.substr(2));
  }
  return in_digits(text, random, 0.65);
}

// Digits and signs in no order, so that no number is more likely than another.
std::string any_signs(Random& random) {
  std::string out;
  const bool thai = random.chance(0.6);
  for (int i = random.between(1, 9); i > 0; --i) {
    if (random.chance(0.13)) {
      out += ".,%-/:()"[random.below(8)];
    } else {
      const std::string digit = digits(random, 1);
      out += thai ? testdata::to_thai_digits(digit) : digit;
    }
  }
  return out;
}

// A number within words, as paragraphs hold it.
std::string sentence(Random& random, const Words& words, int most_letters) {
  std::string out = words.some(random, most_letters);
  for (int i = random.between(1, 2); i > 0; --i) {
    const std::string gap = random.chance(0.8) ? " " : "";
    const double share = random.unit();
    const std::string one = share < 0.55   ? score(random)
                            : share < 0.75 ? date(random)
                                           : code(random, words);
    out += gap + one;
    if (random.chance(0.6)) out += gap + words.some(random, most_letters);
  }
  return out;
}

}  // namespace

std::string Words::some(Random& random, int most) const {
  if (random.chance(0.3)) return random.pick(kBesides);
  const std::u32string text = code_points(random.pick(texts));
  // It begins with a consonant or a leading vowel, as words do.
  std::vector<size_t> starts;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool leads = i == 0 || (text[i] >= 0x0E01 && text[i] <= 0x0E2E &&
                                  !(text[i - 1] >= 0x0E40 && text[i - 1] <= 0x0E44));
    if (leads) starts.push_back(i);
  }
  const size_t start = random.pick(starts);
  size_t end = std::min(text.size(), start + static_cast<size_t>(random.between(1, most)));
  while (end < text.size() && (is_thai_mark(text[end]) || text[end] == 0x0E33)) ++end;
  return to_utf8(std::u32string_view(text).substr(start, end - start));
}

Words load_words(const std::string& source_dir) {
  Words words;
  std::ifstream in(source_dir + "/testdata/generate/sentences.tsv");
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.rfind('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    std::string text = line.substr(tab + 1);
    if (text.find('{') == std::string::npos && !text.empty())
      words.texts.push_back(std::move(text));
  }
  if (words.texts.empty()) throw std::runtime_error("no words in " + source_dir);
  return words;
}

std::string label_of(const std::string& text) {
  std::u32string label;
  for (const char32_t c : code_points(text)) {
    const bool digit = (c >= '0' && c <= '9') || is_thai_digit(c);
    if (digit || kSigns.find(c) != std::u32string_view::npos) {
      label += c;
    } else if (c == U'–' || c == U'—') {
      label += U'-';
    } else if (c == ' ') {
      if (!label.empty() && label.back() != ' ') label += c;
    } else if (!is_thai_mark(c)) {
      label += U'#';
    }
  }
  while (!label.empty() && label.back() == ' ') label.pop_back();
  return to_utf8(label);
}

std::string random_line(const Words& words, Random& random) {
  const double share = random.unit();
  if (share < 0.45) return score(random);
  if (share < 0.66) return code(random, words);
  if (share < 0.72) return date(random);
  if (share < 0.80) return any_signs(random);
  if (share < 0.90) return sentence(random, words, 14);
  if (share < 0.96) return sentence(random, words, 40);
  return words.some(random, 30);
}

}  // namespace prongsai::training
