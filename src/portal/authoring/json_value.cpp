#include "portal/authoring/json_value.h"

#include "foundation/json.h"

namespace stadttor::portal::authoring {

const Json& member_of(const Json& object, std::string_view name) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(std::string(name));
  return found == object.end() ? kNothing : *found;
}

const Json& list_of(const Json& value) {
  static const Json kEmpty = Json::array();
  return value.is_array() ? value : kEmpty;
}

const Json& object_of(const Json& value) {
  static const Json kEmpty = Json::object();
  return value.is_object() ? value : kEmpty;
}

std::string text_of(const Json& object, std::string_view name) {
  const Json& value = member_of(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

double number_of(const Json& object, std::string_view name) {
  const Json& value = member_of(object, name);
  return value.is_number() ? value.get<double>() : 0;
}

bool flag_of(const Json& object, std::string_view name) {
  const Json& value = member_of(object, name);
  return value.is_boolean() && value.get<bool>();
}

std::vector<std::string> texts_of(const Json& object, std::string_view name) {
  std::vector<std::string> texts;
  for (const Json& value : list_of(member_of(object, name))) {
    if (value.is_string()) texts.push_back(value.get<std::string>());
  }
  return texts;
}

std::string pointer_to(std::string_view pointer, std::string_view name) { return json_pointer_to(pointer, name); }

std::string pointer_to(std::string_view pointer, std::size_t index) {
  return std::string(pointer).append("/").append(std::to_string(index));
}

std::string json_text_from_value(const Json& value) {
  // The library ends the program on broken UTF-8 otherwise; text from outside was checked, file names were not.
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace stadttor::portal::authoring
