#include "services/apply/kept_value_offer.h"

#include <algorithm>

#include "services/apply/form_page_parts.h"
#include "services/apply/question_view.h"
#include "services/keep_data/keep_pages.h"

namespace stadttor::services::apply {

using city::PageKind;
using forms::Place;
using forms::QuestionKind;
using kept_data::Person;
using semantics::Appearance;

std::string_view value_name_of(const forms::Question& question) {
  switch (question.kind) {
    case QuestionKind::Iban: return "iban";
    case QuestionKind::TaxId: return "tax-id";
    case QuestionKind::Email: return "email";
    case QuestionKind::Phone: return question.autocomplete.empty() || question.autocomplete == "tel" ? "tel" : std::string_view();
    default: break;
  }
  if (question.fim == "F60000230") return "birth-name";
  if (question.fim == "F60000244") return "house-number";
  const auto known = std::find(std::begin(kept_data::kValueNames), std::end(kept_data::kValueNames), question.autocomplete);
  return known == std::end(kept_data::kValueNames) ? std::string_view() : *known;
}

void show_kept_values_for(const QuestionView& view, Place place) {
  if (view.kept == nullptr || view.kept->profile == nullptr || !view.application.evaluation().entered(place).is_empty()) return;
  const std::string_view name = value_name_of(view.question(place));
  if (name.empty()) return;
  const auto& people = view.kept->profile->people;
  const auto has_it = [name](const Person& person) { return !person.value(name).is_empty(); };
  const auto count = std::count_if(people.begin(), people.end(), has_it);
  if (count == 0) return;
  auto offers = view.page.block(field_key(view, place) + "-kept", {.look = Appearance::Cluster});
  for (const Person& person : people) {
    if (!has_it(person)) continue;
    const auto& value = person.value(name).reveal<"offered to the citizen whose vault it is in">();
    const std::string label = count == 1 ? view.screen.text("data.offer.take", {{"value", value}})
                                         : view.screen.text("data.offer.take_of", {{"name", keep_data::name_of(view.screen, person)}, {"value", value}});
    if (!view.page.button("take-" + person.id, label, {.look = Appearance::Small}).pressed()) continue;
    view.enter(place, value);
    view.application.wanted_focus = place;
  }
}

void show_other_tab(const FormPage& view) {
  if (view.kept == nullptr || !view.kept->is_changed_elsewhere) return;
  auto message = view.page.message("other-tab", view.screen.text("data.form.changed.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("data.form.changed.text"));
  auto buttons = view.page.block("ways", {.look = Appearance::Cluster});
  if (view.page.button("take", view.screen.text("data.form.changed.take")).pressed()) view.kept->takes_other = true;
  if (view.page.button("insist", view.screen.text("data.form.changed.insist")).pressed()) view.kept->insists = true;
}

bool show_where_answers_stay(const FormPage& view) {
  if (view.kept == nullptr) return false;
  const bool is_locked = view.kept->stay == AnswersStay::BehindALock;
  if (view.kept->stay == AnswersStay::ForTheVisit) {
    auto promise = view.page.message("promise", view.screen.text("form.promise.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("form.promise.text"));
    view.page.link("keep", view.screen.text("data.keep"), view.screen.path(PageKind::MyData, keep_data::kKeepPage));
    return true;
  }
  auto promise = view.page.message("promise", view.screen.text(is_locked ? "data.form.locked.title" : "data.form.kept.title"), Appearance::Info);
  view.page.paragraph(view.screen.text(is_locked ? "data.form.locked.text" : "data.form.kept.text"));
  view.page.link("data", view.screen.text("data.title"), view.screen.path(PageKind::MyData));
  return true;
}

}  // namespace stadttor::services::apply
