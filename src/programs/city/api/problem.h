// What went wrong with a request, as RFC 9457 problem details: for programs a stable type, for people a German
// sentence that says what to do.
#pragma once

#include <string>
#include <string_view>

#include "programs/city/exchange.h"

namespace stadttor::city_server {

struct Problem {
  int status = 500;
  std::string_view type;  // last part of "urn:stadttor:problem:...", or a whole URI of a standard's own
  std::string_view title;
  std::string detail;
};

Answer problem_answer(const Problem& problem);

Answer unknown_path_answer(std::string_view path);
Answer method_not_allowed_answer(std::string allowed_methods);  // "GET, HEAD"
Answer content_too_large_answer(std::size_t limit);  // bytes
Answer unsupported_content_type_answer(std::string_view expected);
Answer invalid_json_answer();
Answer server_failure_answer();

// For a status the HTTP library has chosen before any of our code ran.
Answer protocol_failure_answer(int status);

// Of APIs that say nothing else.
inline constexpr std::size_t kBodyLimit = 1024 * 1024;  // bytes

}  // namespace stadttor::city_server
