// JSON values as an author wrote them: looked at without trust, so that a wrong type reads as nothing. What is wrong
// with them is said by the checks, not here.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace stadttor::portal::authoring {

using Json = nlohmann::json;

// The member, or null where the value is no object or has no such member.
const Json& member_of(const Json& object, std::string_view name);

// The value itself where it is an array (or object), else an empty one: safe to loop over.
const Json& list_of(const Json& value);
const Json& object_of(const Json& value);

// The text of a member, or nothing.
std::string text_of(const Json& object, std::string_view name);
double number_of(const Json& object, std::string_view name);
bool flag_of(const Json& object, std::string_view name);

// The texts in a list, others left out.
std::vector<std::string> texts_of(const Json& object, std::string_view name);

// JSON Pointer of a member or element: "/texts" and "a/b" give "/texts/a~1b".
std::string pointer_to(std::string_view pointer, std::string_view name);
std::string pointer_to(std::string_view pointer, std::size_t index);

// Compact JSON; equal values give equal bytes.
std::string json_text_from_value(const Json& value);

}  // namespace stadttor::portal::authoring
