// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/markup_rules.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace prongsai::normalize {
namespace {

using Glyphs = std::vector<Glyph>;

constexpr std::string_view kTags[] = {
    "a",     "b",     "br",  "center", "code",  "div",   "em",     "font", "h1",
    "h2",    "h3",    "h4",  "h5",     "h6",    "hr",    "i",      "img",  "li",
    "ol",    "p",     "pre", "s",      "small", "span",  "strong", "sub",  "sup",
    "table", "tbody", "td",  "tfoot",  "th",    "thead", "tr",     "u",    "ul"};

// Tags around characters of one word, which leave no space behind.
constexpr std::string_view kInlineTags[] = {"a",     "b",    "code",   "em",  "font", "i", "s",
                                            "small", "span", "strong", "sub", "sup",  "u"};

struct Entity {
  std::string_view name;
  char32_t c;
};
constexpr Entity kEntities[] = {
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},    {"nbsp", ' '},      {"ndash", 0x2013}, {"mdash", 0x2014},
    {"bull", 0x2022},  {"hellip", 0x2026}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"times", 0x00D7}, {"middot", 0x00B7}};

// A longer tag or entity is none.
constexpr size_t kMaxTag = 400;
constexpr size_t kMaxEntity = 10;
constexpr char32_t kMaxCodePoint = 0x10FFFF;

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <size_t size>
bool contains(const std::string_view (&names)[size], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

struct Tag {
  size_t end = 0;  // after '>'; 0: no tag
  bool is_inline = false;
};

Tag tag_at(const Glyphs& glyphs, size_t position) {
  size_t i = position + 1;
  if (i < glyphs.size() && glyphs[i].c == '/') ++i;
  std::string name;
  for (; i < glyphs.size() && name.size() < 8; ++i) {
    const char32_t c = glyphs[i].c;
    if (!is_ascii_letter(c) && !(c >= '1' && c <= '6')) break;
    name += static_cast<char>(c < 'a' && is_ascii_letter(c) ? c + 32 : c);
  }
  if (!contains(kTags, name) || i == glyphs.size()) return {};
  if (glyphs[i].c != '>' && glyphs[i].c != ' ' && glyphs[i].c != '/') return {};
  const size_t limit = std::min(glyphs.size(), position + kMaxTag);
  while (i < limit && glyphs[i].c != '>' && glyphs[i].c != '<') ++i;
  if (i == limit || glyphs[i].c != '>') return {};
  return {i + 1, contains(kInlineTags, name)};
}

// Returns the character of the entity at `position` and its end, or {0, 0}.
std::pair<char32_t, size_t> entity_at(const Glyphs& glyphs, size_t position) {
  std::string name;
  size_t i = position + 1;
  for (; i < glyphs.size() && name.size() < kMaxEntity && glyphs[i].c != ';'; ++i) {
    if (glyphs[i].c >= 0x7F || glyphs[i].c <= ' ') return {0, 0};
    name += static_cast<char>(glyphs[i].c);
  }
  if (i == glyphs.size() || glyphs[i].c != ';' || name.empty()) return {0, 0};
  for (const Entity& entity : kEntities) {
    if (entity.name == name) return {entity.c, i + 1};
  }
  if (name[0] != '#' || name.size() < 2) return {0, 0};
  const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
  const std::string digits = name.substr(hexadecimal ? 2 : 1);
  const char* allowed = hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
  if (digits.empty() || digits.find_first_not_of(allowed) != std::string::npos) return {0, 0};
  const unsigned long long code = std::stoull(digits, nullptr, hexadecimal ? 16 : 10);
  if (code < 0x20 || code > kMaxCodePoint || (code >= 0xD800 && code < 0xE000)) return {0, 0};
  return {static_cast<char32_t>(code), i + 1};
}

bool is_space_or_edge(const Glyphs& glyphs, size_t position) {
  return position >= glyphs.size() || glyphs[position].c == ' ' || glyphs[position].c == '\n';
}

}  // namespace

void remove_html_tags(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    const Tag tag = glyphs[i].c == '<' ? tag_at(glyphs, i) : Tag{};
    if (tag.end == 0) {
      glyphs[to++] = glyphs[i];
      continue;
    }
    text.note(rule, glyphs[i].begin, glyphs[tag.end - 1].end);
    const bool at_edge = to == 0 || glyphs[to - 1].c == ' ' || glyphs[to - 1].c == '\n' ||
                         is_space_or_edge(glyphs, tag.end);
    if (!tag.is_inline && !at_edge) {
      Glyph space = glyphs[i];
      space.c = ' ';
      space.end = glyphs[tag.end - 1].end;
      glyphs[to++] = space;
    }
    i = tag.end - 1;
  }
  glyphs.resize(to);
}

void decode_html_entities(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i, ++to) {
    glyphs[to] = glyphs[i];
    if (glyphs[i].c != '&') continue;
    const auto [c, end] = entity_at(glyphs, i);
    if (end == 0) continue;
    glyphs[to].c = c;
    glyphs[to].end = glyphs[end - 1].end;
    text.note(rule, glyphs[to]);
    i = end - 1;
  }
  glyphs.resize(to);
}

void remove_markdown_emphasis(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  std::vector<bool> unwanted(glyphs.size(), false);
  size_t open = glyphs.size();  // where a pair was opened; size: nowhere
  for (size_t i = 0; i + 1 < glyphs.size(); ++i) {
    if (glyphs[i].c == '\n') open = glyphs.size();
    if (glyphs[i].c != '*' || glyphs[i + 1].c != '*') continue;
    if (open == glyphs.size()) {
      if (!is_space_or_edge(glyphs, i + 2)) open = i;
    } else if (i > open + 2 && glyphs[i - 1].c != ' ') {
      unwanted[open] = unwanted[open + 1] = unwanted[i] = unwanted[i + 1] = true;
      text.note(rule, glyphs[open].begin, glyphs[i + 1].end);
      open = glyphs.size();
    }
    ++i;
  }
  size_t hashes = 0;
  while (hashes < glyphs.size() && hashes < 6 && glyphs[hashes].c == '#') ++hashes;
  if (hashes > 0 && hashes < glyphs.size() && glyphs[hashes].c == ' ') {
    text.note(rule, glyphs[0].begin, glyphs[hashes].end);
    std::fill_n(unwanted.begin(), hashes + 1, true);
  }
  size_t to = 0;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    if (!unwanted[i]) glyphs[to++] = glyphs[i];
  }
  glyphs.resize(to);
}

void remove_lone_rule(const char* rule, const Modes& /*modes*/, TextBuffer& text) {
  auto& glyphs = text.glyphs();
  const auto is_hyphen = [](const Glyph& glyph) { return glyph.c == '-'; };
  if (glyphs.size() < 2 || !std::all_of(glyphs.begin(), glyphs.end(), is_hyphen)) return;
  text.note(rule, glyphs.front().begin, glyphs.back().end);
  glyphs.clear();
}

}  // namespace prongsai::normalize
