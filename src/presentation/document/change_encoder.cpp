#include "presentation/document/change_encoder.h"

#include <algorithm>

namespace stadttor::presentation::document {

using semantics::ChangeKind;
using semantics::kNoNode;
using semantics::Node;
using semantics::NodeIndex;
using semantics::Tree;

enum class ChangeEncoder::Operation : std::uint8_t {
  Create = 1, SetText, SetAttribute, RemoveAttribute, Remove, Move, SetValue, SetChecked, Hydrate, Focus, Announce,
  SetDocument, PushUrl, ReplaceUrl, ScrollToTop, RestoreScroll, ScrollTo, ShowModal, CloseModal, Rebuild, OpenUrl,
  SetView, ForgetView, Speak, Print, SaveFile, AskBeforeLeaving,
};

namespace {

// Length in UTF-16 code units, which is how the browser side slices the decoded run.
std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

void put_u32(std::vector<std::uint8_t>& bytes, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

bool has_child_part(const Fragment& fragment, PartId id) {
  return std::any_of(fragment.parts().begin(), fragment.parts().end(),
                     [id](const Part& part) { return part.parent == id && part.id != id; });
}

// The part's previous sibling among the parts: what a new part, or the first child node, goes behind.
PartId part_before(const Fragment& fragment, const Part& part) {
  PartId before = kNoPart;
  for (const Part& other : fragment.parts()) {
    if (other.id == part.id) break;
    if (other.parent == part.parent) before = other.id;
  }
  return before;
}

PartId last_part_in(const Fragment& fragment, PartId parent) {
  PartId last = kNoPart;
  for (const Part& part : fragment.parts()) {
    if (part.parent == parent) last = part.id;
  }
  return last;
}

}  // namespace

void ChangeEncoder::put(Operation operation) { operations_.push_back(static_cast<std::uint8_t>(operation)); }

void ChangeEncoder::put_number(std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) operations_.push_back(static_cast<std::uint8_t>(number | 0x80));
  operations_.push_back(static_cast<std::uint8_t>(number));
}

void ChangeEncoder::put_string(std::string_view text) {
  put_number(utf16_length(text));
  strings_.append(text);
}

void ChangeEncoder::adopt(const Tree& tree) {
  shown_ = tree;
  numbers_ = next_numbers_;
  has_shown_ = true;
}

void ChangeEncoder::hydrate(const Tree& tree) {
  next_numbers_.resize(tree.size());
  put(Operation::Hydrate);
  put_number(tree.size());
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    next_numbers_[index] = ++last_number_;
    fragment_from_node(tree, index, new_fragment_);
    std::uint8_t mask = 0;
    for (const Part& part : new_fragment_.parts()) mask = static_cast<std::uint8_t>(mask | (1U << part.id));
    put_element(next_numbers_[index], kRootPart);
    put_byte(mask);
    put_string(short_key(tree.node(index).key));
  }
  adopt(tree);
}

void ChangeEncoder::rebuild(const Tree& tree) {
  next_numbers_.assign(tree.size(), 0);
  put(Operation::Rebuild);
  create_subtree(tree, 0, 0, 0);
  set_document(tree.title, tree.language, tree.direction);
  adopt(tree);
}

void ChangeEncoder::update(const Tree& tree, semantics::NodeKey focused) {
  semantics::compare_trees(shown_, tree, focused, changes_);
  next_numbers_.assign(tree.size(), 0);
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    if (changes_.continued[index] != kNoNode) next_numbers_[index] = numbers_[changes_.continued[index]];
  }
  // Where a child goes: behind the root part of its previous sibling, or behind the parts that lead its parent's slot.
  const auto place_of = [&](NodeIndex index, std::uint32_t& parent_element, std::uint32_t& after_element) {
    const NodeIndex parent = tree.node(index).parent;
    fragment_from_node(tree, parent, new_fragment_);
    const PartId slot = new_fragment_.slot == kNoPart ? kRootPart : new_fragment_.slot;
    parent_element = next_numbers_[parent] * kPartLimit + slot;
    NodeIndex previous = kNoNode;
    for (NodeIndex child = parent + 1; child < index; child = tree.node(child).subtree_end) previous = child;
    const PartId leading = last_part_in(new_fragment_, slot);
    after_element = previous != kNoNode  ? next_numbers_[previous] * kPartLimit
                    : leading != kNoPart ? next_numbers_[parent] * kPartLimit + leading
                                         : 0;
  };
  for (const semantics::Change& change : changes_.changes) {
    std::uint32_t parent_element = 0;
    std::uint32_t after_element = 0;
    switch (change.kind) {
      case ChangeKind::Remove:
        put(Operation::Remove);
        put_element(numbers_[change.old_index], kRootPart);
        break;
      case ChangeKind::Insert:
        place_of(change.new_index, parent_element, after_element);
        create_subtree(tree, change.new_index, parent_element, after_element);
        break;
      case ChangeKind::Move:
        place_of(change.new_index, parent_element, after_element);
        put(Operation::Move);
        put_element(next_numbers_[change.new_index], kRootPart);
        put_number(parent_element);
        put_number(after_element);
        break;
      case ChangeKind::Update:
        update_fragment(shown_, change.old_index, tree, change.new_index, next_numbers_[change.new_index]);
        break;
    }
  }
  open_and_close_dialogs(tree);
  if (tree.title != shown_.title || tree.language != shown_.language || tree.direction != shown_.direction) {
    set_document(tree.title, tree.language, tree.direction);
  }
  adopt(tree);
}

