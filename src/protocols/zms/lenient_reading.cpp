#include "protocols/zms/lenient_reading.h"

#include <cstdlib>

namespace stadttor::protocols::zms {

namespace {

constexpr double kLargestWhole = 9007199254740992.0;

std::optional<double> number_from(const JsonValue& value) {
  if (value.is(JsonKind::Number)) return value.as_number();
  if (!value.is(JsonKind::Text)) return {};
  const std::string& text = value.as_text();
  if (text.empty() || text.size() > 40 || text.find_first_not_of("0123456789+-.") != std::string::npos) return {};
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size()) return {};
  return number;
}

}  // namespace

const JsonValue& read_member(const JsonValue& object, const char* name) {
  static const JsonValue kNothing;
  const JsonValue* value = object.find(name);
  return value == nullptr ? kNothing : *value;
}

std::string read_text(const JsonValue& object, const char* name) {
  const JsonValue& value = read_member(object, name);
  return value.is(JsonKind::Number) ? text_from_number(value.as_number()) : value.as_text();
}

std::optional<double> read_number(const JsonValue& object, const char* name) { return number_from(read_member(object, name)); }

std::int64_t whole_from(const JsonValue& value) {
  const double number = number_from(value).value_or(0);
  const bool is_whole = number > -kLargestWhole && number < kLargestWhole && number == static_cast<double>(static_cast<std::int64_t>(number));
  return is_whole ? static_cast<std::int64_t>(number) : 0;
}

std::int64_t read_whole(const JsonValue& object, const char* name) { return whole_from(read_member(object, name)); }

bool read_flag(const JsonValue& object, const char* name) {
  const JsonValue& value = read_member(object, name);
  return value.as_boolean() || value.as_number() == 1 || value.as_text() == "1" || value.as_text() == "true";
}

const std::vector<JsonValue>& read_items(const JsonValue& object, const char* name) { return read_member(object, name).items(); }

}  // namespace stadttor::protocols::zms
