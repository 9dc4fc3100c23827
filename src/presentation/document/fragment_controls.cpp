// Buttons, fields and progress, as elements. A field is a wrapper with label, hint, error and the control itself,
// tied together by ids, in the order they are read.
#include "presentation/document/appearance_classes.h"
#include "presentation/document/fragment_families.h"

namespace stadttor::presentation::document {

using semantics::Appearance;
using semantics::Property;
using semantics::Role;
using semantics::State;

namespace {

constexpr PartId kLabel = 1;
constexpr PartId kHint = 2;
constexpr PartId kError = 3;
constexpr PartId kControl = 4;
constexpr PartId kWrapper = 5;
constexpr PartId kText = 6;

std::string_view id_of(const NodeView& view, PartId part) { return view.fragment.kept(element_id(view.node.key, part)); }

void add_label(const NodeView& view, PartId parent, Tag tag) {
  view.fragment.add(kLabel, parent, tag);
  view.fragment.set(AttributeName::Class, "kern-label");
  if (tag == Tag::Label) view.fragment.set(AttributeName::For, id_of(view, kControl));
  view.fragment.set_text(view.text());
}

// The form may be in a language that runs the other way than the interface, which says what is wrong.
bool may_run_another_way(const NodeView& view) {
  for (auto at = view.index; at != semantics::kNoNode; at = view.tree.node(at).parent) {
    if (view.tree.has_property(view.tree.node(at), Property::Direction)) return true;
  }
  return false;
}

void add_hint_and_error(const NodeView& view, PartId parent) {
  Fragment& fragment = view.fragment;
  if (const auto hint = view.property(Property::Hint); !hint.empty()) {
    fragment.add(kHint, parent, Tag::Div);
    fragment.set(AttributeName::Class, "kern-hint");
    fragment.set(AttributeName::Id, id_of(view, kHint));
    fragment.set_text(hint);
  }
  if (const auto error = view.property(Property::Error); !error.empty()) {
    fragment.add(kError, parent, Tag::P);
    fragment.set(AttributeName::Class, "kern-error");
    fragment.set(AttributeName::Id, id_of(view, kError));
    if (may_run_another_way(view)) fragment.set(AttributeName::Dir, "auto");
    fragment.set_text(error);
  }
}

// "required" belongs to what is entered; of a group of radio buttons only ARIA can say it, and of other groups their fields do.
void say_required(const NodeView& view) {
  const Role role = view.node.role;
  if (role == Role::RadioGroup && view.has(State::Required)) view.fragment.set(AttributeName::AriaRequired, "true");
  if (role != Role::RadioGroup && role != Role::Group) view.fragment.set_flag(AttributeName::Required, view.has(State::Required));
}

void describe_control(const NodeView& view) {
  Fragment& fragment = view.fragment;
  std::string described_by;
  if (!view.property(Property::Hint).empty()) described_by = element_id(view.node.key, kHint);
  if (!view.property(Property::Error).empty()) {
    described_by.append(described_by.empty() ? "" : " ").append(element_id(view.node.key, kError));
  }
  if (!described_by.empty()) fragment.set(AttributeName::AriaDescribedBy, fragment.kept(std::move(described_by)));
  if (view.has(State::Invalid)) fragment.set(AttributeName::AriaInvalid, "true");
  say_required(view);
  fragment.set_flag(AttributeName::Disabled, view.has(State::Disabled));
}

void open_control(const NodeView& view, PartId parent, Tag tag, std::string_view classes) {
  Fragment& fragment = view.fragment;
  fragment.add(kControl, parent, tag);
  fragment.set(AttributeName::Class, classes);
  fragment.set(AttributeName::Id, id_of(view, kControl));
  fragment.set(AttributeName::Name, view.property(Property::FieldName));
  fragment.control = kControl;
}

void add_entry_attributes(const NodeView& view) {
  Fragment& fragment = view.fragment;
  fragment.set(AttributeName::Autocomplete, view.property(Property::Autocomplete));
  fragment.set(AttributeName::InputMode, view.property(Property::InputMode));
  fragment.set(AttributeName::Placeholder, view.property(Property::Placeholder));
  fragment.set(AttributeName::MaxLength, view.property(Property::MaxLength));
  fragment.set(AttributeName::Min, view.property(Property::Minimum));
  fragment.set(AttributeName::Max, view.property(Property::Maximum));
  fragment.set_flag(AttributeName::ReadOnly, view.has(State::ReadOnly));
}

void text_field(const NodeView& view) {
  Fragment& fragment = view.fragment;
  const Role role = view.node.role;
  add_root(view, Tag::Div, view.has(State::Invalid) ? "kern-form-input kern-form-input--error" : "kern-form-input");
  add_label(view, kRootPart, Tag::Label);
  add_hint_and_error(view, kRootPart);
  open_control(view, kRootPart, role == Role::TextArea ? Tag::Textarea : Tag::Input,
               view.has(State::Invalid) ? "kern-form-input__input kern-form-input__input--error" : "kern-form-input__input");
  if (role != Role::TextArea) {
    const auto type = view.property(Property::InputType);
    fragment.set(AttributeName::Type, role == Role::FileField ? "file" : type.empty() ? "text" : type);
    fragment.set(AttributeName::Accept, view.property(Property::Accept));
  }
  add_entry_attributes(view);
  describe_control(view);
  if (role == Role::ComboBox) {
    fragment.set(AttributeName::Role, "combobox");
    fragment.set(AttributeName::AriaAutocomplete, "list");
    fragment.set(AttributeName::AriaExpanded, view.has(State::Expanded) ? "true" : "false");
    if (view.has(State::Expanded)) {
      fragment.set(AttributeName::AriaControls, id_of_property(view, Property::Controls));
      fragment.set(AttributeName::AriaActiveDescendant, id_of_property(view, Property::ActiveOption));
    }
  }
  if (role == Role::TextArea) {
    fragment.set_text(view.value());
  } else if (role != Role::FileField && !view.value().empty()) {
    fragment.set(AttributeName::Value, view.value());
  }
  fragment.slot = kNoPart;
}

void check(const NodeView& view) {
  Fragment& fragment = view.fragment;
  const bool is_radio = view.node.role == Role::RadioButton;
  add_root(view, Tag::Div, "kern-form-check");
  open_control(view, kRootPart, Tag::Input, is_radio ? "kern-form-check__radio" : "kern-form-check__checkbox");
  fragment.set(AttributeName::Type, is_radio ? "radio" : "checkbox");
  if (is_radio) {
    const semantics::Node& group = view.tree.node(view.node.parent);
    fragment.set(AttributeName::Name, fragment.kept(element_id(group.key)));
    fragment.set(AttributeName::Value, view.value());
  }
  describe_control(view);
  fragment.set_flag(AttributeName::Checked, view.has(State::Checked));
  add_label(view, kRootPart, Tag::Label);
  add_hint_and_error(view, kRootPart);
  fragment.slot = kNoPart;
}

void fieldset(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Fieldset, view.has(State::Invalid) ? "kern-fieldset kern-fieldset--error" : "kern-fieldset");
  describe_control(view);
  if (view.node.role == Role::RadioGroup) fragment.set(AttributeName::Role, "radiogroup");
  add_label(view, kRootPart, Tag::Legend);
  add_hint_and_error(view, kRootPart);
  fragment.add(kWrapper, kRootPart, Tag::Div);
  fragment.set(AttributeName::Class, view.node.look == Appearance::Cluster ? "kern-fieldset__body kern-fieldset__body--horizontal" : "kern-fieldset__body");
  fragment.slot = kWrapper;
}

void select(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Div, view.has(State::Invalid) ? "kern-form-input kern-form-input--error" : "kern-form-input");
  add_label(view, kRootPart, Tag::Label);
  add_hint_and_error(view, kRootPart);
  fragment.add(kWrapper, kRootPart, Tag::Div);
  fragment.set(AttributeName::Class, "kern-form-input__select-wrapper");
  open_control(view, kWrapper, Tag::Select, "kern-form-input__select");
  fragment.set(AttributeName::Autocomplete, view.property(Property::Autocomplete));
  describe_control(view);
  fragment.slot = kControl;
}