void ChangeEncoder::create_subtree(const Tree& tree, NodeIndex root, std::uint32_t parent, std::uint32_t after) {
  create_fragment(tree, root, parent, after);
  const PartId slot = new_fragment_.slot == kNoPart ? kRootPart : new_fragment_.slot;
  const std::uint32_t slot_element = next_numbers_[root] * kPartLimit + slot;
  const PartId leading = last_part_in(new_fragment_, slot);
  std::uint32_t behind = leading == kNoPart ? 0 : next_numbers_[root] * kPartLimit + leading;
  for (NodeIndex child = root + 1; child < tree.node(root).subtree_end; child = tree.node(child).subtree_end) {
    create_subtree(tree, child, slot_element, behind);
    behind = next_numbers_[child] * kPartLimit;
  }
}

void ChangeEncoder::create_fragment(const Tree& tree, NodeIndex index, std::uint32_t parent, std::uint32_t after) {
  const std::uint32_t number = ++last_number_;
  next_numbers_[index] = number;
  fragment_from_node(tree, index, new_fragment_);
  for (const Part& part : new_fragment_.parts()) {
    if (part.id == kRootPart) {
      create_part(new_fragment_, part, number, parent, after);
    } else {
      const PartId before = part_before(new_fragment_, part);
      create_part(new_fragment_, part, number, number * kPartLimit + part.parent,
                  before == kNoPart ? 0 : number * kPartLimit + before);
    }
  }
}

void ChangeEncoder::create_part(const Fragment& fragment, const Part& part, std::uint32_t number, std::uint32_t parent,
                                std::uint32_t after) {
  put(Operation::Create);
  put_byte(static_cast<std::uint8_t>(part.tag));
  put_element(number, part.id);
  put_number(parent);
  put_number(after);
  for (std::uint32_t i = 0; i < part.attribute_count; ++i) {
    const Attribute& attribute = fragment.attributes_of(part)[i];
    put(Operation::SetAttribute);
    put_element(number, part.id);
    put_byte(static_cast<std::uint8_t>(attribute.name));
    put_string(attribute.value);
  }
  if (!part.text.empty()) {
    put(Operation::SetText);
    put_element(number, part.id);
    put_string(part.text);
  }
}

void ChangeEncoder::update_fragment(const Tree& old_tree, NodeIndex old_index, const Tree& tree, NodeIndex index,
                                    std::uint32_t number) {
  fragment_from_node(old_tree, old_index, old_fragment_);
  fragment_from_node(tree, index, new_fragment_);
  for (const Part& old_part : old_fragment_.parts()) {
    const Part* part = new_fragment_.find(old_part.id);
    if (part != nullptr && part->tag == old_part.tag) continue;
    put(Operation::Remove);
    put_element(number, old_part.id);
  }
  for (const Part& part : new_fragment_.parts()) {
    const Part* old_part = old_fragment_.find(part.id);
    if (old_part != nullptr && old_part->tag == part.tag) {
      update_part(old_fragment_, *old_part, new_fragment_, part, number);
      continue;
    }
    const PartId before = part_before(new_fragment_, part);
    create_part(new_fragment_, part, number, number * kPartLimit + part.parent,
                before == kNoPart ? 0 : number * kPartLimit + before);
  }
}

