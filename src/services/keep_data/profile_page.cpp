// What is kept of the citizen and the family: every value can be changed and erased, every person too.
#include <algorithm>

#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using kept_data::Person;
using kept_data::Profile;
using semantics::Appearance;
using semantics::NodeKey;

namespace {

std::string_view autocomplete_of(const Person& person, std::string_view name) {
  // Browsers know the one who sits before them, nobody else, and have no name for the rest.
  const bool is_known = name != "house-number" && name != "birth-name" && name != "iban" && name != "tax-id";
  return person.relation == "self" && is_known ? name : std::string_view("off");
}

std::size_t place_of(const Profile& profile, const std::string& person) {
  const auto found = std::find_if(profile.people.begin(), profile.people.end(), [&person](const Person& one) { return one.id == person; });
  return static_cast<std::size_t>(found - profile.people.begin());
}

std::string value_label(const Screen& screen, std::string_view name) { return std::string(screen.text("data.value." + std::string(name))); }

// Gone from the device at once, whatever else is typed and not saved yet; it can be put back.
void erase(const KeepView& view, const std::string& person, std::string_view value_name) {
  Profile kept = view.data.profile;
  view.state.erased.reset();
  if (Person* there = kept.find(person)) {
    view.state.erased = ErasedFromProfile{*there, place_of(kept, person), std::string(value_name)};
    if (value_name.empty()) {
      kept.remove(person);
    } else {
      there->set(value_name, {});
    }
    view.wish(KeepCommand::KeepProfile);
    view.answer.wish.profile = kept;
  }
  if (!view.state.edited) return;
  if (value_name.empty()) {
    view.state.edited->remove(person);
  } else if (Person* edited = view.state.edited->find(person)) {
    edited->set(value_name, {});
  }
}

void put_back(Profile& profile, const ErasedFromProfile& erased) {
  Person* there = profile.find(erased.person.id);
  if (erased.value_name.empty() && there == nullptr) {
    const auto place = static_cast<std::ptrdiff_t>(std::min(erased.place, profile.people.size()));
    profile.people.insert(profile.people.begin() + place, erased.person);
  } else if (there != nullptr) {
    there->set(erased.value_name, erased.person.value(erased.value_name));
  }
}

// The way to put it back, where it stood.
bool show_erased(const KeepView& view, std::string_view key, const std::string& what) {
  auto line = view.page.block(key, {.look = Appearance::Cluster});
  view.page.status("told", view.screen.text("data.erased"));
  return view.page.button("restore", view.screen.text("data.restore", {{"what", what}}), {.look = Appearance::Small}).pressed();
}

void restore(const KeepView& view) {
  Profile kept = view.data.profile;
  put_back(kept, *view.state.erased);
  if (view.state.edited) put_back(*view.state.edited, *view.state.erased);
  view.state.erased.reset();
  view.wish(KeepCommand::KeepProfile);
  view.answer.wish.profile = kept;
}

bool was_erased(const KeepView& view, const std::string& person, std::string_view value_name) {
  return view.state.erased && view.state.erased->person.id == person && view.state.erased->value_name == value_name;
}

void show_value(const KeepView& view, Person& person, std::string_view name, bool& is_changed) {
  const auto& screen = view.screen;
  const std::string label = value_label(screen, name);
  const auto field = view.page.text_field(name, label, person.value(name).reveal<"shown to the citizen whose vault it is in">(), {.autocomplete = autocomplete_of(person, name)});
  if (const std::string* entered = field.entered()) {
    person.set(name, Personal<std::string>(*entered));
    is_changed = true;
  }
  const std::string erase_key = "erase-" + std::string(name);
  const std::string erased_key = "erased-" + std::string(name);
  const Person* kept = view.data.profile.find(person.id);
  if (kept != nullptr && !kept->value(name).is_empty()) {
    if (!view.page.button(erase_key, screen.text("data.value.erase", {{"value", label}}), {.look = Appearance::Small}).pressed()) return;
    view.page.focus(semantics::child_key(view.page.key_of(erased_key), "restore"));
    erase(view, person.id, name);
    return person.set(name, {});
  }
  if (!was_erased(view, person.id, name) || !show_erased(view, erased_key, label)) return;
  view.page.focus(field.key());
  person.set(name, view.state.erased->person.value(name));
  restore(view);
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
  for (const std::string_view name : kept_data::kValueNames) show_value(view, person, name, is_changed);
  const std::string name = name_of(screen, person);
  if (view.page.button("erase", screen.text("data.person.erase", {{"name", name}}), {.look = Appearance::Tertiary}).pressed()) removed = person.id;
}

void save(const KeepView& view, const Profile& profile) {
  view.wish(KeepCommand::KeepProfile);
  view.answer.wish.profile = profile;
  view.state.edited.reset();
  view.state.erased.reset();
}

}  // namespace

std::string relation_words(const Screen& screen, std::string_view relation) {
  const bool is_known = std::find(std::begin(kept_data::kRelations), std::end(kept_data::kRelations), relation) != std::end(kept_data::kRelations);
  // A word that ends in "other" is one of a plural's.
  return std::string(screen.text("data.relation." + (is_known && relation != "other" ? std::string(relation) : std::string("else"))));
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
  if (view.state.erased && view.state.erased->value_name.empty() && show_erased(view, "erased", name_of(screen, view.state.erased->person))) return restore(view);
  const bool is_first = profile.empty();
  if (view.page.button("add", screen.text(is_first ? "data.person.add_self" : "data.person.add")).pressed()) {
    profile.add(is_first ? "self" : "child");
    is_changed = true;
  }
  if (is_changed) view.state.edited = profile;
  if (!removed.empty()) {
    erase(view, removed, {});
    const NodeKey again = view.state.erased ? semantics::child_key(view.page.key_of("erased"), "restore") : view.page.key_of("add");
    return view.page.focus(again);
  }
  const bool is_unsaved = view.state.edited.has_value();
  view.page.status("unsaved", is_unsaved ? screen.text("data.profile.unsaved") : std::string_view());
  const auto button = view.page.button("save", screen.text("data.profile.save"), {.look = Appearance::Primary});
  if ((form->submitted() || button.pressed()) && is_unsaved) save(view, profile);
}

}  // namespace stadttor::services::keep_data
