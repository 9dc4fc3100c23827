#include "portal/authoring/schema_pattern.h"

#include <unicode/regex.h>

#include <map>
#include <memory>

namespace stadttor::portal::authoring {

namespace {

// In ICU "$" also matches before a last line break, in ECMA-262 only at the end.
std::string pattern_with_strict_end(const std::string& pattern) {
  std::string strict;
  bool is_in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      strict.push_back(c);
      strict.push_back(pattern[++i]);
      continue;
    }
    if (c == '[') is_in_class = true;
    if (c == ']') is_in_class = false;
    if (c == '$' && !is_in_class) {
      strict.append("\\z");
    } else {
      strict.push_back(c);
    }
  }
  return strict;
}

// Null where the pattern is not valid. The same few patterns meet thousands of texts.
const icu::RegexPattern* compiled_pattern(const std::string& pattern) {
  static thread_local std::map<std::string, std::unique_ptr<icu::RegexPattern>> compiled;
  const auto found = compiled.find(pattern);
  if (found != compiled.end()) return found->second.get();
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const auto text = icu::UnicodeString::fromUTF8(pattern_with_strict_end(pattern));
  std::unique_ptr<icu::RegexPattern> made(icu::RegexPattern::compile(text, place, status));
  if (U_FAILURE(status)) made.reset();
  return compiled.emplace(pattern, std::move(made)).first->second.get();
}

}  // namespace

bool is_valid_pattern(const std::string& pattern) { return compiled_pattern(pattern) != nullptr; }

bool matches_pattern(std::string_view text, const std::string& pattern) {
  const icu::RegexPattern* compiled = compiled_pattern(pattern);
  if (compiled == nullptr) return false;
  UErrorCode status = U_ZERO_ERROR;
  const auto letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled->matcher(letters, status));
  if (U_FAILURE(status)) return false;
  constexpr std::int32_t kStepLimit = 1000;  // of about a millisecond each
  matcher->setTimeLimit(kStepLimit, status);
  return matcher->find(status) && U_SUCCESS(status);
}

}  // namespace stadttor::portal::authoring
