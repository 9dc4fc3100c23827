// After everything is checked: what was entered and is not kept yet, with a choice for each value.
#include <algorithm>

#include "services/apply/form_page_parts.h"
#include "services/apply/form_words.h"
#include "services/apply/kept_value_offer.h"

namespace stadttor::services::apply {

using forms::Place;
using kept_data::Person;
using kept_data::Profile;
using semantics::Appearance;

namespace {

struct NewValue {
  Place place;
  std::string_view name;
  Personal<std::string> value;
};

// Values of one person: those of a person's group or a repetition, or those that stand in no group.
struct Owner {
  std::uint32_t group = forms::kNone;
  std::uint32_t instance = 0;
  std::vector<NewValue> values;
};

const std::string& plain(const Personal<std::string>& value) { return value.reveal<"compared with what is kept">(); }

bool is_kept(const Profile& profile, std::string_view name, const Personal<std::string>& value) {
  return std::any_of(profile.people.begin(), profile.people.end(), [&](const Person& person) { return plain(person.value(name)) == plain(value); });
}

std::uint32_t owner_of(const forms::Definition& form, std::uint32_t question) {
  for (std::uint32_t group = form.questions[question].parent; group != forms::kNone; group = form.questions[group].parent) {
    const forms::Question& above = form.questions[group];
    if (above.kind == forms::QuestionKind::Person || above.is_repeated()) return group;
  }
  return forms::kNone;
}

std::vector<Owner> owners_in(const FormPage& view) {
  const forms::Evaluation& evaluation = view.application.evaluation();
  const forms::Definition& form = view.definition();
  std::vector<Owner> owners;
  for (std::size_t step = 0; step < form.steps.size(); ++step) {
    for (const Place place : evaluation.places_of_step(step)) {
      const std::string_view name = value_name_of(form.questions[place.question]);
      const auto& value = evaluation.entered(place);
      if (name.empty() || value.is_empty() || form.steps[step].is_precheck) continue;
      const std::uint32_t group = owner_of(form, place.question);
      auto owner = std::find_if(owners.begin(), owners.end(), [&](const Owner& one) { return one.group == group && one.instance == place.instance; });
      if (owner == owners.end()) owner = owners.insert(owners.end(), {group, place.instance, {}});
      owner->values.push_back({place, name, value});
    }
  }
  return owners;
}

const Personal<std::string>* find_value(const Owner& owner, std::string_view name) {
  const auto found = std::find_if(owner.values.begin(), owner.values.end(), [name](const NewValue& value) { return value.name == name; });
  return found == owner.values.end() ? nullptr : &found->value;
}

// Whom the values are kept for: the one of that name, else the citizen, else somebody new, whose relation the citizen can tell later.
Person& person_for(const Owner& owner, Profile& profile, bool is_repeated) {
  const Personal<std::string>* given = find_value(owner, "given-name");
  const auto is_same = [given](const Person& person) { return given != nullptr && plain(person.value("given-name")) == plain(*given); };
  const auto same = std::find_if(profile.people.begin(), profile.people.end(), is_same);
  if (same != profile.people.end()) return *same;
  const auto self = std::find_if(profile.people.begin(), profile.people.end(), [](const Person& person) { return person.relation == "self"; });
  const bool is_self = !is_repeated && (self == profile.people.end() || given == nullptr || self->value("given-name").is_empty());
  if (!is_self) return profile.add(is_repeated ? "child" : "other");
  return self == profile.people.end() ? profile.add("self") : *self;
}

}  // namespace

void show_remembering(const FormPage& view) {
  KeptValues* kept = view.kept;
  if (kept == nullptr || kept->profile == nullptr || kept->stay != AnswersStay::OnTheDevice) return;
  std::vector<Owner> owners = owners_in(view);
  for (Owner& owner : owners) {
    const auto is_known = [kept](const NewValue& value) { return is_kept(*kept->profile, value.name, value.value); };
    // The name stays with its values, to know whose they are.
    if (std::all_of(owner.values.begin(), owner.values.end(), is_known)) owner.values.clear();
  }
  owners.erase(std::remove_if(owners.begin(), owners.end(), [](const Owner& owner) { return owner.values.empty(); }), owners.end());
  view.page.status("remembered", kept->has_remembered ? view.screen.text("data.remember.done") : std::string_view());
  if (owners.empty()) return;
  auto region = view.page.region("remember", 2, view.screen.text("data.remember.title"));
  view.page.paragraph(view.screen.text("data.remember.text"));
  for (const Owner& owner : owners) {
    for (const NewValue& value : owner.values) {
      if (is_kept(*kept->profile, value.name, value.value)) continue;
      const std::string path = view.definition().path_of(value.place);
      const std::string label = std::string(label_of(view.screen, view.definition().questions[value.place.question])) + ": " +
                                answer_words(view.screen, view.application.evaluation(), value.place);
      const auto box = view.page.checkbox(path, label, kept->ticked.count(path) > 0);
      const std::string* checked = box.checked();
      if (checked != nullptr && *checked == "1") kept->ticked.insert(path);
      if (checked != nullptr && *checked != "1") kept->ticked.erase(path);
    }
  }
  if (!view.page.button("remember", view.screen.text("data.remember.save")).pressed() || kept->ticked.empty()) return;
  Profile profile = *kept->profile;
  for (const Owner& owner : owners) {
    const auto is_ticked = [&](const NewValue& value) { return kept->ticked.count(view.definition().path_of(value.place)) > 0; };
    if (std::none_of(owner.values.begin(), owner.values.end(), is_ticked)) continue;
    const bool is_repeated = owner.group != forms::kNone && view.definition().questions[owner.group].is_repeated();
    Person& person = person_for(owner, profile, is_repeated);
    for (const NewValue& value : owner.values) {
      if (is_ticked(value)) person.set(value.name, value.value);
    }
  }
  kept->remembered = std::move(profile);
  kept->ticked.clear();
  kept->has_remembered = true;
}

}  // namespace stadttor::services::apply
