// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf_trailer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <vector>

namespace prongsai::extract {
namespace {

constexpr size_t kMaxObjects = 200'000;
constexpr std::string_view kMark = " obj";
constexpr std::string_view kEndOfFile = "%%EOF";
constexpr size_t kHead = 2048;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// An object's number, and the text from behind its mark to the next object.
struct Found {
  long number = 0;
  std::string_view text;
};

// The start of "NUMBER GENERATION" that ends at `end`; npos if there is none.
size_t start_of_mark(std::string_view bytes, size_t end) {
  size_t at = end;
  while (at > 0 && end - at < 5 && is_digit(bytes[at - 1])) --at;
  if (at == end || at == 0 || bytes[at - 1] != ' ') return std::string_view::npos;
  size_t number_end = --at;
  while (at > 0 && number_end - at < 7 && is_digit(bytes[at - 1])) --at;
  return at == number_end ? std::string_view::npos : at;
}

std::vector<Found> find_objects(std::string_view bytes) {
  std::vector<Found> objects;
  size_t begin = 0;
  for (size_t at = bytes.find(kMark); at != std::string_view::npos && objects.size() < kMaxObjects;
       at = bytes.find(kMark, at + kMark.size())) {
    size_t start = start_of_mark(bytes, at);
    if (start == std::string_view::npos) continue;
    if (!objects.empty()) objects.back().text = bytes.substr(begin, start - begin);
    Found found;
    for (size_t i = start; is_digit(bytes[i]); ++i)
      found.number = found.number * 10 + bytes[i] - '0';
    objects.push_back(found);
    begin = at + kMark.size();
  }
  // What follows the last mark may be cut off in its middle.
  if (!objects.empty()) objects.back().text = bytes.substr(begin);
  return objects;
}

// Whether the object's dictionary says `/Type /name`.
bool has_type(const Found& object, std::string_view name) {
  std::string_view text = object.text.substr(0, object.text.find("stream"));
  if (text.find("endobj") == std::string_view::npos) return false;
  for (size_t at = text.find("/Type"); at != std::string_view::npos;
       at = text.find("/Type", at + 5)) {
    size_t value = text.find_first_not_of(" \r\n\t", at + 5);
    if (value == std::string_view::npos) return false;
    if (text.compare(value, name.size(), name) == 0) {
      size_t end = value + name.size();
      if (end >= text.size() || std::isalnum(static_cast<unsigned char>(text[end])) == 0)
        return true;
    }
  }
  return false;
}

}  // namespace

std::string with_trailer(const std::string& bytes) {
  long catalog = 0;
  long tree = 0;
  long highest = 0;
  std::string pages;
  size_t count = 0;
  for (const Found& object : find_objects(bytes)) {
    highest = std::max(highest, object.number);
    if (has_type(object, "/Catalog")) catalog = object.number;
    if (has_type(object, "/Pages") && tree == 0) tree = object.number;
    if (has_type(object, "/Page")) {
      pages += fmt::format("{} 0 R ", object.number);
      ++count;
    }
  }
  std::string added;
  if (catalog == 0 || tree == 0) {
    if (count == 0) return "";
    catalog = highest + 1;
    added = fmt::format(
        "\n{} 0 obj\n<< /Type /Catalog /Pages {} 0 R >>\nendobj\n"
        "{} 0 obj\n<< /Type /Pages /Count {} /Kids [{}] >>\nendobj\n",
        catalog, catalog + 1, catalog + 1, count, pages);
    highest += 2;
  }
  return fmt::format("{}\nendstream\nendobj\n{}\ntrailer\n<< /Size {} /Root {} 0 R >>\n", bytes,
                     added, highest + 1, catalog);
}

bool has_revisions(const std::string& bytes) {
  const size_t first_end = bytes.find(kEndOfFile);
  if (first_end == std::string::npos || bytes.find(kMark, first_end) == std::string::npos)
    return false;
  // Written for the web: the first page and its table come before all others, each object once.
  const bool linearized = bytes.substr(0, kHead).find("/Linearized") != std::string::npos;
  std::set<long> known;
  for (const Found& object : find_objects(bytes)) {
    const bool later = object.text.data() > bytes.data() + first_end;
    // Which objects a stream of objects defines cannot be seen from outside.
    const bool packed =
        object.text.substr(0, object.text.find("stream")).find("/ObjStm") != std::string_view::npos;
    if (later && (known.contains(object.number) || (packed && !linearized))) return true;
    if (!later) known.insert(object.number);
  }
  return false;
}

}  // namespace prongsai::extract
