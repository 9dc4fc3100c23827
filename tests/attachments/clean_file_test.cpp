#include "attachments/clean_file.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "attachments/marked_files.h"
#include "attachments/orientation.h"

namespace stadttor::attachments {

using namespace stadttor::testing;

namespace {

std::string cleaned(const std::string& file, RemovedKinds* removed = nullptr) {
  auto result = clean_file(file, {});
  if (!CHECK_MESSAGE(result.ok(), (result.ok() ? "" : text_from_error(result.error())))) return {};
  if (removed != nullptr) *removed = result.value().removed;
  return result.value().bytes.reveal<"looked at by a test">();
}

bool has(const std::string& file, std::string_view part) { return file.find(part) != std::string::npos; }

struct Carrier {
  const char* name;
  std::string file;
  RemovedKinds removed;
};

std::vector<Carrier> marked_jpegs() {
  const std::string mark(kMark);
  std::vector<Carrier> carriers;
  const auto add = [&carriers](const char* name, const std::string& beside, RemovedKinds removed, const std::string& behind = {}) {
    carriers.push_back({name, jpeg_with(beside, behind), removed});
  };
  for (const bool is_little_endian : {true, false}) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
      add("Exif", jpeg_segment(0xe1, std::string("Exif\0\0", 6) + exif_block(orientation, is_little_endian)), kCameraAndPlace);
    }
  }
  add("XMP", jpeg_segment(0xe1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) + mark), kEditing);
  add("extended XMP", jpeg_segment(0xe1, std::string("http://ns.adobe.com/xmp/extension/\0", 35) + mark), kEditing);
  add("Photoshop and IPTC", jpeg_segment(0xed, std::string("Photoshop 3.0\0", 14) + mark), kEditing);
  add("comment", jpeg_segment(0xfe, mark), kComments);
  add("further pictures", jpeg_segment(0xe2, std::string("MPF\0", 4) + mark), kSmallCopies);
  add("small copy in JFIF", jpeg_segment(0xe0, std::string("JFIF\0\1\1\0\0\1\0\1\2\2", 14) + mark), kSmallCopies);
  add("small copy beside JFIF", jpeg_segment(0xe0, std::string("JFXX\0\x10", 6) + mark), kSmallCopies);
  add("behind Adobe's colours", jpeg_segment(0xee, std::string("Adobe\0\x64\0\0\0\0\1", 12) + mark), 0);
  add("behind its end", "", kSmallCopies, mark);
  for (unsigned char marker = 0xe3; marker <= 0xec; ++marker) add("a program's own segment", jpeg_segment(marker, mark), kUnknown);
  return carriers;
}

std::vector<Carrier> marked_pngs() {
  const std::string mark(kMark);
  std::vector<Carrier> carriers;
  for (int orientation = 1; orientation <= 8; ++orientation) carriers.push_back({"eXIf", png_with(png_chunk("eXIf", exif_block(orientation, true))), kCameraAndPlace});
  carriers.push_back({"tEXt", png_with(png_chunk("tEXt", "Author" + std::string(1, '\0') + mark)), kComments});
  carriers.push_back({"zTXt", png_with(png_chunk("zTXt", mark)), kComments});
  carriers.push_back({"iTXt", png_with(png_chunk("iTXt", "XML:com.adobe.xmp" + mark)), kEditing});
  carriers.push_back({"tIME", png_with(png_chunk("tIME", mark)), kTimes});
  carriers.push_back({"a program's own chunk", png_with(png_chunk("caBX", mark)), kUnknown});
  carriers.push_back({"behind its end", png_with("", mark), kUnknown});
  return carriers;
}

std::vector<Carrier> marked_webps() {
  const std::string mark(kMark);
  const std::string picture = webp_chunk("VP8 ", "picture");
  std::vector<Carrier> carriers;
  for (int orientation = 1; orientation <= 8; ++orientation) {
    carriers.push_back({"EXIF", webp_of(webp_header() + picture + webp_chunk("EXIF", exif_block(orientation, false))), kCameraAndPlace});
  }
  carriers.push_back({"EXIF with JPEG's name", webp_of(webp_header() + picture + webp_chunk("EXIF", std::string("Exif\0\0", 6) + exif_block(1, true))), kCameraAndPlace});
  carriers.push_back({"XMP", webp_of(webp_header() + picture + webp_chunk("XMP ", mark)), kEditing});
  carriers.push_back({"a program's own chunk", webp_of(webp_header() + picture + webp_chunk("abcd", mark)), kUnknown});
  carriers.push_back({"inside a frame", webp_of(webp_header() + webp_chunk("ANMF", std::string(16, '\1') + picture + webp_chunk("abcd", mark))), kUnknown});
  carriers.push_back({"behind its end", webp_of(picture) + mark, kUnknown});
  return carriers;
}

