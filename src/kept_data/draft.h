// An application that is not finished: which form, where in it, and the answers as typed. What the answers mean is forms/'s.
#pragma once

#include <cstdint>
#include <string>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::kept_data {

inline constexpr std::uint16_t kDraftSchema = 1;

struct Draft {
  std::string form;
  std::string language;       // of the interface when it was last changed
  std::string step;           // id of the step where the citizen was; empty: the first
  std::int64_t changed = 0;   // milliseconds since 1970
  Personal<std::string> answers;  // JSON, see forms::Answers::draft
};

Personal<std::string> text_from_draft(const Draft& draft);
// What a later version added is passed over; without a form or answers it is no draft.
Result<Draft> read_draft(const Personal<std::string>& text);

}  // namespace stadttor::kept_data
