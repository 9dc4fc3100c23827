// What one semantic node looks like as HTML elements: a few parts, one of which takes the node's children. The one
// place where roles become elements; html_writer prints fragments, change_encoder compares them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "presentation/document/element.h"
#include "semantics/tree.h"

namespace stadttor::presentation::document {

// Which element of a node; the number is stable per role, so that two states of a node compare part by part.
using PartId = std::uint8_t;
inline constexpr PartId kRootPart = 0;
inline constexpr PartId kNoPart = 0xff;
inline constexpr int kPartLimit = 8;

struct Attribute {
  AttributeName name;
  std::string_view value;
};

struct Part {
  PartId id = kRootPart;
  PartId parent = kNoPart;  // kNoPart: the root part
  Tag tag = Tag::Div;
  std::string_view text;
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

// Reused from node to node; views stay valid until the next reset and as long as the tree.
class Fragment {
 public:
  void reset();

  Part& add(PartId id, PartId parent, Tag tag);
  // Of the part added last. Empty values are left out, but for boolean attributes and alt.
  void set(AttributeName name, std::string_view value);
  void set_flag(AttributeName name, bool is_set);
  void set_text(std::string_view text);
  // Composed strings (class lists, ids) live in the fragment.
  std::string_view kept(std::string text);

  // Part that takes the node's children; kNoPart where it takes none.
  PartId slot = kRootPart;
  // Part that carries the value a citizen edits; kNoPart for none.
  PartId control = kNoPart;

  const std::vector<Part>& parts() const { return parts_; }
  const Attribute* attributes_of(const Part& part) const { return attributes_.data() + part.first_attribute; }
  const Part* find(PartId id) const;
  std::string_view attribute_of(const Part& part, AttributeName name) const;

 private:
  std::vector<Part> parts_;
  std::vector<Attribute> attributes_;
  std::vector<std::string> kept_;
  std::size_t kept_used_ = 0;
};

// Fills `fragment` for the node; `tree` must outlive its use.
void fragment_from_node(const semantics::Tree& tree, semantics::NodeIndex index, Fragment& fragment);

// DOM id of an element that others refer to: "k" and the node's key in base 36, and the part's suffix.
std::string element_id(semantics::NodeKey key, PartId part = kRootPart);

// Short form of a key that prerendered elements carry in data-k, by which they are found again at hydration.
std::string short_key(semantics::NodeKey key);

}  // namespace stadttor::presentation::document
