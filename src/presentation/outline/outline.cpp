#include "presentation/outline/outline.h"

#include "presentation/outline/quoting.h"

namespace stadttor::presentation::outline {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::State;
using semantics::Tree;

namespace {

// Layout without meaning, and text that its parent already speaks.
bool is_silent(const Tree& tree, const Node& node) {
  if (node.role == Role::Block || node.role == Role::Page || node.role == Role::Icon) return true;
  if (node.role == Role::Text || node.role == Role::Strong || node.role == Role::Emphasis || node.role == Role::Time) {
    return node.parent != semantics::kNoNode && holds_inline_text(tree.node(node.parent).role);
  }
  return false;
}

void append_states(std::string& line, const Tree& tree, const Node& node) {
  const auto add = [&line](std::string_view word) { line.append(" [").append(word).append("]"); };
  if (node.level > 0) add("level=" + std::to_string(node.level));
  if (node.has(State::CurrentPage)) add("current");
  if (node.has(State::Checked)) add("checked");
  if (node.has(State::Selected)) add("selected");
  if (node.has(State::Disabled)) add("disabled");
  if (node.has(State::Required)) add("required");
  if (node.has(State::Expanded)) add("expanded");
  if (node.has(State::NewTab)) add("new tab");
  if (node.has(State::Hidden)) add("hidden");
  if (const auto language = tree.property_of(node, Property::Language); !language.empty()) {
    add("lang=" + std::string(language));
  }
}

void append_node(std::string& text, const Tree& tree, NodeIndex index, int depth) {
  const Node& node = tree.node(index);
  int child_depth = depth;
  if (!is_silent(tree, node)) {
    text.append(static_cast<std::size_t>(depth) * 2, ' ').append("- ").append(role_name(node.role));
    if (const std::string name = tree.name_of(index); !name.empty()) text.append(" ").append(quoted(name));
    append_states(text, tree, node);
    if (node.value.size > 0) text.append(" = ").append(quoted(tree.value_of(node)));
    if (const auto href = tree.property_of(node, Property::Href); !href.empty()) text.append(" -> ").append(href);
    if (const auto hint = tree.property_of(node, Property::Hint); !hint.empty()) {
      text.append(" (hint ").append(quoted(hint)).append(")");
    }
    if (const auto error = tree.property_of(node, Property::Error); !error.empty()) {
      text.append(" (error ").append(quoted(error)).append(")");
    }
    text.push_back('\n');
    child_depth = depth + 1;
  }
  for (NodeIndex child = index + 1; child < node.subtree_end; child = tree.node(child).subtree_end) {
    append_node(text, tree, child, child_depth);
  }
}

}  // namespace

std::string outline_from_tree(const Tree& tree) {
  std::string text = "page " + quoted(tree.title) + " lang=" + tree.language + " dir=" + tree.direction + "\n";
  if (tree.size() > 0) append_node(text, tree, 0, 0);
  return text;
}

}  // namespace stadttor::presentation::outline
