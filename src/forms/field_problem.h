// What is wrong with an answer, as a key of the interface's words and what to put in: limits, never what was entered.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor::forms {

struct FieldProblem {
  std::string_view key;  // "form.problem.too_long"
  std::vector<std::pair<std::string_view, std::string>> parameters = {};
  std::string words = {};  // the form's own sentence, where the key is kOwnWords
};

inline constexpr std::string_view kOwnWords = "form.problem.own";

}  // namespace stadttor::forms
