#include "services/apply/question_view.h"

#include "services/apply/form_words.h"

namespace stadttor::services::apply {

using forms::Place;
using forms::QuestionKind;
using semantics::Appearance;
using semantics::State;

FieldWords words_of_field(const QuestionView& view, Place place) {
  const forms::Evaluation& evaluation = view.application.evaluation();
  FieldWords words;
  words.label = field_label(view.screen, evaluation, place);
  words.hint = hint_of(view.screen, view.question(place));
  words.anchor = anchor_of(view.application.definition(), place);
  if (const auto problem = view.application.told_problem(place)) words.error = words_of_problem(view.screen, view.question(place), *problem);
  words.states = semantics::when(evaluation.is_required(place), State::Required);
  return words;
}

std::string field_key(const QuestionView& view, Place place) { return view.application.definition().path_of(place); }

std::string anchor_of(const forms::Definition& definition, Place place) { return "feld-" + definition.path_of(place); }

void take_focus(const QuestionView& view, Place place, semantics::NodeKey key) {
  if (view.application.wanted_focus != place) return;
  view.application.wanted_focus.reset();
  view.page.focus(key);
}

namespace {

void show_note(const QuestionView& view, Place place) {
  const forms::Question& question = view.question(place);
  auto note = view.page.block(field_key(view, place), {});
  if (!question.label.empty()) view.page.paragraph(question.label);
  if (!question.help.empty()) view.page.paragraph(question.help, {.look = question.label.empty() ? Appearance::Plain : Appearance::Small});
}

void show_derived(const QuestionView& view, Place place) {
  const std::string value = answer_words(view.screen, view.application.evaluation(), place);
  if (value.empty()) return;
  auto block = view.page.block(field_key(view, place), {});
  auto facts = view.page.description_list(Appearance::Facts);
  view.page.term(label_of(view.screen, view.question(place)));
  view.page.definition(value);
}

}  // namespace

namespace {

void show_by_kind(const QuestionView& view, Place place) {
  if (view.question(place).suggestions == "streets") return show_street_search(view, place);
  switch (view.question(place).kind) {
    case QuestionKind::Text:
    case QuestionKind::LongText:
    case QuestionKind::Name:
    case QuestionKind::Number:
    case QuestionKind::Money:
    case QuestionKind::Email:
    case QuestionKind::Phone:
    case QuestionKind::Iban:
    case QuestionKind::TaxId:
    case QuestionKind::LicencePlate:
    case QuestionKind::Postcode: return show_text_question(view, place);
    case QuestionKind::Date: return show_date_question(view, place);
    case QuestionKind::Choice:
      if (view.question(place).look == forms::ChoiceLook::Search) return show_option_search(view, place);
      return show_choice_question(view, place);
    case QuestionKind::Choices:
    case QuestionKind::YesNo: return show_choice_question(view, place);
    case QuestionKind::Files: return show_file_question(view, place);
    case QuestionKind::Group:
    case QuestionKind::Address:
    case QuestionKind::Person: return show_group(view, place);
    case QuestionKind::Derived: return show_derived(view, place);
    case QuestionKind::Note: return show_note(view, place);
  }
}

}  // namespace

void show_question(const QuestionView& view, Place place) {
  if (!view.application.evaluation().is_visible(place)) return;
  show_by_kind(view, place);
  show_kept_values_for(view, place);
}

}  // namespace stadttor::services::apply
