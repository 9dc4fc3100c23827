#include "forms/logic/rule_operator.h"

namespace stadttor::forms {

namespace {

constexpr std::string_view kNames[] = {"var", "missing", "missing_some", "if", "?:", "and", "or", "==", "===", "!=", "!==", "!", "!!",
                                       ">", ">=", "<", "<=", "max", "min", "+", "-", "*", "/", "%", "map", "reduce", "filter", "all",
                                       "none", "some", "merge", "in", "cat", "substr", "log"};

}  // namespace

std::optional<RuleOperator> find_rule_operator(std::string_view name) {
  auto number = static_cast<unsigned char>(RuleOperator::Var);
  for (const std::string_view known : kNames) {
    if (known == name) return static_cast<RuleOperator>(number);
    ++number;
  }
  return {};
}

}  // namespace stadttor::forms
