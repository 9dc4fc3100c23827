// Pages made up from a seed, and others that differ from them as pages do: something inserted, gone, moved or changed.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "semantics/page.h"

namespace stadttor::testing {

// SplitMix64: the same numbers everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  // 0 .. limit-1
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool one_in(std::size_t limit) { return below(limit) == 0; }

 private:
  std::uint64_t state_;
};

struct RandomNode {
  semantics::Role role = semantics::Role::Block;
  std::string name;  // local key
  std::string text;
  std::string value;
  std::string hint;
  std::string error;
  semantics::States states = 0;
  std::vector<RandomNode> children;
};

inline bool holds_children(semantics::Role role) {
  using semantics::Role;
  return role == Role::Page || role == Role::Block || role == Role::List || role == Role::ListItem || role == Role::Form ||
         role == Role::Group || role == Role::Message || role == Role::Disclosure || role == Role::RadioGroup ||
         role == Role::Select || role == Role::Table || role == Role::TableBody || role == Role::Row;
}

inline std::string random_words(Dice& dice) {
  static const std::vector<std::string> words = {"Hund", "Straße", "größer", "Öl", "日本", "😀 Emoji", "مرحبا", "a & b", "<b>", "\"q\"", "it's"};
  std::string text = words[dice.below(words.size())];
  for (std::size_t more = dice.below(3); more > 0; --more) text.append(" ").append(words[dice.below(words.size())]);
  return text;
}

inline void fill_random_node(Dice& dice, RandomNode& node) {
  using semantics::Role;
  using semantics::State;
  const bool is_structure = node.role == Role::Block || node.role == Role::List || node.role == Role::Form || node.role == Role::ListItem ||
                            node.role == Role::TableBody || node.role == Role::Row || node.role == Role::Page;
  node.text = is_structure ? "" : random_words(dice);
  node.states = 0;
  node.hint.clear();
  node.error.clear();
  switch (node.role) {
    case Role::TextField:
    case Role::TextArea:
      node.value = dice.one_in(3) ? "" : random_words(dice);
      if (dice.one_in(2)) node.hint = random_words(dice);
      if (dice.one_in(2)) node.error = random_words(dice);
      if (dice.one_in(2)) node.states = states_of(State::Required);
      break;
    case Role::Checkbox:
    case Role::RadioButton:
      node.value = node.role == Role::RadioButton ? node.name : "";
      node.states = semantics::when(dice.one_in(2), State::Checked);
      break;
    case Role::Option:
      node.value = node.name;
      node.states = semantics::when(dice.one_in(3), State::Selected);
      break;
    case Role::Disclosure: node.states = semantics::when(dice.one_in(2), State::Expanded); break;
    case Role::Button: node.states = semantics::when(dice.one_in(3), State::Disabled); break;
    default: break;
  }
}

inline semantics::Role random_role(Dice& dice, semantics::Role parent, int depth) {
  using semantics::Role;
  if (parent == Role::List) return Role::ListItem;
  if (parent == Role::Select) return Role::Option;
  if (parent == Role::RadioGroup) return Role::RadioButton;
  if (parent == Role::Table) return Role::TableBody;
  if (parent == Role::TableBody) return Role::Row;
  if (parent == Role::Row) return Role::Cell;
  static const std::vector<Role> leaves = {Role::Paragraph, Role::Text, Role::Button, Role::TextField, Role::TextArea,
                                           Role::Checkbox, Role::Strong, Role::Status, Role::Separator};
  static const std::vector<Role> boxes = {Role::Block, Role::List, Role::Form, Role::Group, Role::Message,
                                          Role::Disclosure, Role::RadioGroup, Role::Select, Role::Table};
  return depth > 3 || dice.one_in(2) ? leaves[dice.below(leaves.size())] : boxes[dice.below(boxes.size())];
}

inline RandomNode random_node(Dice& dice, semantics::Role role, int depth) {
  RandomNode node;
  node.role = role;
  node.name = "n" + std::to_string(dice.below(100'000'000));
  fill_random_node(dice, node);
  if (!holds_children(role)) return node;
  for (std::size_t count = dice.below(6); count > 0; --count) {
    node.children.push_back(random_node(dice, random_role(dice, role, depth + 1), depth + 1));
  }
  return node;
}

inline RandomNode random_page(Dice& dice) {
  RandomNode page = random_node(dice, semantics::Role::Page, 0);
  page.name = "page";
  for (int more = 0; more < 3; ++more) page.children.push_back(random_node(dice, random_role(dice, semantics::Role::Page, 1), 1));
  return page;
}

// Changes about one node in `rarity`, somewhere below `node`.
inline void change_at_random(Dice& dice, RandomNode& node, std::size_t rarity, int depth = 0) {
  std::vector<RandomNode>& children = node.children;
  for (std::size_t i = 0; i < children.size();) {
    if (dice.one_in(rarity * 2)) {
      children.erase(children.begin() + static_cast<long>(i));
      continue;
    }
    if (dice.one_in(rarity)) fill_random_node(dice, children[i]);
    change_at_random(dice, children[i], rarity, depth + 1);
    ++i;
  }
  if (!holds_children(node.role)) return;
  for (int tries = 0; tries < 2; ++tries) {
    if (!dice.one_in(rarity)) continue;
    auto place = children.begin() + static_cast<long>(dice.below(children.size() + 1));
    children.insert(place, random_node(dice, random_role(dice, node.role, depth + 1), depth + 1));
  }
  if (children.size() > 1 && dice.one_in(rarity)) {
    for (std::size_t i = children.size(); i-- > 1;) std::swap(children[i], children[dice.below(i + 1)]);
  }
}

inline void build_random_node(const RandomNode& node, semantics::NodeKey parent, semantics::TreeBuilder& builder) {
  const auto key = semantics::child_key(parent, node.name);
  builder.open(key, node.role);
  builder.last().states = node.states;
  if (!node.error.empty()) builder.last().states = semantics::joined(node.states, states_of(semantics::State::Invalid));
  builder.set_text(node.text);
  builder.set_value(node.value);
  if (!node.hint.empty()) builder.set_property(semantics::Property::Hint, node.hint);
  if (!node.error.empty()) builder.set_property(semantics::Property::Error, node.error);
  for (const RandomNode& child : node.children) build_random_node(child, key, builder);
  builder.close();
}

inline semantics::Tree tree_from_random(const RandomNode& page) {
  semantics::Tree tree;
  semantics::TreeBuilder builder(tree);
  build_random_node(page, semantics::NodeKey{}, builder);
  builder.finish();
  tree.title = "Seite";
  tree.language = "de";
  tree.direction = "ltr";
  return tree;
}

}  // namespace stadttor::testing
