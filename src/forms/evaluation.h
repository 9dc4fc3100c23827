// What follows from a citizen's answers: which questions are asked, what is calculated, what is wrong, which step comes next, and what
// the authority receives. An entry re-evaluates only what depends on it. Knows no words but the form's own: problems are keys.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/answers.h"
#include "forms/definition.h"
#include "forms/field_problem.h"
#include "foundation/calendar.h"
#include "foundation/personal.h"

namespace stadttor::forms {

// `name` is what the authority sees: "anlage-1.jpg", because names of files tell more than their senders think.
struct SentFile {
  Place place;
  const Attachment* attachment = nullptr;  // of the evaluation's answers
  std::string name;
};

class Evaluation {
 public:
  // The definition outlives it. `today` is the date in the city.
  Evaluation(const Definition& definition, const Date& today, Answers answers = {});

  const Definition& definition() const { return definition_; }
  const Answers& answers() const { return answers_; }

  // What the citizen does. Places that the form does not have are passed over.
  void enter(Place place, Personal<std::string> entered);
  void attach(Place place, Attachment attachment);
  void detach(Place place, std::string_view attachment_id);
  void restore_content(std::string_view attachment_id, Personal<std::string> content) { answers_.restore_content(attachment_id, std::move(content)); }
  void add_item(std::uint32_t group);
  void remove_item(std::uint32_t group, std::uint32_t index);

  // Questions
  bool is_visible(Place place) const;
  bool is_required(Place place) const;
  // How often the group `question` (or the one it is part of) is asked.
  std::uint32_t instances_of(std::uint32_t question) const;
  bool can_add_item(std::uint32_t group) const;
  bool can_remove_item(std::uint32_t group) const;
  const Personal<std::string>& entered(Place place) const;
  // As rules and the authority see it; empty where it is hidden or cannot be read.
  const Personal<JsonValue>& value(Place place) const;
  // The first thing wrong, if any. Of hidden questions nothing is.
  std::optional<FieldProblem> problem(Place place) const;

  // Steps
  bool is_step_visible(std::size_t step) const;
  bool is_step_complete(std::size_t step) const;
  std::optional<std::size_t> next_step(std::size_t step) const;
  std::optional<std::size_t> previous_step(std::size_t step) const;
  std::optional<std::size_t> first_incomplete_step() const;
  // Everything wrong on a step, in the order in which it is asked.
  std::vector<std::pair<Place, FieldProblem>> problems_of_step(std::size_t step) const;
  // Visible questions of a step with something to enter or read, in order, groups before their parts.
  std::vector<Place> places_of_step(std::size_t step) const;
  // The advice that holds after this step; one that ends the form comes first.
  const Advice* find_advice(std::size_t step) const;
  // No step is incomplete, and no advice ends the form.
  bool is_complete() const;

  // What the authority receives: visible answers, nested by the questions' names. Prechecks are left out.
  Personal<JsonValue> submission() const;
  // The files that go with it: those of visible questions, in the order in which they are asked.
  std::vector<SentFile> sent_files() const;

  // A rule that ran into its limit, if any: the form's fault.
  const std::optional<Error>& broken_rule() const { return broken_rule_; }
  // Rules run since the beginning, for measurements.
  std::size_t rules_run() const { return rules_run_; }

 private:
  friend class AnswerData;

  struct Cell {
    Personal<JsonValue> parsed;  // whether visible or not
    Personal<JsonValue> value;   // what others see
    std::optional<FieldProblem> entry_problem;
    bool is_visible = false;
    bool is_required = false;
  };

  bool exists(Place place) const;
  std::uint32_t node_of_step(std::size_t step) const { return static_cast<std::uint32_t>(definition_.questions.size() + step); }
  void read_entry(Place place);
  JsonValue result_of(std::uint32_t rule, std::uint32_t repeated_in, std::uint32_t instance);
  bool holds(std::uint32_t rule, std::uint32_t repeated_in, std::uint32_t instance);
  void mark(std::uint32_t node, std::uint32_t instance) { waiting_.emplace(definition_.ranks[node], instance); }
  void mark_everything();
  void mark_readers(Place place);
  void mark_items(std::uint32_t group);
  void settle();
  void update_question(Place place);
  void update_step(std::size_t step);
  void update_late();
  void resize_group(std::uint32_t group);
  void append_places(std::uint32_t question, std::uint32_t instance, std::vector<Place>& places) const;
  bool is_answered(const AnswerCheck& check, std::uint32_t instance) const;
  bool is_begun(std::uint32_t composite, std::uint32_t instance) const;
  JsonValue rule_value(std::uint32_t question, std::uint32_t instance) const;
  std::optional<JsonValue> sent_value(std::uint32_t question, std::uint32_t instance) const;

  const Definition& definition_;
  Date today_;
  Answers answers_;
  std::vector<std::vector<Cell>> cells_;  // by question and instance
  std::vector<bool> visible_steps_;
  std::vector<std::vector<bool>> failed_checks_;  // by check and instance
  std::vector<bool> given_advice_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> waiting_;       // rank and instance
  std::set<std::pair<std::uint32_t, std::uint32_t>> requirements_;  // question and instance
  std::set<std::pair<std::uint32_t, std::uint32_t>> checks_;        // check and instance
  bool is_advice_waiting_ = false;
  std::optional<Error> broken_rule_;
  std::size_t rules_run_ = 0;
};

}  // namespace stadttor::forms
