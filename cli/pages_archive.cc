// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages_archive.h"

#include <zstd.h>

#include <algorithm>
#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <cstdint>
#include <memory>
#include <sstream>
#include <utility>

// In place of what the library does for every archive: a size that the bytes state is not believed,
// so that damaged bytes take no more memory than there is of them; and a truth value is 0 or 1.
namespace cereal {

template <class T, class A>
void CEREAL_LOAD_FUNCTION_NAME(PortableBinaryInputArchive& archive, std::vector<T, A>& list) {
  size_type size = 0;
  archive(make_size_tag(size));
  list.clear();
  for (size_type i = 0; i < size; ++i) {
    T element{};
    archive(element);
    list.push_back(std::move(element));
  }
}

inline void CEREAL_LOAD_FUNCTION_NAME(PortableBinaryInputArchive& archive, std::string& text) {
  constexpr size_type kStep = 1U << 16U;
  size_type left = 0;
  archive(make_size_tag(left));
  text.clear();
  while (left > 0) {
    const auto step = static_cast<size_t>(std::min(left, kStep));
    text.resize(text.size() + step);
    archive(binary_data(text.data() + text.size() - step, step));
    left -= step;
  }
}

inline void CEREAL_LOAD_FUNCTION_NAME(PortableBinaryInputArchive& archive, bool& value) {
  std::uint8_t byte = 0;
  archive(byte);
  if (byte > 1) throw Exception("a truth value is none");
  value = byte == 1;
}

}  // namespace cereal

namespace prongsai {

// An enumeration, of which `last` is the last value.
template <class Archive, class Enum>
void one_of(Archive& archive, Enum& value, Enum last) {
  archive(value);
  if (value < Enum() || value > last) throw cereal::Exception("a value is none of its kind");
}

// One list of fields a type, for writing and for reading.
template <class Archive>
void serialize(Archive& archive, Box& box) {
  archive(box.x0, box.y0, box.x1, box.y1);
}

template <class Archive>
void serialize(Archive& archive, Ruling& ruling) {
  archive(ruling.x0, ruling.y0, ruling.x1, ruling.y1, ruling.thickness);
}

template <class Archive>
void serialize(Archive& archive, Alternative& alternative) {
  archive(alternative.text, alternative.confidence);
}

template <class Archive>
void serialize(Archive& archive, Word& word) {
  archive(word.text, word.raw, word.box, word.confidence, word.font_size, word.bold, word.rotation,
          word.repairs, word.alternatives);
}

template <class Archive>
void serialize(Archive& archive, Line& line) {
  archive(line.text, line.raw, line.page, line.box, line.confidence, line.font_size, line.bold,
          line.starts_paragraph, line.words, line.repairs);
}

template <class Archive>
void serialize(Archive& archive, Cell& cell) {
  archive(cell.column, cell.column_span, cell.row_span, cell.lines, cell.box);
}

template <class Archive>
void serialize(Archive& archive, Row& row) {
  archive(row.page, row.cells);
}

template <class Archive>
void serialize(Archive& archive, Table& table) {
  archive(table.columns, table.rows, table.column_edges);
  one_of(archive, table.source, TableSource::kMarkup);
  archive(table.continues_previous);
}

template <class Archive>
void serialize(Archive& archive, PageText& page) {
  archive(page.number, page.width, page.height, page.lean);
  one_of(archive, page.method, Method::kPlainText);
  archive(page.method_reason, page.confidence, page.words, page.hidden_words, page.rulings,
          page.blocks);
}

template <class Archive>
void serialize(Archive& archive, Diagnostic& diagnostic) {
  one_of(archive, diagnostic.severity, Severity::kError);
  archive(diagnostic.rule, diagnostic.page, diagnostic.message);
}

namespace extract {

template <class Archive>
void serialize(Archive& archive, OcrPage& page) {
  archive(page.words, page.rulings, page.confidence, page.lean, page.complete);
}

}  // namespace extract

template <class Archive>
void serialize(Archive& archive, Extraction& extraction) {
  archive(extraction.media_type, extraction.pages, extraction.diagnostics);
}

namespace {

// Of any document that is read here; what says to be more is damaged.
constexpr size_t kMostBytes = 512U << 20U;

constexpr int kLevel = 1;  // the fastest; the higher ones save little of so many numbers

using Compressor = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;

std::string compressed(std::string_view bytes) {
  const Compressor context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size =
      ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0) throw Error(ErrorCode::kInternal, "", 0, ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

[[noreturn]] void damaged(const char* why) {
  throw Error(ErrorCode::kDamaged, "", 0, std::string("kept pages are damaged: ") + why);
}

std::string decompressed(std::string_view bytes) {
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) damaged("no archive");
  if (size > kMostBytes) damaged("too large");
  std::string out(size, '\0');
  const size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0) damaged(ZSTD_getErrorName(got));
  if (got != out.size()) damaged("cut off");
  return out;
}

template <class Value>
std::string packed(const Value& value) {
  std::ostringstream out;
  cereal::PortableBinaryOutputArchive archive(out);
  archive(value);
  return compressed(std::move(out).str());
}

template <class Value>
Value unpacked(std::string_view bytes) {
  std::istringstream in(decompressed(bytes));
  Value value;
  try {
    cereal::PortableBinaryInputArchive archive(in);
    archive(value);
  } catch (const cereal::Exception& error) {
    damaged(error.what());
  }
  return value;
}

}  // namespace

std::string pack_pages(const Extraction& extraction) { return packed(extraction); }
Extraction unpack_pages(std::string_view bytes) { return unpacked<Extraction>(bytes); }

std::string pack_picture(const extract::OcrPage& page) { return packed(page); }
extract::OcrPage unpack_picture(std::string_view bytes) {
  return unpacked<extract::OcrPage>(bytes);
}

}  // namespace prongsai
