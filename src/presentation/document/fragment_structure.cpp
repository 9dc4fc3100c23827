// Landmarks, blocks and things that open, as elements.
#include <charconv>

#include "foundation/url.h"
#include "presentation/document/appearance_classes.h"
#include "presentation/document/fragment_families.h"

namespace stadttor::presentation::document {

using semantics::Appearance;
using semantics::Property;
using semantics::Role;
using semantics::State;

void add_root(const NodeView& view, Tag tag, std::string_view classes) {
  Fragment& fragment = view.fragment;
  fragment.add(kRootPart, kNoPart, tag);
  fragment.set(AttributeName::Class, classes);
  fragment.set(AttributeName::Id, view.property(Property::Anchor));
  fragment.set(AttributeName::Lang, view.property(Property::Language));
  fragment.set(AttributeName::Dir, view.property(Property::Direction));
  fragment.set_flag(AttributeName::Hidden, view.has(State::Hidden));
}

void add_icon(Fragment& fragment, PartId id, PartId parent, std::string_view name) {
  fragment.add(id, parent, Tag::Span);
  fragment.set(AttributeName::Class, fragment.kept("kern-icon kern-icon--" + std::string(name)));
  fragment.set(AttributeName::AriaHidden, "true");
}

std::string_view id_of_property(const NodeView& view, Property name) {
  const std::string_view text = view.property(name);
  std::uint64_t key = 0;
  if (text.empty() || std::from_chars(text.data(), text.data() + text.size(), key).ec != std::errc()) return {};
  return view.fragment.kept(element_id(static_cast<semantics::NodeKey>(key)));
}

namespace {

void landmark(const NodeView& view, Tag tag, std::string_view classes) {
  add_root(view, tag, classes);
  view.fragment.set(AttributeName::AriaLabel, view.property(Property::Label));
  view.fragment.set(AttributeName::AriaLabelledBy, id_of_property(view, Property::LabelledBy));
  if (view.has(State::FocusTarget)) view.fragment.set(AttributeName::TabIndex, "-1");
}

void disclosure(const NodeView& view) {
  Fragment& fragment = view.fragment;
  const bool is_menu = view.node.look == Appearance::Tools || view.node.look == Appearance::MainMenu;
  add_root(view, Tag::Details, is_menu ? "st-dropdown" : "kern-accordion");
  fragment.set_flag(AttributeName::Open, view.has(State::Expanded));
  fragment.add(1, kRootPart, Tag::Summary);
  fragment.set(AttributeName::Class, is_menu ? "st-tool" : "kern-accordion__header");
  if (const auto icon = view.property(Property::IconName); !icon.empty()) add_icon(fragment, 2, 1, icon);
  fragment.add(3, 1, Tag::Span);
  fragment.set(AttributeName::Class, is_menu ? "st-tool__text" : "kern-title");
  fragment.set_text(view.text());
  fragment.add(4, kRootPart, Tag::Div);
  fragment.set(AttributeName::Class, is_menu ? "st-dropdown__body" : "kern-accordion__body");
  fragment.slot = 4;
}

void tab(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Button, "st-tab");
  fragment.set(AttributeName::Type, "button");
  fragment.set(AttributeName::Role, "tab");
  fragment.set(AttributeName::AriaControls, id_of_property(view, Property::Controls));
  fragment.set(AttributeName::AriaSelected, view.has(State::Selected) ? "true" : "false");
  fragment.set(AttributeName::TabIndex, view.has(State::Selected) ? "0" : "-1");
  fragment.set_text(view.text());
}

}  // namespace

void structure_fragment(const NodeView& view) {
  Fragment& fragment = view.fragment;
  const std::string_view classes = box_classes(view.node.look);
  switch (view.node.role) {
    case Role::Page:
      add_root(view, Tag::Div, "st-page");
      fragment.set(AttributeName::Id, "portal");
      return;
    case Role::Banner: return landmark(view, Tag::Header, "st-header");
    case Role::Navigation: return landmark(view, Tag::Nav, classes);
    case Role::Main: return landmark(view, Tag::Main, "st-main");
    case Role::Complementary: return landmark(view, Tag::Aside, classes);
    case Role::ContentInfo: return landmark(view, Tag::Footer, "st-footer");
    case Role::Region: return landmark(view, Tag::Section, classes);
    case Role::Search:
      landmark(view, Tag::Form, classes);
      fragment.set(AttributeName::Role, "search");
      fragment.set(AttributeName::Method, "get");
      if (is_allowed_url(view.property(Property::SubmitTo))) fragment.set(AttributeName::Action, view.property(Property::SubmitTo));
      return;
    case Role::Form:
      landmark(view, Tag::Form, classes);
      fragment.set_flag(AttributeName::NoValidate, true);
      // Else browsers write what is entered to the disk, for tabs that are to be restored. Fields keep their own words, by which they are
      // filled in (HTML 4.10.18.7.1; WCAG 2.2, 1.3.5).
      fragment.set(AttributeName::Autocomplete, "off");
      if (is_allowed_url(view.property(Property::SubmitTo))) {
        fragment.set(AttributeName::Method, "post");
        return fragment.set(AttributeName::Action, view.property(Property::SubmitTo));
      }
      // Without the engine nothing that was entered may end up in an address: outside a dialog this method does nothing.
      fragment.set(AttributeName::Method, "dialog");
      return;
    case Role::Dialog:
      landmark(view, Tag::Dialog, "kern-dialog");
      return;
    case Role::TabList:
      landmark(view, Tag::Div, "st-tabs");
      fragment.set(AttributeName::Role, "tablist");
      return;
    case Role::TabPanel:
      landmark(view, Tag::Div, classes);
      fragment.set(AttributeName::Id, fragment.kept(element_id(view.node.key)));
      fragment.set(AttributeName::Role, "tabpanel");
      fragment.set(AttributeName::TabIndex, "0");
      return;
    case Role::Tab: return tab(view);
    case Role::Disclosure: return disclosure(view);
    default: return add_root(view, Tag::Div, classes);
  }
}

}  // namespace stadttor::presentation::document
