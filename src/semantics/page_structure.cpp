// The parts of Page that give a screen its structure: landmarks, grouping, lists, tables, things that open.
#include "semantics/page.h"

namespace stadttor::semantics {

Scope Page::banner() { return scope(open("banner", Role::Banner)); }

Scope Page::main() {
  auto opened = open("main", Role::Main);
  builder_.set_property(Property::Anchor, "inhalt");
  builder_.last().states = states_of(State::FocusTarget);
  return scope(opened);
}

Scope Page::content_info() { return scope(open("contentinfo", Role::ContentInfo)); }

Scope Page::navigation(std::string_view key, std::string_view label, const Traits& traits) {
  auto opened = open(key, Role::Navigation);
  add(traits);
  add(Property::Label, label);
  return scope(opened);
}

Scope Page::search_landmark(std::string_view key, std::string_view label, std::string_view submit_to,
                            const Traits& traits) {
  auto opened = open(key, Role::Search);
  add(traits);
  add(Property::Label, label);
  add(Property::SubmitTo, submit_to);
  return scope(opened);
}

Scope Page::complementary(std::string_view key, std::string_view label, const Traits& traits) {
  auto opened = open(key, Role::Complementary);
  add(traits);
  add(Property::Label, label);
  return scope(opened);
}

Scope Page::region(std::string_view key, int level, std::string_view heading_text, const Traits& traits) {
  auto opened = open(key, Role::Region);
  add(traits);
  add(Property::LabelledBy, key_text(child_key(opened.key(), "title")));
  open("title", Role::Heading);
  builder_.last().level = static_cast<std::uint8_t>(level);
  builder_.set_text(heading_text);
  add(Property::Language, traits.language);
  add(Property::Direction, traits.direction);
  close();
  return scope(opened);
}

Scope Page::form(std::string_view key, std::string_view label, const Traits& traits) {
  auto opened = open(key, Role::Form);
  add(traits);
  add(Property::Label, label);
  return scope(opened);
}

Scope Page::posted_form(std::string_view key, std::string_view label, std::string_view post_to, const Traits& traits) {
  auto opened = open(key, Role::Form);
  add(traits);
  add(Property::Label, label);
  add(Property::SubmitTo, post_to);
  return scope(opened);
}

Scope Page::block(Appearance look) {
  auto opened = open_unkeyed(Role::Block);
  builder_.last().look = look;
  return scope(opened);
}

Scope Page::block(std::string_view key, const Traits& traits) {
  auto opened = open(key, Role::Block);
  add(traits);
  return scope(opened);
}

Scope Page::group(std::string_view key, std::string_view legend, const FieldTraits& traits) {
  return scope(field(key, Role::Group, legend, {}, traits));
}

Scope Page::list(Appearance look, std::string_view label) {
  auto opened = open_unkeyed(Role::List);
  builder_.last().look = look;
  add(Property::Label, label);
  return scope(opened);
}

Scope Page::ordered_list(Appearance look) {
  auto opened = open_unkeyed(Role::OrderedList);
  builder_.last().look = look;
  return scope(opened);
}

Scope Page::item(std::string_view key, const Traits& traits) {
  auto opened = open(key, Role::ListItem);
  add(traits);
  return scope(opened);
}

void Page::text_item(std::string_view text, const Traits& traits) { leaf(Role::ListItem, text, traits); }

Scope Page::description_list(Appearance look) {
  auto opened = open_unkeyed(Role::DescriptionList);
  builder_.last().look = look;
  return scope(opened);
}

void Page::term(std::string_view text, const Traits& traits) { leaf(Role::Term, text, traits); }

Scope Page::definition() { return scope(open_unkeyed(Role::Definition)); }

void Page::definition(std::string_view text, const Traits& traits) { leaf(Role::Definition, text, traits); }

Scope Page::table(std::string_view key, std::string_view caption, const Traits& traits) {
  auto opened = open(key, Role::Table);
  builder_.set_text(caption);
  add(traits);
  return scope(opened);
}

Scope Page::table_head() { return scope(open_unkeyed(Role::TableHead)); }

Scope Page::table_body() { return scope(open_unkeyed(Role::TableBody)); }

Scope Page::row(std::string_view key, const Traits& traits) {
  auto opened = open(key, Role::Row);
  add(traits);
  return scope(opened);
}

void Page::column_header(std::string_view text, const Traits& traits) { leaf(Role::ColumnHeader, text, traits); }

void Page::row_header(std::string_view text, const Traits& traits) { leaf(Role::RowHeader, text, traits); }

void Page::cell(std::string_view text, const Traits& traits) { leaf(Role::Cell, text, traits); }

void Page::number_cell(std::string_view text, std::string_view value, const Traits& traits) {
  open_unkeyed(Role::Cell);
  builder_.set_text(text);
  builder_.set_value(value);
  add(traits);
  close();
}

Scope Page::running_cell(const Traits& traits) {
  auto opened = open_unkeyed(Role::Cell);
  add(traits);
  return scope(opened);
}

Scope Page::dialog(std::string_view key, int level, std::string_view title, const Traits& traits) {
  auto opened = open(key, Role::Dialog);
  add(traits);
  add(Property::LabelledBy, key_text(child_key(opened.key(), "title")));
  open("title", Role::Heading);
  builder_.last().level = static_cast<std::uint8_t>(level);
  builder_.last().states = states_of(State::FocusTarget);
  builder_.set_text(title);
  close();
  return scope(opened);
}

Scope Page::disclosure(std::string_view key, std::string_view summary, const Traits& traits) {
  auto opened = open(key, Role::Disclosure);
  builder_.set_text(summary);
  add(traits);
  return scope(opened);
}

Scope Page::tab_list(std::string_view key, std::string_view label) {
  auto opened = open(key, Role::TabList);
  add(Property::Label, label);
  return scope(opened);
}

Scope Page::tab_panel(std::string_view key, std::string_view label) {
  auto opened = open(key, Role::TabPanel);
  add(Property::Label, label);
  return scope(opened);
}

Scope Page::scene(std::string_view key, std::string_view label, const SceneTraits& traits) {
  auto opened = open(key, Role::Scene);
  add(Property::Label, label);
  add(Property::SceneKind, traits.kind);
  add(Property::Source, traits.source);
  add(Property::Extent, traits.extent);
  add(Property::Unit, traits.unit);
  return scope(opened);
}

}  // namespace stadttor::semantics
