// What showing one question needs, and the parts that all kinds of questions share.
#pragma once

#include <string>
#include <string_view>

#include "services/apply/application.h"
#include "services/apply/kept_value_offer.h"
#include "services/screen.h"

namespace stadttor::services::apply {

struct QuestionView {
  const Screen& screen;
  semantics::Page& page;
  Application& application;
  KeptValues* kept = nullptr;  // null where there is no vault

  const forms::Question& question(forms::Place place) const { return application.definition().questions[place.question]; }
  const std::string& entered(forms::Place place) const {
    return application.evaluation().entered(place).reveal<"shown in its field to the citizen who entered it">();
  }
  void enter(forms::Place place, const std::string& text) const { application.evaluation().enter(place, Personal<std::string>(text)); }
};

// Of one field: owns what FieldTraits only point to.
struct FieldWords {
  std::string label;
  std::string hint;
  std::string error;
  std::string anchor;
  semantics::States states = 0;

  semantics::FieldTraits traits() const { return {.states = states, .hint = hint, .error = error, .anchor = anchor}; }
};

FieldWords words_of_field(const QuestionView& view, forms::Place place);

// Local key and anchor: by the question's path, which no translation changes.
std::string field_key(const QuestionView& view, forms::Place place);
std::string anchor_of(const forms::Definition& definition, forms::Place place);

// Where the focus was asked for, it goes to `key`.
void take_focus(const QuestionView& view, forms::Place place, semantics::NodeKey key);

// The arrow keys of a combo box with `count` options.
void move_active(OptionSearch& search, int step, int count);

// One function for each family of kinds.
void show_text_question(const QuestionView& view, forms::Place place);
void show_date_question(const QuestionView& view, forms::Place place);
void show_choice_question(const QuestionView& view, forms::Place place);
void show_option_search(const QuestionView& view, forms::Place place);
void show_street_search(const QuestionView& view, forms::Place place);
void show_file_question(const QuestionView& view, forms::Place place);
void show_group(const QuestionView& view, forms::Place place);

// Any question; nothing where it is hidden.
void show_question(const QuestionView& view, forms::Place place);

}  // namespace stadttor::services::apply
