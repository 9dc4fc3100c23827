// A form while it is filled in: the answers, what is told about them by now, and where the citizen is. Held in memory for this visit;
// the same answers in every language. Rules and problems are forms/evaluation's, showing them the pages'.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "city/streets.h"
#include "forms/evaluation.h"

namespace stadttor::services::apply {

// A combo box that is open: on which options one's choice may fall.
struct OptionSearch {
  std::string path;  // of the question; empty: none is open
  int active = -1;   // chosen with the arrow keys
};

// A file that was chosen and not taken.
struct RefusedFile {
  std::string path;  // of the question; empty: none was refused
  forms::FieldProblem problem;
};

class Application {
 public:
  // The definition outlives it.
  Application(const forms::Definition& definition, const Date& today, forms::Answers answers = {}) { evaluation_.emplace(definition, today, std::move(answers)); }

  // Goes on in another language: the answers stay.
  void speak(const forms::Definition& definition, const Date& today);

  forms::Evaluation& evaluation() { return *evaluation_; }
  const forms::Evaluation& evaluation() const { return *evaluation_; }
  const forms::Definition& definition() const { return evaluation_->definition(); }

  // Problems are told late: of a field once it has been left with something in it, of a step when the citizen wants to go on.
  void come_to(forms::Place place);
  void tell_problems_of(std::size_t step) { told_steps_.insert(step); }
  bool tells_problems_of(std::size_t step) const { return told_steps_.count(step) > 0; }
  // What is wrong there, if it is to be told by now.
  std::optional<forms::FieldProblem> told_problem(forms::Place place) const;

  // The address that can be shown: the first incomplete step where an earlier one is wanted first.
  std::size_t reachable_step(std::size_t wanted) const;
  bool is_complete() const { return evaluation_->is_complete(); }

  // The field that takes the focus when it is shown next.
  std::optional<forms::Place> wanted_focus;
  OptionSearch search;
  RefusedFile refused_file;
  const city::Streets* streets = nullptr;  // what can be offered for a street; null where that is not there
  bool has_seen_all = false;       // the page with all answers: from then on, changes lead back to it
  bool asks_about_deleting = false;

 private:
  std::optional<forms::Evaluation> evaluation_;
  std::set<std::size_t> told_steps_;
  std::set<std::string> left_fields_;  // by path
  std::string current_field_;
};

// By form. Whoever comes back to a form during the visit goes on where it was left.
class Applications {
 public:
  Application& open(const forms::Definition& definition, const Date& today);
  const Application* find(std::string_view form) const;
  void remove(std::string_view form);
  // The bytes of a file that was restored by name only.
  void restore_content(std::string_view form, std::string_view file, const Personal<std::string>& content);
  // Goes on with these answers, whatever was there.
  void restore(std::string_view form, forms::Answers answers);
  // Something is entered that would be lost with the visit.
  bool hold_answers() const;

  const city::Streets* streets = nullptr;  // for all of them, as soon as they are there

 private:
  std::map<std::string, std::unique_ptr<Application>, std::less<>> by_form_;
  std::map<std::string, forms::Answers, std::less<>> restored_;  // not opened since
};

}  // namespace stadttor::services::apply
