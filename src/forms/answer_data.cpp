#include "forms/answer_data.h"

namespace stadttor::forms {

std::optional<JsonValue> AnswerData::variable(VariableNumber number) const {
  const Variable& variable = evaluation_.definition_.variables[number];
  if (variable.kind == VariableKind::Today) return derived_part(JsonValue::text(text_from_date(evaluation_.today_)), variable);
  if (variable.question == kNone) return {};
  const Question& question = evaluation_.definition_.questions[variable.question];
  const JsonValue value = evaluation_.rule_value(variable.question, question.repeated_in == kNone ? 0 : instance_);
  if (value.is(JsonKind::Null)) return {};
  return derived_part(value, variable);
}

std::optional<JsonValue> AnswerData::path(std::string_view path) const {
  const VariableNames& names = evaluation_.definition_.names;
  for (VariableNumber number = 0; number < names.size(); ++number) {
    if (names.path(number) == path) return variable(number);
  }
  return {};
}

// Of dates: the age in whole years, and the days until then (negative: since).
std::optional<JsonValue> AnswerData::derived_part(const JsonValue& value, const Variable& variable) const {
  if (variable.rest.empty()) return value;
  const auto date = parse_date(value.as_text());
  const Date& today = evaluation_.today_;
  if (date && variable.rest == "age") return JsonValue::number(years_between(*date, today));
  if (date && variable.rest == "days_until") return JsonValue::number(static_cast<double>(days_since_epoch(*date) - days_since_epoch(today)));
  if (date && variable.rest == "year") return JsonValue::number(date->year);
  if (date && variable.rest == "month") return JsonValue::number(date->month);
  return find_path(value, variable.rest);
}

}  // namespace stadttor::forms
