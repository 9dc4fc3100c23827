// The semantic tree of one page: nodes in reading order, their text, and what the document as a whole is called.
// A value: compare two with tree_changes, show one with a presentation.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "semantics/node.h"

namespace stadttor::semantics {

class Tree {
 public:
  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& node(NodeIndex index) const { return nodes_[index]; }
  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }

  std::string_view text(TextRange range) const { return std::string_view(arena_).substr(range.begin, range.size); }
  std::string_view text_of(const Node& node) const { return text(node.text); }
  std::string_view value_of(const Node& node) const { return text(node.value); }

  // Empty where the node does not have the property.
  std::string_view property_of(const Node& node, Property property) const;
  bool has_property(const Node& node, Property property) const;

  std::vector<std::pair<Property, std::string_view>> properties_of(const Node& node) const;

  // kNoNode where no node has the key.
  NodeIndex find(NodeKey key) const;

  // The name as assistive technology computes it: label, own text, or the text of inline children.
  std::string name_of(NodeIndex index) const;

  // Document-wide.
  std::string title;
  std::string language;
  std::string direction;

 private:
  friend class TreeBuilder;
  void clear();

  std::vector<Node> nodes_;
  std::vector<PropertyEntry> properties_;
  std::string arena_;
};

// Appends nodes in reading order. Page is the comfortable front of this.
class TreeBuilder {
 public:
  explicit TreeBuilder(Tree& tree);

  NodeIndex open(NodeKey key, Role role);
  void close();
  // Closes whatever is open and computes the hashes.
  void finish();

  NodeIndex current() const { return open_.empty() ? kNoNode : open_.back(); }
  NodeKey current_key() const { return open_.empty() ? NodeKey{} : tree_.nodes_[open_.back()].key; }
  // Position among siblings of the next node in the open one.
  std::uint32_t next_ordinal() const { return open_.empty() ? 0 : tree_.nodes_[open_.back()].children; }

  // All of these speak of the node opened last and not yet closed.
  Node& last() { return tree_.nodes_[open_.back()]; }
  void set_text(std::string_view text);
  void set_value(std::string_view value);
  void set_property(Property property, std::string_view value);

 private:
  TextRange stored(std::string_view text);

  Tree& tree_;
  std::vector<NodeIndex> open_;
};

}  // namespace stadttor::semantics
