#include "attachments/pdf_objects.h"

#include <algorithm>
#include <optional>
#include <string>

namespace stadttor::attachments {

namespace {

// Files that name a hundred authors want to be slow, not read.
constexpr std::size_t kMostFound = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_spaces(std::string_view pdf, std::size_t at) {
  while (at < pdf.size() && is_pdf_space(pdf[at])) ++at;
  return at;
}

// Moves `at` behind the number.
std::optional<std::uint32_t> read_number(std::string_view pdf, std::size_t& at) {
  constexpr std::size_t kMostDigits = 9;
  const std::size_t begin = at;
  std::uint32_t number = 0;
  while (at < pdf.size() && is_digit(pdf[at]) && at - begin < kMostDigits) number = number * 10 + static_cast<std::uint32_t>(pdf[at++] - '0');
  if (at == begin) return {};
  return number;
}

// "5 0 R" at `at`.
std::optional<PdfReference> read_reference(std::string_view pdf, std::size_t& at) {
  const auto number = read_number(pdf, at);
  if (!number) return {};
  at = skip_spaces(pdf, at);
  const auto generation = read_number(pdf, at);
  if (!generation) return {};
  at = skip_spaces(pdf, at);
  if (at >= pdf.size() || pdf[at] != 'R') return {};
  ++at;
  return PdfReference{*number, *generation};
}

void add_once(std::vector<PdfReference>& found, PdfReference reference) {
  if (found.size() < kMostFound && std::find(found.begin(), found.end(), reference) == found.end()) found.push_back(reference);
}

// The end of "(...)": brackets inside are paired or escaped.
std::size_t end_of_text(std::string_view pdf, std::size_t at, std::size_t limit) {
  int depth = 1;
  for (; at < limit; ++at) {
    if (pdf[at] == '\\') {
      ++at;
    } else if (pdf[at] == '(') {
      ++depth;
    } else if (pdf[at] == ')' && --depth == 0) {
      return at;
    }
  }
  return limit;
}

}  // namespace

bool is_pdf_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

std::vector<PdfReference> references_of(std::string_view pdf, std::string_view name) {
  std::vector<PdfReference> found;
  for (std::size_t at = pdf.find(name); at != std::string_view::npos; at = pdf.find(name, at)) {
    at = skip_spaces(pdf, at + name.size());
    if (const auto reference = read_reference(pdf, at)) add_once(found, *reference);
  }
  return found;
}

std::vector<PdfReference> references_in(std::string_view pdf, PdfRange range) {
  std::vector<PdfReference> found;
  for (std::size_t at = range.begin; at < range.end;) {
    const bool begins_number = is_digit(pdf[at]) && (at == range.begin || !is_digit(pdf[at - 1]));
    std::size_t behind = at;
    if (begins_number) {
      if (const auto reference = read_reference(pdf.substr(0, range.end), behind)) {
        add_once(found, *reference);
        at = behind;
        continue;
      }
    }
    ++at;
  }
  return found;
}

std::vector<PdfRange> ranges_of(std::string_view pdf, PdfReference object) {
  std::vector<PdfRange> ranges;
  constexpr std::string_view kEnd = "endobj";
  const std::string name = std::to_string(object.number) + " " + std::to_string(object.generation) + " obj";
  for (std::size_t at = pdf.find(name); at != std::string_view::npos && ranges.size() < kMostFound; at = pdf.find(name, at)) {
    const bool is_whole_number = at == 0 || !is_digit(pdf[at - 1]);
    at += name.size();
    if (!is_whole_number) continue;
    const std::size_t end = std::min(pdf.find(kEnd, at), pdf.size());
    ranges.push_back({at, end});
    at = end;
  }
  return ranges;
}

std::vector<PdfText> texts_in(std::string_view pdf, PdfRange range) {
  std::vector<PdfText> texts;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    if (pdf[at] == '(') {
      const std::size_t end = end_of_text(pdf, at + 1, range.end);
      texts.push_back({{at + 1, end}, false});
      at = end;
    } else if (pdf[at] == '<' && at + 1 < range.end && pdf[at + 1] == '<') {
      ++at;
    } else if (pdf[at] == '<') {
      const std::size_t end = std::min(pdf.find('>', at), range.end);
      texts.push_back({{at + 1, end}, true});
      at = end;
    }
  }
  return texts;
}

}  // namespace stadttor::attachments
