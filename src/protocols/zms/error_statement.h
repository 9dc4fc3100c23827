// What a server says with each error: its status, how heavy it is, and a sentence for whoever reads the answer itself. Apart from
// error_code.h, because a portal has words of its own and does not carry these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocols/zms/error_code.h"

namespace stadttor::protocols::zms {

enum class ErrorType : unsigned char { Information, Warning, Failure };

struct ErrorStatement {
  int status = 0;  // HTTP
  ErrorType type = ErrorType::Failure;
  std::string_view message;  // German
};

const ErrorStatement& statement_of(ErrorCode code);

// The heaviest status of several.
int status_of(const std::vector<ErrorCode>& codes);
// {"errors": [{"errorCode", "errorMessage", "statusCode", "errorType"}]}
std::string body_from_errors(const std::vector<ErrorCode>& codes);

}  // namespace stadttor::protocols::zms
