// The answers as rules see them: by question ids, hidden ones absent, groups as objects and lists. Rules of a repeated group see the
// answers of their own repetition.
#pragma once

#include "forms/evaluation.h"

namespace stadttor::forms {

class AnswerData : public RuleData {
 public:
  AnswerData(const Evaluation& evaluation, std::uint32_t instance) : evaluation_(evaluation), instance_(instance) {}

  Unanswered unanswered() const override { return Unanswered::StaysNull; }
  std::optional<JsonValue> variable(VariableNumber number) const override;
  // "missing" asks by name.
  std::optional<JsonValue> path(std::string_view path) const override;

 private:
  std::optional<JsonValue> derived_part(const JsonValue& value, const Variable& variable) const;

  const Evaluation& evaluation_;
  std::uint32_t instance_;
};

}  // namespace stadttor::forms
