// What a broken rule of a schema means to the municipality: the German sentences of the schema check.
#pragma once

#include <string>
#include <string_view>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

struct Message {
  std::string problem;
  std::string remedy;
};

// "ein Text", "eine Zahl" ... of a schema's type name or of a value.
std::string german_type(std::string_view schema_type);
std::string german_type_of(const Json& value);

// „…“, shortened where long.
std::string quoted_value(const Json& value);

Message wrong_type_message(const Json& allowed_types, const Json& value);
Message missing_member_message(std::string_view name);
Message unknown_member_message(std::string_view name, const Json& known_members);
Message wrong_value_message(const Json& value, const Json& allowed_values);
Message wrong_form_message(const Json& value);
Message wrong_date_message(const Json& value);
// `pointer` names the text: its last member decides how the remedy calls it.
Message long_text_message(std::string_view pointer, std::size_t length, std::size_t longest);
Message short_text_message(std::string_view pointer, std::size_t length, std::size_t shortest);
Message list_size_message(std::size_t size, std::size_t fewest, std::size_t most);
Message repeated_entry_message(const Json& entry);
Message number_range_message(const Json& value, const Json& schema);

}  // namespace stadttor::portal::authoring
