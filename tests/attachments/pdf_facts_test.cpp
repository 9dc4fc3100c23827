#include <doctest/doctest.h>

#include <random>

#include "attachments/clean_file.h"
#include "attachments/marked_files.h"

namespace stadttor::attachments {

using namespace stadttor::testing;

namespace {

std::string pdf_with(const std::string& objects, const std::string& trailer) {
  return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + objects +
         "4 0 obj\n<< /Length 30 >>\nstream\nBT (what is on the page) Tj ET\nendstream\nendobj\nxref\n0 5\ntrailer\n<< /Size 5 /Root 1 0 R " + trailer +
         " >>\nstartxref\n99\n%%EOF\n";
}

CleanedFile cleaned(const std::string& file) {
  auto result = clean_file(file, "application/pdf");
  if (!CHECK(result.ok())) return {};
  CHECK(result.value().bytes.reveal<"looked at by a test">().size() == file.size());
  return std::move(result).value();
}

bool has(const CleanedFile& file, std::string_view part) { return file.bytes.reveal<"looked at by a test">().find(part) != std::string::npos; }

const std::string kMarkText(kMark);

// "CANARY-7f3a" as PDF writes it in hexadecimal.
const std::string kMarkHex = "43414E4152592D37663361";

}  // namespace

TEST_CASE("the facts of a PDF are overwritten in place, in every way they can be written") {
  for (const std::string& info : {"/Author (" + kMarkText + ")", "/Author(a \\) b (nested " + kMarkText + ") c)/Title(x)", "/Producer <" + kMarkHex + ">",
                                  "/CreationDate (D:20261126" + kMarkText + ")", "/Custom << /Deeper [(" + kMarkText + ")] >>"}) {
    CAPTURE(info);
    const CleanedFile clean = cleaned(pdf_with("5 0 obj\n<< " + info + " >>\nendobj\n", "/Info 5 0 R"));
    CHECK_FALSE(has(clean, kMark));
    CHECK_FALSE(has(clean, kMarkHex));
    CHECK(has(clean, "what is on the page"));
    CHECK(clean.removed == kAuthor);
    CHECK_FALSE(clean.may_hold_more);
  }
}

TEST_CASE("facts that stand in objects of their own, and those of earlier versions of a PDF, are overwritten too") {
  const CleanedFile clean = cleaned(pdf_with("5 0 obj\n<< /Author 6 0 R >>\nendobj\n6 0 obj\n(" + kMarkText + ")\nendobj\n", "/Info 5 0 R") + "5 0 obj\n<</Title(" + kMarkText +
                                    ")>>\nendobj\ntrailer\n<</Info 5 0 R/Prev 9>>\nstartxref\n1\n%%EOF\n");
  CHECK_FALSE(has(clean, kMark));
  CHECK_FALSE(clean.may_hold_more);
}

TEST_CASE("XMP is overwritten: as a stream, as a compressed stream, and wherever a packet lies") {
  for (const std::string& object : {"7 0 obj\n<< /Type /Metadata /Subtype /XML /Length 11 >>\nstream\n" + kMarkText + "\nendstream\nendobj\n",
                                    "7 0 obj\n<</Subtype/XML/Type/Metadata/Filter/FlateDecode/Length 11>>stream\r\n" + kMarkText + "\r\nendstream\nendobj\n",
                                    "7 0 obj\n<< >>\nstream\n<?xpacket begin='' id='x'?>" + kMarkText + "<?xpacket end='w'?>\nendstream\nendobj\n"}) {
    CAPTURE(object);
    const CleanedFile clean = cleaned(pdf_with(object, ""));
    CHECK_FALSE(has(clean, kMark));
    CHECK(has(clean, "endstream"));
    CHECK(has(clean, "what is on the page"));
    CHECK(clean.removed == kEditing);
  }
}

TEST_CASE("what a photo in a PDF says of its camera is overwritten") {
  const std::string photo = jpeg_with(jpeg_segment(0xe1, std::string("Exif\0\0", 6) + exif_block(1, true)));
  const CleanedFile clean = cleaned(pdf_with("8 0 obj\n<< /Filter /DCTDecode >>\nstream\n" + photo + "\nendstream\nendobj\n", ""));
  CHECK_FALSE(has(clean, kMark));
  CHECK(has(clean, std::string(kScan)));
  CHECK(clean.removed == kCameraAndPlace);
}

TEST_CASE("a PDF says when its facts could not be removed: encrypted, or in a compressed object") {
  // Texts of an encrypted file are ciphertext: overwritten, they would be read as something else.
  const std::string encrypted = pdf_with("5 0 obj\n<< /Author (ciphertext) >>\nendobj\n", "/Encrypt 6 0 R /Info 5 0 R");
  const CleanedFile untouched = cleaned(encrypted);
  CHECK(untouched.may_hold_more);
  CHECK(has(untouched, encrypted));
  CHECK(cleaned(pdf_with("", "/Info 5 0 R")).may_hold_more);
  CHECK_FALSE(cleaned(pdf_with("", "")).may_hold_more);
}

TEST_CASE("a broken PDF never brings the program down, nor keeps it busy") {
  const std::string whole = pdf_with("5 0 obj\n<< /Author (" + kMarkText + ") /Title 6 0 R >>\nendobj\n6 0 obj <" + kMarkHex + "> endobj\n7 0 obj\n<< /Type /Metadata >>\nstream\nxmp\nendstream\nendobj\n",
                                     "/Info 5 0 R");
  std::mt19937 random(20261126);
  for (std::size_t length = 0; length < whole.size(); ++length) static_cast<void>(clean_file(whole.substr(0, length), {}));
  for (int change = 0; change < 2000; ++change) {
    std::string changed = whole;
    changed[random() % changed.size()] = static_cast<char>(random());
    static_cast<void>(clean_file(changed, {}));
  }
  std::string slow = "%PDF-1.7\n";
  for (int i = 0; i < 3000; ++i) slow += "/Info " + std::to_string(i) + " 0 R /Type /Metadata (((< " + std::to_string(i) + " 0 obj ";
  CHECK(cleaned(slow).may_hold_more);
}

}  // namespace stadttor::attachments
