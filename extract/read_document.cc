// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_document.h"

#include <fmt/format.h>

#include "extract/media_type.h"
#include "extract/ocr.h"
#include "extract/plain_text.h"
#include "extract/read_file.h"
#include "extract/read_image.h"
#include "extract/read_pdf.h"
#include "extract/tessdata.h"

namespace prongsai::extract {

void check_models(const ExtractOptions& options) {
  if (options.ocr != OcrMode::kNever) find_tessdata(options.tessdata);
}

void load_models(const ExtractOptions& options) {
  if (options.ocr != OcrMode::kNever) load_ocr(find_tessdata(options.tessdata));
}

std::vector<std::string> folders_to_read(const ExtractOptions& options) {
  std::vector<std::string> folders = {"/etc/fonts",
                                      "/usr/share/fontconfig",
                                      "/usr/share/fonts",
                                      "/usr/local/share/fonts",
                                      "/var/cache/fontconfig",
                                      "/usr/share/poppler"};
  if (options.ocr != OcrMode::kNever) folders.push_back(find_tessdata(options.tessdata));
  return folders;
}

Extraction read_document(const std::filesystem::path& file, const ExtractOptions& options) {
  check_models(options);
  return read_document(read_file(file), file.string(), options);
}

Extraction read_document(const std::string& bytes, const std::string& name,
                         const ExtractOptions& options) {
  const std::string tessdata =
      options.ocr == OcrMode::kNever ? std::string() : find_tessdata(options.tessdata);
  if (bytes.empty()) throw Error(ErrorCode::kEmpty, name, 0, "the file is empty");
  if (options.on_step) options.on_step("open", 0);
  const std::string media_type = sniff_media_type(bytes);
  if (media_type.empty()) {
    throw Error(ErrorCode::kNotSupported, name, 0,
                fmt::format("neither a PDF, an image nor a text: it looks like {}",
                            describe_unsupported(bytes)));
  }
  if (media_type == "application/pdf") {
    return read_pdf(bytes, name, options, tessdata);
  }
  if (media_type.compare(0, 5, "text/") == 0) return read_plain_text(bytes, media_type);
  return read_image(bytes, media_type, name, options, tessdata);
}

}  // namespace prongsai::extract
