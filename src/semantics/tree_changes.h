// The difference between two semantic trees as a list of changes, and that list as compact bytes for a presentation
// in another memory. Nodes are matched by key among the children of matched parents.
//
// Bytes: u8 version (1), then changes. A change is a u8 kind and varint operands; a string is varint length + UTF-8.
//   1 Insert  parent key (u64), previous sibling key (u64, 0: first), node      in reading order, parents first
//   2 Remove  key
//   3 Move    key, previous sibling key (0: first)
//   4 Update  node with the same key
// node: u64 key, u8 role, u8 look, u8 level, varint states, string text, string value,
//       varint property count, then u8 property and string each.
#pragma once

#include <cstdint>
#include <vector>

#include "foundation/result.h"
#include "semantics/tree.h"

namespace stadttor::semantics {

enum class ChangeKind : unsigned char { Insert = 1, Remove = 2, Move = 3, Update = 4 };

struct Change {
  ChangeKind kind;
  NodeIndex old_index = kNoNode;  // in the old tree; kNoNode for Insert
  NodeIndex new_index = kNoNode;  // in the new tree; kNoNode for Remove
};

// Removes first, then, in reading order of the new tree, what is inserted, moved and updated. An Insert stands for
// the whole subtree of its new node; a Remove for the whole subtree of its old node. A Move or Insert goes directly
// behind its previous sibling in the new tree, which by then is in its place.
struct TreeChanges {
  std::vector<Change> changes;
  // For every node of the new tree: the node of the old tree it continues, or kNoNode.
  std::vector<NodeIndex> continued;

  bool empty() const { return changes.empty(); }
};

// `pinned` (the focused node) and its ancestors are never moved: their siblings are moved around them.
void compare_trees(const Tree& before, const Tree& after, NodeKey pinned, TreeChanges& changes);

std::vector<std::uint8_t> bytes_from_changes(const Tree& after, const Tree& before, const TreeChanges& changes);

// Applies encoded changes to a tree. Truncated or contradictory bytes give MalformedData and leave `tree` as it was.
Outcome apply_change_bytes(const std::vector<std::uint8_t>& bytes, Tree& tree);

}  // namespace stadttor::semantics
