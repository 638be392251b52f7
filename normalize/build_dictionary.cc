// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: writes the trie of dictionary.h as a C++ source.
//
//   build_dictionary WORDS PLACES OUTPUT
//
// ICU's Thai dictionary is read from its data library (data/README.md says how it is laid out).
#include <unicode/bytestrie.h>
#include <unicode/udata.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "normalize/dictionary.h"
#include "normalize/trie_encoding.h"

namespace {

using prongsai::normalize::is_frequent;
using prongsai::normalize::kMostTrieNodes;
using prongsai::normalize::pack_trie_node;
using prongsai::normalize::trie_letter;
using prongsai::normalize::WordKind;
using Words = std::map<std::string, WordKind>;  // keys in the trie's encoding

// Header of a dictionary in ICU's data: eight 32-bit numbers
// (icu4c/source/common/dictionarydata.h).
constexpr int kTrieOffset = 0;
constexpr int kTrieType = 4;
constexpr int kTransform = 5;
constexpr int32_t kBytesTrie = 0;
constexpr int32_t kTypeMask = 7;
constexpr int32_t kOffsetByThaiBlock = 0x1000E00;

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
}

// The kinds are added in their order, so that the first one stays.
void add(const std::string& word, WordKind kind, Words& words) { words.emplace(word, kind); }

void add_icu_dictionary(Words& words) {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory* memory = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "thaidict", &status);
  check(status, "ICU's Thai dictionary");
  const char* data = static_cast<const char*>(udata_getMemory(memory));
  int32_t header[8];
  std::memcpy(header, data, sizeof header);
  if ((header[kTrieType] & kTypeMask) != kBytesTrie || header[kTransform] != kOffsetByThaiBlock) {
    throw std::runtime_error("ICU's Thai dictionary has another form than expected");
  }
  icu::BytesTrie::Iterator word(data + header[kTrieOffset], 0, status);
  while (word.next(status)) {
    const icu::StringPiece bytes = word.getString();
    add({bytes.data(), static_cast<size_t>(bytes.length())}, WordKind::kGeneral, words);
  }
  check(status, "ICU's Thai dictionary");
  udata_close(memory);
}

// One word a line; '#' begins a comment, '~' a word that is only likely. A word of other than Thai
// characters is an error.
void add_file(const char* path, WordKind kind, Words& words) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(std::string("cannot read ") + path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const bool likely = line[0] == '~';
    std::string word;
    for (int32_t i = likely ? 1 : 0; i < static_cast<int32_t>(line.size());) {
      UChar32 c = -1;
      U8_NEXT(line.data(), i, static_cast<int32_t>(line.size()), c);
      const int byte = c < 0 ? -1 : trie_letter(static_cast<char32_t>(c));
      if (byte < 0) throw std::runtime_error(std::string(path) + ": not a Thai word: " + line);
      word += static_cast<char>(byte);
    }
    add(word, likely ? WordKind::kLikely : kind, words);
  }
}

struct Trie {
  std::vector<uint32_t> nodes;
  std::vector<int> letters;
};

// Lays the trie out breadth first. A node stands for a range of the sorted words that have its
// letters in common.
Trie build_trie(const Words& words) {
  const std::vector<std::pair<std::string, WordKind>> sorted(words.begin(), words.end());
  struct Range {
    size_t begin;
    size_t end;
    size_t depth;
  };
  std::vector<Range> ranges = {{0, sorted.size(), 0}};
  Trie trie;
  trie.letters = {0};
  for (size_t node = 0; node < ranges.size(); ++node) {
    auto [i, end, depth] = ranges[node];
    const bool frequent = std::any_of(sorted.begin() + static_cast<std::ptrdiff_t>(i),
                                      sorted.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const auto& entry) { return is_frequent(entry.second); });
    uint32_t word = 0;
    if (i < end && sorted[i].first.size() == depth) {
      word = static_cast<uint32_t>(sorted[i].second) + 1;
      ++i;
    }
    const size_t first_child = ranges.size();
    while (i < end) {
      const size_t begin = i;
      const char letter = sorted[i].first[depth];
      while (i < end && sorted[i].first[depth] == letter) ++i;
      ranges.push_back({begin, i, depth + 1});
      trie.letters.push_back(letter);
    }
    trie.nodes.push_back(pack_trie_node(static_cast<uint32_t>(first_child),
                                        static_cast<uint32_t>(ranges.size() - first_child), word,
                                        frequent));
  }
  if (ranges.size() >= kMostTrieNodes) throw std::runtime_error("too many words");
  return trie;
}

template <typename Number>
void write_array(const char* type, const char* name, const std::vector<Number>& numbers,
                 std::ostream& out) {
  out << "extern const " << type << ' ' << name << "[];\nconst " << type << ' ' << name << "[] = {";
  for (size_t i = 0; i < numbers.size(); ++i) out << (i % 16 == 0 ? "\n" : "") << numbers[i] << ',';
  out << "\n};\n";
}

void write_trie(const Words& words, const char* path) {
  const Trie trie = build_trie(words);
  std::ofstream out(path);
  out << "// Generated by normalize/build_dictionary.cc; do not edit.\n"
      << "// " << words.size() << " words, " << trie.nodes.size() << " nodes.\n"
      << "#include <cstdint>\n\nnamespace prongsai::normalize {\n";
  write_array("uint32_t", "kDictionaryNodes", trie.nodes, out);
  write_array("unsigned char", "kDictionaryLetters", trie.letters, out);
  out << "}  // namespace prongsai::normalize\n";
  if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: build_dictionary WORDS PLACES OUTPUT\n";
    return 2;
  }
  try {
    Words words;
    add_file(argv[1], WordKind::kFrequent, words);
    add_icu_dictionary(words);
    add_file(argv[2], WordKind::kPlace, words);
    write_trie(words, argv[3]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "build_dictionary: " << error.what() << '\n';
    return 1;
  }
}
