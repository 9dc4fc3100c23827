// Runs a compiled rule. Operators follow json-logic-js 2, on which the published test suite stands.
#include <algorithm>
#include <cmath>
#include <limits>

#include "forms/logic/coercion.h"
#include "forms/logic/rule.h"
#include "forms/logic/rule_operator.h"
#include "forms/text_units.h"

namespace stadttor::forms {

class RuleEvaluator {
 public:
  RuleEvaluator(const Rule& rule, const RuleData& data) : rule_(rule), data_(data) {}

  Result<JsonValue> evaluate() {
    JsonValue result = value_of(static_cast<std::uint32_t>(rule_.nodes_.size() - 1));
    if (steps_left_ > 0) return result;
    return Error{ErrorKind::MalformedData, rule_.where_, "the rule takes more than " + std::to_string(kMostSteps) + " steps; it loops over too much",
                 NextStep::ContactOffice};
  }

 private:
  static constexpr std::size_t kMostSteps = 200000;

  // Each node costs a step, and so does what is copied; once they are used up all is null and loops end.
  bool spend(std::size_t steps) {
    steps_left_ = steps_left_ > steps ? steps_left_ - steps : 0;
    return steps_left_ > 0;
  }

  std::uint32_t operand(const RuleNode& node, std::size_t index) const { return rule_.operands_[node.first + index]; }

  JsonValue operand_value(const RuleNode& node, std::size_t index) { return index < node.count ? value_of(operand(node, index)) : JsonValue(); }

  std::vector<JsonValue> operand_values(const RuleNode& node) {
    std::vector<JsonValue> values;
    for (std::size_t i = 0; i < node.count; ++i) values.push_back(operand_value(node, i));
    return values;
  }

  std::optional<JsonValue> find_variable(std::string_view path) const {
    return element_ != nullptr ? find_path(*element_, path) : data_.path(path);
  }

  JsonValue value_of(std::uint32_t number) {
    if (!spend(1)) return {};
    const RuleNode& node = rule_.nodes_[number];
    switch (node.operation) {
      case RuleOperator::Constant: return rule_.constants_[node.first];
      case RuleOperator::List: return JsonValue::list(operand_values(node));
      case RuleOperator::Variable: return value_or(data_.variable(node.first), node);
      case RuleOperator::ElementVariable: return value_or(find_variable(rule_.constants_[node.first].as_text()), node);
      case RuleOperator::Var: return computed_variable(node);
      case RuleOperator::If:
      case RuleOperator::Conditional: return chosen(node);
      case RuleOperator::And:
      case RuleOperator::Or: return connected(node);
      case RuleOperator::Map:
      case RuleOperator::Filter: return looked_through(node);
      case RuleOperator::Reduce: return reduced(node);
      case RuleOperator::All:
      case RuleOperator::None:
      case RuleOperator::Some: return JsonValue::boolean(is_quantified(node));
      default: return applied(node.operation, operand_values(node));
    }
  }

  JsonValue value_or(std::optional<JsonValue> value, const RuleNode& node) {
    if (value) return *std::move(value);
    return node.count > 0 ? value_of(node.count - 1) : JsonValue();
  }

  JsonValue computed_variable(const RuleNode& node) {
    const JsonValue name = operand_value(node, 0);
    const std::string path = name.is(JsonKind::Null) ? std::string() : text_from(name);
    if (auto value = find_variable(path)) return *std::move(value);
    return operand_value(node, 1);
  }

  JsonValue chosen(const RuleNode& node) {
    std::size_t i = 0;
    for (; i + 1 < node.count; i += 2) {
      if (is_true(operand_value(node, i))) return operand_value(node, i + 1);
    }
    return operand_value(node, i);
  }

  JsonValue connected(const RuleNode& node) {
    JsonValue current;
    for (std::size_t i = 0; i < node.count; ++i) {
      current = operand_value(node, i);
      if (is_true(current) == (node.operation == RuleOperator::Or)) return current;
    }
    return current;
  }

  // The second operand with `element` as the data.
  JsonValue asked_of(const RuleNode& node, const JsonValue& element) {
    const JsonValue* const outer = element_;
    element_ = &element;
    JsonValue value = operand_value(node, 1);
    element_ = outer;
    return value;
  }

