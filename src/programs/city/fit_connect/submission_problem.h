// The refusals of the Submission API: problem details (RFC 7807) with the types FIT-Connect has for them.
#pragma once

#include <string>
#include <string_view>

#include "programs/city/api/problem.h"

namespace stadttor::city_server {

// `name` is the last part of "https://schema.fitko.de/fit-connect/submission-api/problems/...".
Answer submission_problem(int status, std::string_view name, std::string_view title, std::string detail);

Answer no_token_answer();              // 401
Answer not_granted_answer();           // 403
Answer unknown_destination_answer();   // 404
Answer unknown_submission_answer();    // 404
Answer unknown_case_answer();          // 404
Answer malformed_answer(std::string detail);  // 400

}  // namespace stadttor::city_server
