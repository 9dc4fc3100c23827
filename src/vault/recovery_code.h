// The code on the printed recovery sheet: 128 random bits as eight groups of Crockford's base 32, with a check in the last group that
// catches a slip of the pen before anything is tried.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/personal.h"

namespace stadttor::vault {

// "7Q3M-KX09-..."; `bits` are 16 bytes.
Secret recovery_code_from(std::string_view bits);
// The 16 bytes. Lower case, blanks, and the letters that Crockford takes for 0 and 1 are read as meant; nothing for anything else.
std::optional<Secret> parse_recovery_code(std::string_view text);

// Where a code that cannot be read went wrong, as far as its check tells.
struct RecoveryFault {
  enum class Kind : unsigned char { TooShort, TooLong, InGroup, Somewhere };
  Kind kind = Kind::Somewhere;
  int group = 0;  // InGroup: from 1
};
// Nothing where the code can be read. One wrong character is found in its group, and so are two exchanged neighbours; more than that only
// where a group has another length or a character that no code has.
std::optional<RecoveryFault> find_recovery_fault(std::string_view text);

}  // namespace stadttor::vault
