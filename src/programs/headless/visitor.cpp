#include "programs/headless/visitor.h"

namespace stadttor::headless {

using portal::EffectKind;
using semantics::ActionKind;
using semantics::kNoNode;
using semantics::Node;
using semantics::NodeIndex;
using semantics::Role;

Visitor::Visitor(platform::HttpClient& http, platform::Clock& clock, std::function<bool()> poll, std::string data_path)
    : http_(http), clock_(clock), poll_(std::move(poll)), data_path_(std::move(data_path)), desk_(http, clock) {}

void Visitor::opens(std::string_view path) {
  portal::VisitFacts facts;
  facts.url = path;
  facts.data_path = data_path_;
  facts.can_read_aloud = true;
  history_ = {std::string(path)};
  effects_.clear();
  portal_ = std::make_unique<portal::Portal>(portal::PortalPorts{http_, clock_, *this, desk_.make()}, facts);
  settles();
}

bool Visitor::goes_back() {
  if (history_.size() < 2) return false;
  history_.pop_back();
  portal_->open_from_history(history_.back());
  return settles();
}

bool Visitor::settles() {
  constexpr int kRoundLimit = 200;
  for (int round = 0; round < kRoundLimit; ++round) {
    wants_frame_ = false;
    portal_->settle();
    const bool is_desk_busy = desk_.go_on();
    const bool is_busy = poll_() || is_desk_busy;
    if (!is_busy && !wants_frame_) return true;
  }
  log_.emplace_back("the page did not come to rest within 200 rounds");
  return false;
}

void Visitor::show(const semantics::Tree& tree, const std::vector<portal::Effect>& effects) {
  shown_ = tree;
  for (const portal::Effect& effect : effects) {
    if (effect.kind == EffectKind::PushUrl) history_.push_back(effect.text);
    if (effect.kind == EffectKind::ReplaceUrl) history_.back() = effect.text;
    effects_.push_back(effect);
  }
}

// "Wurftag > Tag": what is called "Tag" within what is called "Wurftag"; "*": whatever it is called.
NodeIndex Visitor::find(std::string_view role, std::string_view name) const {
  constexpr std::string_view kWithin = " > ";
  NodeIndex begin = 0;
  NodeIndex end = static_cast<NodeIndex>(shown_.size());
  for (std::size_t at = name.find(kWithin); at != std::string_view::npos; at = name.find(kWithin)) {
    const std::string_view outer = name.substr(0, at);
    while (begin < end && !(shown_.name_of(begin) == outer && shown_.node(begin).children > 0)) ++begin;
    if (begin == end) return kNoNode;
    end = shown_.node(begin).subtree_end;
    ++begin;
    name.remove_prefix(at + kWithin.size());
  }
  for (NodeIndex index = begin; index < end; ++index) {
    const Node& node = shown_.node(index);
    if (node.has(semantics::State::Hidden)) continue;
    if (semantics::role_name(node.role) == role && (name == "*" || shown_.name_of(index) == name)) return index;
  }
  return kNoNode;
}

bool Visitor::presses(std::string_view role, std::string_view name) {
  const NodeIndex index = find(role, name);
  if (index == kNoNode || shown_.node(index).has(semantics::State::Disabled)) return false;
  portal_->act({ActionKind::Press, shown_.node(index).key, {}});
  return settles();
}

bool Visitor::types(std::string_view label, std::string_view text) {
  for (const Role role : {Role::TextField, Role::ComboBox, Role::TextArea}) {
    const NodeIndex index = find(semantics::role_name(role), label);
    if (index == kNoNode) continue;
    portal_->act({ActionKind::Focus, shown_.node(index).key, {}});
    portal_->act({ActionKind::SetValue, shown_.node(index).key, std::string(text)});
    return settles();
  }
  return false;
}

bool Visitor::chooses_file(std::string_view label, std::string_view told) {
  const NodeIndex index = find(semantics::role_name(Role::FileField), label);
  if (index == kNoNode) return false;
  portal_->act({ActionKind::SetValue, shown_.node(index).key, std::string(told)});
  return settles();
}

bool Visitor::chooses(std::string_view label, std::string_view option) {
  for (NodeIndex index = 0; index < shown_.size(); ++index) {
    const Node& node = shown_.node(index);
    if ((node.role != Role::RadioGroup && node.role != Role::Select) || shown_.name_of(index) != label) continue;
    for (NodeIndex at = index + 1; at < node.subtree_end; ++at) {
      if (shown_.text_of(shown_.node(at)) != option) continue;
      portal_->act({ActionKind::Choose, node.key, std::string(shown_.value_of(shown_.node(at)))});
      return settles();
    }
  }
  return false;
}

bool Visitor::checks(std::string_view label) { return sets_checked(label, true); }

bool Visitor::unchecks(std::string_view label) { return sets_checked(label, false); }

bool Visitor::sets_checked(std::string_view label, bool is_checked) {
  const NodeIndex index = find(semantics::role_name(Role::Checkbox), label);
  if (index == kNoNode || shown_.node(index).has(semantics::State::Checked) == is_checked) return false;
  portal_->act({ActionKind::SetChecked, shown_.node(index).key, is_checked ? "1" : "0"});
  return settles();
}

bool Visitor::submits() {
  for (NodeIndex index = 0; index < shown_.size(); ++index) {
    const Role role = shown_.node(index).role;
    if (role != Role::Search && role != Role::Form) continue;
    portal_->act({ActionKind::Submit, shown_.node(index).key, {}});
    return settles();
  }
  return false;
}

bool Visitor::sees(std::string_view role, std::string_view name) const { return find(role, name) != kNoNode; }

bool Visitor::reads(std::string_view text) const {
  for (NodeIndex index = 0; index < shown_.size(); ++index) {
    if (shown_.node(index).has(semantics::State::Hidden)) continue;
    if (shown_.name_of(index).find(text) != std::string::npos) return true;
    if (shown_.value_of(shown_.node(index)).find(text) != std::string_view::npos) return true;
    for (const semantics::Property told : {semantics::Property::Hint, semantics::Property::Error}) {
      if (shown_.property_of(shown_.node(index), told).find(text) != std::string_view::npos) return true;
    }
  }
  return false;
}

}  // namespace stadttor::headless
