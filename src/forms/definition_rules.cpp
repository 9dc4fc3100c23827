#include "forms/definition_rules.h"

#include <algorithm>

namespace stadttor::forms {

std::uint32_t DefinitionRules::read(JsonReader place, std::string_view member) {
  const JsonValue source = place.value_of(member);
  const bool is_rule = source.is(JsonKind::Object);
  return is_rule ? compile(source, json_pointer_to(place.pointer(), member)) : kNone;
}

std::uint32_t DefinitionRules::compile(const JsonValue& source, const std::string& pointer) {
  auto rule = Rule::compile(source, form_.names, pointer);
  if (!rule.ok()) {
    faults_.push_back({FormFaultKind::BrokenRule, rule.error().where, rule.error().detail});
    return kNone;
  }
  if (rule.value().computes_names()) faults_.push_back({FormFaultKind::ComputedName, pointer, ""});
  form_.rules.push_back(std::move(rule).value());
  return static_cast<std::uint32_t>(form_.rules.size() - 1);
}

void DefinitionRules::connect() {
  resolve_variables();
  form_.readers.resize(form_.questions.size());
  for (std::uint32_t i = 0; i < form_.questions.size(); ++i) {
    const Question& question = form_.questions[i];
    connect_rule(question.visible_rule, question.repeated_in, {Reader::Of::Node, i});
    connect_rule(question.value_rule, question.repeated_in, {Reader::Of::Node, i});
    connect_rule(question.required_rule, question.repeated_in, {Reader::Of::Requirement, i});
  }
  for (std::uint32_t i = 0; i < form_.steps.size(); ++i) {
    connect_rule(form_.steps[i].visible_rule, kNone, {Reader::Of::Node, static_cast<std::uint32_t>(form_.questions.size() + i)});
  }
  for (std::uint32_t i = 0; i < form_.checks.size(); ++i) connect_rule(form_.checks[i].rule, form_.checks[i].repeated_in, {Reader::Of::Check, i});
  for (std::uint32_t i = 0; i < form_.advice.size(); ++i) connect_rule(form_.advice[i].rule, kNone, {Reader::Of::Advice, i});
  sort_nodes();
}

void DefinitionRules::resolve_variables() {
  for (std::size_t number = 0; number < form_.names.size(); ++number) {
    std::string_view path = form_.names.path(static_cast<VariableNumber>(number));
    Variable variable;
    const auto take_name = [&path] {
      const std::size_t dot = path.find('.');
      const std::string_view name = path.substr(0, dot);
      path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
      return name;
    };
    const std::string_view first = take_name();
    if (first == "today") {
      variable.kind = VariableKind::Today;
    } else {
      variable.question = form_.find_question(first);
    }
    // Further names lead into groups, as far as there are parts of that name.
    while (variable.question != kNone && !path.empty() && !form_.questions[variable.question].is_repeated()) {
      const std::string_view name = path.substr(0, path.find('.'));
      const auto& parts = form_.questions[variable.question].parts;
      const auto part = std::find_if(parts.begin(), parts.end(), [&](std::uint32_t one) { return form_.questions[one].id == name; });
      if (part == parts.end()) break;
      variable.question = *part;
      take_name();
    }
    variable.rest = std::string(path);
    form_.variables.push_back(std::move(variable));
  }
}

void DefinitionRules::connect_rule(std::uint32_t rule, std::uint32_t repeated_in, Reader reader) {
  if (rule == kNone) return;
  for (const VariableNumber number : form_.rules[rule].reads()) {
    const Variable& variable = form_.variables[number];
    if (variable.kind == VariableKind::Today) continue;
    if (variable.question == kNone) {
      faults_.push_back({FormFaultKind::UnknownAnswer, form_.rules[rule].where(), form_.names.path(number)});
      continue;
    }
    const std::uint32_t group = form_.questions[variable.question].repeated_in;
    if (group != kNone && group != repeated_in) {
      faults_.push_back({FormFaultKind::AnswerOfOneAmongMany, form_.rules[rule].where(), form_.names.path(number)});
      continue;
    }
    add_below(variable.question, reader);
  }
}

void DefinitionRules::add_reader(std::uint32_t question, Reader reader) {
  auto& readers = form_.readers[question];
  const bool is_known = std::any_of(readers.begin(), readers.end(), [&reader](const Reader& one) { return one.of == reader.of && one.number == reader.number; });
  if (!is_known) readers.push_back(reader);
}

// Who reads a group reads all its parts.
void DefinitionRules::add_below(std::uint32_t question, Reader reader) {
  add_reader(question, reader);
  for (const std::uint32_t part : form_.questions[question].parts) add_below(part, reader);
}

// By node: the nodes that come after it, because they read it or are part of it.
std::vector<std::vector<std::uint32_t>> DefinitionRules::followers() const {
  const auto question_count = static_cast<std::uint32_t>(form_.questions.size());
  std::vector<std::vector<std::uint32_t>> followers(question_count + form_.steps.size());
  for (std::uint32_t i = 0; i < question_count; ++i) {
    const Question& question = form_.questions[i];
    followers[question.parent == kNone ? question_count + question.step : question.parent].push_back(i);
    for (const Reader& reader : form_.readers[i]) {
      if (reader.of == Reader::Of::Node) followers[i].push_back(reader.number);
    }
  }
  return followers;
}

void DefinitionRules::sort_nodes() {
  const auto following = followers();
  std::vector<std::uint32_t> open(following.size(), 0);  // what a node still waits for
  for (const auto& list : following) {
    for (const std::uint32_t node : list) ++open[node];
  }
  for (std::uint32_t node = 0; node < open.size(); ++node) {
    if (open[node] == 0) form_.order.push_back(node);
  }
  for (std::size_t at = 0; at < form_.order.size(); ++at) {
    for (const std::uint32_t node : following[form_.order[at]]) {
      if (--open[node] == 0) form_.order.push_back(node);
    }
  }
  if (form_.order.size() < following.size()) {
    std::string circle;
    std::string pointer;
    for (std::uint32_t node = 0; node < form_.questions.size(); ++node) {
      const Question& question = form_.questions[node];
      if (open[node] == 0 || (question.visible_rule == kNone && question.value_rule == kNone)) continue;
      circle += (circle.empty() ? "" : ", ") + question.id;
      if (pointer.empty()) pointer = form_.rules[question.value_rule != kNone ? question.value_rule : question.visible_rule].where();
    }
    faults_.push_back({FormFaultKind::DependsOnItself, pointer, circle});
    for (std::uint32_t node = 0; node < open.size(); ++node) {
      if (open[node] > 0) form_.order.push_back(node);
    }
  }
  form_.ranks.resize(form_.order.size());
  for (std::uint32_t rank = 0; rank < form_.order.size(); ++rank) form_.ranks[form_.order[rank]] = rank;
}

}  // namespace stadttor::forms
