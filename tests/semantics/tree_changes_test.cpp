#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "semantics/tree_changes.h"
#include "support/random_tree.h"
#include "support/role_examples.h"
#include "support/tree_text.h"

using namespace stadttor::semantics;
using namespace stadttor::testing;

namespace {

// A list whose items are called by the letters of `order`; an upper-case letter is the same item with another text.
Tree list_of(std::string_view order) {
  const ActionQueue nothing;
  Tree tree;
  {
    Page page(tree, nothing);
    auto list = page.block("list", {});
    for (const char letter : order) {
      const bool is_changed = letter >= 'A' && letter <= 'Z';
      const char name = is_changed ? static_cast<char>(letter + 32) : letter;
      page.button(std::string_view(&name, 1), is_changed ? "changed" : "same");
    }
  }
  return tree;
}

NodeKey item(char letter) { return key_at({"list", std::string_view(&letter, 1)}); }

TreeChanges changes_between(const Tree& before, const Tree& after, NodeKey pinned = {}) {
  TreeChanges changes;
  compare_trees(before, after, pinned, changes);
  return changes;
}

int count(const TreeChanges& changes, ChangeKind kind) {
  return static_cast<int>(std::count_if(changes.changes.begin(), changes.changes.end(), [kind](const Change& change) { return change.kind == kind; }));
}

bool is_moved(const TreeChanges& changes, const Tree& after, NodeKey key) {
  return std::any_of(changes.changes.begin(), changes.changes.end(), [&](const Change& change) {
    return change.kind == ChangeKind::Move && after.node(change.new_index).key == key;
  });
}

Tree applied(const Tree& before, const Tree& after, NodeKey pinned = {}) {
  Tree tree = before;
  const stadttor::Outcome outcome = apply_change_bytes(bytes_from_changes(after, before, changes_between(before, after, pinned)), tree);
  CHECK(outcome.ok());
  return tree;
}

// Length of the longest run of `order` (over the kept items) that is ascending and, where `pinned` is kept, contains it.
int longest_run(const std::vector<int>& places, int pinned) {
  int longest = 0;
  std::vector<int> length(places.size(), 0);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto fits = [&](std::size_t a) {
      if (pinned < 0) return true;
      const auto at = static_cast<std::size_t>(pinned);
      return a == at || (a < at ? places[a] < places[at] : places[a] > places[at]);
    };
    if (!fits(i)) continue;
    length[i] = 1;
    for (std::size_t j = 0; j < i; ++j) {
      if (length[j] > 0 && places[j] < places[i]) length[i] = std::max(length[i], length[j] + 1);
    }
    longest = std::max(longest, length[i]);
  }
  return longest;
}

}  // namespace

