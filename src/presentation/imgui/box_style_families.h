// The families of roles that box_styles.cpp hands out to, and what they share. Private to the drawn presentation.
#pragma once

#include "presentation/imgui/surroundings.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui {

struct Styling {
  const semantics::Tree& tree;
  semantics::NodeIndex index;
  const semantics::Node& node;
  const Theme& theme;
  const Surroundings& around;  // outside of this box
  Surroundings& within;        // for what stands in it; begins as `around`
  BoxStyle& style;

  float rem(float number) const { return number * around.rem; }
  float length(LengthToken token) const { return rem(theme.length(token, around.page_width)); }
  Colour colour(ColourToken token) const { return theme.colour(token); }
  const LocalColours& colours() const { return around.colours; }
  bool has(semantics::State state) const { return node.has(state); }
  bool is_in(Place place) const { return around.is_in(place); }
  bool has_parent() const { return node.parent != semantics::kNoNode; }
  semantics::Role parent_role() const { return has_parent() ? tree.node(node.parent).role : semantics::Role::Page; }
  semantics::Appearance parent_look() const { return has_parent() ? tree.node(node.parent).look : semantics::Appearance::Plain; }
  bool is_first_child() const { return has_parent() && index == node.parent + 1; }
  bool is_last_child() const { return has_parent() && node.subtree_end == tree.node(node.parent).subtree_end; }

  // Text of `size` with lines of `height` times that, in the box and in what stands in it.
  void set_type(float size, float height, Weight weight) const;
  void set_text_colour(Colour colour) const;
};

void style_structure(const Styling& styling);
void style_block(const Styling& styling);
void style_text(const Styling& styling);
void style_list_or_table(const Styling& styling);
void style_control(const Styling& styling);
// A link or button as what its appearance says: a button, a tile, a letter, a link in running text.
void style_link(const Styling& styling);
void style_button(const Styling& styling);

// Distance to what stands before it: the rhythm of a page.
float space_before(const Styling& styling);

}  // namespace stadttor::presentation::imgui
