// What the GeoReport server says when something is wrong: a list of codes with descriptions (GeoReport v2, "Errors"), German, each with the
// remedy. Never repeats what was sent.
#pragma once

#include <string>
#include <vector>

#include "programs/city/exchange.h"
#include "programs/city/open311/message_text.h"

namespace stadttor::city_server::open311 {

struct Fault {
  int code = 400;  // also the HTTP status
  std::string description;
};

using Faults = std::vector<Fault>;

// The first one's code is the answer's status; at least one.
Answer fault_answer(Format format, const Faults& faults);

Answer message_answer(Format format, const JsonValue& message, std::string_view root);

}  // namespace stadttor::city_server::open311
