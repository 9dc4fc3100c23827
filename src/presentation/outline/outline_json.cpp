#include "presentation/outline/outline.h"
#include "presentation/outline/quoting.h"

namespace stadttor::presentation::outline {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::State;
using semantics::Tree;

namespace {

void append_member(std::string& json, std::string_view name, std::string_view value) {
  if (!value.empty()) json.append(",").append(quoted(name)).append(":").append(quoted(value));
}

void append_node(std::string& json, const Tree& tree, NodeIndex index) {
  const Node& node = tree.node(index);
  json.append("{\"role\":").append(quoted(role_name(node.role)));
  append_member(json, "name", tree.name_of(index));
  append_member(json, "value", tree.value_of(node));
  append_member(json, "href", tree.property_of(node, Property::Href));
  append_member(json, "hint", tree.property_of(node, Property::Hint));
  append_member(json, "error", tree.property_of(node, Property::Error));
  append_member(json, "language", tree.property_of(node, Property::Language));
  append_member(json, "autocomplete", tree.property_of(node, Property::Autocomplete));
  if (node.level > 0) json.append(",\"level\":").append(std::to_string(node.level));
  const auto add_state = [&](State state, std::string_view name) {
    if (node.has(state)) json.append(",").append(quoted(name)).append(":true");
  };
  add_state(State::Checked, "checked");
  add_state(State::Selected, "selected");
  add_state(State::Disabled, "disabled");
  add_state(State::Required, "required");
  add_state(State::Expanded, "expanded");
  add_state(State::CurrentPage, "current");
  add_state(State::Hidden, "hidden");
  if (node.children > 0) {
    json.append(",\"children\":[");
    for (NodeIndex child = index + 1; child < node.subtree_end; child = tree.node(child).subtree_end) {
      if (child != index + 1) json.push_back(',');
      append_node(json, tree, child);
    }
    json.push_back(']');
  }
  json.push_back('}');
}

}  // namespace

std::string json_from_tree(const Tree& tree) {
  std::string json = "{\"title\":" + quoted(tree.title) + ",\"language\":" + quoted(tree.language) +
                     ",\"direction\":" + quoted(tree.direction) + ",\"nodes\":[";
  if (tree.size() > 0) append_node(json, tree, 0);
  json.append("]}");
  return json;
}

}  // namespace stadttor::presentation::outline
