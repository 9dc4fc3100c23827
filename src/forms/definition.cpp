#include "forms/definition.h"

#include <algorithm>

namespace stadttor::forms {

std::uint32_t Definition::find_question(std::string_view wanted) const {
  for (std::uint32_t i = 0; i < questions.size(); ++i) {
    const bool is_fixed_part = questions[i].parent != kNone && questions[questions[i].parent].is_composite();
    if (questions[i].id == wanted && !is_fixed_part) return i;
  }
  return kNone;
}

std::string Definition::path_of(Place place) const {
  const Question& question = questions[place.question];
  if (question.repeated_in == kNone) return question.path_before;
  return question.path_before + "." + std::to_string(place.instance) + "." + question.path_after;
}

std::optional<Place> Definition::find_place(std::string_view path) const {
  for (std::uint32_t i = 0; i < questions.size(); ++i) {
    const Question& question = questions[i];
    if (path.substr(0, question.path_before.size()) != question.path_before) continue;
    std::string_view rest = path.substr(question.path_before.size());
    if (question.repeated_in == kNone) {
      if (rest.empty()) return Place{i, 0};
      continue;
    }
    const std::size_t dot = rest.find('.', 1);
    if (rest.size() < 4 || rest[0] != '.' || dot == std::string_view::npos || dot > 5 || rest.substr(dot + 1) != question.path_after) continue;
    const std::string_view digits = rest.substr(1, dot - 1);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
    std::uint32_t instance = 0;
    for (const char digit : digits) instance = instance * 10 + static_cast<std::uint32_t>(digit - '0');
    return Place{i, instance};
  }
  return {};
}

std::string Definition::service_identifier() const {
  return leika.empty() ? "urn:stadttor:leistung:" + id : "urn:de:fim:leika:leistung:" + leika;
}

bool Definition::suggests_streets() const {
  return std::any_of(questions.begin(), questions.end(), [](const Question& question) { return question.suggestions == "streets"; });
}

bool Definition::is_only_precheck() const {
  return std::all_of(steps.begin(), steps.end(), [](const Step& step) { return step.is_precheck; });
}

}  // namespace stadttor::forms
