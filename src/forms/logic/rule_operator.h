// The operators of JsonLogic, and the leaves of a compiled rule.
#pragma once

#include <optional>
#include <string_view>

namespace stadttor::forms {

enum class RuleOperator : unsigned char {
  // Leaves and what compiling makes.
  Constant,
  List,            // literal list with rules in it
  Variable,        // of the form's data, by number
  ElementVariable, // of the element that filter, map, ... look at, by path
  // Operators by name; the order is that of the table in rule_operator.cpp.
  Var, Missing, MissingSome, If, Conditional, And, Or,
  LooseEqual, StrictEqual, LooseUnequal, StrictUnequal, Not, Truth,
  Greater, GreaterOrEqual, Less, LessOrEqual, Maximum, Minimum,
  Add, Subtract, Multiply, Divide, Remainder,
  Map, Reduce, Filter, All, None, Some, Merge, In,
  Join, Part, Log,
};

// Nothing where JsonLogic has no such operator.
std::optional<RuleOperator> find_rule_operator(std::string_view name);

constexpr bool compares_order(RuleOperator operation) { return operation >= RuleOperator::Greater && operation <= RuleOperator::LessOrEqual; }
constexpr bool calculates(RuleOperator operation) { return operation >= RuleOperator::Maximum && operation <= RuleOperator::Remainder; }

// Operators whose second operand is asked for each element of a list.
constexpr bool looks_at_elements(RuleOperator operation) {
  return operation >= RuleOperator::Map && operation <= RuleOperator::Some;
}

}  // namespace stadttor::forms