void option(const NodeView& view) {
  Fragment& fragment = view.fragment;
  if (view.tree.node(view.node.parent).role == Role::Select) {
    add_root(view, Tag::Option, {});
    fragment.set(AttributeName::Value, view.value());
    fragment.set_flag(AttributeName::Selected, view.has(State::Selected));
  } else {
    add_root(view, Tag::Li, "st-suggestion");
    fragment.set(AttributeName::Id, fragment.kept(element_id(view.node.key)));
    fragment.set(AttributeName::Role, "option");
    fragment.set(AttributeName::AriaSelected, view.has(State::Selected) ? "true" : "false");
  }
  fragment.set_text(view.text());
  fragment.slot = kNoPart;
}

// The form a control belongs to, or kNoNode.
semantics::NodeIndex form_around(const NodeView& view) {
  auto at = view.node.parent;
  for (; at != semantics::kNoNode; at = view.tree.node(at).parent) {
    const Role role = view.tree.node(at).role;
    if (role == Role::Form || role == Role::Search) break;
  }
  return at;
}

// In a form that is posted there is no engine, so nothing else could happen when a button is pressed.
bool sends_form(const NodeView& view) {
  const auto form = form_around(view);
  if (form == semantics::kNoNode) return false;
  const bool is_posted = view.tree.node(form).role == Role::Form && view.tree.has_property(view.tree.node(form), Property::SubmitTo);
  return is_posted || view.node.look == Appearance::Primary;
}

