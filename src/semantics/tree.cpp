#include "semantics/tree.h"

namespace stadttor::semantics {

namespace {

std::uint64_t own_hash_of(const Tree& tree, const Node& node, const PropertyEntry* properties) {
  std::uint64_t hash = mixed_hash(static_cast<std::uint64_t>(node.key),
                                  static_cast<std::uint64_t>(node.role) << 32 |
                                      static_cast<std::uint64_t>(node.look) << 24 |
                                      static_cast<std::uint64_t>(node.level) << 16 | node.states);
  hash = mixed_hash(hash, tree.text(node.text));
  if (node.value.size > 0) hash = mixed_hash(hash ^ 1, tree.text(node.value));
  for (std::uint32_t i = 0; i < node.property_count; ++i) {
    const PropertyEntry& entry = properties[node.first_property + i];
    hash = mixed_hash(hash ^ (static_cast<std::uint64_t>(entry.property) + 2), tree.text(entry.text));
  }
  return hash;
}

}  // namespace

void Tree::clear() {
  nodes_.clear();
  properties_.clear();
  arena_.clear();
  title.clear();
  language.clear();
  direction.clear();
}

std::string_view Tree::property_of(const Node& node, Property property) const {
  for (std::uint32_t i = 0; i < node.property_count; ++i) {
    const PropertyEntry& entry = properties_[node.first_property + i];
    if (entry.property == property) return text(entry.text);
  }
  return {};
}

bool Tree::has_property(const Node& node, Property property) const {
  for (std::uint32_t i = 0; i < node.property_count; ++i) {
    if (properties_[node.first_property + i].property == property) return true;
  }
  return false;
}

std::vector<std::pair<Property, std::string_view>> Tree::properties_of(const Node& node) const {
  std::vector<std::pair<Property, std::string_view>> properties;
  for (std::uint32_t i = 0; i < node.property_count; ++i) {
    const PropertyEntry& entry = properties_[node.first_property + i];
    properties.emplace_back(entry.property, text(entry.text));
  }
  return properties;
}

NodeIndex Tree::find(NodeKey key) const {
  for (NodeIndex index = 0; index < size(); ++index) {
    if (nodes_[index].key == key) return index;
  }
  return kNoNode;
}

std::string Tree::name_of(NodeIndex index) const {
  const Node& named = nodes_[index];
  if (const auto label = property_of(named, Property::Label); !label.empty()) return std::string(label);
  if (const auto heading = property_of(named, Property::LabelledBy); !heading.empty()) {
    for (NodeIndex i = index; i < named.subtree_end; ++i) {
      if (std::to_string(static_cast<std::uint64_t>(nodes_[i].key)) == heading) return name_of(i);
    }
  }
  std::string name(text_of(named));
  if (!holds_inline_text(named.role)) return name;
  for (NodeIndex i = index + 1; i < named.subtree_end; ++i) {
    const Node& part = nodes_[i];
    if (part.role == Role::Icon || part.text.size == 0) continue;
    if (!name.empty() && name.back() != ' ' && !holds_inline_text(nodes_[part.parent].role)) name.push_back(' ');
    name.append(text_of(part));
  }
  return name;
}

TreeBuilder::TreeBuilder(Tree& tree) : tree_(tree) { tree_.clear(); }

TextRange TreeBuilder::stored(std::string_view text) {
  const TextRange range{static_cast<std::uint32_t>(tree_.arena_.size()), static_cast<std::uint32_t>(text.size())};
  tree_.arena_.append(text);
  return range;
}

NodeIndex TreeBuilder::open(NodeKey key, Role role) {
  const auto index = tree_.size();
  Node node;
  node.key = key;
  node.role = role;
  node.parent = current();
  node.first_property = static_cast<std::uint32_t>(tree_.properties_.size());
  if (node.parent != kNoNode) ++tree_.nodes_[node.parent].children;
  tree_.nodes_.push_back(node);
  open_.push_back(index);
  return index;
}

void TreeBuilder::close() {
  Node& node = tree_.nodes_[open_.back()];
  node.subtree_end = tree_.size();
  open_.pop_back();
}

void TreeBuilder::finish() {
  while (!open_.empty()) close();
  for (NodeIndex index = tree_.size(); index-- > 0;) {
    Node& node = tree_.nodes_[index];
    node.own_hash = own_hash_of(tree_, node, tree_.properties_.data());
    std::uint64_t subtree = node.own_hash;
    for (NodeIndex child = index + 1; child < node.subtree_end; child = tree_.nodes_[child].subtree_end) {
      subtree = mixed_hash(subtree, tree_.nodes_[child].subtree_hash);
    }
    node.subtree_hash = subtree;
  }
}

void TreeBuilder::set_text(std::string_view text) { last().text = stored(text); }

void TreeBuilder::set_value(std::string_view value) { last().value = stored(value); }

void TreeBuilder::set_property(Property property, std::string_view value) {
  tree_.properties_.push_back({property, stored(value)});
  ++last().property_count;
}

}  // namespace stadttor::semantics
