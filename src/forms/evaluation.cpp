#include "forms/evaluation.h"

#include <algorithm>

#include "forms/answer_data.h"
#include "forms/entry_reading.h"
#include "forms/logic/coercion.h"

namespace stadttor::forms {

Evaluation::Evaluation(const Definition& definition, const Date& today, Answers answers)
    : definition_(definition), today_(today), answers_(std::move(answers)), visible_steps_(definition.steps.size()), given_advice_(definition.advice.size()) {
  cells_.resize(definition_.questions.size());
  failed_checks_.resize(definition_.checks.size());
  for (std::uint32_t question = 0; question < cells_.size(); ++question) {
    cells_[question].resize(instances_of(definition_.questions[question].repeated_in));
    for (std::uint32_t instance = 0; instance < cells_[question].size(); ++instance) read_entry({question, instance});
  }
  mark_everything();
  settle();
}

bool Evaluation::exists(Place place) const { return place.question < cells_.size() && place.instance < cells_[place.question].size(); }

void Evaluation::enter(Place place, Personal<std::string> entered) {
  if (!exists(place) || !definition_.questions[place.question].is_entered()) return;
  answers_.set(definition_.path_of(place), std::move(entered));
  read_entry(place);
  mark(place.question, place.instance);
  settle();
}

void Evaluation::attach(Place place, Attachment attachment) {
  if (!exists(place)) return;
  answers_.attach(definition_.path_of(place), std::move(attachment));
  read_entry(place);
  mark(place.question, place.instance);
  settle();
}

void Evaluation::detach(Place place, std::string_view attachment_id) {
  if (!exists(place)) return;
  answers_.detach(definition_.path_of(place), attachment_id);
  read_entry(place);
  mark(place.question, place.instance);
  settle();
}

void Evaluation::add_item(std::uint32_t group) {
  if (!can_add_item(group)) return;
  answers_.set_count(definition_.questions[group].path_before, instances_of(group) + 1);
  resize_group(group);
}

void Evaluation::remove_item(std::uint32_t group, std::uint32_t index) {
  if (!can_remove_item(group) || index >= instances_of(group)) return;
  answers_.remove_item(definition_.questions[group].path_before, index, instances_of(group));
  resize_group(group);
}

// Every repetition is read again: behind the one that went, all have moved.
void Evaluation::resize_group(std::uint32_t group) {
  const std::uint32_t count = instances_of(group);
  for (std::uint32_t question = 0; question < cells_.size(); ++question) {
    if (definition_.questions[question].repeated_in != group) continue;
    cells_[question].clear();
    cells_[question].resize(count);
    for (std::uint32_t instance = 0; instance < count; ++instance) {
      read_entry({question, instance});
      mark(question, instance);
      mark_readers({question, instance});
      requirements_.emplace(question, instance);
    }
  }
  for (std::uint32_t check = 0; check < definition_.checks.size(); ++check) {
    if (definition_.checks[check].repeated_in != group) continue;
    for (std::uint32_t instance = 0; instance < count; ++instance) checks_.emplace(check, instance);
  }
  mark_readers({group, 0});
  settle();
}

void Evaluation::read_entry(Place place) {
  const Question& question = definition_.questions[place.question];
  if (!question.is_entered()) return;
  const std::string path = definition_.path_of(place);
  EntryReading reading = question.kind == QuestionKind::Files
                             ? read_files(question, answers_.attachments(path))
                             : forms::read_entry(question, answers_.at(path).reveal<"read as the answer it is">(), today_);
  Cell& cell = cells_[place.question][place.instance];
  cell.parsed = Personal<JsonValue>(std::move(reading.value));
  cell.entry_problem = std::move(reading.problem);
}

JsonValue Evaluation::result_of(std::uint32_t rule, std::uint32_t repeated_in, std::uint32_t instance) {
  ++rules_run_;
  auto result = definition_.rules[rule].evaluate(AnswerData(*this, repeated_in == kNone ? 0 : instance));
  if (result.ok()) return std::move(result).value();
  if (!broken_rule_) broken_rule_ = result.error();
  return {};
}

bool Evaluation::holds(std::uint32_t rule, std::uint32_t repeated_in, std::uint32_t instance) {
  return rule == kNone || is_true(result_of(rule, repeated_in, instance));
}

void Evaluation::mark_everything() {
  for (std::uint32_t question = 0; question < cells_.size(); ++question) {
    for (std::uint32_t instance = 0; instance < cells_[question].size(); ++instance) {
      mark(question, instance);
      requirements_.emplace(question, instance);
    }
  }
  for (std::size_t step = 0; step < definition_.steps.size(); ++step) mark(node_of_step(step), 0);
  for (std::uint32_t check = 0; check < definition_.checks.size(); ++check) {
    for (std::uint32_t instance = 0; instance < instances_of(definition_.checks[check].repeated_in); ++instance) checks_.emplace(check, instance);
  }
  is_advice_waiting_ = true;
}

// Readers inside the same repeated group look at their own repetition, others at all of them.
void Evaluation::mark_readers(Place place) {
  const std::uint32_t group = definition_.questions[place.question].repeated_in;
  for (const Reader& reader : definition_.readers[place.question]) {
    std::uint32_t readers_group = kNone;
    if (reader.of == Reader::Of::Check) {
      readers_group = definition_.checks[reader.number].repeated_in;
    } else if (reader.of != Reader::Of::Advice && reader.number < definition_.questions.size()) {
      readers_group = definition_.questions[reader.number].repeated_in;
    }
    const bool is_same_repetition = group != kNone && readers_group == group;
    const std::uint32_t first = is_same_repetition ? place.instance : 0;
    const std::uint32_t last = is_same_repetition ? place.instance + 1 : instances_of(readers_group);
    for (std::uint32_t instance = first; instance < last; ++instance) {
      switch (reader.of) {
        case Reader::Of::Node: mark(reader.number, instance); break;
        case Reader::Of::Requirement: requirements_.emplace(reader.number, instance); break;
        case Reader::Of::Check: checks_.emplace(reader.number, instance); break;
        case Reader::Of::Advice: is_advice_waiting_ = true; break;
      }
    }
  }
}

void Evaluation::settle() {
  // By rank: what a node reads is settled before it, and what it marks comes after.
  while (!waiting_.empty()) {
    const auto [rank, instance] = *waiting_.begin();
    waiting_.erase(waiting_.begin());
    const std::uint32_t node = definition_.order[rank];
    if (node >= definition_.questions.size()) {
      update_step(node - definition_.questions.size());
    } else if (exists({node, instance})) {
      update_question({node, instance});
    }
  }
  update_late();
}

void Evaluation::update_step(std::size_t step) {
  const bool is_now_visible = holds(definition_.steps[step].visible_rule, kNone, 0);
  if (is_now_visible == visible_steps_[step]) return;
  visible_steps_[step] = is_now_visible;
  for (const std::uint32_t question : definition_.steps[step].questions) mark_items(question);
}

// All repetitions of a question.
void Evaluation::mark_items(std::uint32_t question) {
  for (std::uint32_t instance = 0; instance < cells_[question].size(); ++instance) mark(question, instance);
}

void Evaluation::update_question(Place place) {
  const Question& question = definition_.questions[place.question];
  Cell& cell = cells_[place.question][place.instance];
  const bool was_visible = cell.is_visible;
  const bool has_visible_parent =
      question.parent == kNone ? visible_steps_[question.step]
                               : is_visible({question.parent, definition_.questions[question.parent].repeated_in == kNone ? 0 : place.instance});
  cell.is_visible = has_visible_parent && holds(question.visible_rule, question.repeated_in, place.instance);
  if (question.kind == QuestionKind::Derived && cell.is_visible && question.value_rule != kNone) {
    cell.parsed = Personal<JsonValue>(result_of(question.value_rule, question.repeated_in, place.instance));
  }
  const JsonValue seen = cell.is_visible ? cell.parsed.reveal<"shown to the rules of its form">() : JsonValue();
  const bool is_changed = seen != cell.value.reveal<"compared with what rules saw before">();
  if (is_changed) cell.value = Personal<JsonValue>(seen);
  if (was_visible != cell.is_visible) {
    for (const std::uint32_t part : question.parts) mark_items(part);
  }
  if (is_changed || was_visible != cell.is_visible) mark_readers(place);
}

// What no other rule reads, once all answers are settled.
void Evaluation::update_late() {
  for (const auto& [number, instance] : requirements_) {
    if (!exists({number, instance})) continue;
    const Question& question = definition_.questions[number];
    cells_[number][instance].is_required =
        question.requirement == Requirement::Always ||
        (question.requirement == Requirement::ByRule && holds(question.required_rule, question.repeated_in, instance));
  }
  requirements_.clear();
  for (const auto& [number, instance] : checks_) {
    const AnswerCheck& check = definition_.checks[number];
    failed_checks_[number].resize(instances_of(check.repeated_in));
    if (instance < failed_checks_[number].size()) failed_checks_[number][instance] = !holds(check.rule, check.repeated_in, instance);
  }
  checks_.clear();
  if (!is_advice_waiting_) return;
  is_advice_waiting_ = false;
  for (std::size_t i = 0; i < definition_.advice.size(); ++i) given_advice_[i] = holds(definition_.advice[i].rule, kNone, 0);
}

JsonValue Evaluation::rule_value(std::uint32_t number, std::uint32_t instance) const {
  const Question& question = definition_.questions[number];
  if (!question.is_group()) return value({number, instance}).reveal<"read by a rule of its form">();
  if (!is_visible({number, question.repeated_in == kNone ? 0 : instance})) return {};
  const auto object_of = [this, &question](std::uint32_t item) {
    std::vector<JsonValue::Member> members;
    for (const std::uint32_t part : question.parts) {
      JsonValue part_value = rule_value(part, item);
      if (!part_value.is(JsonKind::Null)) members.emplace_back(definition_.questions[part].id, std::move(part_value));
    }
    return members.empty() && !question.is_repeated() ? JsonValue() : JsonValue::object(std::move(members));
  };
  if (!question.is_repeated()) return object_of(instance);
  std::vector<JsonValue> items;
  for (std::uint32_t item = 0; item < instances_of(number); ++item) items.push_back(object_of(item));
  return JsonValue::list(std::move(items));
}

}  // namespace stadttor::forms
