// Who comes: only what this office asks for, offered from the citizen's own data, never filled in silently.
#include <algorithm>

#include "forms/checks/contact_checks.h"
#include "services/book_appointment/appointment_page_parts.h"
#include "services/keep_data/keep_pages.h"
#include "services/told_problems.h"

namespace stadttor::services::book_appointment {

using kept_data::AppointmentPerson;
using semantics::Appearance;
using semantics::State;

namespace {

std::string kept_value_of(const Screen& screen, const kept_data::Person& person, const PersonField& field) {
  if (field.kept_value == "family-name") {
    const bool has_name = !person.value("family-name").is_empty() || !person.value("given-name").is_empty();
    return has_name ? keep_data::name_of(screen, person) : std::string();
  }
  return field.kept_value.empty() ? std::string() : person.value(field.kept_value).reveal<"offered to the citizen whose vault it is in">();
}

void show_offers(const AppointmentView& view, const PersonField& field) {
  if (view.facts.profile == nullptr || !(view.entries.person.*field.value).is_empty()) return;
  const auto& people = view.facts.profile->people;
  const auto count = std::count_if(people.begin(), people.end(), [&](const kept_data::Person& person) { return !kept_value_of(view.screen, person, field).empty(); });
  if (count == 0) return;
  auto offers = view.page.block(field.key + "-kept", {.look = Appearance::Cluster});
  for (const kept_data::Person& person : people) {
    const std::string value = kept_value_of(view.screen, person, field);
    if (value.empty()) continue;
    const std::string label = count == 1 ? view.screen.text("data.offer.take", {{"value", value}})
                                         : view.screen.text("data.offer.take_of", {{"name", keep_data::name_of(view.screen, person)}, {"value", value}});
    if (!view.page.button("take-" + person.id, label, {.look = Appearance::Small}).pressed()) continue;
    view.entries.person.*field.value = Personal<std::string>(value);
  }
}

void show_field(const AppointmentView& view, const PersonField& field) {
  const Screen& screen = view.screen;
  show_offers(view, field);
  const std::string problem = view.entries.tells_problems ? problem_of(screen, field, view.entries.person) : std::string();
  const std::string label = field.is_required ? field.label : field.label + " (" + std::string(screen.text("book.optional")) + ")";
  const auto states = semantics::joined(semantics::when(field.is_required, State::Required), semantics::when(!problem.empty(), State::Invalid));
  const auto input = view.page.text_field(field.key, label, (view.entries.person.*field.value).reveal<"shown to the citizen who entered it">(),
                                          {.states = states, .error = problem, .type = field.type, .autocomplete = screen.autocomplete(field.autocomplete), .max_length = "100", .anchor = field.key});
  if (const std::string* entered = input.entered()) view.entries.person.*field.value = Personal<std::string>(*entered);
}

// The field to which one of them led; empty where none did.
std::string show_problems(const AppointmentView& view, const std::vector<PersonField>& fields) {
  if (!view.entries.tells_problems) return {};
  std::vector<ToldProblem> problems;
  for (const PersonField& field : fields) {
    std::string problem = problem_of(view.screen, field, view.entries.person);
    if (!problem.empty()) problems.push_back({field.key, std::move(problem)});
  }
  const auto chosen = show_problem_list(view.page, "problems", view.screen.text("book.problems"), problems);
  return chosen ? problems[*chosen].anchor : std::string();
}

}  // namespace

std::vector<PersonField> person_fields(const Screen& screen, const zms::OfficeRules& rules) {
  std::vector<PersonField> fields;
  fields.push_back({"name", std::string(screen.text("book.person.name")), &AppointmentPerson::family_name, true, "text", "name", "family-name"});
  if (rules.is_email_required) fields.push_back({"email", std::string(screen.text("data.value.email")), &AppointmentPerson::email, true, "email", "email", "email"});
  if (rules.is_telephone_asked || rules.is_telephone_required) {
    fields.push_back({"telephone", std::string(screen.text("data.value.tel")), &AppointmentPerson::telephone, rules.is_telephone_required, "tel", "tel", "tel"});
  }
  if (!rules.custom_label.empty()) fields.push_back({"custom", rules.custom_label, &AppointmentPerson::custom_text, rules.is_custom_required});
  if (!rules.second_custom_label.empty()) fields.push_back({"custom-2", rules.second_custom_label, &AppointmentPerson::second_custom_text, rules.is_second_custom_required});
  return fields;
}

std::string problem_of(const Screen& screen, const PersonField& field, const AppointmentPerson& person) {
  const std::string& value = (person.*field.value).reveal<"an entry is checked before it is sent">();
  const bool is_blank = value.find_first_not_of(" \t") == std::string::npos;
  if (is_blank) return field.is_required ? screen.text("book.problem.missing", {{"field", field.label}}) : std::string();
  if (field.type == "email" && !forms::is_email_address(value)) return std::string(screen.text("book.problem.email"));
  if (field.type == "tel" && value.find_first_of("0123456789") == std::string::npos) return std::string(screen.text("book.problem.telephone"));
  return {};
}

bool is_person_complete(const Screen& screen, const zms::OfficeRules& rules, const AppointmentPerson& person) {
  const std::vector<PersonField> fields = person_fields(screen, rules);
  return std::all_of(fields.begin(), fields.end(), [&](const PersonField& field) { return problem_of(screen, field, person).empty(); });
}

void show_person(const AppointmentView& view) {
  const Screen& screen = view.screen;
  if (!show_reservation(view)) return;
  show_course(view);
  const std::vector<PersonField> fields = person_fields(screen, view.state().rules);
  auto form = view.page.form("person", screen.text("book.title.person"), {.look = Appearance::Stack});
  const semantics::NodeKey problems = view.page.key_of("problems");
  if (const std::string wanted = show_problems(view, fields); !wanted.empty()) view.page.focus(view.page.key_of(wanted));
  view.page.paragraph(screen.text("book.person.lead"));
  for (const PersonField& field : fields) show_field(view, field);
  auto ways = view.page.block("ways", {.look = Appearance::Cluster});
  const auto button = view.page.button("next", screen.text("book.to_check"), {.look = Appearance::Primary});
  view.page.link("time", screen.text("book.other_time"), view.path(kTimePart));
  if (!form->submitted() && !button.pressed()) return;
  view.entries.tells_problems = true;
  if (is_person_complete(screen, view.state().rules, view.entries.person)) return view.go(kCheckPart);
  view.page.focus(problems);
}

}  // namespace stadttor::services::book_appointment
