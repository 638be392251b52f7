// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/repair_text.h"

#include <algorithm>

#include "normalize/rules.h"
#include "normalize/thai.h"
#include "normalize/word_repair.h"

namespace prongsai::normalize {
namespace {

bool is_markup_rule(std::string_view rule) {
  return rule == "html_tag" || rule == "html_entity" || rule == "markdown_emphasis" ||
         rule == "lone_rule";
}

// Markup leaves spaces at the ends that were no part of the text.
void trim_if_markup(TextBuffer& text) {
  const auto& applied = text.applied();
  if (std::none_of(applied.begin(), applied.end(),
                   [](const AppliedRule& rule) { return is_markup_rule(rule.rule); })) {
    return;
  }
  auto& glyphs = text.glyphs();
  const auto is_text = [](const Glyph& glyph) { return glyph.c != ' '; };
  glyphs.erase(glyphs.begin(), std::find_if(glyphs.begin(), glyphs.end(), is_text));
  glyphs.erase(std::find_if(glyphs.rbegin(), glyphs.rend(), is_text).base(), glyphs.end());
}

void mark_wide(const std::vector<size_t>& wide_spaces, TextBuffer& text) {
  for (Glyph& glyph : text.glyphs()) {
    glyph.wide = std::binary_search(wide_spaces.begin(), wide_spaces.end(), glyph.begin);
  }
}

RepairedText as_result(std::string_view source, const TextBuffer& buffer) {
  RepairedText result;
  result.repairs = buffer.applied();
  if (result.repairs.empty()) {
    result.text = source;
    if (!source.empty()) result.spans.push_back({0, source.size(), 0, source.size()});
    return result;
  }
  result.text.reserve(source.size());
  for (const Glyph& glyph : buffer.glyphs()) {
    const size_t begin = result.text.size();
    append_utf8(glyph.c, result.text);
    const size_t end = result.text.size();
    // Characters that stayed as they were make one span.
    const bool same = end - begin == glyph.end - glyph.begin;
    if (same && !result.spans.empty()) {
      AlignedSpan& last = result.spans.back();
      if (last.source_end == glyph.begin &&
          last.end - last.begin == glyph.begin - last.source_begin) {
        last.end = end;
        last.source_end = glyph.end;
        continue;
      }
    }
    result.spans.push_back({begin, end, glyph.begin, glyph.end});
  }
  return result;
}

}  // namespace

Evidence& Evidence::operator+=(const Evidence& other) {
  sara_am_right += other.sara_am_right;
  sara_am_lost += other.sara_am_lost;
  sara_am_false += other.sara_am_false;
  split_words += other.split_words;
  moved_marks += other.moved_marks;
  return *this;
}

Evidence evidence_of(std::string_view source, const std::vector<AppliedRule>& repairs) {
  constexpr std::string_view kSaraAmBytes = "\u0E33";
  Evidence evidence;
  for (size_t i = source.find(kSaraAmBytes); i != std::string_view::npos;
       i = source.find(kSaraAmBytes, i + kSaraAmBytes.size())) {
    ++evidence.sara_am_right;
  }
  for (const AppliedRule& repair : repairs) {
    const std::string_view name = repair.rule;
    if (name == kSaraAmLost) ++evidence.sara_am_lost;
    if (name == kSaraAmFalse) ++evidence.sara_am_false;
    if (name == kSpacesInsideWord || name == "space_before_mark") ++evidence.split_words;
    if (name == kMarkAfterNextLetter) ++evidence.moved_marks;
  }
  evidence.sara_am_right -= evidence.sara_am_false;
  return evidence;
}

Modes modes_for(const Evidence& page, const Evidence& document) {
  const bool page_loses = page.sara_am_lost > 0 && 4 * page.sara_am_lost >= page.sara_am_right;
  const bool page_is_silent = page.sara_am_lost == 0 && page.sara_am_right == 0;
  const bool document_loses =
      document.sara_am_lost >= 3 && document.sara_am_lost > document.sara_am_right;
  const auto loose_if = [](bool loose) { return loose ? Strictness::kLoose : Strictness::kStrict; };
  Modes modes;
  modes.sara_am_lost = loose_if(page_loses || (page_is_silent && document_loses));
  modes.sara_am_false = loose_if(page.sara_am_false >= 2 || document.sara_am_false >= 5);
  modes.split_words = loose_if(page.split_words >= 5);
  modes.moved_marks = loose_if(page.moved_marks >= 2);
  return modes;
}

std::vector<std::string> repair_names(const std::vector<AppliedRule>& repairs) {
  std::vector<std::string> names;
  for (const AppliedRule& repair : repairs) {
    if (std::find(names.begin(), names.end(), repair.rule) == names.end()) {
      names.emplace_back(repair.rule);
    }
  }
  return names;
}

RepairedText repair_text(std::string_view source, const Modes& modes,
                         const std::vector<size_t>& wide_spaces) {
  TextBuffer buffer(source);
  if (!wide_spaces.empty()) mark_wide(wide_spaces, buffer);
  apply_rules(modes, buffer);
  trim_if_markup(buffer);
  return as_result(source, buffer);
}

RepairedText repair_text(std::string_view source) {
  RepairedText strict = repair_text(source, Modes{});
  const Evidence evidence = evidence_of(source, strict.repairs);
  const Modes modes = modes_for(evidence, evidence);
  return modes == Modes{} ? strict : repair_text(source, modes);
}

}  // namespace prongsai::normalize