TEST_SUITE("semantics") {
  TEST_CASE("equal trees have no changes") {
    const Tree tree = list_of("abc");

    CHECK(changes_between(tree, list_of("abc")).empty());
    CHECK(changes_between(example_tree(1), example_tree(1)).empty());
  }

  TEST_CASE("a changed text updates its node and nothing else") {
    const Tree after = list_of("aBc");

    const TreeChanges changes = changes_between(list_of("abc"), after);

    if (!CHECK(changes.changes.size() == 1)) return;
    CHECK(changes.changes[0].kind == ChangeKind::Update);
    CHECK(after.node(changes.changes[0].new_index).key == item('b'));
  }

  TEST_CASE("a new node is inserted, one that is gone is removed, and its siblings stay") {
    const TreeChanges inserted = changes_between(list_of("ac"), list_of("abc"));
    const TreeChanges removed = changes_between(list_of("abc"), list_of("ac"));

    CHECK(inserted.changes.size() == 1);
    CHECK(count(inserted, ChangeKind::Insert) == 1);
    CHECK(removed.changes.size() == 1);
    CHECK(count(removed, ChangeKind::Remove) == 1);
  }

  TEST_CASE("one node that changes its place is the only one moved") {
    const Tree after = list_of("eabcd");

    const TreeChanges changes = changes_between(list_of("abcde"), after);

    CHECK(changes.changes.size() == 1);
    CHECK(is_moved(changes, after, item('e')));
  }

  TEST_CASE("a subtree is inserted and removed as one change") {
    const ActionQueue nothing;
    Tree empty;
    { Page page(empty, nothing); }

    CHECK(changes_between(empty, list_of("abc")).changes.size() == 1);
    CHECK(changes_between(list_of("abc"), empty).changes.size() == 1);
  }

  TEST_CASE("a key that changes its role is another node") {
    const ActionQueue nothing;
    const auto with = [&](auto show) {
      Tree tree;
      {
        Page page(tree, nothing);
        show(page);
      }
      return tree;
    };
    const Tree button = with([](Page& page) { page.button("x", "X"); });
    const Tree link = with([](Page& page) { page.link("x", "X", "/de/"); });

    const TreeChanges changes = changes_between(button, link);

    CHECK(count(changes, ChangeKind::Remove) == 1);
    CHECK(count(changes, ChangeKind::Insert) == 1);
    CHECK(changes.changes.size() == 2);
  }

  TEST_CASE("a focused node stays and its siblings move around it") {
    const Tree before = list_of("abcde");
    const Tree after = list_of("eabcd");

    const TreeChanges changes = changes_between(before, after, item('e'));

    CHECK_FALSE(is_moved(changes, after, item('e')));
    CHECK(count(changes, ChangeKind::Move) == 4);
    CHECK(description_of_tree(applied(before, after, item('e'))) == description_of_tree(after));
  }

  TEST_CASE("what holds the focused node stays as well") {
    const ActionQueue nothing;
    const auto boxes = [&](std::string_view order) {
      Tree tree;
      {
        Page page(tree, nothing);
        for (const char name : order) {
          auto box = page.block(std::string_view(&name, 1), {});
          page.text_field("field", "Feld", "");
        }
      }
      return tree;
    };
    const Tree after = boxes("cab");

    const TreeChanges changes = changes_between(boxes("abc"), after, key_at({"c", "field"}));

    CHECK_FALSE(is_moved(changes, after, key_at({"c"})));
    CHECK(count(changes, ChangeKind::Move) == 2);
  }

  TEST_CASE("a focused node that is gone or new pins nothing") {
    const TreeChanges gone = changes_between(list_of("abcd"), list_of("dab"), item('c'));
    const TreeChanges fresh = changes_between(list_of("abd"), list_of("dabc"), item('c'));

    CHECK(count(gone, ChangeKind::Move) == 1);
    CHECK(count(fresh, ChangeKind::Move) == 1);
  }

  TEST_CASE("no fewer moves would do, whatever the order and whoever has the focus") {
    Dice dice(11);
    for (int round = 0; round < 400; ++round) {
      std::string old_order = std::string("abcdefghijklmnop").substr(0, 1 + dice.below(16));
      std::string new_order = "abcdefghijklmnopqrst";
      for (std::size_t i = new_order.size(); i-- > 1;) std::swap(new_order[i], new_order[dice.below(i + 1)]);
      new_order.resize(dice.below(new_order.size()) + 1);
      const bool has_focus = dice.one_in(2);
      const char focused = new_order[dice.below(new_order.size())];

      const Tree before = list_of(old_order);
      const Tree after = list_of(new_order);
      const NodeKey pinned = has_focus ? item(focused) : NodeKey{};
      const TreeChanges changes = changes_between(before, after, pinned);

      std::vector<int> places;
      int pinned_at = -1;
      for (const char letter : new_order) {
        const auto place = old_order.find(letter);
        if (place == std::string::npos) continue;
        if (has_focus && letter == focused) pinned_at = static_cast<int>(places.size());
        places.push_back(static_cast<int>(place));
      }
      const int wanted = static_cast<int>(places.size()) - longest_run(places, pinned_at);
      CHECK_MESSAGE(count(changes, ChangeKind::Move) == wanted, old_order, " -> ", new_order, " focus ", focused);
      if (has_focus) CHECK_FALSE(is_moved(changes, after, pinned));
      CHECK(description_of_tree(applied(before, after, pinned)) == description_of_tree(after));
    }
  }

  TEST_CASE("changes as bytes turn the old tree into the new one, for random pages") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      Dice dice(seed);
      RandomNode page = random_page(dice);
      const Tree before = tree_from_random(page);
      change_at_random(dice, page, 2 + dice.below(8));
      const Tree after = tree_from_random(page);
      const NodeKey pinned = dice.one_in(2) ? after.node(static_cast<NodeIndex>(dice.below(after.size()))).key : NodeKey{};

      const Tree result = applied(before, after, pinned);

      if (!CHECK_MESSAGE(description_of_tree(result) == description_of_tree(after), "seed ", seed)) return;
    }
  }

  TEST_CASE("changes as bytes lead from every example page to every other") {
    for (int from = 0; from < kExampleVariants; ++from) {
      for (int to = 0; to < kExampleVariants; ++to) {
        const Tree after = example_tree(to);
        CHECK(description_of_tree(applied(example_tree(from), after)) == description_of_tree(after));
      }
    }
  }

  TEST_CASE("every node of the new tree names the one it continues") {
    const Tree before = list_of("abc");
    const Tree after = list_of("xcBa");

    const TreeChanges changes = changes_between(before, after);

    if (!CHECK(changes.continued.size() == after.size())) return;
    for (NodeIndex index = 0; index < after.size(); ++index) CHECK(changes.continued[index] == before.find(after.node(index).key));
  }

  TEST_CASE("the title, language and direction of a tree stay when changes are applied to it") {
    Tree before = list_of("ab");
    before.title = "Titel";
    before.language = "de";
    before.direction = "ltr";

    const Tree result = applied(before, list_of("ba"));

    CHECK(result.title == "Titel");
    CHECK(result.language == "de");
    CHECK(result.direction == "ltr");
  }
}
