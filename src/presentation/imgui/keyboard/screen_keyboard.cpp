#include "presentation/imgui/keyboard/screen_keyboard.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "presentation/imgui/keyboard/key_painting.h"

namespace stadttor::presentation::imgui {

namespace {

constexpr float kKeyHeight = 3;  // all in rem
constexpr float kWidestKey = 5;
constexpr float kGap = 0.375F;
constexpr float kEdge = 0.75F;
constexpr int kRows = 4;
constexpr double kSeenPressed = 0.12;  // seconds
constexpr float kHeight = kRows * kKeyHeight + (kRows - 1) * kGap + 2 * kEdge;
constexpr float kMostOfWindow = 0.45F;

constexpr ImGuiWindowFlags kWindow = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoInputs |
                                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus;

void strike(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
}

}  // namespace

float ScreenKeyboard::height() const { return is_shown_ ? std::ceil(kHeight * rem_) : 0; }

void ScreenKeyboard::show(std::string_view language, FirstKeys first, float rem) {
  if (is_shown_ && language == language_ && rem == wanted_rem_) return;
  if (language != language_) state_.script = 0;
  language_ = language;
  wanted_rem_ = rem;
  if (!is_shown_) {
    state_.is_shifted = false;
    state_.shows_signs = first == FirstKeys::Signs;
    held_ = kNoKey;
  }
  is_shown_ = true;
  lay_out();
}

void ScreenKeyboard::lay_out() {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  laid_out_width_ = window.x;
  laid_out_height_ = window.y;
  rem_ = std::min(wanted_rem_, kMostOfWindow * window.y / kHeight);
  keys_.clear();
  const float gap = kGap * rem_;
  const auto rows = keyboard_rows(language_, state_);
  const auto width_in_keys = [](const std::vector<KeyCap>& row) {
    float width = 0;
    for (const KeyCap& cap : row) width += cap.width;
    return width;
  };
  float widest = 0;
  for (const auto& row : rows) widest = std::max(widest, width_in_keys(row));
  const float unit = std::min(kWidestKey * rem_ + gap, (window.x - 2 * kEdge * rem_ + gap) / widest);
  float y = window.y - height() + kEdge * rem_;
  for (const auto& row : rows) {
    float x = (window.x - width_in_keys(row) * unit + gap) / 2;
    for (const KeyCap& cap : row) {
      keys_.push_back({cap, {x, y, cap.width * unit - gap, kKeyHeight * rem_}});
      x += cap.width * unit;
    }
    y += kKeyHeight * rem_ + gap;
  }
}

bool ScreenKeyboard::answer() {
  if (!is_shown_) return false;
  ImGuiIO& io = ImGui::GetIO();
  if (laid_out_width_ != io.DisplaySize.x || laid_out_height_ != io.DisplaySize.y) lay_out();
  const bool is_pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (ImGui::GetTime() >= held_until_) held_ = kNoKey;
  if (!is_pressed || io.MousePos.y < io.DisplaySize.y - height()) return false;
  // A press beside the keys is not the page's either. Nobody else hears of it, or the field would lose the focus.
  io.MouseClicked[0] = false;
  io.MouseDown[0] = false;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (!keys_[i].rect.contains(io.MousePos.x, io.MousePos.y)) continue;
    held_ = i;
    held_until_ = ImGui::GetTime() + kSeenPressed;
    const KeyCap cap = keys_[i].cap;
    press(cap);
    return cap.action == KeyAction::Hide;
  }
  return false;
}

void ScreenKeyboard::press(const KeyCap& cap) {
  switch (cap.action) {
    case KeyAction::Type:
      ImGui::GetIO().AddInputCharactersUTF8(cap.text.c_str());
      // Capitals are for one letter.
      if (!std::exchange(state_.is_shifted, false)) return;
      break;
    case KeyAction::Shift: state_.is_shifted = !state_.is_shifted; break;
    case KeyAction::Signs: state_.shows_signs = true; break;
    case KeyAction::Letters: state_.shows_signs = false; break;
    case KeyAction::OtherScript:
      state_.script = (state_.script + 1) % script_count(language_);
      state_.shows_signs = false;
      break;
    case KeyAction::Backspace: return strike(ImGuiKey_Backspace);
    case KeyAction::Left: return strike(ImGuiKey_LeftArrow);
    case KeyAction::Right: return strike(ImGuiKey_RightArrow);
    case KeyAction::Enter: return strike(ImGuiKey_Enter);
    case KeyAction::Hide: return hide();
  }
  lay_out();
}

void ScreenKeyboard::draw(const Theme& theme) {
  if (!is_shown_) return;
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetNextWindowPos({0, io.DisplaySize.y - height()});
  ImGui::SetNextWindowSize({io.DisplaySize.x, height()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("keyboard", nullptr, kWindow);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({0, io.DisplaySize.y - height()}, io.DisplaySize, theme.colour(ColourToken::HuedBackground));
  list.AddRectFilled({0, io.DisplaySize.y - height()}, {io.DisplaySize.x, io.DisplaySize.y - height() + 1}, theme.colour(ColourToken::Border));
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const bool is_on = i == held_ || (keys_[i].cap.action == KeyAction::Shift && state_.is_shifted);
    paint_key(list, keys_[i].cap, keys_[i].rect, fonts_, theme, rem_, is_on ? KeyLook::Held : KeyLook::Free);
  }
  ImGui::End();
  ImGui::PopStyleVar();
}

}  // namespace stadttor::presentation::imgui
