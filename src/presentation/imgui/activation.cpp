#include "presentation/imgui/activation.h"

#include <vector>

namespace stadttor::presentation::imgui {

using semantics::Action;
using semantics::ActionKind;
using semantics::ActionQueue;
using semantics::Appearance;
using semantics::kNoNode;
using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::State;
using semantics::Tree;

namespace {

NodeIndex form_around(const Tree& tree, NodeIndex index) {
  for (NodeIndex at = index; at != kNoNode; at = tree.node(at).parent) {
    if (tree.node(at).role == Role::Form || tree.node(at).role == Role::Search) return at;
  }
  return kNoNode;
}

// A button that sends its form is both pressed and submits, as in a browser.
ActionQueue press_of_button(const Tree& tree, NodeIndex index) {
  const Node& button = tree.node(index);
  ActionQueue actions = {{ActionKind::Press, button.key, {}}};
  const NodeIndex form = form_around(tree, index);
  if (button.look == Appearance::Primary && form != kNoNode) actions.push_back({ActionKind::Submit, tree.node(form).key, {}});
  return actions;
}

std::vector<NodeIndex> members_of(const Tree& tree, NodeIndex group, Role role) {
  std::vector<NodeIndex> members;
  for (NodeIndex at = group + 1; at < tree.node(group).subtree_end; ++at) {
    if (tree.node(at).role == role && !tree.node(at).has(State::Disabled)) members.push_back(at);
  }
  return members;
}

NodeIndex neighbour_among(const std::vector<NodeIndex>& members, NodeIndex current, int direction) {
  const auto count = static_cast<int>(members.size());
  for (int i = 0; i < count; ++i) {
    if (members[static_cast<std::size_t>(i)] == current) return members[static_cast<std::size_t>((i + direction + count) % count)];
  }
  return members.empty() ? kNoNode : members.front();
}

NodeIndex chosen_option(const Tree& tree, NodeIndex select) {
  for (const NodeIndex option : members_of(tree, select, Role::Option)) {
    if (tree.node(option).has(State::Selected) || tree.value_of(tree.node(option)) == tree.value_of(tree.node(select))) return option;
  }
  return kNoNode;
}

Action choice_of(const Tree& tree, NodeIndex group, NodeIndex member) {
  return {ActionKind::Choose, tree.node(group).key, std::string(tree.value_of(tree.node(member)))};
}

}  // namespace

bool is_text_entry(Role role) { return role == Role::TextField || role == Role::TextArea || role == Role::ComboBox; }

ActionQueue actions_of_press(const Tree& tree, NodeIndex index) {
  const Node& node = tree.node(index);
  if (node.has(State::Disabled)) return {};
  switch (node.role) {
    case Role::Link: return {{ActionKind::Press, node.key, std::string(tree.property_of(node, Property::Href))}};
    case Role::Button: return press_of_button(tree, index);
    case Role::Checkbox: return {{ActionKind::SetChecked, node.key, node.has(State::Checked) ? "0" : "1"}};
    case Role::RadioButton: return {choice_of(tree, node.parent, index)};
    case Role::Option:
      if (tree.node(node.parent).role == Role::Select) return {choice_of(tree, node.parent, index)};
      return {{ActionKind::Press, node.key, {}}};
    case Role::Tab:
    case Role::FileField: return {{ActionKind::Press, node.key, {}}};
    default: return {};
  }
}

ActionQueue actions_of_enter(const Tree& tree, NodeIndex field) {
  const Node& node = tree.node(field);
  if (node.role == Role::ComboBox && node.has(State::Expanded)) {
    const std::string_view active = tree.property_of(node, Property::ActiveOption);
    for (NodeIndex at = 0; !active.empty() && at < tree.size(); ++at) {
      if (std::to_string(static_cast<std::uint64_t>(tree.node(at).key)) == active) return {{ActionKind::Press, tree.node(at).key, {}}};
    }
  }
  const NodeIndex form = form_around(tree, field);
  if (form == kNoNode) return {};
  return {{ActionKind::Submit, tree.node(form).key, {}}};
}

NodeIndex neighbour_of(const Tree& tree, NodeIndex radio, int direction) {
  if (tree.node(radio).role != Role::RadioButton) return kNoNode;
  return neighbour_among(members_of(tree, tree.node(radio).parent, Role::RadioButton), radio, direction);
}

ActionQueue actions_of_arrow(const Tree& tree, NodeIndex index, int direction) {
  const Node& node = tree.node(index);
  const ActionKind along = direction > 0 ? ActionKind::ActiveNext : ActionKind::ActivePrevious;
  switch (node.role) {
    case Role::ComboBox: return {{along, node.key, {}}};
    case Role::Tab: return {{along, tree.node(node.parent).key, {}}};
    case Role::RadioButton: return {choice_of(tree, node.parent, neighbour_of(tree, index, direction))};
    case Role::Select: {
      const auto options = members_of(tree, index, Role::Option);
      const NodeIndex chosen = chosen_option(tree, index);
      const NodeIndex next = neighbour_among(options, chosen, direction);
      // A list has ends: it doesn't begin anew.
      const bool wraps = chosen != kNoNode && (direction > 0 ? next <= chosen : next >= chosen);
      if (next == kNoNode || wraps) return {};
      return {choice_of(tree, index, next)};
    }
    default: return {};
  }
}

}  // namespace stadttor::presentation::imgui
