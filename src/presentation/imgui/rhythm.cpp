// The distance between what follows each other, as shell/styles/page_frame.css has it ("Rhythm"). In order of weight: the
// first rule that applies is the one that holds.
#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::Node;
using semantics::Role;

namespace {

const Node* node_before(const Styling& styling) {
  if (!styling.has_parent() || styling.is_first_child()) return nullptr;
  semantics::NodeIndex at = styling.node.parent + 1;
  const Node* before = nullptr;
  while (at < styling.index) {
    before = &styling.tree.node(at);
    at = before->subtree_end;
  }
  return before;
}

bool is_heading(const Node& node, int least, int most) {
  return node.role == Role::Heading && node.level >= least && node.level <= most;
}

bool is_collection(const Node& node) {
  switch (node.look) {
    case Appearance::CardGrid:
    case Appearance::TileList:
    case Appearance::Agenda:
    case Appearance::ResultList:
    case Appearance::Alphabet: return true;
    default: return node.role == Role::DescriptionList;
  }
}

bool is_field(const Node& node) {
  switch (node.role) {
    case Role::TextField:
    case Role::TextArea:
    case Role::Select:
    case Role::ComboBox:
    case Role::FileField:
    case Role::RadioGroup:
    case Role::Group: return true;
    default: return false;
  }
}

bool stands_apart(const Node& node) {
  return node.look == Appearance::Split || node.role == Role::Message || (node.role == Role::Disclosure && node.look == Appearance::Plain);
}

// Boxes whose children keep the distances they have in running text.
bool has_rhythm(const Styling& styling) {
  switch (styling.parent_role()) {
    case Role::Main:
    case Role::Region:
    case Role::Form:
    case Role::ListItem:
    case Role::Dialog:
    case Role::TabPanel:
    case Role::Disclosure:
    case Role::Complementary:
    case Role::Quotation: return true;
    case Role::Block: break;
    default: return false;
  }
  switch (styling.parent_look()) {
    case Appearance::Plain:
    case Appearance::Container:
    case Appearance::Stack:
    case Appearance::SideBox:
    case Appearance::Band: return true;
    default: return false;
  }
}

float space_in_hero(const Styling& styling, const Node& before) {
  if (styling.node.role == Role::Search) return 1.75F;
  if (is_heading(before, 1, 1)) return 0.25F;
  return styling.node.look == Appearance::Cluster || styling.node.look == Appearance::LinkList ? 1 : 0.75F;
}

float space_in_main(const Styling& styling, const Node& before) {
  const Node& node = styling.node;
  if (node.look == Appearance::Container && styling.parent_role() == Role::Main) return 0;
  if (node.look == Appearance::Band) return before.look == Appearance::Band || styling.parent_role() == Role::Main ? 0 : 3;
  if (is_heading(before, 1, 2) && (is_collection(node) || stands_apart(node) || node.look == Appearance::Steps)) return 1.25F;
  if (styling.is_in(Place::Side) && (node.role == Role::Region || node.look == Appearance::SideBox || is_heading(node, 2, 2))) return 1.75F;
  if (is_collection(node)) return 1.5F;
  if (stands_apart(node)) return before.role == Role::Disclosure && node.role == Role::Disclosure ? -1.0F / 16 : 2;
  if (is_field(node)) return 1.5F;
  if (before.look == Appearance::Breadcrumb) return 0.5F;
  if (before.look == Appearance::Eyebrow && node.role == Role::Heading) return 0;
  if (before.role == Role::Heading) return 0.5F;
  if (!has_rhythm(styling)) return 0;
  const bool is_loose = styling.parent_role() != Role::ListItem && styling.parent_role() != Role::Form;
  if (is_loose && (node.role == Role::Region || is_heading(node, 2, 2))) return 2.5F;
  if (is_loose && is_heading(node, 3, 4)) return 1.75F;
  return 1;
}

float space_in_rem(const Styling& styling, const Node& before) {
  const Appearance parent = styling.parent_look();
  if (styling.parent_role() == Role::List || styling.parent_role() == Role::OrderedList) {
    return parent == Appearance::Plain && !styling.is_in(Place::Breadcrumb) ? 0.5F : 0;
  }
  if (parent == Appearance::Hero) return space_in_hero(styling, before);
  if (styling.is_in(Place::Footer)) return before.look == Appearance::FooterColumns ? 2 : 0;
  if (styling.is_in(Place::Agenda) || parent == Appearance::Card || parent == Appearance::CardBody || parent == Appearance::Cluster ||
      parent == Appearance::Toolbar || parent == Appearance::SearchForm || parent == Appearance::Split || !styling.is_in(Place::Main)) {
    return 0;
  }
  if (styling.is_in(Place::Results) && styling.parent_role() == Role::ListItem) {
    return styling.node.look == Appearance::Muted ? 0.25F : 0;
  }
  return space_in_main(styling, before);
}

}  // namespace

float space_before(const Styling& styling) {
  const Node* before = node_before(styling);
  return before == nullptr ? 0 : styling.rem(space_in_rem(styling, *before));
}

}  // namespace stadttor::presentation::imgui