// Where this file's Exif says how it is turned, the same as before.
int orientation_in(const std::string& file) {
  for (const std::string_view beginning : {std::string_view("MM\0*", 4), std::string_view("II*\0", 4)}) {
    if (const std::size_t at = file.find(beginning); at != std::string::npos) return orientation_of(std::string_view(file).substr(at));
  }
  return 1;
}

}  // namespace

TEST_CASE("nothing is left of what stands beside a picture, whatever carries it, and it stays turned as it was") {
  for (const auto& carriers : {marked_jpegs(), marked_pngs(), marked_webps()}) {
    for (const Carrier& carrier : carriers) {
      CAPTURE(carrier.name);
      CHECK(has(carrier.file, kMark));
      RemovedKinds removed = 0;
      const std::string clean = cleaned(carrier.file, &removed);
      CHECK_FALSE(has(clean, kMark));
      CHECK(removed == carrier.removed);
      CHECK(orientation_in(clean) == orientation_in(carrier.file));
      CHECK_MESSAGE(cleaned(clean) == clean, "cleaned twice is cleaned once");
    }
  }
}

TEST_CASE("a picture with nothing beside it comes back byte for byte") {
  RemovedKinds removed = 0xff;
  for (const std::string& file : {jpeg_with(""), jpeg_with(jpeg_segment(0xe2, std::string("ICC_PROFILE\0\1\1colours", 21))), png_with(""),
                                  png_with(png_chunk("iCCP", "colours")), webp_of(webp_chunk("VP8L", "picture")), webp_of(webp_chunk("VP8 ", "odd"))}) {
    CHECK(cleaned(file, &removed) == file);
    CHECK(removed == 0);
  }
}

TEST_CASE("what a JPEG is decoded with stays, scan by scan, also where comments stand between the scans") {
  const std::string second = jpeg_segment(0xda, std::string("\1\1\0\0\x3f\0", 6)) + "\x55\x66";
  std::string file = jpeg_with("");
  file.insert(file.size() - 2, jpeg_segment(0xfe, std::string(kMark)) + second);
  const std::string clean = cleaned(file);
  CHECK_FALSE(has(clean, kMark));
  CHECK(has(clean, std::string(kScan) + second + "\xff\xd9"));
}

TEST_CASE("a JPEG that was cut off in its picture is taken as far as it goes") {
  std::string file = jpeg_with("");
  file.resize(file.size() - 4);
  CHECK(cleaned(file) == file + "\xff\xd9");
}

TEST_CASE("a WebP that loses its metadata no longer says it has some") {
  const std::string clean = cleaned(webp_of(webp_header() + webp_chunk("VP8 ", "picture!") + webp_chunk("XMP ", "x")));
  CHECK(clean == webp_of(webp_chunk("VP8X", std::string(10, '\0')) + webp_chunk("VP8 ", "picture!")));
}

TEST_CASE("a file is known by its content: HEIC, another kind than it claims, and what is unknown are refused") {
  const std::string heic = std::string("\0\0\0\x18", 4) + "ftypheic" + std::string(12, '\0');
  CHECK(media_type_of(heic) == "image/heic");
  for (const auto& [file, claimed] : {std::pair<std::string, const char*>{heic, ""}, {"MZ a program", ""}, {"", ""}}) {
    const auto refused = clean_file(file, claimed);
    if (!CHECK_FALSE(refused.ok())) return;
    CHECK(refused.error().kind == ErrorKind::NotSupported);
  }
  const auto other = clean_file(png_with(""), "image/jpeg");
  if (!CHECK_FALSE(other.ok())) return;
  CHECK(other.error().kind == ErrorKind::MalformedData);
}

TEST_CASE("broken files are refused or cleaned, and never bring the program down: cut off anywhere, and with any byte changed") {
  std::mt19937 random(20261126);
  for (const auto& carriers : {marked_jpegs(), marked_pngs(), marked_webps()}) {
    for (const Carrier& carrier : carriers) {
      for (std::size_t length = 0; length < carrier.file.size(); length += 3) static_cast<void>(clean_file(carrier.file.substr(0, length), {}));
      for (int change = 0; change < 200; ++change) {
        std::string changed = carrier.file;
        changed[random() % changed.size()] = static_cast<char>(random());
        const auto result = clean_file(changed, {});
        if (result.ok()) CHECK(result.value().bytes.reveal<"looked at by a test">().size() <= changed.size() + 64);
      }
    }
  }
}

}  // namespace stadttor::attachments
