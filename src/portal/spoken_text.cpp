#include "portal/spoken_text.h"

namespace stadttor::portal {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Role;
using semantics::Tree;

namespace {

bool is_passed_over(const Node& node) {
  return node.role == Role::Navigation || node.role == Role::Button || node.role == Role::Complementary ||
         node.role == Role::Search || node.role == Role::Disclosure || node.has(semantics::State::Hidden);
}

void speak(const Tree& tree, NodeIndex index, std::string& spoken) {
  const Node& node = tree.node(index);
  if (is_passed_over(node)) return;
  const bool speaks_as_one = semantics::holds_inline_text(node.role) && node.role != Role::ListItem;
  const std::string name = speaks_as_one || node.children == 0 || node.role == Role::Message ? tree.name_of(index) : std::string();
  if (!name.empty()) spoken.append(name).push_back('\n');
  if (speaks_as_one) return;
  for (NodeIndex child = index + 1; child < node.subtree_end; child = tree.node(child).subtree_end) speak(tree, child, spoken);
}

}  // namespace

std::string spoken_text(const Tree& tree) {
  std::string spoken;
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    if (tree.node(index).role == Role::Main) speak(tree, index, spoken);
  }
  return spoken;
}

}  // namespace stadttor::portal
