// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/agency_mentions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/gazetteer.h"
#include "model/text.h"

namespace prongsai {
namespace {

constexpr size_t kTitleLines = 15;
constexpr double kTitleWeight = 3;

// Words that follow a name without a space. Longest first where one begins another.
constexpr std::array<std::string_view, 34> kAfterName = {
    "อำเภอ", "จังหวัด",  "ประจำปี", "พบว่า",  "ปีงบประมาณ", "ในปี",  "โดย",  "ได้",  "ดังนี้",
    "ซึ่ง",    "จึง",     "เพื่อ",    "ประสบ", "อย่าง",      "ทุกคน", "ควร",  "และ", "มีผล",
    "มีการ",  "มีคะแนน", "เป็น",    "ให้",    "ดำเนิน",     "ตาม",  "จัดทำ", "ทั้ง",  "ว่า",
    "มาจาก", "ที่",      "กำหนด",  "เขต",   "ตำบล",      "ครั้งที่", "ต่อ"};

// Those of them that no name has inside it.
constexpr std::array<std::string_view, 5> kNeverInNames = {"อำเภอ", "จังหวัด", "ประจำปี", "ในปี",
                                                           "ปีงบประมาณ"};

struct PlacePrefix {
  std::string_view text;
  PlaceLevel level;
};

constexpr std::array<PlacePrefix, 4> kPlacePrefixes = {{{"อำเภอ", PlaceLevel::kDistrict},
                                                        {"จังหวัด", PlaceLevel::kProvince},
                                                        {"อ.", PlaceLevel::kDistrict},
                                                        {"จ.", PlaceLevel::kProvince}}};

// Thai letters from `at` on; bytes.
std::string_view thai_run(std::string_view text, size_t at) {
  size_t end = at;
  while (end + 2 < text.size() && text[end] == '\xE0') {
    const std::u32string point = code_points(text.substr(end, 3));
    if (!is_thai(point[0]) || is_thai_digit(point[0]) || point[0] == 0x0E2F || point[0] == 0x0E46)
      break;
    end += 3;
  }
  return text.substr(at, end - at);
}

// The name at the start of a run: all of it, or up to a word that follows names. A place that the
// gazetteer knows is not cut inside ("ในเมือง" keeps its "ใน").
std::string_view name_of(std::string_view run, PlaceLevel level) {
  std::string_view best;
  for (size_t length = 6; length <= std::min<size_t>(run.size(), 90); length += 3) {
    const std::string_view part = run.substr(0, length);
    if (!gazetteer().named(level, part).empty()) best = part;
  }
  size_t cut = run.size();
  // A run of the length of a name is one; a longer one goes on as a sentence.
  constexpr size_t kLongName = 48;  // bytes
  for (const std::string_view word : kAfterName) {
    const bool always = std::ranges::find(kNeverInNames, word) != kNeverInNames.end();
    if (run.size() <= kLongName && !always) continue;
    // A name has at least two letters.
    const size_t at = run.find(word, 6);
    if (at != std::string_view::npos && at < cut) cut = at;
  }
  const std::string_view shorter = run.substr(0, cut);
  return best.size() > shorter.size() ||
                 (best.size() >= 9 && best.size() < shorter.size() && shorter.size() > 45)
             ? best
             : shorter;
}

void vote(std::vector<NameVotes>& votes, NameVotes mention) {
  for (NameVotes& known : votes) {
    if (known.name != mention.name || known.type != mention.type) continue;
    ++known.count;
    known.weight += mention.weight;
    return;
  }
  mention.count = 1;
  votes.push_back(std::move(mention));
}

bool thai_before(std::string_view text, size_t at) {
  return at >= 3 && !thai_run(text, at - 3).empty() && thai_run(text, at - 3).size() >= 3;
}

void find_places(const Passage& passage, double weight, AgencyMentions& mentions) {
  const std::string_view text = passage.text();
  for (const PlacePrefix& prefix : kPlacePrefixes) {
    const bool abbreviated = prefix.text.ends_with('.');
    for (size_t at = text.find(prefix.text); at != std::string_view::npos;
         at = text.find(prefix.text, at + 1)) {
      if (abbreviated && thai_before(text, at)) continue;
      size_t start = at + prefix.text.size();
      if (start < text.size() && text[start] == ' ') ++start;
      const std::string_view name = name_of(thai_run(text, start), prefix.level);
      constexpr size_t kLongestName = 75;  // bytes
      if (name.size() < 6 || name.size() > kLongestName) continue;
      NameVotes mention;
      mention.name = std::string(name);
      mention.weight = weight;
      mention.evidence = passage.evidence(start, start + name.size());
      vote(prefix.level == PlaceLevel::kDistrict ? mentions.districts : mentions.provinces,
           std::move(mention));
    }
  }
}

// Where `prefix` stands in `text` from `from` on, with spaces that a text layer put inside it.
struct Found {
  size_t begin = std::string_view::npos;
  size_t end = 0;
};

Found find_spaced(std::string_view text, std::string_view prefix, size_t from) {
  for (size_t at = text.find(prefix.substr(0, 3), from); at != std::string_view::npos;
       at = text.find(prefix.substr(0, 3), at + 1)) {
    size_t end = at;
    size_t matched = 0;
    while (matched < prefix.size() && end < text.size()) {
      if (text[end] == prefix[matched]) {
        ++matched;
      } else if (text[end] != ' ') {
        break;
      }
      ++end;
    }
    if (matched == prefix.size()) return {at, end};
  }
  return {};
}

void find_agencies(const Passage& passage, double weight, AgencyMentions& mentions) {
  const std::string_view text = passage.text();
  for (const AgencyPattern& pattern : agency_patterns()) {
    if (!pattern.named_by_place) continue;
    const std::string_view prefix = pattern.prefix;
    for (Found found = find_spaced(text, prefix, 0); found.begin != std::string_view::npos;
         found = find_spaced(text, prefix, found.end)) {
      const size_t at = found.begin;
      // "รับผิดชอบต่อหน้าที่" holds no อบต.
      if (prefix.ends_with('.') && thai_before(text, at)) continue;
      size_t start = found.end;
      if (start < text.size() && text[start] == ' ') ++start;
      const PlaceLevel level = pattern.type == AgencyType::kProvincialAdministrativeOrganization
                                   ? PlaceLevel::kProvince
                                   : PlaceLevel::kSubdistrict;
      const std::string_view name = name_of(thai_run(text, start), level);
      constexpr size_t kLongestName = 90;  // bytes
      if (name.size() < 6 || name.size() > kLongestName) continue;
      NameVotes mention;
      mention.name = std::string(name);
      mention.type = pattern.type;
      mention.full = std::string(pattern.full) + mention.name;
      mention.weight = weight;
      mention.evidence = passage.evidence(at, start + name.size());
      vote(mentions.agencies, std::move(mention));
    }
  }
}

// "ผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใส กรมป่าไม้": a title that ends with its office, from there
// on. Only prefixes that name no other thing.
std::string_view behind_title_words(std::string_view text) {
  constexpr std::array<std::string_view, 5> kTelling = {" กรม", " มหาวิทยาลัย", " โรงพยาบาล",
                                                        " สำนักงานสาธารณสุข", " การไฟฟ้า"};
  if (text.find("คุณธรรมและความโปร่งใส") == std::string_view::npos &&
      text.find(" ITA ") == std::string_view::npos)
    return text;
  size_t first = text.size();
  for (const std::string_view prefix : kTelling) first = std::min(first, text.find(prefix));
  return first < text.size() ? text.substr(first + 1) : text;
}

// An office whose name is no place stands in a title line of its own.
void find_offices(const Passage& passage, double weight, AgencyMentions& mentions) {
  std::string_view text = trim(passage.text());
  for (const std::string_view lead : {std::string_view("ของ"), std::string_view("ภายใน"),
                                      std::string_view("หน่วยงาน"), std::string_view("ด้วย")}) {
    if (text.starts_with(lead)) text = trim(text.substr(lead.size()));
  }
  // "มาตรการ ... ของมหาวิทยาลัย...": a title names its office behind "ของ".
  for (const AgencyPattern& pattern : agency_patterns()) {
    const std::string behind = std::string("ของ") + pattern.prefix;
    const size_t at = text.find(behind);
    if (at == std::string_view::npos || at == 0) continue;
    text = text.substr(at + std::string_view("ของ").size());
    break;
  }
  text = behind_title_words(text);
  const AgencyPattern* pattern = agency_pattern_of(text);
  if (pattern == nullptr || pattern->named_by_place) return;
  std::string_view name = text;
  for (const std::string_view end :
       {std::string_view(" ประจำ"), std::string_view(" ในปี"), std::string_view(" ปีงบ"),
        std::string_view(" อำเภอ"), std::string_view(" จังหวัด"), std::string_view("  "),
        std::string_view(" พ.ศ"), std::string_view(" ที่"), std::string_view(" โทร"),
        std::string_view(" ได้คะแนน"), std::string_view(" มีคะแนน"), std::string_view("อยู่ที่")}) {
    name = name.substr(0, name.find(end));
  }
  constexpr size_t kLongestOffice = 240;  // bytes
  name = trim(name);
  if (name.size() <= std::string_view(pattern->prefix).size() || name.size() > kLongestOffice)
    return;
  const auto begin = static_cast<size_t>(name.data() - passage.text().data());
  NameVotes mention;
  mention.name = mention.full = std::string(name);
  mention.type = pattern->type;
  mention.weight = weight;
  mention.evidence = passage.evidence(begin, begin + name.size());
  vote(mentions.offices, std::move(mention));
}

// A long run that begins with a name known from elsewhere is that name.
void shorten_runs(std::vector<NameVotes>& agencies) {
  for (NameVotes& mention : agencies) {
    for (const NameVotes& known : agencies) {
      const bool begins = mention.name.size() > known.name.size() &&
                          mention.name.starts_with(known.name) && known.weight >= mention.weight &&
                          known.type == mention.type;
      if (begins && gazetteer().named(PlaceLevel::kSubdistrict, mention.name).empty()) {
        mention.name = known.name;
        mention.full = known.full;
      }
    }
  }
}

// "กรมฯ" is the กรม that is printed in full elsewhere.
void spell_out_offices(std::vector<NameVotes>& offices) {
  constexpr std::string_view kAndSoOn = "ฯ";
  for (NameVotes& mention : offices) {
    if (!mention.full.ends_with(kAndSoOn)) continue;
    const std::string stem = mention.full.substr(0, mention.full.size() - kAndSoOn.size());
    for (const NameVotes& known : offices) {
      if (known.full.ends_with(kAndSoOn) || !known.full.starts_with(stem)) continue;
      mention.full = mention.name = known.full;
      mention.evidence = known.evidence;
      break;
    }
  }
}

std::vector<NameVotes> merged(std::vector<NameVotes> votes) {
  std::vector<NameVotes> out;
  for (NameVotes& mention : votes) {
    const auto same = std::find_if(out.begin(), out.end(),
                                   [&](const NameVotes& m) { return m.full == mention.full; });
    if (same == out.end()) {
      out.push_back(std::move(mention));
    } else {
      same->count += mention.count;
      same->weight += mention.weight;
    }
  }
  return out;
}

}  // namespace

AgencyMentions find_mentions(const std::vector<Passage>& lines, const std::vector<Passage>& cells) {
  AgencyMentions mentions;
  for (size_t i = 0; i < lines.size(); ++i) {
    const double weight = i < kTitleLines ? kTitleWeight : 1;
    find_agencies(lines[i], weight, mentions);
    find_places(lines[i], weight, mentions);
    if (i < kTitleLines) find_offices(lines[i], weight, mentions);
  }
  for (const Passage& cell : cells) find_agencies(cell, 1, mentions);
  shorten_runs(mentions.agencies);
  spell_out_offices(mentions.offices);
  mentions.agencies = merged(std::move(mentions.agencies));
  mentions.offices = merged(std::move(mentions.offices));
  return mentions;
}

}  // namespace prongsai