  JsonValue looked_through(const RuleNode& node) {
    const JsonValue list = operand_value(node, 0);
    std::vector<JsonValue> found;
    for (const JsonValue& element : list.items()) {
      if (!spend(1)) break;
      JsonValue value = asked_of(node, element);
      if (node.operation == RuleOperator::Map) {
        found.push_back(std::move(value));
      } else if (is_true(value)) {
        found.push_back(element);
      }
    }
    return JsonValue::list(std::move(found));
  }

  JsonValue reduced(const RuleNode& node) {
    const JsonValue list = operand_value(node, 0);
    JsonValue accumulator = operand_value(node, 2);
    for (const JsonValue& element : list.items()) {
      if (!spend(1)) break;
      accumulator = asked_of(node, JsonValue::object({{"current", element}, {"accumulator", accumulator}}));
    }
    return accumulator;
  }

  bool is_quantified(const RuleNode& node) {
    const JsonValue list = operand_value(node, 0);
    const bool wanted = node.operation != RuleOperator::All;  // what decides at once
    for (const JsonValue& element : list.items()) {
      if (!spend(1)) break;
      if (is_true(asked_of(node, element)) == wanted) return node.operation == RuleOperator::Some;
    }
    return node.operation == RuleOperator::None || (node.operation == RuleOperator::All && !list.items().empty());
  }

  JsonValue applied(RuleOperator operation, const std::vector<JsonValue>& values) {
    static const JsonValue kNull;
    const JsonValue& a = values.empty() ? kNull : values[0];
    const JsonValue& b = values.size() < 2 ? kNull : values[1];
    if ((compares_order(operation) || calculates(operation)) && lacks_answer(values)) return compares_order(operation) ? JsonValue::boolean(false) : kNull;
    switch (operation) {
      case RuleOperator::LooseEqual: return JsonValue::boolean(are_loosely_equal(a, b));
      case RuleOperator::LooseUnequal: return JsonValue::boolean(!are_loosely_equal(a, b));
      case RuleOperator::StrictEqual: return JsonValue::boolean(are_strictly_equal(a, b));
      case RuleOperator::StrictUnequal: return JsonValue::boolean(!are_strictly_equal(a, b));
      case RuleOperator::Not: return JsonValue::boolean(!is_true(a));
      case RuleOperator::Truth: return JsonValue::boolean(is_true(a));
      case RuleOperator::Less: return JsonValue::boolean(is_ascending(values, Order::Less));
      case RuleOperator::LessOrEqual: return JsonValue::boolean(is_ascending(values, Order::LessOrEqual));
      case RuleOperator::Greater: return JsonValue::boolean(values.size() > 1 && are_in_order(b, a, Order::Less));
      case RuleOperator::GreaterOrEqual: return JsonValue::boolean(values.size() > 1 && are_in_order(b, a, Order::LessOrEqual));
      case RuleOperator::Merge: return merged(values);
      case RuleOperator::In: return JsonValue::boolean(contains(b, a));
      case RuleOperator::Join: return joined(values);
      case RuleOperator::Part: return part_of(values);
      case RuleOperator::Missing: return missing(a.is(JsonKind::List) ? a.items() : values);
      case RuleOperator::MissingSome: return missing_some(number_from(a), b.items());
      case RuleOperator::Multiply:
        if (values.size() == 1) return a;
        break;
      // Writes nothing anywhere: what a rule looks at is a citizen's.
      case RuleOperator::Log: return a;
      default: break;
    }
    return JsonValue::number(calculated(operation, values));
  }

  bool lacks_answer(const std::vector<JsonValue>& values) const {
    if (data_.unanswered() == Unanswered::CountsAsZero) return false;
    return std::any_of(values.begin(), values.end(), [](const JsonValue& value) { return value.is(JsonKind::Null); });
  }

  static bool is_ascending(const std::vector<JsonValue>& values, Order order) {
    if (values.size() < 2) return false;
    return are_in_order(values[0], values[1], order) && (values.size() < 3 || are_in_order(values[1], values[2], order));
  }

  static double calculated(RuleOperator operation, const std::vector<JsonValue>& values) {
    const auto number = [&values](std::size_t index) {
      return index < values.size() ? number_from(values[index]) : std::numeric_limits<double>::quiet_NaN();
    };
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    double result = operation == RuleOperator::Maximum ? -kEndless : operation == RuleOperator::Minimum ? kEndless : operation == RuleOperator::Multiply ? 1 : 0;
    switch (operation) {
      case RuleOperator::Subtract: return values.size() < 2 ? -number(0) : number(0) - number(1);
      case RuleOperator::Divide: return number(0) / number(1);
      case RuleOperator::Remainder: return std::fmod(number(0), number(1));
      case RuleOperator::Add:
        for (const JsonValue& value : values) result += leading_number_from(value);
        return result;
      case RuleOperator::Multiply:
        for (const JsonValue& value : values) result *= leading_number_from(value);
        return result;
      default: break;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::isnan(number(i))) return number(i);
      result = operation == RuleOperator::Maximum ? std::max(result, number(i)) : std::min(result, number(i));
    }
    return result;
  }

