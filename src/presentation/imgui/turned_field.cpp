#include "presentation/imgui/turned_field.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui {

namespace {

constexpr float kCaretWidth = 1.5F;
constexpr float kForCaret = 4;  // beside the text: clips are cut to whole pixels

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }

}  // namespace

TurnedField::TurnedField(const std::string& text, ImFont* font, float size, Rect inside, FieldAlignment alignment)
    : text_(text), font_(font), size_(size), inside_(inside), line_(line_with_carets(text)) {
  left_ = alignment == FieldAlignment::Right ? inside_.right() - width_of(line_.line.size()) : inside_.x;
}

float TurnedField::width_of(std::size_t bytes_of_line) const {
  return font_->CalcTextSizeA(size_, kUnlimited, 0, line_.line.data(), line_.line.data() + bytes_of_line).x;
}

float TurnedField::x_of(int byte) const {
  const auto end = text_.begin() + std::clamp<std::ptrdiff_t>(byte, 0, static_cast<std::ptrdiff_t>(text_.size()));
  const auto character = static_cast<std::size_t>(std::count_if(text_.begin(), end, begins_character));
  return left_ + width_of(line_.carets[std::min(character, line_.carets.size() - 1)]);
}

void TurnedField::take_click(ImGuiInputTextState& state, float x) const {
  int nearest = 0;
  float least = kUnlimited;
  for (std::size_t byte = 0; byte <= text_.size(); ++byte) {
    if (byte < text_.size() && !begins_character(text_[byte])) continue;
    const float away = std::abs(x_of(static_cast<int>(byte)) - x);
    if (away >= least) continue;
    least = away;
    nearest = static_cast<int>(byte);
  }
  // ImGui has put it where its own letters would be; it takes this over in the next frame.
  state.WantReloadUserBuf = true;
  state.ReloadSelectionStart = nearest;
  state.ReloadSelectionEnd = nearest;
}

void TurnedField::draw(ImDrawList& list, const ImGuiInputTextState* state, Colour ink, Colour selection) {
  const float top = inside_.y + (inside_.height - size_) / 2;
  const float caret = state == nullptr ? inside_.x : x_of(state->GetCursorPos());
  // What is longer than the field is moved until the caret is seen.
  const float shift = std::max(0.0F, inside_.x - caret) - std::max(0.0F, caret - inside_.right());
  list.PushClipRect({inside_.x - kForCaret, inside_.y}, {inside_.right() + kForCaret, inside_.bottom()}, true);
  if (state != nullptr && state->HasSelection()) {
    const float one = x_of(state->GetSelectionStart()) + shift;
    const float other = x_of(state->GetSelectionEnd()) + shift;
    list.AddRectFilled({std::min(one, other), top}, {std::max(one, other), top + size_}, selection);
  }
  list.AddText(font_, size_, {left_ + shift, top}, ink, line_.line.data(), line_.line.data() + line_.line.size());
  if (state != nullptr) list.AddRectFilled({caret + shift, top}, {caret + shift + kCaretWidth, top + size_}, ink);
  list.PopClipRect();
}

}  // namespace stadttor::presentation::imgui
