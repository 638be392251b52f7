// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/agency.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "model/agency_mentions.h"
#include "model/gazetteer.h"
#include "model/similarity.h"
#include "model/text.h"

namespace prongsai {
namespace {

double name_similarity(std::string_view a, std::string_view b) {
  return similarity(code_points(a), code_points(b));
}

const NameVotes* heaviest(const std::vector<NameVotes>& votes) {
  const auto best =
      std::max_element(votes.begin(), votes.end(),
                       [](const NameVotes& a, const NameVotes& b) { return a.weight < b.weight; });
  return best == votes.end() ? nullptr : &*best;
}

// "เมือง" is short for the capital district, which carries the province's name.
bool names_district(std::string_view printed, const Place& district) {
  return printed == district.name ||
         (printed == "เมือง" && district.name.starts_with("เมือง") && district.code.ends_with("01"));
}

const Place* province_of(const Place& place) {
  return gazetteer().by_code(place.code.substr(0, 2));
}

// How well the printed spellings fit the subdistricts of a district: the exact one counts full.
double subdistrict_support(const std::vector<NameVotes>& spellings, const Place& district) {
  double best = 0;
  for (const Place* place : gazetteer().inside(district)) {
    for (const NameVotes& spelling : spellings) {
      const double fit = name_similarity(spelling.name, place->name);
      constexpr double kAlike = 0.75;
      if (fit >= kAlike) best = std::max(best, fit);
    }
  }
  return best;
}

// The district that printed district, province and agency names support together; null if nothing
// printed is like a district.
const Place* best_district(const AgencyMentions& mentions, const std::vector<NameVotes>& spellings,
                           double* support) {
  const Place* best = nullptr;
  *support = 0;
  for (const Place& place : gazetteer().places()) {
    if (place.level != PlaceLevel::kDistrict) continue;
    double printed = 0;
    for (const NameVotes& vote : mentions.districts) {
      const double fit =
          names_district(vote.name, place) ? 1 : name_similarity(vote.name, place.name);
      constexpr double kAlike = 0.7;
      if (fit >= kAlike) printed = std::max(printed, fit * fit);
    }
    if (printed == 0) continue;
    double total = printed + subdistrict_support(spellings, place);
    const Place* province = province_of(place);
    double province_fit = 0;
    for (const NameVotes& vote : mentions.provinces) {
      if (province != nullptr && vote.name == province->name)
        province_fit = 1;
      else if (province != nullptr)
        province_fit = std::max(province_fit, 0.5 * name_similarity(vote.name, province->name));
    }
    total += province_fit;
    if (total > *support) {
      *support = total;
      best = &place;
    }
  }
  return best;
}

void set(Sourced<std::string>& field, std::string_view value, const Evidence& evidence,
         bool printed) {
  field.value = std::string(value);
  field.evidence = evidence;
  if (!printed) field.evidence.add_repairs({"from_gazetteer"});
}

const NameVotes* vote_for(const std::vector<NameVotes>& votes, std::string_view name) {
  const auto it =
      std::find_if(votes.begin(), votes.end(), [&](const NameVotes& v) { return v.name == name; });
  return it == votes.end() ? nullptr : &*it;
}

void set_province(const Place& province, const AgencyMentions& mentions, const Evidence& fallback,
                  Agency& agency) {
  const NameVotes* printed = vote_for(mentions.provinces, province.name);
  const Evidence& evidence = printed != nullptr ? printed->evidence : fallback;
  set(agency.province, province.name, evidence, printed != nullptr);
  set(agency.province_code, province.code, evidence, false);
  if (mentions.provinces.size() > 1) agency.province.evidence.trust = Trust::kDoubtful;
}

void place_by_district(const Place& district, const AgencyMentions& mentions,
                       const Evidence& fallback, Agency& agency) {
  const auto printed =
      std::find_if(mentions.districts.begin(), mentions.districts.end(),
                   [&](const NameVotes& v) { return names_district(v.name, district); });
  const bool found = printed != mentions.districts.end();
  set(agency.district, district.name, found ? printed->evidence : fallback, found);
  if (mentions.districts.size() > 1) agency.district.evidence.trust = Trust::kDoubtful;
  if (const Place* province = province_of(district))
    set_province(*province, mentions, fallback, agency);
}

// The place of an agency whose district is not printed: only where its name leaves one choice.
void place_by_name(const NameVotes& spelling, const AgencyMentions& mentions, Agency& agency) {
  std::vector<const Place*> places = gazetteer().named(PlaceLevel::kSubdistrict, spelling.name);
  std::erase_if(places, [&](const Place* place) {
    const Place* province = province_of(*place);
    return !mentions.provinces.empty() &&
           (province == nullptr || vote_for(mentions.provinces, province->name) == nullptr);
  });
  if (places.size() == 1) {
    set(agency.subdistrict, places.front()->name, spelling.evidence, true);
    if (const Place* district = gazetteer().by_code(places.front()->code.substr(0, 4))) {
      place_by_district(*district, mentions, spelling.evidence, agency);
    }
    return;
  }
  for (const NameVotes& vote : mentions.provinces) {
    const std::vector<const Place*> named = gazetteer().named(PlaceLevel::kProvince, vote.name);
    if (!named.empty()) {
      set_province(*named.front(), mentions, vote.evidence, agency);
      return;
    }
  }
}

void name_provincial(const NameVotes& spelling, const AgencyMentions& mentions, Agency& agency) {
  const std::vector<const Place*> named = gazetteer().named(PlaceLevel::kProvince, spelling.name);
  if (!named.empty()) set_province(*named.front(), mentions, spelling.evidence, agency);
}

// The spelling to believe: one that the district has as a subdistrict, else the most prominent.
const NameVotes& believed_spelling(const std::vector<NameVotes>& spellings, const Place* district,
                                   const Place** subdistrict) {
  const NameVotes* best = heaviest(spellings);
  if (district == nullptr) return *best;
  const NameVotes* known = nullptr;
  for (const Place* place : gazetteer().inside(*district)) {
    for (const NameVotes& spelling : spellings) {
      if (spelling.name != place->name) continue;
      // Another agency may be mentioned; a spelling of this one resembles the most prominent.
      constexpr double kSameAgency = 0.5;
      if (&spelling != best && name_similarity(spelling.name, best->name) < kSameAgency) continue;
      if (known != nullptr && known->weight >= spelling.weight) continue;
      known = &spelling;
      *subdistrict = place;
    }
  }
  return known != nullptr ? *known : *best;
}

// Whether the text layer of the document damages the marks of Thai letters, by the repairs it
// needed.
bool damages_marks(const std::vector<Block>& blocks) {
  constexpr int kFewest = 3;  // lines; fewer may be typing errors
  int damaged = 0;
  for (const Block& block : blocks) {
    const auto* line = std::get_if<Line>(&block);
    if (line == nullptr) continue;
    damaged += std::ranges::any_of(line->repairs, [](const std::string& rule) {
      return rule.starts_with("mark") || rule.starts_with("sara_am") ||
             rule == "private_use_mark" || rule == "replacement_character";
    });
    if (damaged >= kFewest) return true;
  }
  return false;
}

// The one subdistrict of the district whose letters are those of the name, so that only marks
// differ; null if there is none or several.
const Place* same_letters(std::string_view name, const Place& district) {
  const std::u32string letters = skeleton(name);
  const Place* found = nullptr;
  for (const Place* place : gazetteer().inside(district)) {
    if (skeleton(place->name) != letters) continue;
    if (found != nullptr) return nullptr;
    found = place;
  }
  return found;
}

void add_variants(const std::vector<NameVotes>& spellings, Agency& agency) {
  for (const NameVotes& spelling : spellings)
    agency.variants.push_back({spelling.full, spelling.count});
  std::stable_sort(
      agency.variants.begin(), agency.variants.end(),
      [](const Agency::Variant& a, const Agency::Variant& b) { return a.count > b.count; });
}

void restore_marks(const Place& meant, const NameVotes& printed, Agency& agency) {
  const std::string_view prefix(printed.full.data(), printed.full.size() - printed.name.size());
  agency.name.value = std::string(prefix) + std::string(meant.name);
  set(agency.subdistrict, meant.name, printed.evidence, true);
  for (Evidence* evidence : {&agency.name.evidence, &agency.subdistrict.evidence}) {
    evidence->add_repairs({"marks_from_gazetteer"});
    evidence->trust = Trust::kDoubtful;
  }
}

bool is_town(AgencyType type) {
  return type == AgencyType::kTownMunicipality || type == AgencyType::kCityMunicipality;
}

Agency named_by_place(const AgencyMentions& mentions, const NameVotes& main, bool damaged) {
  Agency agency;
  std::vector<NameVotes> spellings;
  for (const NameVotes& mention : mentions.agencies) {
    if (mention.type == main.type) spellings.push_back(mention);
  }
  double support = 0;
  const Place* district = best_district(mentions, spellings, &support);
  const Place* subdistrict = nullptr;
  const NameVotes& spelling = believed_spelling(spellings, district, &subdistrict);
  agency.name.value = spelling.full;
  agency.name.evidence = spelling.evidence;
  agency.type.value = main.type;
  agency.type.evidence = spelling.evidence;
  if (spellings.size() > 1) agency.name.evidence.trust = Trust::kDoubtful;
  add_variants(spellings, agency);
  if (main.type == AgencyType::kProvincialAdministrativeOrganization) {
    name_provincial(spelling, mentions, agency);
    return agency;
  }
  if (district != nullptr) {
    place_by_district(*district, mentions, spelling.evidence, agency);
    if (subdistrict != nullptr) set(agency.subdistrict, subdistrict->name, spelling.evidence, true);
    // Where the text layer loses marks, a name that lacks some is not what is printed.
    const Place* meant =
        damaged && subdistrict == nullptr ? same_letters(spelling.name, *district) : nullptr;
    if (meant != nullptr) restore_marks(*meant, spelling, agency);
  } else if (is_town(main.type) &&
             !gazetteer().named(PlaceLevel::kProvince, spelling.name).empty()) {
    // "เทศบาลเมืองลำพูน" is that of the province's capital, not of a subdistrict elsewhere.
    name_provincial(spelling, mentions, agency);
  } else {
    place_by_name(spelling, mentions, agency);
  }
  // An อบต. is that of the subdistrict whose name it has, also where the gazetteer lacks it.
  if (!agency.subdistrict.value &&
      main.type == AgencyType::kSubdistrictAdministrativeOrganization) {
    set(agency.subdistrict, spelling.name, spelling.evidence, true);
  }
  return agency;
}

Agency office(const AgencyMentions& mentions, const NameVotes& main) {
  Agency agency;
  agency.name.value = main.full;
  agency.name.evidence = main.evidence;
  agency.type.value = main.type;
  agency.type.evidence = main.evidence;
  add_variants(mentions.offices, agency);
  if (const NameVotes* printed = heaviest(mentions.provinces)) {
    const std::vector<const Place*> named = gazetteer().named(PlaceLevel::kProvince, printed->name);
    if (!named.empty()) set_province(*named.front(), mentions, printed->evidence, agency);
  }
  // A hospital or an office of a district names it.
  if (main.type != AgencyType::kProvincialAgency || mentions.districts.size() != 1 ||
      !agency.province_code.value)
    return agency;
  const NameVotes& printed = mentions.districts.front();
  for (const Place* place : gazetteer().named(PlaceLevel::kDistrict, printed.name)) {
    if (place->code.starts_with(*agency.province_code.value))
      set(agency.district, place->name, printed.evidence, true);
  }
  return agency;
}

}  // namespace

const std::vector<AgencyPattern>& agency_patterns() {
  using enum AgencyType;
  static const std::vector<AgencyPattern> rows = {
      {kSubdistrictAdministrativeOrganization, "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล", true,
       "องค์การบริหารส่วนตำบลระเว"},
      {kSubdistrictAdministrativeOrganization, "องค์กรบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล", true,
       "องค์กรบริหารส่วนตำบลระเว"},
      {kSubdistrictAdministrativeOrganization, "อบต.", "องค์การบริหารส่วนตำบล", true, "อบต.ระเว"},
      {kSubdistrictMunicipality, "เทศบาลตำบล", "เทศบาลตำบล", true, "เทศบาลตำบลเขมราฐ"},
      {kSubdistrictMunicipality, "ทต.", "เทศบาลตำบล", true, "ทต.เขมราฐ"},
      {kTownMunicipality, "เทศบาลเมือง", "เทศบาลเมือง", true, "เทศบาลเมืองวารินชำราบ"},
      {kTownMunicipality, "ทม.", "เทศบาลเมือง", true, "ทม.วารินชำราบ"},
      {kCityMunicipality, "เทศบาลนคร", "เทศบาลนคร", true, "เทศบาลนครอุบลราชธานี"},
      {kCityMunicipality, "ทน.", "เทศบาลนคร", true, "ทน.อุบลราชธานี"},
      {kProvincialAdministrativeOrganization, "องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนจังหวัด", true,
       "องค์การบริหารส่วนจังหวัดยโสธร"},
      {kProvincialAdministrativeOrganization, "อบจ.", "องค์การบริหารส่วนจังหวัด", true, "อบจ.ยโสธร"},
      {kSpecialLocalGovernment, "กรุงเทพมหานคร", "กรุงเทพมหานคร", false, "กรุงเทพมหานคร สำนักการคลัง"},
      {kSpecialLocalGovernment, "เมืองพัทยา", "เมืองพัทยา", false, "เมืองพัทยา จังหวัดชลบุรี"},
      {kUniversity, "มหาวิทยาลัย", "มหาวิทยาลัย", false, "มหาวิทยาลัยอุบลราชธานี"},
      {kUniversity, "สถาบันเทคโนโลยี", "สถาบันเทคโนโลยี", false, "สถาบันเทคโนโลยีปทุมวัน"},
      {kStateEnterprise, "การไฟฟ้า", "การไฟฟ้า", false, "การไฟฟ้านครหลวง"},
      {kStateEnterprise, "การประปา", "การประปา", false, "การประปาส่วนภูมิภาค"},
      {kStateEnterprise, "การรถไฟ", "การรถไฟ", false, "การรถไฟแห่งประเทศไทย"},
      {kStateEnterprise, "การทางพิเศษ", "การทางพิเศษ", false, "การทางพิเศษแห่งประเทศไทย"},
      {kStateEnterprise, "การเคหะ", "การเคหะ", false, "การเคหะแห่งชาติ"},
      {kStateEnterprise, "ธนาคาร", "ธนาคาร", false, "ธนาคารออมสิน"},
      {kStateEnterprise, "บริษัท", "บริษัท", false, "บริษัท ไปรษณีย์ไทย จำกัด"},
      {kStateEnterprise, "องค์การ", "องค์การ", false, "องค์การคลังสินค้า"},
      {kPublicOrganization, "สถาบัน", "สถาบัน", false, "สถาบันวิจัยแสงซินโครตรอน (องค์การมหาชน)"},
      {kProvincialAgency, "โรงพยาบาล", "โรงพยาบาล", false, "โรงพยาบาลยโสธร"},
      {kProvincialAgency, "สำนักงานสาธารณสุข", "สำนักงานสาธารณสุข", false, "สำนักงานสาธารณสุขจังหวัดยโสธร"},
      {kProvincialAgency, "สำนักงานจังหวัด", "สำนักงานจังหวัด", false, "สำนักงานจังหวัดยโสธร"},
      {kProvincialAgency, "ที่ทำการปกครอง", "ที่ทำการปกครอง", false, "ที่ทำการปกครองจังหวัดยโสธร"},
      {kProvincialAgency, "จังหวัด", "จังหวัด", false, "จังหวัดยโสธร"},
      {kCentralAgency, "สำนักงาน", "สำนักงาน", false, "สำนักงานสถิติแห่งชาติ"},
      {kCentralAgency, "กรม", "กรม", false, "กรมการปกครอง"},
      {kCentralAgency, "กระทรวง", "กระทรวง", false, "กระทรวงยุติธรรม"},
      {kCentralAgency, "ศาล", "ศาล", false, "ศาลปกครอง"},
  };
  return rows;
}

const AgencyPattern* agency_pattern_of(std::string_view name) {
  for (const AgencyPattern& pattern : agency_patterns()) {
    if (name.starts_with(pattern.prefix)) return &pattern;
  }
  return nullptr;
}

Agency find_agency(const std::vector<Block>& blocks) {
  std::vector<Passage> lines;
  std::vector<Passage> cells;
  bool open = false;
  for (const Block& block : blocks) {
    if (const auto* line = std::get_if<Line>(&block)) {
      if (!open || line->starts_paragraph) lines.emplace_back();
      lines.back().add(*line);
      open = true;
      continue;
    }
    open = false;
    for (const Row& row : std::get<Table>(block).rows) {
      for (const Cell& cell : row.cells) cells.push_back(whole_passage(cell));
    }
  }
  const AgencyMentions mentions = find_mentions(lines, cells);
  const NameVotes* local = heaviest(mentions.agencies);
  const NameVotes* other = heaviest(mentions.offices);
  // A title line that names an office outweighs a local government that is only mentioned.
  const bool local_first = local != nullptr && (other == nullptr || local->weight >= 2 ||
                                                local->weight >= other->weight);
  Agency agency;
  if (local_first) {
    agency = named_by_place(mentions, *local, damages_marks(blocks));
  } else if (other != nullptr) {
    agency = office(mentions, *other);
  }
  for (const NameVotes& vote : mentions.districts)
    agency.districts.push_back({vote.name, vote.count});
  for (const NameVotes& vote : mentions.provinces)
    agency.provinces.push_back({vote.name, vote.count});
  return agency;
}

}  // namespace prongsai
