#include "presentation/document/fragment.h"

#include "presentation/document/fragment_families.h"

namespace stadttor::presentation::document {

using semantics::Role;

void Fragment::reset() {
  parts_.clear();
  attributes_.clear();
  kept_used_ = 0;
  slot = kRootPart;
  control = kNoPart;
}

Part& Fragment::add(PartId id, PartId parent, Tag tag) {
  Part part;
  part.id = id;
  part.parent = parent;
  part.tag = tag;
  part.first_attribute = static_cast<std::uint32_t>(attributes_.size());
  parts_.push_back(part);
  return parts_.back();
}

void Fragment::set(AttributeName name, std::string_view value) {
  if (value.empty() && name != AttributeName::Alt && name != AttributeName::Value) return;
  attributes_.push_back({name, value});
  ++parts_.back().attribute_count;
}

void Fragment::set_flag(AttributeName name, bool is_set) {
  if (!is_set) return;
  attributes_.push_back({name, {}});
  ++parts_.back().attribute_count;
}

void Fragment::set_text(std::string_view text) { parts_.back().text = text; }

std::string_view Fragment::kept(std::string text) {
  // Grown to its working size once: views into it must survive later additions.
  if (kept_.size() < 16) kept_.resize(16);
  if (kept_used_ == kept_.size()) return {};
  std::string& place = kept_[kept_used_++];
  place = std::move(text);
  return place;
}

const Part* Fragment::find(PartId id) const {
  for (const Part& part : parts_) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

std::string_view Fragment::attribute_of(const Part& part, AttributeName name) const {
  for (std::uint32_t i = 0; i < part.attribute_count; ++i) {
    const Attribute& attribute = attributes_of(part)[i];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

namespace {

std::string base36(std::uint64_t number, int digits) {
  std::string text(static_cast<std::size_t>(digits), '0');
  for (int i = digits; i-- > 0; number /= 36) {
    text[static_cast<std::size_t>(i)] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36];
  }
  return text;
}

}  // namespace

std::string element_id(semantics::NodeKey key, PartId part) {
  // 41 bits of the key: short in the page, and a clash within one page is out of reach.
  std::string id = "k" + base36(static_cast<std::uint64_t>(key), 8);
  if (part != kRootPart) id.append("-").push_back(static_cast<char>('0' + part));
  return id;
}

std::string short_key(semantics::NodeKey key) { return base36(static_cast<std::uint64_t>(key), 3); }

void fragment_from_node(const semantics::Tree& tree, semantics::NodeIndex index, Fragment& fragment) {
  fragment.reset();
  const NodeView view{tree, index, tree.node(index), fragment};
  switch (view.node.role) {
    case Role::Page:
    case Role::Banner:
    case Role::Navigation:
    case Role::Main:
    case Role::Complementary:
    case Role::ContentInfo:
    case Role::Search:
    case Role::Region:
    case Role::Form:
    case Role::Block:
    case Role::Dialog:
    case Role::Disclosure:
    case Role::TabList:
    case Role::Tab:
    case Role::TabPanel: return structure_fragment(view);
    case Role::Heading:
    case Role::Paragraph:
    case Role::Text:
    case Role::Strong:
    case Role::Emphasis:
    case Role::Time:
    case Role::Quotation:
    case Role::Separator:
    case Role::Link:
    case Role::Message:
    case Role::Status:
    case Role::Picture:
    case Role::Icon:
    case Role::Scene: return text_fragment(view);
    case Role::List:
    case Role::OrderedList:
    case Role::ListItem:
    case Role::DescriptionList:
    case Role::Term:
    case Role::Definition:
    case Role::Table:
    case Role::TableHead:
    case Role::TableBody:
    case Role::Row:
    case Role::ColumnHeader:
    case Role::RowHeader:
    case Role::Cell: return list_and_table_fragment(view);
    case Role::Button:
    case Role::TextField:
    case Role::TextArea:
    case Role::Checkbox:
    case Role::RadioGroup:
    case Role::RadioButton:
    case Role::Select:
    case Role::Option:
    case Role::ComboBox:
    case Role::ListBox:
    case Role::FileField:
    case Role::Group:
    case Role::Progress:
    case Role::Meter: return control_fragment(view);
  }
}

}  // namespace stadttor::presentation::document
