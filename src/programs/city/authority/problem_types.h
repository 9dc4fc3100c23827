// FIT-Connect's types of problems, as an authority names them when it rejects, with German words for clerks.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::city_server::authority {

enum class ProblemType : unsigned char {
  MissingData,
  MissingAttachment,
  AttachmentsMismatch,
  SchemaViolation,
  SyntaxViolation,
  UnsupportedSchema,
  HashMismatch,
  EncryptionIssue,
  IncorrectAuthenticationTag,
  ServiceMismatch,
  TechnicalError,
};
inline constexpr int kProblemTypes = 11;

std::string_view name_of(ProblemType type);   // "missing-data"
std::string_view title_of(ProblemType type);  // "Angaben fehlen"
std::string uri_of(ProblemType type);

}  // namespace stadttor::city_server::authority
