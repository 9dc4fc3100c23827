// The changes of a tree as bytes, and back: how a presentation in another memory (the canvas module) follows the page.
#include "semantics/tree_changes.h"

#include <algorithm>
#include <map>

namespace stadttor::semantics {

namespace {

constexpr std::uint8_t kVersion = 1;

class Bytes {
 public:
  void byte(std::uint8_t value) { out.push_back(value); }
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }
  void key(NodeKey key) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(static_cast<std::uint64_t>(key) >> shift));
  }
  void text(std::string_view text) {
    number(text.size());
    out.insert(out.end(), text.begin(), text.end());
  }
  void node(const Tree& tree, const Node& node) {
    key(node.key);
    byte(static_cast<std::uint8_t>(node.role));
    byte(static_cast<std::uint8_t>(node.look));
    byte(node.level);
    number(node.states);
    text(tree.text_of(node));
    text(tree.value_of(node));
    const auto properties = tree.properties_of(node);
    number(properties.size());
    for (const auto& [property, value] : properties) {
      byte(static_cast<std::uint8_t>(property));
      text(value);
    }
  }

  std::vector<std::uint8_t> out;
};

// A node as a value of its own, while a tree is taken apart and put together again.
struct LooseNode {
  NodeKey key{};
  Role role = Role::Block;
  Appearance look = Appearance::Plain;
  std::uint8_t level = 0;
  States states = 0;
  std::string text;
  std::string value;
  std::vector<std::pair<Property, std::string>> properties;
  std::vector<NodeKey> children;
  NodeKey parent{};
};

using LooseTree = std::map<NodeKey, LooseNode>;

class Reader {
 public:
  explicit Reader(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  bool at_end() const { return at_ == bytes_.size(); }
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }

  std::uint8_t byte() {
    if (at_ >= bytes_.size()) {
      failed_ = true;
      return 0;
    }
    return bytes_[at_++];
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
      if ((next & 0x80) == 0) return value;
    }
    failed_ = true;
    return 0;
  }
  NodeKey key() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 8) value |= static_cast<std::uint64_t>(byte()) << shift;
    return static_cast<NodeKey>(value);
  }
  std::string text() {
    const std::uint64_t size = number();
    if (failed_ || size > bytes_.size() - at_) {
      failed_ = true;
      return {};
    }
    const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ += static_cast<std::size_t>(size);
    return {begin, begin + static_cast<std::ptrdiff_t>(size)};
  }
  LooseNode node() {
    LooseNode node;
    node.key = key();
    const std::uint8_t role = byte();
    if (role >= kRoleCount) failed_ = true;
    node.role = failed_ ? Role::Block : static_cast<Role>(role);
    node.look = static_cast<Appearance>(byte());
    node.level = byte();
    node.states = static_cast<States>(number());
    node.text = text();
    node.value = text();
    const std::uint64_t count = number();
    for (std::uint64_t i = 0; i < count && !failed_; ++i) {
      const std::uint8_t property = byte();
      if (property >= kPropertyCount) failed_ = true;
      std::string value = text();
      if (!failed_) node.properties.emplace_back(static_cast<Property>(property), std::move(value));
    }
    return node;
  }

 private:
  const std::vector<std::uint8_t>& bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

LooseTree loose_from(const Tree& tree) {
  LooseTree loose;
  for (const Node& node : tree.nodes()) {
    LooseNode one;
    one.key = node.key;
    one.role = node.role;
    one.look = node.look;
    one.level = node.level;
    one.states = node.states;
    one.text = tree.text_of(node);
    one.value = tree.value_of(node);
    for (const auto& [property, value] : tree.properties_of(node)) one.properties.emplace_back(property, std::string(value));
    if (node.parent != kNoNode) {
      one.parent = tree.node(node.parent).key;
      loose[one.parent].children.push_back(node.key);
    }
    loose[node.key] = std::move(one);
  }
  return loose;
}

void build(const LooseTree& loose, NodeKey key, TreeBuilder& builder) {
  const LooseNode& node = loose.at(key);
  builder.open(key, node.role);
  builder.last().look = node.look;
  builder.last().level = node.level;
  builder.last().states = node.states;
  builder.set_text(node.text);
  builder.set_value(node.value);
  for (const auto& [property, value] : node.properties) builder.set_property(property, value);
  for (const NodeKey child : node.children) build(loose, child, builder);
  builder.close();
}

void remove_subtree(LooseTree& loose, NodeKey key) {
  const auto found = loose.find(key);
  if (found == loose.end()) return;
  const std::vector<NodeKey> children = found->second.children;
  loose.erase(found);
  for (const NodeKey child : children) remove_subtree(loose, child);
}

