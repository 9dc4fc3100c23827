// The proof of work that keeps programs from taking all appointments: ALTCHA version 2 with SHA-256. Which counter solves it is found by
// platform::Cryptography beside everything else; citizens see nothing of it. Source: altcha-lib 2.8, as ZMS uses it.
#pragma once

#include <cstdint>
#include <string>

#include "foundation/result.h"
#include "platform/cryptography.h"

namespace stadttor::protocols::zms {

struct Challenge {
  platform::HashPuzzle puzzle;
  std::int64_t expires_at = 0;  // seconds since 1970; 0: not told
  std::string text;             // as it came: it goes back word for word, signed
};

// NotSupported for another algorithm, and for work that would keep a telephone busy for minutes.
Result<Challenge> parse_challenge(const std::string& body, const std::string& where);
// {"payload": base64({challenge, solution})}
std::string body_from_solution(const Challenge& challenge, const platform::PuzzleSolution& solution);
// The token.
Result<std::string> parse_verification(const std::string& body, const std::string& where);

}  // namespace stadttor::protocols::zms
