#include "forms/logic/coercion.h"

#include <cmath>
#include <cstdlib>
#include <limits>

namespace stadttor::forms {

namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

bool is_container(const JsonValue& value) { return value.is(JsonKind::List) || value.is(JsonKind::Object); }

// The longest beginning that is a decimal number, as its length; 0 where there is none.
std::size_t decimal_length(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&text, &at] {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - begin;
  };
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  std::size_t count = digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    count += digits();
  }
  if (count == 0) return 0;
  const std::size_t end = at;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return end;
    return at;
  }
  return end;
}

std::string_view without_spaces(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\n\r\v\f";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

double decimal_from(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

}  // namespace

bool is_true(const JsonValue& value) {
  switch (value.kind()) {
    case JsonKind::Null: return false;
    case JsonKind::Boolean: return value.as_boolean();
    case JsonKind::Number: return value.as_number() != 0 && !std::isnan(value.as_number());
    case JsonKind::Text: return !value.as_text().empty();
    case JsonKind::List: return !value.items().empty();
    case JsonKind::Object: return true;
  }
  return false;
}

double number_from(const JsonValue& value) {
  switch (value.kind()) {
    case JsonKind::Null: return 0;
    case JsonKind::Boolean: return value.as_boolean() ? 1 : 0;
    case JsonKind::Number: return value.as_number();
    case JsonKind::Object: return kNoNumber;
    case JsonKind::Text:
    case JsonKind::List: break;
  }
  const std::string whole = text_from(value);
  const std::string_view text = without_spaces(whole);
  if (text.empty()) return 0;
  return decimal_length(text) == text.size() ? decimal_from(text) : kNoNumber;
}

double leading_number_from(const JsonValue& value) {
  if (value.is(JsonKind::Number)) return value.as_number();
  const std::string whole = text_from(value);
  const std::string_view text = without_spaces(whole);
  const std::size_t length = decimal_length(text);
  return length == 0 ? kNoNumber : decimal_from(text.substr(0, length));
}

std::string text_from(const JsonValue& value) {
  switch (value.kind()) {
    case JsonKind::Null: return "null";
    case JsonKind::Boolean: return value.as_boolean() ? "true" : "false";
    case JsonKind::Number: return text_from_number(value.as_number());
    case JsonKind::Text: return value.as_text();
    case JsonKind::Object: return "[object Object]";
    case JsonKind::List: break;
  }
  std::string text;
  for (const JsonValue& item : value.items()) {
    if (&item != &value.items().front()) text.push_back(',');
    if (!item.is(JsonKind::Null)) text.append(text_from(item));
  }
  return text;
}

bool are_strictly_equal(const JsonValue& a, const JsonValue& b) {
  if (a.kind() != b.kind()) return false;
  return is_container(a) ? a.shares_content_with(b) : a == b;
}

bool are_loosely_equal(const JsonValue& a, const JsonValue& b) {
  if (a.kind() == b.kind()) return are_strictly_equal(a, b);
  if (a.is(JsonKind::Null) || b.is(JsonKind::Null)) return false;
  if (a.is(JsonKind::Text) && is_container(b)) return a.as_text() == text_from(b);
  if (b.is(JsonKind::Text) && is_container(a)) return b.as_text() == text_from(a);
  if (is_container(a) && is_container(b)) return false;
  return number_from(a) == number_from(b);
}

bool are_in_order(const JsonValue& a, const JsonValue& b, Order order) {
  const auto is_text = [](const JsonValue& value) { return value.is(JsonKind::Text) || is_container(value); };
  if (is_text(a) && is_text(b)) {
    const int compared = text_from(a).compare(text_from(b));
    return order == Order::Less ? compared < 0 : compared <= 0;
  }
  const double left = number_from(a);
  const double right = number_from(b);
  return order == Order::Less ? left < right : left <= right;
}

}  // namespace stadttor::forms
