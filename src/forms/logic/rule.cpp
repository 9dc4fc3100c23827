#include "forms/logic/rule.h"

#include <algorithm>

#include "forms/logic/coercion.h"
#include "forms/logic/rule_operator.h"

namespace stadttor::forms {

VariableNumber VariableNames::number_of(std::string_view path) {
  const auto found = std::find(paths_.begin(), paths_.end(), path);
  const auto number = static_cast<VariableNumber>(found - paths_.begin());
  if (found == paths_.end()) paths_.emplace_back(path);
  return number;
}

class RuleCompiler {
 public:
  RuleCompiler(Rule& rule, VariableNames& names) : rule_(rule), names_(names) {}

  Result<std::uint32_t> compile(const JsonValue& source, const std::string& where) {
    if (source.is(JsonKind::List)) return compile_list(source, where);
    // Objects of another shape are data, as the reference implementation has it.
    if (!source.is(JsonKind::Object) || source.members().size() != 1) return add_constant(source);
    const auto& [name, operand] = source.members().front();
    const auto operation = find_rule_operator(name);
    const std::string place = json_pointer_to(where, name);
    if (!operation) {
      return Error{ErrorKind::MalformedData, place, "JsonLogic has no operator of this name", NextStep::CorrectInput};
    }
    const std::vector<JsonValue> operands = operand.is(JsonKind::List) ? operand.items() : std::vector<JsonValue>{operand};
    if (*operation == RuleOperator::Var) {
      if (const auto path = find_constant_path(operands)) return compile_variable(*path, operands, place);
      if (!is_in_element_) rule_.computes_names_ = true;
    }
    if (*operation == RuleOperator::Missing) note_names(operands);
    if (*operation == RuleOperator::MissingSome && operands.size() > 1) note_names({operands[1]});
    return compile_operands(*operation, operands, place);
  }

 private:
  std::uint32_t add(RuleNode node) {
    rule_.nodes_.push_back(node);
    return static_cast<std::uint32_t>(rule_.nodes_.size() - 1);
  }

  std::uint32_t constant_number(const JsonValue& value) {
    rule_.constants_.push_back(value);
    return static_cast<std::uint32_t>(rule_.constants_.size() - 1);
  }

  std::uint32_t add_constant(const JsonValue& value) { return add({RuleOperator::Constant, constant_number(value), 0}); }

  std::uint32_t add_with_operands(RuleOperator operation, const std::vector<std::uint32_t>& operands) {
    const auto first = static_cast<std::uint32_t>(rule_.operands_.size());
    rule_.operands_.insert(rule_.operands_.end(), operands.begin(), operands.end());
    return add({operation, first, static_cast<std::uint32_t>(operands.size())});
  }

  Result<std::uint32_t> compile_list(const JsonValue& source, const std::string& where) {
    const auto is_plain = [](const JsonValue& item) { return !item.is(JsonKind::List) && !item.is(JsonKind::Object); };
    if (std::all_of(source.items().begin(), source.items().end(), is_plain)) return add_constant(source);
    return compile_operands(RuleOperator::List, source.items(), where);
  }

  Result<std::uint32_t> compile_operands(RuleOperator operation, const std::vector<JsonValue>& sources, const std::string& where) {
    std::vector<std::uint32_t> operands;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const bool was_in_element = is_in_element_;
      if (looks_at_elements(operation) && i == 1) is_in_element_ = true;
      auto compiled = compile(sources[i], json_pointer_to(where, std::to_string(i)));
      is_in_element_ = was_in_element;
      if (!compiled.ok()) return compiled.error();
      operands.push_back(compiled.value());
    }
    return add_with_operands(operation, operands);
  }

  static std::optional<std::string> find_constant_path(const std::vector<JsonValue>& operands) {
    if (operands.empty() || operands[0].is(JsonKind::Null)) return std::string();
    if (operands[0].is(JsonKind::Text) || operands[0].is(JsonKind::Number)) return text_from(operands[0]);
    return {};
  }

  Result<std::uint32_t> compile_variable(const std::string& path, const std::vector<JsonValue>& operands, const std::string& where) {
    RuleNode node;
    if (is_in_element_) {
      node = {RuleOperator::ElementVariable, constant_number(JsonValue::text(path)), 0};
    } else if (path.empty()) {
      rule_.computes_names_ = true;
      return compile_operands(RuleOperator::Var, operands, where);
    } else {
      node = {RuleOperator::Variable, names_.number_of(path), 0};
      note_read(node.first);
    }
    if (operands.size() < 2) return add(node);
    // The default stands in the operand list; `count` says that there is one.
    auto otherwise = compile(operands[1], json_pointer_to(where, "1"));
    if (!otherwise.ok()) return otherwise.error();
    node.count = otherwise.value() + 1;
    return add(node);
  }

  void note_read(VariableNumber number) {
    if (std::find(rule_.reads_.begin(), rule_.reads_.end(), number) == rule_.reads_.end()) rule_.reads_.push_back(number);
  }

  // Names that "missing" asks for, where they are written out.
  void note_names(const std::vector<JsonValue>& sources) {
    if (is_in_element_) return;
    for (const JsonValue& source : sources) {
      if (source.is(JsonKind::Text)) {
        note_read(names_.number_of(source.as_text()));
      } else if (source.is(JsonKind::List)) {
        note_names(source.items());
      } else if (source.is(JsonKind::Object) && source.members().size() == 1) {
        note_names_of_rule(source.members().front());
      }
    }
  }

  void note_names_of_rule(const JsonValue::Member& rule) {
    const auto operation = find_rule_operator(rule.first);
    const std::vector<JsonValue> operands = rule.second.is(JsonKind::List) ? rule.second.items() : std::vector<JsonValue>{rule.second};
    if (operation == RuleOperator::Merge) return note_names(operands);
    if (operation != RuleOperator::If && operation != RuleOperator::Conditional) {
      rule_.computes_names_ = true;
      return;
    }
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (i % 2 == 1 || i + 1 == operands.size()) note_names({operands[i]});
    }
  }

  Rule& rule_;
  VariableNames& names_;
  bool is_in_element_ = false;
};

Result<Rule> Rule::compile(const JsonValue& source, VariableNames& names, std::string where) {
  Rule rule;
  auto compiled = RuleCompiler(rule, names).compile(source, where);
  if (!compiled.ok()) return compiled.error();
  rule.where_ = std::move(where);
  return rule;
}

}  // namespace stadttor::forms
