// ZMS writes the same number as 5, "5" or null, depending on where it comes from. Other kinds of values read as nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/json.h"

namespace stadttor::protocols::zms {

// Text, or a whole number as text; empty otherwise.
std::string read_text(const JsonValue& object, const char* name);
std::optional<double> read_number(const JsonValue& object, const char* name);
// A whole number, or 0 for anything else; ids count from 1.
std::int64_t read_whole(const JsonValue& object, const char* name);
bool read_flag(const JsonValue& object, const char* name);
// null, [] and nothing have no items.
const std::vector<JsonValue>& read_items(const JsonValue& object, const char* name);
const JsonValue& read_member(const JsonValue& object, const char* name);
std::int64_t whole_from(const JsonValue& value);

}  // namespace stadttor::protocols::zms
