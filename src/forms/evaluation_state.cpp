// What the evaluation says once all rules are settled: fields, steps, completeness, and what the authority receives.
#include <algorithm>

#include "forms/evaluation.h"

namespace stadttor::forms {

bool Evaluation::is_visible(Place place) const { return exists(place) && cells_[place.question][place.instance].is_visible; }

bool Evaluation::is_begun(std::uint32_t composite, std::uint32_t instance) const {
  const auto& parts = definition_.questions[composite].parts;
  return std::any_of(parts.begin(), parts.end(), [this, instance](std::uint32_t part) { return !entered({part, instance}).is_empty(); });
}

bool Evaluation::is_required(Place place) const {
  if (!exists(place)) return false;
  const Question& question = definition_.questions[place.question];
  if (question.requirement != Requirement::WithParent) return cells_[place.question][place.instance].is_required;
  const Place parent{question.parent, definition_.questions[question.parent].repeated_in == kNone ? 0 : place.instance};
  return is_required(parent) || is_begun(question.parent, place.instance);
}

std::uint32_t Evaluation::instances_of(std::uint32_t number) const {
  if (number == kNone) return 1;
  const Question& question = definition_.questions[number];
  if (!question.is_repeated()) return instances_of(question.repeated_in);
  return std::min(answers_.count(question.path_before, question.fewest_items), question.most_items);
}

bool Evaluation::can_add_item(std::uint32_t group) const {
  return group < cells_.size() && definition_.questions[group].is_repeated() && instances_of(group) < definition_.questions[group].most_items;
}

bool Evaluation::can_remove_item(std::uint32_t group) const {
  return group < cells_.size() && definition_.questions[group].is_repeated() && instances_of(group) > definition_.questions[group].fewest_items;
}

const Personal<std::string>& Evaluation::entered(Place place) const {
  static const Personal<std::string> kNothing;
  return exists(place) ? answers_.at(definition_.path_of(place)) : kNothing;
}

const Personal<JsonValue>& Evaluation::value(Place place) const {
  static const Personal<JsonValue> kNothing;
  return exists(place) ? cells_[place.question][place.instance].value : kNothing;
}

// A condition between answers is not told while one that it reads is missing.
bool Evaluation::is_answered(const AnswerCheck& check, std::uint32_t instance) const {
  const auto& reads = definition_.rules[check.rule].reads();
  return std::all_of(reads.begin(), reads.end(), [this, instance](VariableNumber number) {
    const std::uint32_t question = definition_.variables[number].question;
    if (question == kNone || !definition_.questions[question].is_entered()) return true;
    return !value({question, definition_.questions[question].repeated_in == kNone ? 0 : instance}).is_empty();
  });
}

std::optional<FieldProblem> Evaluation::problem(Place place) const {
  if (!is_visible(place)) return {};
  const Question& question = definition_.questions[place.question];
  const Cell& cell = cells_[place.question][place.instance];
  if (cell.entry_problem) return cell.entry_problem;
  if (question.is_entered() && cell.parsed.is_empty() && is_required(place)) {
    const bool is_chosen = question.kind == QuestionKind::Choice || question.kind == QuestionKind::Choices || question.kind == QuestionKind::YesNo;
    return FieldProblem{question.kind == QuestionKind::Files ? "form.problem.missing_file" : is_chosen ? "form.problem.missing_choice" : "form.problem.missing"};
  }
  for (std::size_t i = 0; i < definition_.checks.size(); ++i) {
    const AnswerCheck& check = definition_.checks[i];
    const bool is_about = std::find(check.questions.begin(), check.questions.end(), place.question) != check.questions.end();
    const std::uint32_t instance = check.repeated_in == kNone ? 0 : place.instance;
    const bool has_failed = instance < failed_checks_[i].size() && failed_checks_[i][instance];
    if (is_about && has_failed && is_answered(check, instance)) return FieldProblem{kOwnWords, {}, check.message};
  }
  return {};
}

bool Evaluation::is_step_visible(std::size_t step) const { return step < visible_steps_.size() && visible_steps_[step]; }

void Evaluation::append_places(std::uint32_t question, std::uint32_t instance, std::vector<Place>& places) const {
  if (!is_visible({question, instance})) return;
  places.push_back({question, instance});
  const bool is_repeated = definition_.questions[question].is_repeated();
  for (std::uint32_t item = is_repeated ? 0 : instance; item < (is_repeated ? instances_of(question) : instance + 1); ++item) {
    for (const std::uint32_t part : definition_.questions[question].parts) append_places(part, item, places);
  }
}

std::vector<Place> Evaluation::places_of_step(std::size_t step) const {
  std::vector<Place> places;
  if (!is_step_visible(step)) return places;
  for (const std::uint32_t question : definition_.steps[step].questions) append_places(question, 0, places);
  return places;
}

std::vector<std::pair<Place, FieldProblem>> Evaluation::problems_of_step(std::size_t step) const {
  std::vector<std::pair<Place, FieldProblem>> problems;
  for (const Place place : places_of_step(step)) {
    if (auto found = problem(place)) problems.emplace_back(place, *std::move(found));
  }
  return problems;
}

bool Evaluation::is_step_complete(std::size_t step) const { return problems_of_step(step).empty(); }

std::optional<std::size_t> Evaluation::next_step(std::size_t step) const {
  for (std::size_t next = step + 1; next < visible_steps_.size(); ++next) {
    if (visible_steps_[next]) return next;
  }
  return {};
}

std::optional<std::size_t> Evaluation::previous_step(std::size_t step) const {
  for (std::size_t next = std::min(step, visible_steps_.size()); next > 0; --next) {
    if (visible_steps_[next - 1]) return next - 1;
  }
  return {};
}

std::optional<std::size_t> Evaluation::first_incomplete_step() const {
  for (std::size_t step = 0; step < visible_steps_.size(); ++step) {
    if (visible_steps_[step] && !is_step_complete(step)) return step;
  }
  return {};
}

const Advice* Evaluation::find_advice(std::size_t step) const {
  const Advice* found = nullptr;
  for (std::size_t i = 0; i < definition_.advice.size(); ++i) {
    const Advice& advice = definition_.advice[i];
    if (!given_advice_[i] || advice.step != step) continue;
    if (found == nullptr || (advice.ends_here && !found->ends_here)) found = &advice;
  }
  return found;
}

bool Evaluation::is_complete() const {
  for (std::size_t step = 0; step < visible_steps_.size(); ++step) {
    const Advice* advice = find_advice(step);
    if (visible_steps_[step] && advice != nullptr && advice->ends_here) return false;
  }
  return !first_incomplete_step();
}

std::optional<JsonValue> Evaluation::sent_value(std::uint32_t number, std::uint32_t instance) const {
  const Question& question = definition_.questions[number];
  if (!question.is_sent || !is_visible({number, question.repeated_in == kNone ? 0 : instance})) return {};
  if (!question.is_group()) {
    JsonValue answer = value({number, instance}).reveal<"put into what the citizen sends">();
    if (answer.is(JsonKind::Null)) return {};
    return answer;
  }
  const auto object_of = [this, &question](std::uint32_t item) {
    std::vector<JsonValue::Member> members;
    for (const std::uint32_t part : question.parts) {
      if (auto sent = sent_value(part, item)) members.emplace_back(definition_.questions[part].name, *std::move(sent));
    }
    return members;
  };
  if (!question.is_repeated()) {
    auto members = object_of(instance);
    if (members.empty()) return {};
    return JsonValue::object(std::move(members));
  }
  std::vector<JsonValue> items;
  for (std::uint32_t item = 0; item < instances_of(number); ++item) {
    if (auto members = object_of(item); !members.empty()) items.push_back(JsonValue::object(std::move(members)));
  }
  if (items.empty()) return {};
  return JsonValue::list(std::move(items));
}

namespace {

// "anlage-1.jpg"
std::string generic_name(std::size_t number, std::string_view media_type) {
  std::string name = "anlage-" + std::to_string(number);
  if (media_type == "image/jpeg") return name + ".jpg";
  const std::size_t slash = media_type.find('/');
  if (slash != std::string_view::npos) name.append(".").append(media_type.substr(slash + 1));
  return name;
}

}  // namespace

std::vector<SentFile> Evaluation::sent_files() const {
  std::vector<SentFile> files;
  for (std::size_t step = 0; step < definition_.steps.size(); ++step) {
    if (definition_.steps[step].is_precheck) continue;
    for (const Place place : places_of_step(step)) {
      const Question& question = definition_.questions[place.question];
      if (question.kind != QuestionKind::Files || !question.is_sent) continue;
      for (const Attachment& attachment : answers_.attachments(definition_.path_of(place))) {
        files.push_back({place, &attachment, generic_name(files.size() + 1, attachment.media_type)});
      }
    }
  }
  return files;
}

Personal<JsonValue> Evaluation::submission() const {
  std::vector<JsonValue::Member> members;
  for (std::size_t step = 0; step < definition_.steps.size(); ++step) {
    if (!visible_steps_[step]) continue;
    for (const std::uint32_t question : definition_.steps[step].questions) {
      if (auto sent = sent_value(question, 0)) members.emplace_back(definition_.questions[question].name, *std::move(sent));
    }
  }
  return Personal<JsonValue>(JsonValue::object(std::move(members)));
}

}  // namespace stadttor::forms
