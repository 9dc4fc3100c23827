#include "presentation/imgui/presenter.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "presentation/imgui/activation.h"

namespace stadttor::presentation::imgui {

using semantics::ActionKind;
using semantics::ActionQueue;
using semantics::kNoNode;
using semantics::Node;
using semantics::NodeIndex;
using semantics::NodeKey;
using semantics::Property;
using semantics::Role;
using semantics::State;

namespace {

constexpr float kRem = kRemOfPage;
constexpr float kAboveField = 4;  // in rem: its label

constexpr ImGuiWindowFlags kWindow = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus;

std::vector<std::string> changed_announcements(const semantics::Tree& before, const semantics::Tree& after) {
  std::vector<std::string> changed;
  for (NodeIndex index = 0; index < after.size(); ++index) {
    const Node& node = after.node(index);
    if (node.role != Role::Status || node.text.size == 0) continue;
    const NodeIndex old = before.find(node.key);
    if (old == kNoNode || before.text_of(before.node(old)) != after.text_of(node)) changed.emplace_back(after.text_of(node));
  }
  return changed;
}

}  // namespace

Presenter::Presenter(const FontSet& fonts, Rasterize pictures, PictureShape shape_of, std::string name)
    : name_(std::move(name)), fonts_(fonts), pictures_(std::move(pictures)), shape_of_(std::move(shape_of)), scenes_(fonts) {}

void Presenter::set_theme(const Theme& theme) {
  theme_ = theme;
  needs_layout_ = true;
  wake();
}

void Presenter::set_text_size(float share) {
  text_size_ = share;
  needs_layout_ = true;
  wake();
}

void Presenter::set_covered(float height) {
  if (height == covered_) return;
  covered_ = height;
  needs_layout_ = true;
  has_to_show_focus_ = true;
  wake();
}

float Presenter::height() const { return std::max(1.0F, ImGui::GetIO().DisplaySize.y - covered_); }

void Presenter::show(semantics::Tree tree) {
  announcements_ = changed_announcements(tree_, tree);
  tree_ = std::move(tree);
  scenes_.follow(tree_);
  needs_layout_ = true;
  wake();
  const NodeIndex field = focused();
  if (field == kNoNode) {
    editor_.end();
  } else if (editor_.is_editing(focused_)) {
    editor_.take_over(tree_.value_of(tree_.node(field)));
  }
}

// A field with its label at the top of what is left of the window, so that below it is room for what it suggests.
void Presenter::show_field_in_the_rest() {
  const NodeIndex field = focused();
  if (field == kNoNode || covered_ == 0 || targets_->layer_of(field) == Layer::Window) return;
  scroll_ = std::clamp(targets_->rect_of(field).y - kAboveField * kRemOfPage * text_size_, 0.0F, scroll_limit());
}

NodeIndex Presenter::node_of(NodeKey key) const { return key == NodeKey{} ? kNoNode : tree_.find(key); }

NodeIndex Presenter::focused() const { return node_of(focused_); }

void Presenter::focus(NodeKey key) {
  wanted_focus_ = key;
  wake();
}

void Presenter::scroll_to(std::string_view anchor) {
  if (!anchor.empty() && anchor.front() == '#') anchor.remove_prefix(1);
  wanted_anchor_ = anchor;
  wake();
}

// Not before the tree that was shown last is laid out: until then nothing is known of its nodes but their keys.
void Presenter::go_where_wanted() {
  const NodeIndex wanted = node_of(std::exchange(wanted_focus_, {}));
  if (wanted != kNoNode) {
    set_focus(wanted);
    scroll_into_view(wanted);
  }
  const std::string anchor = std::exchange(wanted_anchor_, {});
  for (NodeIndex index = 0; !anchor.empty() && index < tree_.size(); ++index) {
    if (tree_.property_of(tree_.node(index), Property::Anchor) != anchor) continue;
    scroll_ = std::min(targets_->rect_of(index).y, scroll_limit());
    // From there the Tab key goes on.
    return set_focus(index);
  }
}

void Presenter::forget() {
  is_open_.clear();
  focused_ = {};
  shows_focus_ = false;
  is_pointing_ = false;
  editor_.end();
  scroll_ = 0;
  pressed_ = {};
  held_scene_ = {};
  wanted_focus_ = {};
  wanted_anchor_.clear();
  needs_layout_ = true;
}

ActionQueue Presenter::frame() {
  const ImGuiIO& io = ImGui::GetIO();
  if (frames_to_come_ > 0) --frames_to_come_;
  if (needs_layout_ || laid_out_width_ != io.DisplaySize.x || laid_out_height_ != height()) lay_out();
  go_where_wanted();
  if (std::exchange(has_to_show_focus_, false)) show_field_in_the_rest();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({io.DisplaySize.x, height()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin(name_.c_str(), nullptr, kWindow);
  // What is shown later in a frame lies above, whichever was there first.
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  if (!is_inert_) {
    answer_scrolling();
    answer_pointer();
    answer_keys();
    hover_scene();
  }
  if (needs_layout_) lay_out();
  if (scenes_.told_focus() != focused_) scenes_.place(tree_, page_, focused_);
  if (scenes_.advance(static_cast<double>(io.DeltaTime))) wake();
  PageView view;
  view.scroll = scroll_;
  view.height = height();
  view.scale = io.DisplayFramebufferScale.x;
  view.under_pointer = is_dragging_ || is_inert_ ? std::vector<NodeIndex>() : chain_of(under_pointer());
  view.focused = shows_focus_ ? focused() : kNoNode;
  view.being_edited = editor_.is_editing(focused_) ? focused() : kNoNode;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  view.paint_scene = [this, &list](const Box& box, const Rect& rect) { paint_scene(list, box, rect); };
  if (veil_ != kNoColour) list.AddRectFilled({0, 0}, io.DisplaySize, veil_);
  paint_page(list, page_, fonts_, pictures_, view);
  if (!is_inert_) edit_field();
  ImGui::End();
  ImGui::PopStyleVar();
  return std::exchange(actions_, {});
}

void Presenter::lay_out() {
  const ImGuiIO& io = ImGui::GetIO();
  const PageMeasures measures{io.DisplaySize.x, kRem * text_size_};
  styles_ = box_styles_from_tree(tree_, theme_, measures);
  apply_local_states();
  const TextMeasure measure(fonts_);
  page_ = layout_page({tree_, styles_, measure, shape_of_, measures, height(), height(),
                       [this](NodeIndex scene) { return scenes_.above(tree_, scene); }});
  targets_ = std::make_unique<PageTargets>(tree_, page_);
  scenes_.place(tree_, page_, focused_);
  laid_out_width_ = io.DisplaySize.x;
  laid_out_height_ = height();
  needs_layout_ = false;
  scroll_ = std::min(scroll_, scroll_limit());
}

// What a browser would keep in its elements: an opened disclosure stays open until it is closed.
void Presenter::apply_local_states() {
  for (const auto& [key, is_open] : is_open_) {
    if (const NodeIndex index = tree_.find(key); index != kNoNode) styles_[index].is_open = is_open;
  }
  const NodeIndex skip_link = focused();
  if (skip_link != kNoNode && styles_[skip_link].placement == Placement::Skip) styles_[skip_link].is_open = true;
}

std::vector<NodeIndex> Presenter::chain_of(NodeIndex index) const {
  std::vector<NodeIndex> chain;
  for (NodeIndex at = index; at != kNoNode; at = tree_.node(at).parent) chain.push_back(at);
  // Text inside of a link is under the pointer with it.
  if (index != kNoNode) {
    for (NodeIndex part = index + 1; part < tree_.node(index).subtree_end; ++part) chain.push_back(part);
  }
  return chain;
}

void Presenter::queue(const ActionQueue& actions) { actions_.insert(actions_.end(), actions.begin(), actions.end()); }

void Presenter::set_focus(NodeIndex index) {
  const Node& node = tree_.node(index);
  if (focused_ != node.key) {
    const NodeIndex before = focused();
    // The page knows nothing of its drawings.
    if (before != kNoNode && tree_.node(before).role != Role::Scene) queue({{ActionKind::Blur, focused_, {}}});
    const auto is_skip_link = [this](NodeIndex at) { return at != kNoNode && styles_[at].placement == Placement::Skip; };
    if (is_skip_link(before) || is_skip_link(index)) needs_layout_ = true;
    focused_ = node.key;
    if (node.role != Role::Scene) queue({{ActionKind::Focus, focused_, {}}});
    editor_.end();
  }
  if (is_text_entry(node.role) && !node.has(State::ReadOnly) && !editor_.is_editing(focused_)) editor_.begin(node.key, tree_.value_of(node));
}

void Presenter::move_focus(int direction) {
  const auto& stops = targets_->stops();
  if (stops.empty()) return;
  const auto count = static_cast<int>(stops.size());
  const NodeIndex from = focused();
  // The first stop behind (or before) where the focus is, also when that is no stop itself.
  int next = direction > 0 ? 0 : count - 1;
  for (int i = 0; from != kNoNode && i < count; ++i) {
    const int at = direction > 0 ? i : count - 1 - i;
    const NodeIndex stop = stops[static_cast<std::size_t>(at)];
    if (direction > 0 ? stop > from : stop < from) {
      next = at;
      break;
    }
  }
  set_focus(stops[static_cast<std::size_t>(next)]);
  scroll_into_view(stops[static_cast<std::size_t>(next)]);
  shows_focus_ = true;
}

void Presenter::press(NodeIndex index) {
  const Node& node = tree_.node(index);
  if (node.role == Role::Disclosure || node.role == Role::Select) return toggle(index);
  if (node.role == Role::Option && tree_.node(node.parent).role == Role::Select) {
    queue(actions_of_press(tree_, index));
    return toggle(node.parent);
  }
  const std::string_view href = tree_.property_of(node, Property::Href);
  if (node.role == Role::Link && !href.empty() && href.front() == '#') return scroll_to(href);
  queue(actions_of_press(tree_, index));
}

void Presenter::toggle(NodeIndex index) {
  const NodeKey key = tree_.node(index).key;
  const bool is_open = !styles_[index].is_open;
  is_open_[key] = is_open;
  if (tree_.node(index).role == Role::Disclosure) queue({{is_open ? ActionKind::Open : ActionKind::Close, key, {}}});
  needs_layout_ = true;
  wake();
}

void Presenter::edit_field() {
  const NodeIndex field = focused();
  if (field == kNoNode || !editor_.is_editing(focused_)) return;
  const Node& node = tree_.node(field);
  Rect rect = targets_->rect_of(field);
  if (targets_->layer_of(field) != Layer::Window) rect.y -= scroll_;
  const bool is_password = tree_.property_of(node, Property::InputType) == "password";
  const EntryKind kind = node.role == Role::TextArea ? EntryKind::SeveralLines : is_password ? EntryKind::Password : EntryKind::OneLine;
  const auto outcome = editor_.draw(rect, control_style(styles_[field]), fonts_, kind,
                                    page_.is_right_to_left ? PageDirection::RightToLeft : PageDirection::LeftToRight);
  if (outcome.has_changed) queue({{ActionKind::SetValue, node.key, editor_.text()}});
  if (outcome.is_entered) queue(actions_of_enter(tree_, field));
  if (outcome.has_changed || outcome.is_entered) wake();
}

}  // namespace stadttor::presentation::imgui
