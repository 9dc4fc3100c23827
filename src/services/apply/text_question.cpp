// Questions that are answered in one field of text, and dates, which have three.
#include "forms/date_entry.h"
#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using forms::Place;
using forms::Question;
using forms::QuestionKind;
using semantics::Appearance;
using semantics::FieldTraits;
using semantics::Interaction;

namespace {

// What keyboard a phone offers. Numbers that people group or copy are text all the same: type="number" would refuse them.
std::string_view keyboard_of(const Question& question) {
  if (!question.keyboard.empty()) return question.keyboard;
  switch (question.kind) {
    case QuestionKind::Number:
    case QuestionKind::Money: return question.kind == QuestionKind::Number && question.decimals == 0 ? "numeric" : "decimal";
    case QuestionKind::TaxId:
    case QuestionKind::Postcode: return "numeric";
    case QuestionKind::Email: return "email";
    case QuestionKind::Phone: return "tel";
    default: return {};
  }
}

std::string_view type_of(QuestionKind kind) {
  if (kind == QuestionKind::Email) return "email";
  return kind == QuestionKind::Phone ? "tel" : std::string_view();
}

// HTML's token for what the question asks, where the form names none.
std::string_view autocomplete_of(const Question& question) {
  if (!question.autocomplete.empty()) return question.autocomplete;
  if (question.kind == QuestionKind::Email) return "email";
  return question.kind == QuestionKind::Phone ? "tel" : std::string_view();
}

}  // namespace

void show_text_question(const QuestionView& view, Place place) {
  const Question& question = view.question(place);
  const FieldWords words = words_of_field(view, place);
  FieldTraits traits = words.traits();
  traits.type = type_of(question.kind);
  traits.input_mode = keyboard_of(question);
  traits.autocomplete = view.screen.autocomplete(autocomplete_of(question));
  const std::string key = field_key(view, place);
  const Interaction field = question.kind == QuestionKind::LongText ? view.page.text_area(key, words.label, view.entered(place), traits)
                                                                     : view.page.text_field(key, words.label, view.entered(place), traits);
  if (field.focused()) view.application.come_to(place);
  if (const std::string* typed = field.entered()) view.enter(place, *typed);
  take_focus(view, place, field.key());
}

void show_date_question(const QuestionView& view, Place place) {
  const FieldWords words = words_of_field(view, place);
  FieldTraits traits = words.traits();
  traits.look = Appearance::Cluster;
  auto group = view.page.group(field_key(view, place), words.label, traits);
  forms::DateEntry date = forms::date_entry_from(view.entered(place));
  const bool is_birthday = view.question(place).autocomplete == "bday";
  bool is_changed = false;
  const auto show_part = [&](std::string_view key, std::string_view label_key, std::string_view autocomplete, std::string& part) {
    const Interaction field = view.page.text_field(key, view.screen.text(label_key), part,
                                                   {.states = semantics::joined(words.states, semantics::when(!words.error.empty(), semantics::State::Invalid)),
                                                    .input_mode = "numeric",
                                                    .autocomplete = view.screen.autocomplete(is_birthday ? autocomplete : std::string_view())});
    if (field.focused()) view.application.come_to(place);
    if (const std::string* typed = field.entered()) {
      part = *typed;
      is_changed = true;
    }
    return field.key();
  };
  take_focus(view, place, show_part("day", "form.date.day", "bday-day", date.day));
  show_part("month", "form.date.month", "bday-month", date.month);
  show_part("year", "form.date.year", "bday-year", date.year);
  if (is_changed) view.enter(place, forms::text_from(date));
}

}  // namespace stadttor::services::apply
