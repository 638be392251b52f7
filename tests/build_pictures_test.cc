// SPDX-License-Identifier: GPL-3.0-or-later
// A page that is read from its picture is read once, whatever documents it stands in.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "cli/page_cache.h"
#include "cli/pages_archive.h"
#include "cli/picture_memory.h"
#include "dataset/sha256.h"
#include "extract/test_pdf.h"
#include "tests/datasets.h"
#include "tests/documents.h"

using namespace prongsai;
using namespace prongsai::tests;
using extract::OcrPage;
using extract::Raster;
using extract::TestPdf;
namespace fs = std::filesystem;

namespace {

// A PDF with a page for each text.
std::string pdf_of(const std::vector<std::string>& texts) {
  TestPdf pdf;
  for (const std::string& text : texts) {
    const std::string show = fmt::format("BT /F2 24 Tf 60 700 Td ({}) Tj ET", text);
    pdf.pages.push_back({show, "[0 0 600 800]", ""});
  }
  return pdf.bytes();
}

// A dataset of documents that are all read from their pictures.
class Scans {
 public:
  void add(const std::string& name, const std::vector<std::string>& texts) {
    bytes_[name] = pdf_of(texts);
    folder_.file(name, bytes_[name]);
  }

  void build() const {
    std::vector<std::string> arguments = {"build", "--ocr=always", "-o", dataset()};
    std::ranges::copy(inputs_in(folder_.path()), std::back_inserter(arguments));
    BOOST_TEST(run_program(arguments).exit_code == 0);
  }

  // What the pages of a document say, a line each.
  std::vector<std::string> said_in(const std::string& name) const {
    const std::string kept = PageCache::any(dataset(), sha256_hex(bytes_.at(name)));
    std::vector<std::string> said;
    for (const PageText& page : unpack_pages(kept).pages) {
      std::string& line = said.emplace_back();
      for (const Word& word : page.words) line += (line.empty() ? "" : " ") + word.raw;
    }
    return said;
  }

  std::vector<fs::path> pictures() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(
             PageCache::folder_of(dataset(), PageCacheKind::kPictures))) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    return files;
  }

  // Writes something else where `text` was read.
  void forge(const std::string& text, const std::string& instead) const {
    for (const fs::path& file : pictures()) {
      const std::string whole = bytes_of(file);
      const std::string version = whole.substr(0, whole.find(' '));
      OcrPage page = unpack_picture(whole.substr(whole.find('\n') + 1));
      for (Word& word : page.words) {
        if (word.raw == text) word.raw = word.text = instead;
      }
      PageCache(dataset(), PageCacheKind::kPictures, version).keep(file.stem(), pack_picture(page));
    }
  }

  void damage_pictures() const {
    for (const fs::path& file : pictures()) {
      std::fstream changed(file, std::ios::in | std::ios::out | std::ios::binary);
      changed.seekp(-3, std::ios::end);
      changed << "x";
    }
  }

  std::string dataset() const { return (folder_.path() / "dataset").string(); }

 private:
  ScratchFolder folder_;
  std::map<std::string, std::string> bytes_;
};

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(build_pictures)

BOOST_AUTO_TEST_CASE(of_a_changed_document_only_the_changed_page_is_read) {
  if (!has_ocr()) return;
  Scans scans;
  scans.add("in_report.pdf", {"90.12", "81.34", "72.56"});
  scans.build();
  BOOST_TEST(scans.said_in("in_report.pdf") == (Lines{"90.12", "81.34", "72.56"}));
  BOOST_TEST(scans.pictures().size() == 3);
  // What nobody could read there shows that nobody has.
  scans.forge("90.12", "11.11");
  scans.forge("72.56", "33.33");
  scans.add("in_report.pdf", {"90.12", "64.78", "72.56"});
  scans.build();
  BOOST_TEST(scans.said_in("in_report.pdf") == (Lines{"11.11", "64.78", "33.33"}));
  BOOST_TEST(scans.pictures().size() == 4);
}

BOOST_AUTO_TEST_CASE(a_page_is_read_once_for_all_documents) {
  if (!has_ocr()) return;
  Scans scans;
  scans.add("in_1.pdf", {"90.12", "90.12"});
  scans.build();
  BOOST_TEST(scans.pictures().size() == 1);
  scans.forge("90.12", "11.11");
  scans.add("in_2.pdf", {"81.34", "90.12"});
  scans.build();
  BOOST_TEST(scans.said_in("in_1.pdf") == (Lines{"90.12", "90.12"}));
  BOOST_TEST(scans.said_in("in_2.pdf") == (Lines{"81.34", "11.11"}));
}

BOOST_AUTO_TEST_CASE(damaged_readings_are_not_believed) {
  if (!has_ocr()) return;
  Scans scans;
  scans.add("in_1.pdf", {"90.12"});
  scans.build();
  scans.forge("90.12", "11.11");
  scans.damage_pictures();
  scans.add("in_2.pdf", {"90.12", "81.34"});
  scans.build();
  BOOST_TEST(scans.said_in("in_2.pdf") == (Lines{"90.12", "81.34"}));
}

BOOST_AUTO_TEST_CASE(a_reading_that_is_none_is_made_again) {
  const ScratchFolder folder;
  const PageCache kept(folder.path().string(), PageCacheKind::kPictures, "v");
  Raster picture{4, 2, 300, std::vector<uint8_t>(8, 255)};
  kept.keep(sha256_of(picture), "what no reader writes");
  OcrPage read;
  read.words.emplace_back().raw = "90.12";
  PictureMemory memory(kept);
  BOOST_TEST((memory.recall()(picture, [&] { return read; }) == read));
  BOOST_TEST(memory.fresh().size() == 1);
}

BOOST_AUTO_TEST_CASE(what_was_not_read_to_its_end_is_not_remembered) {
  const ScratchFolder folder;
  const PageCache kept(folder.path().string(), PageCacheKind::kPictures, "v");
  const Raster picture{4, 2, 300, std::vector<uint8_t>(8, 255)};
  PictureMemory memory(kept);
  int reads = 0;
  const auto recall = memory.recall();
  const auto read = [&](bool complete) {
    recall(picture, [&] {
      ++reads;
      OcrPage page;
      page.complete = complete;
      return page;
    });
  };
  read(false);
  read(true);
  read(true);
  BOOST_TEST(reads == 2);
}

BOOST_AUTO_TEST_CASE(pictures_are_told_apart_by_pixels_size_and_resolution) {
  const Raster picture{4, 2, 300, std::vector<uint8_t>(8, 255)};
  Raster turned = picture;
  std::swap(turned.width, turned.height);
  Raster coarse = picture;
  coarse.dots_per_inch = 150;
  Raster inked = picture;
  inked.gray[3] = 254;
  for (const Raster& other : {turned, coarse, inked})
    BOOST_TEST(sha256_of(other) != sha256_of(picture));
  BOOST_TEST(sha256_of(Raster(picture)) == sha256_of(picture));
}

BOOST_AUTO_TEST_CASE(merged_parts_keep_their_pictures) {
  if (!has_ocr()) return;
  Scans scans;
  scans.add("in_1.pdf", {"90.12"});
  scans.build();
  const ScratchFolder folder;
  const std::string merged = (folder.path() / "merged").string();
  PageCache::copy_pictures(scans.dataset(), merged);
  const fs::path picture = fs::relative(scans.pictures().at(0), scans.dataset());
  BOOST_TEST(bytes_of(merged / picture) == bytes_of(scans.dataset() / picture));
}

BOOST_AUTO_TEST_SUITE_END()
