// SPDX-License-Identifier: GPL-3.0-or-later
// Fields and choices are those of thai_gdc's ckan_dataset.json.
#include "dataset/ckan_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace prongsai {
namespace {

using json = nlohmann::ordered_json;

constexpr size_t kMostText = 10'000;  // bytes of a value

std::string placeholder(const CkanField& field) {
  return fmt::format("[{}: to be given in publisher.json]", field.name);
}

bool is_choice(const CkanField& field, const std::string& text) {
  return std::ranges::any_of(field.choices, [&](const char* choice) { return text == choice; });
}

// Why a value cannot be used for a field; empty if it can.
std::string why_not(const CkanField& field, const json& value) {
  if (field.kind == CkanKind::kSomeOf) {
    if (!value.is_array() || value.empty()) return "is no list of choices";
    for (const json& one : value) {
      if (!one.is_string() || !is_choice(field, one.get<std::string>()))
        return "has something that is none of the choices";
    }
    return {};
  }
  if (!value.is_string() || value.get<std::string>().empty()) return "is no text";
  const std::string text = value.get<std::string>();
  if (text.size() > kMostText) return "is too long";
  if (field.kind == CkanKind::kOneOf && !is_choice(field, text)) return "is none of the choices";
  const bool email = std::string_view(field.name) == "maintainer_email";
  return email && text.find('@') == std::string::npos ? "is no address" : "";
}

json default_of(const CkanField& field, const ExportOptions& options) {
  if (field.kind != CkanKind::kSomeOf) return field.value.front();
  json list = field.value;
  if (options.xlsx && std::string_view(field.name) == "data_format") list.push_back("XLS");
  return list;
}

const char* ckan_type(FieldType type) {
  return type == FieldType::kText ? "text" : type == FieldType::kInteger ? "int" : "numeric";
}

json resource_of(const TableDefinition& table) {
  json fields = json::array();
  for (const Field& field : table.fields)
    fields.push_back({{"id", field.name},
                      {"type", ckan_type(field.type)},
                      {"info", {{"label", field.name}, {"notes", field.description}}}});
  const std::string file = std::string(table.name) + ".csv";
  return {{"name", table.name}, {"description", table.title}, {"url", file},
          {"format", "CSV"},    {"mimetype", "text/csv"},     {"fields", std::move(fields)}};
}

json file_resource(const char* file, const char* description, const char* format,
                   const char* mimetype) {
  return {{"name", file},
          {"description", description},
          {"url", file},
          {"format", format},
          {"mimetype", mimetype}};
}

json publisher_of(std::string_view text, CkanPackage& package) {
  if (text.empty()) return json::object();
  json said = json::parse(text, nullptr, false);
  if (!said.is_object()) {
    package.wrong.emplace_back("is no JSON object");
    return json::object();
  }
  for (const auto& [name, value] : said.items()) {
    const auto known = std::ranges::find_if(
        ckan_fields(), [&name = name](const CkanField& field) { return name == field.name; });
    if (known == ckan_fields().end())
      package.wrong.push_back(fmt::format("\"{}\" is no field of the catalogue", name));
  }
  return said;
}

}  // namespace

