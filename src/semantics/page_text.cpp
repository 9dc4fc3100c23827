// The parts of Page that a citizen reads or follows: text, pictures, links, buttons, messages.
#include "semantics/page.h"

namespace stadttor::semantics {

void Page::heading(int level, std::string_view text, const Traits& traits) {
  open_unkeyed(Role::Heading);
  builder_.last().level = static_cast<std::uint8_t>(level);
  if (level == 1) builder_.last().states = states_of(State::FocusTarget);
  builder_.set_text(text);
  add(traits);
  close();
}

void Page::paragraph(std::string_view text, const Traits& traits) { leaf(Role::Paragraph, text, traits); }

Scope Page::running_paragraph(const Traits& traits) {
  auto opened = open_unkeyed(Role::Paragraph);
  add(traits);
  return scope(opened);
}

Scope Page::quotation(const Traits& traits) {
  auto opened = open_unkeyed(Role::Quotation);
  add(traits);
  return scope(opened);
}

void Page::text(std::string_view text, const Traits& traits) { leaf(Role::Text, text, traits); }

void Page::strong(std::string_view text, const Traits& traits) { leaf(Role::Strong, text, traits); }

void Page::emphasis(std::string_view text, const Traits& traits) { leaf(Role::Emphasis, text, traits); }

void Page::time(std::string_view text, std::string_view machine_form) {
  leaf(Role::Time, text, {.date_time = machine_form});
}

void Page::icon(std::string_view name) { leaf(Role::Icon, {}, {.icon = name}); }

void Page::separator() { leaf(Role::Separator, {}, {}); }

Interaction Page::picture(std::string_view key, std::string_view source, std::string_view alternative, const Traits& traits) {
  const Interaction interaction = open(key, Role::Picture);
  builder_.set_text(alternative);
  add(traits);
  add(Property::Source, source);
  close();
  return interaction;
}

Interaction Page::link(std::string_view key, std::string_view text, std::string_view href, const Traits& traits) {
  const Interaction interaction = open(key, Role::Link);
  builder_.set_text(text);
  add(Property::Href, href);
  add(traits);
  close();
  return interaction;
}

Scope Page::running_link(std::string_view key, std::string_view href, const Traits& traits) {
  auto opened = open(key, Role::Link);
  add(Property::Href, href);
  add(traits);
  return scope(opened);
}

Interaction Page::button(std::string_view key, std::string_view text, const Traits& traits) {
  const Interaction interaction = open(key, Role::Button);
  builder_.set_text(text);
  add(traits);
  close();
  return interaction;
}

Scope Page::message(std::string_view key, std::string_view title, Appearance kind) {
  auto opened = open(key, Role::Message);
  builder_.set_text(title);
  builder_.last().look = kind;
  return scope(opened);
}

void Page::status(std::string_view key, std::string_view text, const Traits& traits) {
  open(key, Role::Status);
  builder_.set_text(text);
  add(traits);
  close();
}

Interaction Page::tab(std::string_view key, std::string_view text, std::string_view controls, const Traits& traits) {
  const Interaction interaction = open(key, Role::Tab);
  builder_.set_text(text);
  add(traits);
  add(Property::Controls, controls);
  close();
  return interaction;
}

}  // namespace stadttor::semantics
