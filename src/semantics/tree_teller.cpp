#include "semantics/tree_teller.h"

#include "semantics/page.h"

namespace stadttor::semantics {

namespace {

std::vector<std::uint8_t> difference(const Tree& before, const Tree& after) {
  TreeChanges changes;
  compare_trees(before, after, {}, changes);
  return bytes_from_changes(after, before, changes);
}

}  // namespace

Tree empty_page() {
  Tree tree;
  const ActionQueue actions;
  Page(tree, actions).finish();
  return tree;
}

std::vector<std::uint8_t> TreeTeller::whole(const Tree& tree) {
  // Told while it was already listened to, `tree` is the one that was told last.
  is_listened_to_ = true;
  told_ = tree;
  return difference(empty_page(), tree);
}

std::vector<std::uint8_t> TreeTeller::changes_to(const Tree& tree) {
  std::vector<std::uint8_t> bytes = difference(told_, tree);
  told_ = tree;
  return bytes;
}

void TreeTeller::stop() {
  told_ = {};
  is_listened_to_ = false;
}

}  // namespace stadttor::semantics
