#include "semantics/page.h"

#include <cstdio>

namespace stadttor::semantics {

const std::string* Interaction::find(ActionKind kind) const {
  const std::string* found = nullptr;
  for (const Action& action : *actions_) {
    if (action.key == key_ && action.kind == kind) found = &action.value;
  }
  return found;
}

const std::string* Interaction::entered() const {
  const std::string* value = find(ActionKind::SetValue);
  return value != nullptr ? value : find(ActionKind::Choose);
}

std::string key_text(NodeKey key) { return std::to_string(static_cast<std::uint64_t>(key)); }

Page::Page(Tree& tree, const ActionQueue& actions) : tree_(tree), actions_(actions), builder_(tree) {
  builder_.open(child_key(NodeKey{}, "page"), Role::Page);
}

void Page::finish() {
  if (finished_) return;
  finished_ = true;
  builder_.finish();
}

void Page::set_document(std::string_view title, std::string_view language, std::string_view direction) {
  tree_.title = title;
  tree_.language = language;
  tree_.direction = direction;
}

Interaction Page::open(std::string_view key, Role role) {
  if (key.empty()) return open_unkeyed(role);
  const NodeKey node_key = key_of(key);
  builder_.open(node_key, role);
  return {&actions_, node_key};
}

// Text without an explicit key is known by its role and place among its siblings.
Interaction Page::open_unkeyed(Role role) {
  char place[16];
  std::snprintf(place, sizeof place, "%u#%u", static_cast<unsigned>(role), builder_.next_ordinal());
  const NodeKey node_key = key_of(place);
  builder_.open(node_key, role);
  return {&actions_, node_key};
}

void Page::add(Property property, std::string_view value) {
  if (!value.empty()) builder_.set_property(property, value);
}

void Page::add(const Traits& traits) {
  builder_.last().look = traits.look;
  builder_.last().states = joined(builder_.last().states, traits.states);
  add(Property::Language, traits.language);
  add(Property::Direction, traits.direction);
  add(Property::IconName, traits.icon);
  add(Property::Label, traits.label);
  add(Property::Anchor, traits.anchor);
  add(Property::DateTime, traits.date_time);
  add(Property::Position, traits.position);
  add(Property::Shape, traits.shape);
  add(Property::Abbreviation, traits.abbreviation);
}

void Page::add(const FieldTraits& traits) {
  builder_.last().look = traits.look;
  builder_.last().states = joined(builder_.last().states, traits.states);
  if (!traits.error.empty()) builder_.last().states = joined(builder_.last().states, states_of(State::Invalid));
  add(Property::Hint, traits.hint);
  add(Property::Error, traits.error);
  add(Property::InputType, traits.type);
  add(Property::InputMode, traits.input_mode);
  add(Property::Autocomplete, traits.autocomplete);
  add(Property::Placeholder, traits.placeholder);
  add(Property::FieldName, traits.name);
  add(Property::Minimum, traits.minimum);
  add(Property::Maximum, traits.maximum);
  add(Property::MaxLength, traits.max_length);
  add(Property::Accept, traits.accept);
  add(Property::Controls, traits.controls);
  add(Property::ActiveOption, traits.active_option);
  add(Property::Anchor, traits.anchor);
  add(Property::Position, traits.position);
  add(Property::Shape, traits.shape);
  add(Property::Abbreviation, traits.abbreviation);
}

void Page::leaf(Role role, std::string_view text, const Traits& traits) {
  open_unkeyed(role);
  builder_.set_text(text);
  add(traits);
  close();
}

Interaction Page::field(std::string_view key, Role role, std::string_view label, std::string_view value,
                        const FieldTraits& traits) {
  const Interaction interaction = open(key, role);
  builder_.set_text(label);
  builder_.set_value(value);
  add(traits);
  return interaction;
}

}  // namespace stadttor::semantics
