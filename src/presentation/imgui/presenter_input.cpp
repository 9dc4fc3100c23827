// What pointer and keys do: the presenter's answers to ImGui's input.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "presentation/imgui/activation.h"
#include "presentation/imgui/presenter.h"

namespace stadttor::presentation::imgui {

using semantics::ActionKind;
using semantics::kNoNode;
using semantics::NodeIndex;
using semantics::Role;
using semantics::State;

namespace {

constexpr float kWheelStep = 100;
constexpr float kDragDistance = 10;  // a finger that moves less has pressed
constexpr float kArrowStep = 48;

bool is_typed(ImGuiKey key) { return ImGui::IsKeyPressed(key, true); }

}  // namespace

float Presenter::scroll_limit() const { return std::max(0.0F, page_.height - laid_out_height_); }

void Presenter::scroll_into_view(NodeIndex index) {
  if (targets_ == nullptr || !targets_->is_shown(index) || targets_->layer_of(index) == Layer::Window) return;
  const Rect rect = targets_->rect_of(index);
  const float margin = 1.5F * kRemOfPage * text_size_;
  if (rect.y - margin < scroll_) scroll_ = std::max(0.0F, rect.y - margin);
  if (rect.bottom() + margin > scroll_ + laid_out_height_) {
    scroll_ = std::min({scroll_limit(), rect.bottom() + margin - laid_out_height_, std::max(0.0F, rect.y - margin)});
  }
}

void Presenter::answer_scrolling() {
  const ImGuiIO& io = ImGui::GetIO();
  float by = io.MouseWheel == 0 || wheel_scene() ? 0 : -io.MouseWheel * kWheelStep;
  const NodeIndex pressed = node_of(pressed_);
  const bool selects_text = pressed != kNoNode && is_text_entry(tree_.node(pressed).role);
  const bool holds_scene = held_scene_ != semantics::NodeKey{};
  if (ImGui::IsMouseDragging(ImGuiMouseButton_Left, kDragDistance) && !selects_text && !holds_scene) {
    // As with a finger: the page follows.
    is_dragging_ = true;
    by -= io.MouseDelta.y;
  }
  if (by == 0) return;
  scroll_ = std::clamp(scroll_ + by, 0.0F, scroll_limit());
  wake();
}

NodeIndex Presenter::under_pointer() const {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return pointer.y < height() ? targets_->at(pointer.x, pointer.y, scroll_) : kNoNode;
}

void Presenter::answer_pointer() {
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    const NodeIndex pressed = under_pointer();
    pressed_ = pressed == kNoNode ? semantics::NodeKey{} : tree_.node(pressed).key;
    is_dragging_ = false;
    is_pointing_ = true;
    // An option is chosen without taking the focus from its field, or the list would close before.
    const bool takes_focus = pressed != kNoNode && tree_.node(pressed).role != Role::Option;
    if (takes_focus) {
      shows_focus_ = is_text_entry(tree_.node(pressed).role);
      set_focus(pressed);
    }
    if (scene_of(pressed) != nullptr) hold_scene(pressed);
    wake();
  }
  move_scene();
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
  const NodeIndex released = under_pointer();
  const bool held_scene = held_scene_ != semantics::NodeKey{};
  if (held_scene) release_scene();
  if (!held_scene && !is_dragging_ && released != kNoNode && tree_.node(released).key == pressed_) press(released);
  pressed_ = {};
  is_dragging_ = false;
  wake();
}

void Presenter::answer_keys() {
  const NodeIndex index = focused();
  const bool is_typing = index != kNoNode && editor_.is_editing(focused_);
  if (is_typed(ImGuiKey_Tab)) {
    is_pointing_ = false;
    move_focus(ImGui::GetIO().KeyShift ? -1 : 1);
    wake();
    return;
  }
  if (answer_scene_keys()) return;
  answer_arrows();
  if (index == kNoNode) return;
  const Role role = tree_.node(index).role;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    if (role == Role::ComboBox && tree_.node(index).has(State::Expanded)) queue({{ActionKind::Close, focused_, {}}});
    if ((role == Role::Select || role == Role::Disclosure) && styles_[index].is_open) toggle(index);
  }
  if (is_typing) return;
  const bool enters = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  const bool presses_space = ImGui::IsKeyPressed(ImGuiKey_Space, false) && role != Role::Link;
  if (!enters && !presses_space) return;
  shows_focus_ = true;
  press(index);
  wake();
}

void Presenter::answer_arrows() {
  const int down = (is_typed(ImGuiKey_DownArrow) ? 1 : 0) - (is_typed(ImGuiKey_UpArrow) ? 1 : 0);
  const int beside = (is_typed(ImGuiKey_RightArrow) ? 1 : 0) - (is_typed(ImGuiKey_LeftArrow) ? 1 : 0);
  const int pages = (is_typed(ImGuiKey_PageDown) ? 1 : 0) - (is_typed(ImGuiKey_PageUp) ? 1 : 0);
  if (down == 0 && beside == 0 && pages == 0) return;
  wake();
  const NodeIndex index = focused();
  const Role role = index == kNoNode ? Role::Page : tree_.node(index).role;
  const bool takes_both = role == Role::RadioButton;
  const bool takes_down = takes_both || role == Role::ComboBox || role == Role::Select;
  const bool takes_beside = takes_both || role == Role::Tab;
  const int towards_end = page_.is_right_to_left ? -beside : beside;
  const int direction = takes_down && down != 0 ? down : takes_beside ? towards_end : 0;
  if (direction != 0) {
    const NodeIndex neighbour = neighbour_of(tree_, index, direction);
    queue(actions_of_arrow(tree_, index, direction));
    if (neighbour != kNoNode) {
      set_focus(neighbour);
      scroll_into_view(neighbour);
    }
    shows_focus_ = true;
    return;
  }
  if (role == Role::TextArea) return;
  const float by = static_cast<float>(down) * kArrowStep + static_cast<float>(pages) * 0.9F * laid_out_height_;
  scroll_ = std::clamp(scroll_ + by, 0.0F, scroll_limit());
}

}  // namespace stadttor::presentation::imgui