bool detach(LooseTree& loose, NodeKey key) {
  const auto found = loose.find(key);
  const auto parent = found == loose.end() ? loose.end() : loose.find(found->second.parent);
  if (parent == loose.end()) return false;
  auto& siblings = parent->second.children;
  siblings.erase(std::remove(siblings.begin(), siblings.end(), key), siblings.end());
  return true;
}

bool attach(LooseTree& loose, NodeKey parent, NodeKey previous, NodeKey key) {
  const auto found = loose.find(parent);
  if (found == loose.end()) return false;
  auto& siblings = found->second.children;
  auto place = siblings.begin();
  if (previous != NodeKey{}) {
    place = std::find(siblings.begin(), siblings.end(), previous);
    if (place == siblings.end()) return false;
    ++place;
  }
  siblings.insert(place, key);
  loose[key].parent = parent;
  return true;
}

NodeKey previous_sibling(const Tree& tree, NodeIndex index) {
  NodeKey previous{};
  for (NodeIndex child = tree.node(index).parent + 1; child < index; child = tree.node(child).subtree_end) previous = tree.node(child).key;
  return previous;
}

bool apply_one(Reader& reader, LooseTree& loose) {
  switch (static_cast<ChangeKind>(reader.byte())) {
    case ChangeKind::Insert: {
      const NodeKey parent = reader.key();
      const NodeKey previous = reader.key();
      LooseNode node = reader.node();
      if (reader.failed() || node.key == NodeKey{} || loose.count(node.key) > 0) return false;
      const NodeKey key = node.key;
      loose[key] = std::move(node);
      return attach(loose, parent, previous, key);
    }
    case ChangeKind::Remove: {
      const NodeKey key = reader.key();
      if (reader.failed() || !detach(loose, key)) return false;
      remove_subtree(loose, key);
      return true;
    }
    case ChangeKind::Move: {
      const NodeKey key = reader.key();
      const NodeKey previous = reader.key();
      if (reader.failed() || previous == key || loose.count(key) == 0) return false;
      const NodeKey parent = loose[key].parent;
      if (parent == NodeKey{}) return false;  // the page itself has no siblings
      return detach(loose, key) && attach(loose, parent, previous, key);
    }
    case ChangeKind::Update: {
      LooseNode node = reader.node();
      const auto found = loose.find(node.key);
      if (reader.failed() || found == loose.end()) return false;
      node.children = std::move(found->second.children);
      node.parent = found->second.parent;
      found->second = std::move(node);
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::uint8_t> bytes_from_changes(const Tree& after, const Tree& before, const TreeChanges& changes) {
  Bytes bytes;
  bytes.byte(kVersion);
  for (const Change& change : changes.changes) {
    switch (change.kind) {
      case ChangeKind::Remove:
        bytes.byte(static_cast<std::uint8_t>(change.kind));
        bytes.key(before.node(change.old_index).key);
        break;
      case ChangeKind::Move:
        bytes.byte(static_cast<std::uint8_t>(change.kind));
        bytes.key(after.node(change.new_index).key);
        bytes.key(previous_sibling(after, change.new_index));
        break;
      case ChangeKind::Update:
        bytes.byte(static_cast<std::uint8_t>(change.kind));
        bytes.node(after, after.node(change.new_index));
        break;
      case ChangeKind::Insert:
        for (NodeIndex i = change.new_index; i < after.node(change.new_index).subtree_end; ++i) {
          bytes.byte(static_cast<std::uint8_t>(change.kind));
          bytes.key(after.node(after.node(i).parent).key);
          bytes.key(previous_sibling(after, i));
          bytes.node(after, after.node(i));
        }
        break;
    }
  }
  return std::move(bytes.out);
}

Outcome apply_change_bytes(const std::vector<std::uint8_t>& bytes, Tree& tree) {
  const auto broken = [] { return Error{ErrorKind::MalformedData, "tree changes", "truncated, unknown or contradictory", NextStep::TryAgain}; };
  Reader reader(bytes);
  if (reader.byte() != kVersion || tree.size() == 0) return broken();
  LooseTree loose = loose_from(tree);
  while (!reader.at_end()) {
    if (!apply_one(reader, loose) || reader.failed()) return broken();
  }
  const NodeKey root = tree.node(0).key;
  if (loose.count(root) == 0) return broken();
  const std::string title = tree.title;
  const std::string language = tree.language;
  const std::string direction = tree.direction;
  TreeBuilder builder(tree);
  build(loose, root, builder);
  builder.finish();
  tree.title = title;
  tree.language = language;
  tree.direction = direction;
  return Done{};
}

}  // namespace stadttor::semantics