void ChangeEncoder::update_part(const Fragment& before, const Part& old_part, const Fragment& after, const Part& part,
                                std::uint32_t number) {
  const Attribute* old_attributes = before.attributes_of(old_part);
  const Attribute* attributes = after.attributes_of(part);
  const auto has = [](const Attribute* list, std::uint32_t count, AttributeName name) {
    return std::any_of(list, list + count, [name](const Attribute& attribute) { return attribute.name == name; });
  };
  for (std::uint32_t i = 0; i < old_part.attribute_count; ++i) {
    if (has(attributes, part.attribute_count, old_attributes[i].name)) continue;
    if (old_attributes[i].name == AttributeName::Checked) {
      put(Operation::SetChecked);
      put_element(number, part.id);
      put_byte(0);
    } else if (old_attributes[i].name == AttributeName::Value && part.id == after.control) {
      put(Operation::SetValue);
      put_element(number, part.id);
      put_string({});
    }
    put(Operation::RemoveAttribute);
    put_element(number, part.id);
    put_byte(static_cast<std::uint8_t>(old_attributes[i].name));
  }
  for (std::uint32_t i = 0; i < part.attribute_count; ++i) {
    const Attribute& attribute = attributes[i];
    if (has(old_attributes, old_part.attribute_count, attribute.name) &&
        before.attribute_of(old_part, attribute.name) == attribute.value) {
      continue;
    }
    if (attribute.name == AttributeName::Value && part.id == after.control && part.tag == Tag::Input) {
      put(Operation::SetValue);
      put_element(number, part.id);
      put_string(attribute.value);
      continue;
    }
    if (attribute.name == AttributeName::Checked) {
      put(Operation::SetChecked);
      put_element(number, part.id);
      put_byte(1);
      continue;
    }
    put(Operation::SetAttribute);
    put_element(number, part.id);
    put_byte(static_cast<std::uint8_t>(attribute.name));
    put_string(attribute.value);
  }
  if (old_part.text == part.text) return;
  // Text of its own beside parts there is not; where it gives way to new parts, it goes before they come.
  if (has_child_part(after, part.id) && has_child_part(before, part.id)) return;
  put(part.tag == Tag::Textarea ? Operation::SetValue : Operation::SetText);
  put_element(number, part.id);
  put_string(part.text);
}

semantics::NodeKey ChangeEncoder::key_of_handle(std::uint32_t handle) const {
  const std::uint32_t number = handle / kPartLimit;
  for (NodeIndex index = 0; index < shown_.size(); ++index) {
    if (numbers_[index] == number) return shown_.node(index).key;
  }
  return {};
}

std::uint32_t ChangeEncoder::handle_of_key(semantics::NodeKey key) const {
  const NodeIndex index = shown_.find(key);
  return index == semantics::kNoNode ? 0 : numbers_[index] * kPartLimit;
}

const std::vector<std::uint8_t>& ChangeEncoder::take() {
  list_.clear();
  put_u32(list_, operations_.size());
  put_u32(list_, strings_.size());
  list_.insert(list_.end(), operations_.begin(), operations_.end());
  list_.insert(list_.end(), strings_.begin(), strings_.end());
  operations_.clear();
  strings_.clear();
  return list_;
}

// A dialog is open while it has the state Expanded; the browser makes the rest of the page inert meanwhile.
void ChangeEncoder::open_and_close_dialogs(const Tree& tree) {
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    if (tree.node(index).role != semantics::Role::Dialog) continue;
    const NodeIndex before = changes_.continued[index];
    const bool was_open = before != kNoNode && shown_.node(before).has(semantics::State::Expanded);
    const bool is_open = tree.node(index).has(semantics::State::Expanded);
    if (was_open == is_open) continue;
    put(is_open ? Operation::ShowModal : Operation::CloseModal);
    put_element(next_numbers_[index], kRootPart);
  }
}

// Document-wide operations.

void ChangeEncoder::focus(semantics::NodeKey key) {
  const NodeIndex index = shown_.find(key);
  if (index == kNoNode) return;
  fragment_from_node(shown_, index, new_fragment_);
  put(Operation::Focus);
  put_element(numbers_[index], new_fragment_.control == kNoPart ? kRootPart : new_fragment_.control);
}

void ChangeEncoder::announce(std::string_view text, bool is_assertive) {
  put(Operation::Announce);
  put_byte(is_assertive ? 1 : 0);
  put_string(text);
}

void ChangeEncoder::set_document(std::string_view title, std::string_view language, std::string_view direction) {
  put(Operation::SetDocument);
  put_string(title);
  put_string(language);
  put_string(direction);
}

void ChangeEncoder::push_url(std::string_view url) {
  put(Operation::PushUrl);
  put_string(url);
}

void ChangeEncoder::replace_url(std::string_view url) {
  put(Operation::ReplaceUrl);
  put_string(url);
}

void ChangeEncoder::scroll_to_top() { put(Operation::ScrollToTop); }

void ChangeEncoder::restore_scroll() { put(Operation::RestoreScroll); }

void ChangeEncoder::scroll_to(std::string_view anchor) {
  put(Operation::ScrollTo);
  put_string(anchor);
}

void ChangeEncoder::open_url(std::string_view url) {
  put(Operation::OpenUrl);
  put_string(url);
}

void ChangeEncoder::set_view(std::string_view name, std::string_view value) {
  put(Operation::SetView);
  put_string(name);
  put_string(value);
}

void ChangeEncoder::forget_view() { put(Operation::ForgetView); }

void ChangeEncoder::speak(std::string_view language, std::string_view text) {
  put(Operation::Speak);
  put_string(language);
  put_string(text);
}

void ChangeEncoder::print() { put(Operation::Print); }

void ChangeEncoder::save_file(std::string_view name, std::string_view content) {
  put(Operation::SaveFile);
  put_string(name);
  put_string(content);
}

void ChangeEncoder::ask_before_leaving(bool is_wanted) {
  put(Operation::AskBeforeLeaving);
  put_byte(is_wanted ? 1 : 0);
}

}  // namespace stadttor::presentation::document
