// What the city asks about this kind of report, as its server defines it, and the citizen's own words.
#include <algorithm>

#include "forms/date_entry.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using protocols::open311::Attribute;
using protocols::open311::AttributeKind;
using protocols::open311::AttributeValue;
using semantics::Appearance;
using semantics::FieldTraits;
using semantics::State;

namespace {

constexpr std::size_t kMostRadios = 8;

using Values = std::vector<std::string>;

Values values_of(const ReportView& view, const std::string& code) {
  const auto found = view.entries.values.find(code);
  return found == view.entries.values.end() ? Values{} : found->second.reveal<"shown to the citizen who enters it">();
}

std::string value_of(const ReportView& view, const std::string& code) {
  const Values values = values_of(view, code);
  return values.empty() ? std::string() : values.front();
}

void enter(const ReportView& view, const std::string& code, Values values) { view.entries.values[code] = Personal<Values>(std::move(values)); }

std::string label_of(const ReportView& view, const Attribute& attribute) {
  return attribute.is_required ? attribute.question : optional_label(view.screen, attribute.question);
}

void show_text(const ReportView& view, const Attribute& attribute, FieldTraits traits) {
  if (attribute.kind == AttributeKind::Number) traits.input_mode = "decimal";
  const std::string value = value_of(view, attribute.code);
  const auto field = attribute.kind == AttributeKind::LongText ? view.page.text_area(attribute.code, label_of(view, attribute), value, traits)
                                                               : view.page.text_field(attribute.code, label_of(view, attribute), value, traits);
  take_focus_if_wanted(view, traits.anchor, field.key());
  if (const std::string* typed = field.entered()) enter(view, attribute.code, {*typed});
}

void show_date(const ReportView& view, const Attribute& attribute, FieldTraits traits) {
  traits.look = Appearance::Cluster;
  auto group = view.page.group(attribute.code, label_of(view, attribute), traits);
  take_focus_if_wanted(view, traits.anchor, group.key());
  forms::DateEntry date = forms::date_entry_from(value_of(view, attribute.code));
  bool is_changed = false;
  const auto show_part = [&](std::string_view key, std::string_view label, std::string& part) {
    const auto field = view.page.text_field(key, view.screen.text(label), part, {.input_mode = "numeric"});
    if (const std::string* typed = field.entered()) {
      part = *typed;
      is_changed = true;
    }
  };
  show_part("day", "form.date.day", date.day);
  show_part("month", "form.date.month", date.month);
  show_part("year", "form.date.year", date.year);
  if (is_changed) enter(view, attribute.code, {forms::text_from(date)});
}

void show_one_of_list(const ReportView& view, const Attribute& attribute, const FieldTraits& traits) {
  const std::string value = value_of(view, attribute.code);
  if (attribute.values.size() <= kMostRadios) {
    auto group = view.page.radio_group(attribute.code, label_of(view, attribute), value, traits);
    take_focus_if_wanted(view, traits.anchor, group.key());
    for (const AttributeValue& one : attribute.values) view.page.radio(one.key, one.name);
    if (const std::string* chosen = group->entered()) enter(view, attribute.code, {*chosen});
    return;
  }
  auto select = view.page.select(attribute.code, label_of(view, attribute), value, traits);
  take_focus_if_wanted(view, traits.anchor, select.key());
  view.page.option("", view.screen.text("form.select_none"));
  for (const AttributeValue& one : attribute.values) view.page.option(one.key, one.name);
  if (const std::string* chosen = select->entered()) enter(view, attribute.code, {*chosen});
}

void show_several_of_list(const ReportView& view, const Attribute& attribute, const FieldTraits& traits) {
  const Values before = values_of(view, attribute.code);
  Values chosen;
  auto group = view.page.group(attribute.code, label_of(view, attribute), traits);
  take_focus_if_wanted(view, traits.anchor, group.key());
  for (const AttributeValue& one : attribute.values) {
    bool is_chosen = std::find(before.begin(), before.end(), one.key) != before.end();
    const auto box = view.page.checkbox(one.key, one.name, is_chosen);
    if (const std::string* checked = box.checked()) is_chosen = *checked == "1";
    if (is_chosen) chosen.push_back(one.key);
  }
  if (chosen != before) enter(view, attribute.code, chosen);
}

void show_attribute(const ReportView& view, const Attribute& attribute) {
  if (!attribute.is_asked) return view.page.paragraph(attribute.question);
  const EntryProblem problem = view.is_told() ? problem_of_value(view.entries, attribute) : EntryProblem::None;
  const std::string anchor = anchor_of(*view.ground.definition, attribute);
  FieldTraits traits;
  traits.anchor = anchor;
  traits.states = semantics::joined(semantics::when(attribute.is_required, State::Required), semantics::when(problem != EntryProblem::None, State::Invalid));
  traits.hint = attribute.hint;
  traits.error = problem_words(view.screen, problem);
  switch (attribute.kind) {
    case AttributeKind::OneOfList: return show_one_of_list(view, attribute, traits);
    case AttributeKind::SeveralOfList: return show_several_of_list(view, attribute, traits);
    case AttributeKind::DateTime: return show_date(view, attribute, traits);
    case AttributeKind::Text:
    case AttributeKind::Number:
    case AttributeKind::LongText: break;
  }
  show_text(view, attribute, traits);
}

void show_description(const ReportView& view) {
  const EntryProblem problem = view.is_told() ? problem_of_description(view.entries, view.ground) : EntryProblem::None;
  const bool is_optional = view.ground.type != nullptr && view.ground.type->has_definition;
  const std::string question(view.screen.text("report.description"));
  const std::string label = is_optional ? optional_label(view.screen, question) : question;
  const auto field = view.page.text_area("description", label, view.entries.description.reveal<"shown to the citizen who enters it">(),
                                         {.states = semantics::joined(semantics::when(!is_optional, State::Required), semantics::when(problem != EntryProblem::None, State::Invalid)),
                                          .hint = view.screen.text("report.description.hint"),
                                          .error = problem_words(view.screen, problem),
                                          .max_length = "4000",
                                          .anchor = "description"});
  take_focus_if_wanted(view, "description", field.key());
  if (const std::string* typed = field.entered()) view.entries.description = Personal<std::string>(*typed);
}

}  // namespace

void show_questions_step(const ReportView& view) {
  if (view.facts.directory == nullptr || view.ground.type == nullptr) return;
  view.page.paragraph(view.ground.type->name, {.look = Appearance::Eyebrow});
  if (view.entries.has_changed_questions) {
    auto message = view.page.message("changed", view.screen.text("report.changed.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("report.changed.text"));
  }
  show_similar(view);
  if (view.ground.type->has_definition && !show_progress_of(view, view.facts.directory->definition(view.entries.service_code).progress)) return;
  {
    auto form = view.page.form("questions", view.screen.text("report.step.angaben"), {.look = Appearance::Stack});
    if (view.ground.definition != nullptr) {
      for (const Attribute& attribute : view.ground.definition->attributes) show_attribute(view, attribute);
    }
    show_description(view);
  }
  show_ways_on(view);
}

}  // namespace stadttor::services::report_defect
