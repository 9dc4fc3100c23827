// Tells a module with another memory what is on the page, as bytes of tree changes: first the whole tree, then what became
// different since. Keeps the tree as it was told last; nothing while nobody listens.
#pragma once

#include <cstdint>
#include <vector>

#include "semantics/tree_changes.h"

namespace stadttor::semantics {

// What a listener starts from: a page with nothing on it.
Tree empty_page();

class TreeTeller {
 public:
  bool is_listened_to() const { return is_listened_to_; }

  // The difference from an empty page. Listeners that have been told before stay right.
  std::vector<std::uint8_t> whole(const Tree& tree);
  std::vector<std::uint8_t> changes_to(const Tree& tree);
  void stop();

 private:
  Tree told_;
  bool is_listened_to_ = false;
};

}  // namespace stadttor::semantics
