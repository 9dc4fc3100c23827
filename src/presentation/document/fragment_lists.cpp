// Lists and tables, as elements.
#include "presentation/document/appearance_classes.h"
#include "presentation/document/fragment_families.h"

namespace stadttor::presentation::document {

using semantics::Appearance;
using semantics::Property;
using semantics::Role;

namespace {

std::string_view list_classes(Appearance look, std::string_view plain) {
  return look == Appearance::Plain ? plain : box_classes(look);
}

void add_text_root(const NodeView& view, Tag tag, std::string_view classes) {
  add_root(view, tag, classes);
  view.fragment.set_text(view.text());
}

std::string_view table_classes(Appearance look) {
  if (look == Appearance::Hours) return "kern-table kern-table--small st-hours";
  if (look == Appearance::Agenda) return "kern-table kern-table--small st-days";
  return look == Appearance::Figures ? "kern-table kern-table--small st-figures" : "kern-table";
}

void table(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Div, "kern-table-responsive");
  fragment.add(1, kRootPart, Tag::Table);
  fragment.set(AttributeName::Class, table_classes(view.node.look));
  fragment.add(2, 1, Tag::Caption);
  fragment.set(AttributeName::Class, view.node.look == Appearance::Hours ? "kern-sr-only" : "kern-title");
  fragment.set_text(view.text());
  fragment.slot = 1;
}

}  // namespace

void list_and_table_fragment(const NodeView& view) {
  Fragment& fragment = view.fragment;
  const Appearance look = view.node.look;
  switch (view.node.role) {
    case Role::List:
      add_root(view, Tag::Ul, list_classes(look, "kern-list kern-list--bullet"));
      // Safari drops the list role of lists without markers; saying it again costs nothing elsewhere.
      if (look != Appearance::Plain) fragment.set(AttributeName::Role, "list");
      return fragment.set(AttributeName::AriaLabel, view.property(Property::Label));
    case Role::OrderedList:
      add_root(view, Tag::Ol, list_classes(look, "kern-list kern-list--number"));
      if (look != Appearance::Plain) fragment.set(AttributeName::Role, "list");
      return;
    case Role::ListItem: return add_text_root(view, Tag::Li, look == Appearance::Plain ? std::string_view() : box_classes(look));
    case Role::DescriptionList: return add_root(view, Tag::Dl, list_classes(look, "st-facts"));
    case Role::Term: return add_text_root(view, Tag::Dt, "st-facts__key");
    case Role::Definition: return add_text_root(view, Tag::Dd, "st-facts__value");
    case Role::Table: return table(view);
    case Role::TableHead: return add_root(view, Tag::Thead, {});
    case Role::TableBody: return add_root(view, Tag::Tbody, "kern-table__body");
    case Role::Row: return add_root(view, Tag::Tr, "kern-table__row");
    case Role::ColumnHeader:
      add_text_root(view, Tag::Th, "kern-table__header");
      return fragment.set(AttributeName::Scope, "col");
    case Role::RowHeader:
      add_text_root(view, Tag::Th, "kern-table__header");
      return fragment.set(AttributeName::Scope, "row");
    default:
      add_text_root(view, Tag::Td, "kern-table__cell");
      return fragment.set(AttributeName::ColSpan, view.property(Property::ColumnSpan));
  }
}

}  // namespace stadttor::presentation::document
