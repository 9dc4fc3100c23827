// Finds its way in a PDF without understanding it: where an object stands, which objects a name refers to, where texts lie in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stadttor::attachments {

// From `begin` up to, not with, `end`.
struct PdfRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct PdfReference {
  std::uint32_t number = 0;
  std::uint32_t generation = 0;
  friend bool operator==(PdfReference a, PdfReference b) { return a.number == b.number && a.generation == b.generation; }
};

bool is_pdf_space(char c);

// The objects that `name` ("/Info") refers to ("5 0 R"), wherever it stands.
std::vector<PdfReference> references_of(std::string_view pdf, std::string_view name);
// All that stand in `range`.
std::vector<PdfReference> references_in(std::string_view pdf, PdfRange range);

// Every version of the object: of a file that was changed, the older ones are still in it.
std::vector<PdfRange> ranges_of(std::string_view pdf, PdfReference object);

// The insides of texts, "(...)" and "<...>", within `range`.
struct PdfText {
  PdfRange inside;
  bool is_hexadecimal = false;
};
std::vector<PdfText> texts_in(std::string_view pdf, PdfRange range);

}  // namespace stadttor::attachments