void button(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Button, button_classes(view.node.look));
  fragment.set(AttributeName::Type, sends_form(view) ? "submit" : "button");
  fragment.set(AttributeName::AriaLabel, view.property(Property::Label));
  if (view.has(State::Expandable)) fragment.set(AttributeName::AriaExpanded, view.has(State::Expanded) ? "true" : "false");
  fragment.set_flag(AttributeName::Disabled, view.has(State::Disabled));
  if (const auto icon = view.property(Property::IconName); !icon.empty()) add_icon(fragment, kWrapper, kRootPart, icon);
  fragment.add(kText, kRootPart, Tag::Span);
  fragment.set(AttributeName::Class, "kern-label");
  fragment.set_text(view.text());
}

void measure(const NodeView& view, Tag tag) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Div, "kern-progress");
  add_label(view, kRootPart, Tag::Label);
  fragment.add(kControl, kRootPart, tag);
  fragment.set(AttributeName::Id, id_of(view, kControl));
  fragment.set(AttributeName::Max, view.property(Property::Maximum));
  fragment.set(AttributeName::Value, view.value());
  fragment.slot = kNoPart;
}

}  // namespace

void control_fragment(const NodeView& view) {
  switch (view.node.role) {
    case Role::Button: return button(view);
    case Role::Checkbox:
    case Role::RadioButton: return check(view);
    case Role::RadioGroup:
    case Role::Group: return fieldset(view);
    case Role::Select: return select(view);
    case Role::Option: return option(view);
    case Role::ListBox:
      add_root(view, Tag::Ul, "st-suggestions");
      view.fragment.set(AttributeName::Id, view.fragment.kept(element_id(view.node.key)));
      view.fragment.set(AttributeName::Role, "listbox");
      return view.fragment.set(AttributeName::AriaLabel, view.property(Property::Label));
    case Role::Progress: return measure(view, Tag::Progress);
    case Role::Meter: return measure(view, Tag::Meter);
    default: return text_field(view);
  }
}

}  // namespace stadttor::presentation::document
