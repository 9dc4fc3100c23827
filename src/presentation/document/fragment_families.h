// The families of roles that fragment.cpp hands out to, and what they share. Private to the document presentation.
#pragma once

#include "presentation/document/fragment.h"

namespace stadttor::presentation::document {

struct NodeView {
  const semantics::Tree& tree;
  semantics::NodeIndex index;
  const semantics::Node& node;
  Fragment& fragment;

  std::string_view text() const { return tree.text_of(node); }
  std::string_view value() const { return tree.value_of(node); }
  std::string_view property(semantics::Property name) const { return tree.property_of(node, name); }
  bool has(semantics::State state) const { return node.has(state); }
};

void structure_fragment(const NodeView& view);
void text_fragment(const NodeView& view);
void list_and_table_fragment(const NodeView& view);
void control_fragment(const NodeView& view);

// Opens the node's root part with what every node may have: classes, language, direction, anchor, hidden.
void add_root(const NodeView& view, Tag tag, std::string_view classes);

// An icon span before or after text, invisible to assistive technology.
void add_icon(Fragment& fragment, PartId id, PartId parent, std::string_view name);

// DOM id from a property that holds another node's key as decimal text; empty where the property is not there.
std::string_view id_of_property(const NodeView& view, semantics::Property name);

}  // namespace stadttor::presentation::document