const std::vector<CkanField>& ckan_fields() {
  using enum CkanKind;
  static const std::vector<CkanField> fields = {
      {"data_type",
       kOneOf,
       true,
       {"ข้อมูลระเบียน"},
       {"ข้อมูลระเบียน", "ข้อมูลสถิติ", "ข้อมูลภูมิสารสนเทศเชิงพื้นที่", "ข้อมูลหลากหลายประเภท", "ข้อมูลประเภทอื่นๆ"}},
      {"title",
       kText,
       true,
       {"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) จากรายงานที่หน่วยงานภาครัฐเผยแพร่"},
       {}},
      {"name", kText, false, {"ita-reports"}, {}},
      {"owner_org", kText, true, {}, {}},
      {"maintainer", kText, true, {}, {}},
      {"maintainer_email", kText, true, {}, {}},
      {"tag_string", kText, true, {"ITA,คุณธรรมและความโปร่งใส,หน่วยงานภาครัฐ,มาตรการ"}, {}},
      {"notes",
       kText,
       true,
       {"คะแนน ข้อค้นพบ และมาตรการ ที่อ่านจากรายงานผลการประเมิน ITA ซึ่งหน่วยงานภาครัฐเผยแพร่เอง "
        "ทุกค่าระบุหน้าและตำแหน่งที่อ่าน พร้อมระดับความเชื่อถือ\n\n"
        "Scores, findings and measures, read from the reports that public agencies publish about "
        "their ITA results; every value with the place where it was read and how far it can be "
        "believed."},
       {}},
      {"objective",
       kSomeOf,
       true,
       {"ไม่ทราบ"},
       {"ยุทธศาสตร์ชาติ", "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ", "แผนความมั่นคงแห่งชาติ",
        "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ", "แผนปฏิรูปประเทศ", "แผนระดับที่ 3 (มติครม. 4 ธ.ค. 2560)",
        "นโยบายรัฐบาล/ข้อสั่งการนายกรัฐมนตรี", "มติคณะรัฐมนตรี", "เพื่อการให้บริการประชาชน", "กฎหมายที่เกี่ยวข้อง",
        "พันธกิจหน่วยงาน", "ดัชนี/ตัวชี้วัดระดับนานาชาติ", "ไม่ทราบ", "อื่นๆ"}},
      {"update_frequency_unit",
       kOneOf,
       true,
       {"ปี"},
       {"ไม่ทราบ", "ปี", "ครึ่งปี", "ไตรมาส", "เดือน", "สัปดาห์", "วัน", "วันทำการ", "ชั่วโมง", "นาที",
        "ตามเวลาจริง", "ไม่มีการปรับปรุงหลังจากการจัดเก็บข้อมูล", "อื่นๆ"}},
      {"update_frequency_interval", kText, false, {"1"}, {}},
      {"geo_coverage",
       kOneOf,
       true,
       {"ประเทศ"},
       {"ไม่มี", "โลก", "ทวีป/กลุ่มประเทศในทวีป", "กลุ่มประเทศทางเศรษฐกิจ", "ประเทศ", "ภาค", "จังหวัด",
        "อำเภอ", "ตำบล", "หมู่บ้าน", "เทศบาล/อบต.", "พิกัด", "ไม่ทราบ", "อื่นๆ"}},
      {"data_source", kText, true, {"รายงานผลการประเมิน ITA ที่หน่วยงานภาครัฐเผยแพร่"}, {}},
      {"data_format",
       kSomeOf,
       true,
       {"CSV", "JSON", "Database"},
       {"Database", "CSV", "XML", "Image", "Video", "Audio", "Text", "JSON", "HTML", "XLS", "PDF",
        "RDF", "NoSQL", "Arc/Info Coverage", "Shapefile", "GeoTiff", "GML", "ไม่ทราบ", "อื่นๆ"}},
      {"data_category",
       kOneOf,
       true,
       {"ข้อมูลสาธารณะ"},
       {"ข้อมูลสาธารณะ", "ข้อมูลส่วนบุคคล", "ข้อมูลความมั่นคง", "ข้อมูลความลับทางราชการ"}},
      {"license_id",
       kOneOf,
       true,
       {"License not specified"},
       {"License not specified", "Creative Commons Attributions",
        "Creative Commons Attribution Share-Alike", "Creative Commons Non-Commercial (Any)",
        "Open Data Common", "GNU Free Documentation License", "อื่นๆ"}},
  };
  return fields;
}

CkanPackage ckan_package(const ExportOptions& options, std::string_view publisher) {
  CkanPackage package;
  const json said = publisher_of(publisher, package);
  json out = json::object();
  for (const CkanField& field : ckan_fields()) {
    std::string wrong = said.contains(field.name) ? why_not(field, said.at(field.name)) : "";
    if (!wrong.empty()) package.wrong.push_back(fmt::format("\"{}\" {}", field.name, wrong));
    if (said.contains(field.name) && wrong.empty()) {
      out[field.name] = said.at(field.name);
    } else if (!field.value.empty()) {
      out[field.name] = default_of(field, options);
    } else {
      out[field.name] = placeholder(field);
      package.missing.emplace_back(field.name);
    }
  }
  json resources = json::array();
  for (const TableDefinition& table : dataset_tables(options.missing))
    resources.push_back(resource_of(table));
  resources.push_back(file_resource("records.ndjson", "All records, with all evidence, a line each",
                                    "JSON", "application/x-ndjson"));
  resources.push_back(file_resource("dataset.sqlite", "All tables as an SQLite database", "SQLite",
                                    "application/vnd.sqlite3"));
  if (options.xlsx)
    resources.push_back(
        file_resource("dataset.xlsx", "All tables as a workbook", "XLSX",
                      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
  out["resources"] = std::move(resources);
  package.json = out.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
  return package;
}

}  // namespace prongsai
