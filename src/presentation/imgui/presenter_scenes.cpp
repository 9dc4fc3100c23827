// What pointer, wheel and keys do to the drawings on the page: the native counterpart of web/canvas/scene_gestures.js.
#include <imgui.h>

#include <utility>

#include "presentation/imgui/presenter.h"

namespace stadttor::presentation::imgui {

using semantics::ActionKind;
using semantics::kNoNode;
using semantics::NodeIndex;
using semantics::NodeKey;
using semantics::Role;
using view::SceneKey;

namespace {

constexpr std::int64_t kPointer = 1;  // there is one
// One notch of a wheel, as browsers tell them.
constexpr float kStepsANotch = 100.0F / 240;

struct SceneCharacter {
  ImWchar character;
  SceneKey key;
};
constexpr SceneCharacter kCharacters[] = {{'+', SceneKey::ZoomIn}, {'=', SceneKey::ZoomIn}, {'-', SceneKey::ZoomOut}, {'0', SceneKey::ShowAll}};

struct SceneStroke {
  ImGuiKey pressed;
  SceneKey key;
};
constexpr SceneStroke kStrokes[] = {{ImGuiKey_LeftArrow, SceneKey::Left}, {ImGuiKey_RightArrow, SceneKey::Right}, {ImGuiKey_UpArrow, SceneKey::Up},
                                  {ImGuiKey_DownArrow, SceneKey::Down}, {ImGuiKey_Home, SceneKey::First},       {ImGuiKey_End, SceneKey::Last},
                                  {ImGuiKey_Escape, SceneKey::Dismiss}};

bool is_pressed_by_choice(Role role) { return role == Role::Button || role == Role::Checkbox || role == Role::RadioButton; }

}  // namespace

Scene* Presenter::scene_of(NodeIndex index) const {
  return index == kNoNode || tree_.node(index).role != Role::Scene ? nullptr : scenes_.find(tree_.node(index).key);
}

view::ScreenPoint Presenter::pointer_in_scene(NodeKey scene) const {
  const Rect rect = scenes_.rect_of(scene);
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return {static_cast<double>(pointer.x - rect.x), static_cast<double>(pointer.y + scroll_ - rect.y)};
}

std::optional<SceneKey> Presenter::scene_button_under_pointer(NodeKey key) const {
  Scene* scene = scenes_.find(key);
  if (scene == nullptr || scene->find_viewport() == nullptr) return {};
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return scene_button_at(buttons_of(key, scenes_.rect_of(key)), pointer.x, pointer.y + scroll_);
}

std::array<SceneButton, 3> Presenter::buttons_of(NodeKey scene, const Rect& drawing) const {
  const std::string_view kind = tree_.property_of(tree_.node(tree_.find(scene)), semantics::Property::SceneKind);
  return scene_buttons(drawing, button_corner(kind), kRemOfPage * text_size_, page_.is_right_to_left);
}

void Presenter::hold_scene(NodeIndex index) {
  held_scene_ = tree_.node(index).key;
  held_button_ = scene_button_under_pointer(held_scene_);
  if (!held_button_) scenes_.find(held_scene_)->press(kPointer, pointer_in_scene(held_scene_), ImGui::GetTime());
}

void Presenter::move_scene() {
  Scene* scene = scenes_.find(held_scene_);
  if (scene == nullptr || held_button_) return;
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  if (moved.x == 0 && moved.y == 0) return;
  scene->move(kPointer, pointer_in_scene(held_scene_), ImGui::GetTime());
  wake();
}

void Presenter::release_scene() {
  const NodeKey key = std::exchange(held_scene_, {});
  const auto button = std::exchange(held_button_, {});
  Scene* scene = scenes_.find(key);
  if (scene == nullptr) return;
  wake();
  if (button) {
    if (scene_button_under_pointer(key) == button) scene->key(*button);
    return;
  }
  if (!scene->release(kPointer, ImGui::GetTime())) return;
  const auto chosen = scene->node_at(pointer_in_scene(key));
  if (chosen) return choose_in_scene(node_of(*chosen));
  pick_in_scene(*scene, pointer_in_scene(key));
}

// A place where nothing stands, into the field that takes such.
bool Presenter::pick_in_scene(const Scene& scene, view::ScreenPoint at) {
  const auto picker = scene.picker();
  if (!picker) return false;
  queue({{ActionKind::SetValue, *picker, scene.picked_at(at)}});
  return true;
}

// As if its own control had been used; a link is only gone to, so that what it is can be read before it is followed.
void Presenter::choose_in_scene(NodeIndex index) {
  if (index == kNoNode) return;
  if (is_pressed_by_choice(tree_.node(index).role)) return press(index);
  set_focus(index);
  scroll_into_view(index);
  shows_focus_ = true;
}

// What the pointer is over is named.
void Presenter::hover_scene() {
  const NodeIndex under = under_pointer();
  const NodeKey over = scene_of(under) == nullptr || is_dragging_ ? NodeKey{} : tree_.node(under).key;
  if (hovered_scene_ != over) {
    if (Scene* before = scenes_.find(hovered_scene_)) before->hover({});
    hovered_scene_ = over;
  }
  Scene* scene = scenes_.find(over);
  if (scene == nullptr) return;
  scene->hover(scene_button_under_pointer(over) ? std::nullopt : scene->node_at(pointer_in_scene(over)));
}

// Who scrolls the page past a drawing wants to pass it; after a press on it the wheel is the drawing's.
bool Presenter::wheel_scene() {
  const ImGuiIO& io = ImGui::GetIO();
  const NodeIndex under = under_pointer();
  Scene* scene = scene_of(under);
  if (scene == nullptr || under != focused()) return false;
  scene->wheel(static_cast<double>(io.MouseWheel * kStepsANotch), pointer_in_scene(tree_.node(under).key));
  wake();
  return true;
}

bool Presenter::answer_scene_keys() {
  Scene* scene = scene_of(focused());
  const ImGuiIO& io = ImGui::GetIO();
  if (scene == nullptr || io.KeyCtrl || io.KeyAlt || io.KeySuper) return false;
  bool is_answered = false;
  for (const SceneStroke& stroke : kStrokes) {
    if (ImGui::IsKeyPressed(stroke.pressed, true)) is_answered = scene->key(stroke.key) || is_answered;
  }
  // Characters, because where plus stands on the keyboard is each keyboard's own.
  for (const ImWchar typed : io.InputQueueCharacters) {
    for (const SceneCharacter& character : kCharacters) {
      if (typed == character.character) is_answered = scene->key(character.key) || is_answered;
    }
  }
  const Rect rect = scenes_.rect_of(focused_);
  const bool picks_middle = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  if (picks_middle) is_answered = pick_in_scene(*scene, {rect.width / 2.0, rect.height / 2.0}) || is_answered;
  if (is_answered) wake();
  return is_answered;
}

void Presenter::paint_scene(ImDrawList& list, const Box& box, const Rect& rect) {
  const NodeKey key = tree_.node(box.node).key;
  const bool is_whole = scenes_.paint(list, tree_, box, rect, theme_, kRemOfPage * text_size_);
  if (!is_whole) {
    needs_layout_ = true;
    wake();
    return;
  }
  Scene* scene = scenes_.find(key);
  if (scene == nullptr || scene->find_viewport() == nullptr) return;
  const auto under = hovered_scene_ == key ? scene_button_under_pointer(key) : std::nullopt;
  paint_scene_buttons(list, buttons_of(key, rect), theme_, kRemOfPage * text_size_, under);
}

}  // namespace stadttor::presentation::imgui
