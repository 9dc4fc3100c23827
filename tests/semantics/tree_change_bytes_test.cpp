#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "semantics/tree_changes.h"
#include "support/random_tree.h"
#include "support/role_examples.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::semantics;
using namespace stadttor::testing;

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Case {
  Tree before;
  Bytes bytes;
};

Case small_case() {
  Dice dice(7);
  RandomNode page = random_page(dice);
  Case one{tree_from_random(page), {}};
  change_at_random(dice, page, 2);
  const Tree after = tree_from_random(page);
  TreeChanges changes;
  compare_trees(one.before, after, {}, changes);
  one.bytes = bytes_from_changes(after, one.before, changes);
  return one;
}

// Applies broken bytes; an error must leave the tree as it was.
bool stays_whole(const Case& one, const Bytes& bytes) {
  Tree tree = one.before;
  const Outcome outcome = apply_change_bytes(bytes, tree);
  if (outcome.ok()) return tree.size() > 0 && tree.node(0).subtree_end == tree.size();
  return outcome.error().kind == ErrorKind::MalformedData && description_of_tree(tree) == description_of_tree(one.before);
}

void put_key(Bytes& bytes, NodeKey key) {
  for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(key) >> shift));
}

// A paragraph without text, states or properties.
void put_node(Bytes& bytes, NodeKey key) {
  put_key(bytes, key);
  for (const int byte : {static_cast<int>(Role::Paragraph), 0, 0, 0, 0, 0, 0}) bytes.push_back(static_cast<std::uint8_t>(byte));
}

Bytes list_with(std::uint8_t kind) { return {1, kind}; }

bool is_refused(const Bytes& bytes) {
  const Case one = small_case();
  Tree tree = one.before;
  return !apply_change_bytes(bytes, tree).ok() && description_of_tree(tree) == description_of_tree(one.before);
}

}  // namespace

TEST_SUITE("semantics") {
  TEST_CASE("a change list cut off anywhere is refused or applies as far as it goes") {
    const Case one = small_case();
    if (!CHECK(one.bytes.size() > 100)) return;

    for (std::size_t length = 0; length < one.bytes.size(); ++length) {
      const Bytes cut(one.bytes.begin(), one.bytes.begin() + static_cast<long>(length));
      if (!CHECK_MESSAGE(stays_whole(one, cut), "cut at ", length)) return;
    }
  }

  TEST_CASE("a change list with any one bit flipped does no harm") {
    const Case one = small_case();

    for (std::size_t at = 0; at < one.bytes.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        Bytes flipped = one.bytes;
        flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ (1 << bit));
        if (!CHECK_MESSAGE(stays_whole(one, flipped), "byte ", at, " bit ", bit)) return;
      }
    }
  }

  TEST_CASE("random bytes do no harm") {
    const Case one = small_case();
    Dice dice(99);

    for (int round = 0; round < 2000; ++round) {
      Bytes bytes = {1};
      for (std::size_t size = dice.below(60); size > 0; --size) bytes.push_back(static_cast<std::uint8_t>(dice.below(dice.one_in(2) ? 5 : 256)));
      if (!CHECK(stays_whole(one, bytes))) return;
    }
  }

  TEST_CASE("no bytes, another version and an empty tree are refused") {
    Tree empty;

    CHECK(is_refused({}));
    CHECK(is_refused({2}));
    CHECK_FALSE(apply_change_bytes({1}, empty).ok());
  }

  TEST_CASE("a list without changes changes nothing") {
    const Case one = small_case();
    Tree tree = one.before;

    CHECK(apply_change_bytes({1}, tree).ok());
    CHECK(description_of_tree(tree) == description_of_tree(one.before));
  }

  TEST_CASE("contradictions are refused: nodes that are not there, are there already, or stand behind themselves") {
    const NodeKey nobody{42};
    const NodeKey root = key_at({});
    Bytes remove = list_with(2);
    put_key(remove, nobody);
    Bytes remove_root = list_with(2);
    put_key(remove_root, root);
    Bytes move = list_with(3);
    put_key(move, nobody);
    put_key(move, NodeKey{});
    Bytes move_root = list_with(3);
    put_key(move_root, root);
    put_key(move_root, NodeKey{});
    Bytes move_behind_itself = list_with(3);
    const NodeKey child = small_case().before.node(1).key;
    put_key(move_behind_itself, child);
    put_key(move_behind_itself, child);
    Bytes update = list_with(4);
    put_node(update, nobody);
    Bytes insert_again = list_with(1);
    put_key(insert_again, root);
    put_key(insert_again, NodeKey{});
    put_node(insert_again, child);
    Bytes insert_nowhere = list_with(1);
    put_key(insert_nowhere, nobody);
    put_key(insert_nowhere, NodeKey{});
    put_node(insert_nowhere, NodeKey{43});
    Bytes unknown = list_with(9);

    for (const Bytes& bytes : {remove, remove_root, move, move_root, move_behind_itself, update, insert_again, insert_nowhere, unknown}) {
      CHECK(is_refused(bytes));
    }
  }

  TEST_CASE("an insert of a new node under a known parent is applied") {
    const Case one = small_case();
    Tree tree = one.before;
    Bytes insert = list_with(1);
    put_key(insert, key_at({}));
    put_key(insert, NodeKey{});
    put_node(insert, NodeKey{43});

    if (!CHECK(apply_change_bytes(insert, tree).ok())) return;
    CHECK(tree.size() == one.before.size() + 1);
    CHECK(tree.node(1).key == NodeKey{43});
  }

  TEST_CASE("a list that would put the page into one of its own nodes is refused") {
    Bytes bytes = list_with(1);
    put_key(bytes, key_at({}));
    put_key(bytes, NodeKey{});
    put_node(bytes, NodeKey{});  // no node has the key 0
    bytes.push_back(3);
    put_key(bytes, key_at({}));
    put_key(bytes, NodeKey{});

    CHECK(is_refused(bytes));
  }
}
