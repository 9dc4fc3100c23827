// The parts of Page into which a citizen enters something, and those that show how far it has come.
#include "semantics/page.h"

namespace stadttor::semantics {

Interaction Page::text_field(std::string_view key, std::string_view label, std::string_view value,
                             const FieldTraits& traits) {
  const Interaction interaction = field(key, Role::TextField, label, value, traits);
  close();
  return interaction;
}

Interaction Page::text_area(std::string_view key, std::string_view label, std::string_view value,
                            const FieldTraits& traits) {
  const Interaction interaction = field(key, Role::TextArea, label, value, traits);
  close();
  return interaction;
}

Interaction Page::combo_box(std::string_view key, std::string_view label, std::string_view value,
                            const FieldTraits& traits) {
  const Interaction interaction = field(key, Role::ComboBox, label, value, traits);
  close();
  return interaction;
}

Scope Page::list_box(std::string_view key, std::string_view label, const Traits& traits) {
  auto opened = open(key, Role::ListBox);
  add(traits);
  add(Property::Label, label);
  return scope(opened);
}

Interaction Page::checkbox(std::string_view key, std::string_view label, bool is_checked, const FieldTraits& traits) {
  const Interaction interaction = field(key, Role::Checkbox, label, {}, traits);
  builder_.last().states = joined(builder_.last().states, when(is_checked, State::Checked));
  close();
  return interaction;
}

Scope Page::radio_group(std::string_view key, std::string_view legend, std::string_view value,
                        const FieldTraits& traits) {
  return scope(field(key, Role::RadioGroup, legend, value, traits));
}

// Called between radio_group and its end: the group's value decides which radio is checked.
void Page::radio(std::string_view value, std::string_view label, const FieldTraits& traits) {
  const bool is_checked = tree_.value_of(builder_.last()) == value;
  field(value, Role::RadioButton, label, value, traits);
  builder_.last().states = joined(builder_.last().states, when(is_checked, State::Checked));
  close();
}

Scope Page::select(std::string_view key, std::string_view label, std::string_view value, const FieldTraits& traits) {
  return scope(field(key, Role::Select, label, value, traits));
}

// Called within select or list_box.
Interaction Page::option(std::string_view value, std::string_view label, const Traits& traits) {
  const bool is_chosen = builder_.last().role == Role::Select && tree_.value_of(builder_.last()) == value;
  const Interaction interaction = open(value.empty() ? std::string_view("none") : value, Role::Option);
  builder_.set_text(label);
  builder_.set_value(value);
  add(traits);
  builder_.last().states = joined(builder_.last().states, when(is_chosen, State::Selected));
  close();
  return interaction;
}

Interaction Page::file_field(std::string_view key, std::string_view label, const FieldTraits& traits) {
  const Interaction interaction = field(key, Role::FileField, label, {}, traits);
  close();
  return interaction;
}

void Page::progress(std::string_view key, std::string_view label, std::string_view value, std::string_view maximum) {
  field(key, Role::Progress, label, value, {.maximum = maximum});
  close();
}

void Page::meter(std::string_view key, std::string_view label, std::string_view value, std::string_view maximum) {
  field(key, Role::Meter, label, value, {.maximum = maximum});
  close();
}

}  // namespace stadttor::semantics
