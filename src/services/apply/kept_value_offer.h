// What the citizen's vault has to do with a form: values it knows are offered at the questions they answer, never filled in silently; what
// is new is offered to be kept; and what becomes of the answers is said.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "forms/definition.h"
#include "kept_data/profile.h"

namespace stadttor::services::apply {

enum class AnswersStay : unsigned char { ForTheVisit, OnTheDevice, BehindALock };

struct KeptValues {
  // -- what the page is told
  const kept_data::Profile* profile = nullptr;  // null where none can be read
  AnswersStay stay = AnswersStay::ForTheVisit;
  bool is_changed_elsewhere = false;  // by another tab, which this one's answers have not replaced

  // -- what the citizen does there
  std::set<std::string> ticked;  // paths of the answers that are to be kept
  bool has_remembered = false;
  std::optional<kept_data::Profile> remembered;  // to be kept from now on
  bool takes_other = false;  // goes on with what the other tab has written
  bool insists = false;      // or with what is here
};

// The value of a person (kept_data::kValueNames) that a question asks for; empty where it asks for something else.
std::string_view value_name_of(const forms::Question& question);

struct QuestionView;
struct FormPage;
void show_kept_values_for(const QuestionView& view, forms::Place place);
void show_remembering(const FormPage& view);
void show_other_tab(const FormPage& view);
// In place of the usual promise that nothing is kept; false where that one holds.
bool show_where_answers_stay(const FormPage& view);

}  // namespace stadttor::services::apply
