// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a chunk of text: numbers and codes by our own model, the rest by the stock ones.
#pragma once

#include <memory>
#include <string>

#include "extract/line_reader.h"
#include "extract/number_model.h"
#include "extract/page_ink.h"
#include "extract/text_chunks.h"
#include "model/word.h"

namespace prongsai::extract {

class ChunkReader {
 public:
  // Null if the folder has no Thai model or a model cannot be loaded.
  static std::unique_ptr<ChunkReader> open(const std::string& tessdata);

  // The chunk as one word, without box and size; an empty text if there is nothing to read.
  Word read(const Chunk& chunk, const PageInk& ink, double seconds);

 private:
  std::unique_ptr<NumberReader> numbers_;
  std::unique_ptr<LineReader> thai_;
  std::unique_ptr<LineReader> latin_;  // null if its model is not installed
};

}  // namespace prongsai::extract
