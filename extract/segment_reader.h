// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a segment of text: numbers and codes by our own model, the rest by the stock ones.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/chunk_numbers.h"
#include "extract/line_reader.h"
#include "extract/number_model.h"
#include "extract/page_ink.h"
#include "extract/text_chunks.h"
#include "model/word.h"

namespace prongsai::extract {

class SegmentReader {
 public:
  // Null if the folder lacks a model or one cannot be loaded.
  static std::unique_ptr<SegmentReader> open(const std::string& tessdata);

  // The chunks of one segment as words. Their boxes are in pixels, as wide as their ink and as high
  // as the band of the line; a word is empty where there is nothing to read.
  std::vector<Word> read(std::vector<Chunk> chunks, const PageInk& ink, double seconds);

 private:
  NumberReading number_in(const Chunk& chunk, const PageInk& ink);
  // A chunk, what the model of numbers saw in it, and the Thai model.
  struct Part {
    Chunk chunk;
    NumberReading numbers;
    std::vector<LineSymbol> thai;
  };
  std::vector<Part> parts_of(std::vector<Chunk> chunks, const PageInk& ink, double seconds);
  void join_numbers(std::vector<Part>& parts, const PageInk& ink);
  Word read_part(const Part& part, const PageInk& ink, double seconds);
  Word read_latin(const Chunk& chunk, const PageInk& ink, double seconds);

  std::unique_ptr<NumberReader> numbers_;
  std::unique_ptr<LineReader> thai_;
  std::unique_ptr<LineReader> latin_;
};

}  // namespace prongsai::extract
