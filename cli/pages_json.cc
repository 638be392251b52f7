// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages_json.h"

#include <nlohmann/json.hpp>

namespace prongsai {

using json = nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(Severity, {{Severity::kNote, "note"},
                                        {Severity::kWarning, "warning"},
                                        {Severity::kError, "error"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Method, {{Method::kTextLayer, "text_layer"},
                                      {Method::kOcr, "ocr"},
                                      {Method::kPlainText, "plain_text"}})
NLOHMANN_JSON_SERIALIZE_ENUM(TableSource, {{TableSource::kRuled, "ruled"},
                                           {TableSource::kPartlyRuled, "partly_ruled"},
                                           {TableSource::kAligned, "aligned"},
                                           {TableSource::kMarkup, "markup"}})

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Box, x0, y0, x1, y1)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Ruling, x0, y0, x1, y1, thickness)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Alternative, text, confidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Diagnostic, severity, rule, page, message)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Word, text, raw, box, confidence, font_size, bold, rotation,
                                   repairs, alternatives)

namespace {

json box_json(const std::optional<Box>& box) { return box ? json(*box) : json(nullptr); }

std::optional<Box> box_of(const json& from) {
  if (from.is_null()) return std::nullopt;
  return from.get<Box>();
}

}  // namespace

void to_json(json& out, const Line& line) {
  out = {{"text", line.text},
         {"raw", line.raw},
         {"page", line.page},
         {"box", box_json(line.box)},
         {"confidence", line.confidence},
         {"font_size", line.font_size},
         {"bold", line.bold},
         {"starts_paragraph", line.starts_paragraph},
         {"words", line.words},
         {"repairs", line.repairs}};
}

void from_json(const json& from, Line& line) {
  from.at("text").get_to(line.text);
  from.at("raw").get_to(line.raw);
  from.at("page").get_to(line.page);
  line.box = box_of(from.at("box"));
  from.at("confidence").get_to(line.confidence);
  from.at("font_size").get_to(line.font_size);
  from.at("bold").get_to(line.bold);
  from.at("starts_paragraph").get_to(line.starts_paragraph);
  from.at("words").get_to(line.words);
  from.at("repairs").get_to(line.repairs);
}

void to_json(json& out, const Cell& cell) {
  out = {{"column", cell.column},
         {"column_span", cell.column_span},
         {"row_span", cell.row_span},
         {"lines", cell.lines},
         {"box", box_json(cell.box)}};
}

void from_json(const json& from, Cell& cell) {
  from.at("column").get_to(cell.column);
  from.at("column_span").get_to(cell.column_span);
  from.at("row_span").get_to(cell.row_span);
  from.at("lines").get_to(cell.lines);
  cell.box = box_of(from.at("box"));
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Row, page, cells)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Table, columns, rows, column_edges, source, continues_previous)

void to_json(json& out, const PageText& page) {
  out = {{"number", page.number},
         {"width", page.width},
         {"height", page.height},
         {"lean", page.lean},
         {"method", page.method},
         {"method_reason", page.method_reason},
         {"confidence", page.confidence},
         {"words", page.words},
         {"hidden_words", page.hidden_words},
         {"rulings", page.rulings},
         {"blocks", json::array()}};
  // A block is a table if it has rows.
  for (const Block& block : page.blocks) {
    out["blocks"].push_back(std::visit([](const auto& one) { return json(one); }, block));
  }
}

void from_json(const json& from, PageText& page) {
  from.at("number").get_to(page.number);
  from.at("width").get_to(page.width);
  from.at("height").get_to(page.height);
  from.at("lean").get_to(page.lean);
  from.at("method").get_to(page.method);
  from.at("method_reason").get_to(page.method_reason);
  from.at("confidence").get_to(page.confidence);
  from.at("words").get_to(page.words);
  from.at("hidden_words").get_to(page.hidden_words);
  from.at("rulings").get_to(page.rulings);
  for (const json& block : from.at("blocks")) {
    if (block.contains("rows")) {
      page.blocks.emplace_back(block.get<Table>());
    } else {
      page.blocks.emplace_back(block.get<Line>());
    }
  }
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Extraction, media_type, pages, diagnostics)

json pages_to_json(const Extraction& extraction) { return extraction; }

Extraction pages_from_json(const json& from) { return from.get<Extraction>(); }

}  // namespace prongsai
