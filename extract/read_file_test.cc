// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/read_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "extract/read_document.h"
#include "model/diagnostic.h"

using prongsai::Error;
using prongsai::ErrorCode;
using prongsai::extract::read_file;

namespace {

// A folder that is gone after the test.
struct Folder {
  Folder() {
    char name[] = "/tmp/prongsai_read_file_XXXXXX";
    path = ::mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return path / name;
  }
  std::filesystem::path path;
};

ErrorCode error_of(const std::filesystem::path& file) {
  try {
    read_file(file);
  } catch (const Error& error) {
    BOOST_TEST(error.file() == file.string());
    return error.code();
  }
  return ErrorCode::kInternal;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_file_)

BOOST_AUTO_TEST_CASE(bytes_are_read_as_they_are) {
  Folder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  BOOST_TEST(read_file(folder.file("x", bytes)) == bytes);
}

BOOST_AUTO_TEST_CASE(what_is_no_readable_file_is_named) {
  Folder folder;
  BOOST_TEST((error_of(folder.path / "missing") == ErrorCode::kNotFound));
  BOOST_TEST((error_of(folder.path) == ErrorCode::kNotAFile));
  BOOST_TEST((error_of(folder.file("empty", "")) == ErrorCode::kEmpty));
  BOOST_TEST((error_of("/dev/null") == ErrorCode::kNotAFile));
  std::filesystem::path fifo = folder.path / "fifo";
  BOOST_REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  BOOST_TEST((error_of(fifo) == ErrorCode::kNotAFile));
}

BOOST_AUTO_TEST_CASE(file_without_permission_is_unreadable) {
  if (::geteuid() == 0) return;  // root reads everything
  Folder folder;
  std::filesystem::path file = folder.file("secret", "x");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  BOOST_TEST((error_of(file) == ErrorCode::kUnreadable));
}

BOOST_AUTO_TEST_CASE(unsupported_file_says_what_it_looks_like) {
  prongsai::extract::ExtractOptions options;
  options.ocr = prongsai::extract::OcrMode::kNever;
  Folder folder;
  try {
    prongsai::extract::read_document(folder.file("a.pdf", "PK\x03\x04 word/document.xml"), options);
    BOOST_FAIL("no error");
  } catch (const Error& error) {
    BOOST_TEST((error.code() == ErrorCode::kNotSupported));
    BOOST_TEST(std::string(error.what()).find("Word document") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
