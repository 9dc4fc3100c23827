// Everything a tree holds, as text: two trees are equal when their descriptions are.
#pragma once

#include <string>

#include "semantics/page.h"

namespace stadttor::testing {

inline void describe_node(const semantics::Tree& tree, semantics::NodeIndex index, int depth, std::string& text) {
  const semantics::Node& node = tree.node(index);
  text.append(static_cast<std::size_t>(depth), ' ').append(semantics::key_text(node.key)).append(" ").append(role_name(node.role));
  text.append(" look=").append(std::to_string(static_cast<int>(node.look)));
  text.append(" level=").append(std::to_string(node.level)).append(" states=").append(std::to_string(node.states));
  text.append(" \"").append(tree.text_of(node)).append("\" = \"").append(tree.value_of(node)).append("\"");
  for (const auto& [property, value] : tree.properties_of(node)) {
    text.append(" ").append(std::to_string(static_cast<int>(property))).append("=").append(value);
  }
  text.push_back('\n');
  for (auto child = index + 1; child < node.subtree_end; child = tree.node(child).subtree_end) {
    describe_node(tree, child, depth + 1, text);
  }
}

inline std::string description_of_tree(const semantics::Tree& tree) {
  std::string text;
  if (tree.size() > 0) describe_node(tree, 0, 0, text);
  return text;
}

// Two trees in which the same node of the path can be named: child("main").child("name").
inline semantics::NodeKey key_at(std::initializer_list<std::string_view> path) {
  auto key = semantics::child_key(semantics::NodeKey{}, "page");
  for (const auto local : path) key = semantics::child_key(key, local);
  return key;
}

}  // namespace stadttor::testing
