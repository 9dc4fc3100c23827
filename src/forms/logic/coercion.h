// How JavaScript reads one kind of value as another (ECMA-262, 7.1 and 7.2): what JsonLogic's operators are defined by.
#pragma once

#include <string>

#include "foundation/json.h"

namespace stadttor::forms {

// JsonLogic's truth, which differs from JavaScript's in one point: an empty list is false.
bool is_true(const JsonValue& value);

// Number(value); NaN where there is none.
double number_from(const JsonValue& value);

// parseFloat(value): "3 dogs" is 3.
double leading_number_from(const JsonValue& value);

// String(value)
std::string text_from(const JsonValue& value);

// a == b and a === b
bool are_loosely_equal(const JsonValue& a, const JsonValue& b);
bool are_strictly_equal(const JsonValue& a, const JsonValue& b);

// a < b, and a <= b where `or_equal`; false where either is no number.
enum class Order : unsigned char { Less, LessOrEqual };
bool are_in_order(const JsonValue& a, const JsonValue& b, Order order);

}  // namespace stadttor::forms
