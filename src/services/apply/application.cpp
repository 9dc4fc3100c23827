#include "services/apply/application.h"

#include <algorithm>

namespace stadttor::services::apply {

void Application::speak(const forms::Definition& definition, const Date& today) {
  if (evaluation_ && &evaluation_->definition() == &definition) return;
  forms::Answers answers = evaluation_ ? evaluation_->answers() : forms::Answers{};
  evaluation_.emplace(definition, today, std::move(answers));
}

void Application::come_to(forms::Place place) {
  std::string path = definition().path_of(place);
  if (path == current_field_) return;
  if (!current_field_.empty()) left_fields_.insert(current_field_);
  current_field_ = std::move(path);
}

std::optional<forms::FieldProblem> Application::told_problem(forms::Place place) const {
  const bool is_step_told = tells_problems_of(definition().questions[place.question].step);
  const bool is_left = !evaluation_->entered(place).is_empty() && left_fields_.count(definition().path_of(place)) > 0;
  return is_step_told || is_left ? evaluation_->problem(place) : std::nullopt;
}

std::size_t Application::reachable_step(std::size_t wanted) const {
  std::size_t reachable = 0;
  for (std::optional<std::size_t> step = 0; step && *step <= wanted; step = evaluation_->next_step(*step)) {
    reachable = *step;
    const forms::Advice* advice = evaluation_->find_advice(*step);
    if (!evaluation_->is_step_complete(*step) || (advice != nullptr && advice->ends_here)) break;
  }
  return reachable;
}

Application& Applications::open(const forms::Definition& definition, const Date& today) {
  auto& application = by_form_[definition.id];
  if (application) {
    application->speak(definition, today);
  } else {
    const auto restored = restored_.find(definition.id);
    application = std::make_unique<Application>(definition, today, restored == restored_.end() ? forms::Answers{} : restored->second);
    if (restored != restored_.end()) restored_.erase(restored);
  }
  application->streets = streets;
  return *application;
}

void Applications::remove(std::string_view form) {
  by_form_.erase(std::string(form));
  restored_.erase(std::string(form));
}

void Applications::restore_content(std::string_view form, std::string_view file, const Personal<std::string>& content) {
  if (const auto restored = restored_.find(form); restored != restored_.end()) restored->second.restore_content(file, content);
  if (const auto open = by_form_.find(form); open != by_form_.end()) open->second->evaluation().restore_content(file, content);
}

void Applications::restore(std::string_view form, forms::Answers answers) {
  remove(form);
  restored_.emplace(form, std::move(answers));
}

const Application* Applications::find(std::string_view form) const {
  const auto found = by_form_.find(form);
  return found == by_form_.end() ? nullptr : found->second.get();
}

bool Applications::hold_answers() const {
  const bool is_restored = std::any_of(restored_.begin(), restored_.end(), [](const auto& entry) { return !entry.second.empty(); });
  return is_restored || std::any_of(by_form_.begin(), by_form_.end(), [](const auto& entry) { return !entry.second->evaluation().answers().empty(); });
}

}  // namespace stadttor::services::apply