  JsonValue merged(const std::vector<JsonValue>& values) {
    std::vector<JsonValue> items;
    for (const JsonValue& value : values) {
      if (!spend(value.items().size())) break;
      if (value.is(JsonKind::List)) {
        items.insert(items.end(), value.items().begin(), value.items().end());
      } else {
        items.push_back(value);
      }
    }
    return JsonValue::list(std::move(items));
  }

  static bool contains(const JsonValue& whole, const JsonValue& part) {
    if (whole.is(JsonKind::Text)) return !whole.as_text().empty() && whole.as_text().find(text_from(part)) != std::string::npos;
    return std::any_of(whole.items().begin(), whole.items().end(), [&part](const JsonValue& item) { return are_strictly_equal(item, part); });
  }

  JsonValue joined(const std::vector<JsonValue>& values) {
    std::string text;
    for (const JsonValue& value : values) {
      const std::string part = value.is(JsonKind::Null) ? std::string() : text_from(value);
      if (!spend(part.size() / 8)) break;
      text.append(part);
    }
    return JsonValue::text(std::move(text));
  }

  // substr(text, begin, length): a negative begin counts from the end, a negative length leaves so many out at the end.
  static JsonValue part_of(const std::vector<JsonValue>& values) {
    const std::string text = values.empty() ? std::string() : text_from(values[0]);
    const auto size = static_cast<double>(count_utf16_units(text));
    const auto whole = [&values](std::size_t index, double otherwise) {
      if (index >= values.size() || values[index].is(JsonKind::Null)) return otherwise;
      const double number = number_from(values[index]);
      return std::isnan(number) ? 0 : std::trunc(number);
    };
    double begin = whole(1, 0);
    begin = begin < 0 ? std::max(0.0, size + begin) : std::min(begin, size);
    double length = whole(2, size);
    if (length < 0) length += size - begin;
    const double end = std::min(size, begin + std::max(0.0, length));
    return JsonValue::text(utf16_part_of(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(end)));
  }

  JsonValue missing(const std::vector<JsonValue>& names) {
    std::vector<JsonValue> found;
    for (const JsonValue& name : names) {
      if (!spend(1)) break;
      const auto value = find_variable(text_from(name));
      if (!value || value->is(JsonKind::Null) || (value->is(JsonKind::Text) && value->as_text().empty())) found.push_back(name);
    }
    return JsonValue::list(std::move(found));
  }

  JsonValue missing_some(double needed, const std::vector<JsonValue>& names) {
    JsonValue found = missing(names);
    const auto present = static_cast<double>(names.size() - std::min(names.size(), found.items().size()));
    return present >= needed ? JsonValue::list({}) : found;
  }

  const Rule& rule_;
  const RuleData& data_;
  const JsonValue* element_ = nullptr;  // null: the form's data
  std::size_t steps_left_ = kMostSteps;
};

Result<JsonValue> Rule::evaluate(const RuleData& data) const { return RuleEvaluator(*this, data).evaluate(); }

std::optional<JsonValue> find_path(const JsonValue& value, std::string_view path) {
  JsonValue at = value;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    const JsonValue* next = at.find(name);
    if (next == nullptr && name == "length" && at.is(JsonKind::List)) {
      at = JsonValue::number(static_cast<double>(at.items().size()));
      continue;
    }
    if (next == nullptr && name == "length" && at.is(JsonKind::Text)) {
      at = JsonValue::number(static_cast<double>(count_utf16_units(at.as_text())));
      continue;
    }
    if (at.is(JsonKind::List) && !name.empty() && name.size() < 10 && name.find_first_not_of("0123456789") == std::string_view::npos) {
      std::size_t index = 0;
      for (const char digit : name) index = index * 10 + static_cast<std::size_t>(digit - '0');
      if (index < at.items().size()) next = &at.items()[index];
    }
    if (next == nullptr) return {};
    at = JsonValue(*next);
  }
  return at;
}

}  // namespace stadttor::forms
