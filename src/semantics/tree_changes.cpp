#include "semantics/tree_changes.h"

#include <algorithm>

namespace stadttor::semantics {

namespace {

// Direct children of one node of one tree.
void collect_children(const Tree& tree, NodeIndex parent, std::vector<NodeIndex>& children) {
  children.clear();
  const NodeIndex end = tree.node(parent).subtree_end;
  for (NodeIndex child = parent + 1; child < end; child = tree.node(child).subtree_end) children.push_back(child);
}

// Marks a longest run of children whose old order is already right. Where `pinned_place` is one of them, the run is the
// longest that contains it, so that the focused element stays and its siblings move.
class StablePlaces {
 public:
  // `old_places[i]`: place among the old siblings of new child i, or -1 for an inserted one.
  const std::vector<char>& find(const std::vector<int>& old_places, int pinned) {
    const auto count = static_cast<int>(old_places.size());
    stable_.assign(old_places.size(), 0);
    length_.assign(old_places.size(), 0);
    before_.assign(old_places.size(), -1);
    tails_.clear();
    for (int i = 0; i < count; ++i) {
      if (!may_be_stable(old_places, i, pinned)) continue;
      const int place = old_places[static_cast<std::size_t>(i)];
      const auto tail = std::lower_bound(tails_.begin(), tails_.end(), place, [&](int index, int wanted) {
        return old_places[static_cast<std::size_t>(index)] < wanted;
      });
      if (tail != tails_.begin()) before_[static_cast<std::size_t>(i)] = *(tail - 1);
      if (tail == tails_.end()) {
        tails_.push_back(i);
      } else {
        *tail = i;
      }
    }
    for (int at = tails_.empty() ? -1 : tails_.back(); at >= 0; at = before_[static_cast<std::size_t>(at)]) {
      stable_[static_cast<std::size_t>(at)] = 1;
    }
    return stable_;
  }

 private:
  // Children that could not stand in one ascending run with the pinned one are left out from the start.
  static bool may_be_stable(const std::vector<int>& old_places, int i, int pinned) {
    const int place = old_places[static_cast<std::size_t>(i)];
    if (place < 0) return false;
    if (pinned < 0 || i == pinned) return true;
    const int pinned_place = old_places[static_cast<std::size_t>(pinned)];
    return i < pinned ? place < pinned_place : place > pinned_place;
  }

  std::vector<char> stable_;
  std::vector<int> length_;
  std::vector<int> before_;
  std::vector<int> tails_;
};

class Comparison {
 public:
  Comparison(const Tree& before, const Tree& after, NodeKey pinned, TreeChanges& out)
      : before_(before), after_(after), out_(out), pinned_(pinned == NodeKey{} ? kNoNode : after.find(pinned)) {}

  void run() {
    out_.changes.clear();
    out_.continued.assign(after_.size(), kNoNode);
    if (before_.size() == 0 || after_.size() == 0) return;
    compare(0, 0);
    std::stable_partition(out_.changes.begin(), out_.changes.end(),
                          [](const Change& change) { return change.kind == ChangeKind::Remove; });
  }

 private:
  void compare(NodeIndex old_index, NodeIndex new_index) {
    const Node& old_node = before_.node(old_index);
    const Node& new_node = after_.node(new_index);
    if (old_node.subtree_hash == new_node.subtree_hash) return continue_subtree(old_index, new_index);
    out_.continued[new_index] = old_index;
    if (old_node.own_hash != new_node.own_hash) out_.changes.push_back({ChangeKind::Update, old_index, new_index});
    if (old_node.children == 0 && new_node.children == 0) return;
    compare_children(old_index, new_index);
  }

  // Equal hashes: the same nodes in the same order, so they continue one by one.
  void continue_subtree(NodeIndex old_index, NodeIndex new_index) {
    const NodeIndex count = after_.node(new_index).subtree_end - new_index;
    for (NodeIndex i = 0; i < count; ++i) out_.continued[new_index + i] = old_index + i;
  }

  void compare_children(NodeIndex old_parent, NodeIndex new_parent) {
    std::vector<NodeIndex> old_children;
    std::vector<NodeIndex> new_children;
    collect_children(before_, old_parent, old_children);
    collect_children(after_, new_parent, new_children);

    // The common case: nothing but contents changed, so old and new stand side by side.
    std::vector<int> old_places(new_children.size(), -1);
    std::vector<char> is_kept(old_children.size(), 0);
    std::size_t guess = 0;
    int pinned_child = -1;
    for (std::size_t i = 0; i < new_children.size(); ++i) {
      const Node& child = after_.node(new_children[i]);
      if (pinned_ != kNoNode && pinned_ >= new_children[i] && pinned_ < child.subtree_end) pinned_child = static_cast<int>(i);
      const std::size_t place = place_of(child, old_children, guess);
      if (place == old_children.size()) continue;
      old_places[i] = static_cast<int>(place);
      is_kept[place] = 1;
      guess = place + 1;
    }
    if (pinned_child >= 0 && old_places[static_cast<std::size_t>(pinned_child)] < 0) pinned_child = -1;

    for (std::size_t i = 0; i < old_children.size(); ++i) {
      if (is_kept[i] == 0) out_.changes.push_back({ChangeKind::Remove, old_children[i], kNoNode});
    }
    StablePlaces places;
    const std::vector<char> stable = places.find(old_places, pinned_child);
    for (std::size_t i = 0; i < new_children.size(); ++i) {
      if (old_places[i] < 0) {
        out_.changes.push_back({ChangeKind::Insert, kNoNode, new_children[i]});
        continue;
      }
      const NodeIndex old_child = old_children[static_cast<std::size_t>(old_places[i])];
      if (stable[i] == 0) out_.changes.push_back({ChangeKind::Move, old_child, new_children[i]});
      compare(old_child, new_children[i]);
    }
  }

  // Place of the old child with this key and role, looked for first where the last one was found.
  std::size_t place_of(const Node& child, const std::vector<NodeIndex>& old_children, std::size_t guess) const {
    for (std::size_t step = 0; step < old_children.size(); ++step) {
      const std::size_t place = (guess + step) % old_children.size();
      const Node& old_child = before_.node(old_children[place]);
      if (old_child.key != child.key) continue;
      // Another role or heading level is another element: it replaces the old one.
      return old_child.role == child.role && old_child.level == child.level ? place : old_children.size();
    }
    return old_children.size();
  }

  const Tree& before_;
  const Tree& after_;
  TreeChanges& out_;
  NodeIndex pinned_;
};

}  // namespace

void compare_trees(const Tree& before, const Tree& after, NodeKey pinned, TreeChanges& changes) {
  Comparison(before, after, pinned, changes).run();
}

}  // namespace stadttor::semantics
