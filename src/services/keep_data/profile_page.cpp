// What is kept of the citizen and the family: every value can be changed and erased, every person too.
#include <algorithm>

#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using kept_data::Person;
using kept_data::Profile;
using semantics::Appearance;

namespace {

std::string_view autocomplete_of(const Person& person, std::string_view name) {
  // Browsers know the one who sits before them, nobody else, and have no name for the rest.
  const bool is_known = name != "house-number" && name != "birth-name" && name != "iban" && name != "tax-id";
  return person.relation == "self" && is_known ? name : std::string_view("off");
}

void show_person(const KeepView& view, Person& person, bool& is_changed, std::string& removed) {
  const auto& screen = view.screen;
  auto group = view.page.group("person-" + person.id, name_of(screen, person));
  {
    auto relation = view.page.select("relation", screen.text("data.relation"), person.relation);
    for (const std::string_view known : kept_data::kRelations) view.page.option(known, relation_words(screen, known));
    const bool is_of_later_version = std::find(std::begin(kept_data::kRelations), std::end(kept_data::kRelations), person.relation) == std::end(kept_data::kRelations);
    if (is_of_later_version) view.page.option(person.relation, relation_words(screen, person.relation));
    if (const std::string* chosen = relation->entered()) {
      person.relation = *chosen;
      is_changed = true;
    }
  }
  for (const std::string_view name : kept_data::kValueNames) {
    const std::string& value = person.value(name).reveal<"shown to the citizen whose vault it is in">();
    const auto field = view.page.text_field(name, screen.text("data.value." + std::string(name)), value, {.autocomplete = autocomplete_of(person, name)});
    if (const std::string* entered = field.entered()) {
      person.set(name, Personal<std::string>(*entered));
      is_changed = true;
    }
  }
  const std::string name = name_of(screen, person);
  if (view.page.button("erase", screen.text("data.person.erase", {{"name", name}}), {.look = Appearance::Tertiary}).pressed()) removed = person.id;
}

void save(const KeepView& view, const Profile& profile) {
  view.wish(KeepCommand::KeepProfile);
  view.answer.wish.profile = profile;
  view.state.edited.reset();
}

}  // namespace

std::string relation_words(const Screen& screen, std::string_view relation) {
  const bool is_known = std::find(std::begin(kept_data::kRelations), std::end(kept_data::kRelations), relation) != std::end(kept_data::kRelations);
  return std::string(screen.text("data.relation." + (is_known ? std::string(relation) : std::string("other"))));
}

std::string name_of(const Screen& screen, const Person& person) {
  const auto& given = person.value("given-name").reveal<"shown to the citizen whose vault it is in">();
  const auto& family = person.value("family-name").reveal<"shown to the citizen whose vault it is in">();
  if (given.empty() && family.empty()) return relation_words(screen, person.relation);
  return given.empty() || family.empty() ? given + family : given + " " + family;
}

void show_profile(const KeepView& view) {
  const auto& screen = view.screen;
  view.page.paragraph(screen.text(view.data.state == KeepState::Open ? "data.profile.lead" : "data.profile.lead_visit"), {.look = Appearance::Lead});
  Profile profile = view.state.edited ? *view.state.edited : view.data.profile;
  bool is_changed = false;
  std::string removed;
  auto form = view.page.form("form", screen.text("data.title.angaben"), {.look = Appearance::Stack});
  if (profile.empty()) view.page.paragraph(screen.text("data.profile.empty"));
  for (Person& person : profile.people) show_person(view, person, is_changed, removed);
  const bool is_first = profile.empty();
  if (view.page.button("add", screen.text(is_first ? "data.person.add_self" : "data.person.add")).pressed()) {
    profile.add(is_first ? "self" : "child");
    is_changed = true;
  }
  if (is_changed) view.state.edited = profile;
  if (!removed.empty()) {
    profile.remove(removed);
    return save(view, profile);
  }
  const bool is_unsaved = view.state.edited.has_value();
  view.page.status("unsaved", is_unsaved ? screen.text("data.profile.unsaved") : std::string_view());
  const auto button = view.page.button("save", screen.text("data.profile.save"), {.look = Appearance::Primary});
  if ((form->submitted() || button.pressed()) && is_unsaved) save(view, profile);
}

}  // namespace stadttor::services::keep_data
