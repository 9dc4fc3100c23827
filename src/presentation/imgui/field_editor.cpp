#include "presentation/imgui/field_editor.h"

#include <imgui_internal.h>

#include <utility>

#include "presentation/imgui/layout/text_shaping.h"
#include "presentation/imgui/turned_field.h"

namespace stadttor::presentation::imgui {

namespace {

// ImGui asks for more room as the text grows.
int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  auto* text = static_cast<std::string*>(data->UserData);
  text->resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = text->data();
  return 0;
}

class ArrowsTurned {
 public:
  explicit ArrowsTurned(bool is_turned) : is_turned_(is_turned) { turn(); }
  ~ArrowsTurned() { turn(); }
  ArrowsTurned(const ArrowsTurned&) = delete;
  ArrowsTurned& operator=(const ArrowsTurned&) = delete;

 private:
  void turn() const {
    if (is_turned_) std::swap(*ImGui::GetKeyData(ImGuiKey_LeftArrow), *ImGui::GetKeyData(ImGuiKey_RightArrow));
  }
  bool is_turned_;
};

}  // namespace

void FieldEditor::begin(semantics::NodeKey key, std::string_view value) {
  key_ = key;
  text_ = value;
  last_told_ = value;
  wants_focus_ = true;
}

void FieldEditor::take_over(std::string_view value) {
  if (value == last_told_ || value == text_) return;
  text_ = value;
  last_told_ = value;
  must_reload_ = true;
}

FieldEditor::Outcome FieldEditor::draw(const Rect& rect, const BoxStyle& style, const FontSet& fonts, EntryKind kind, PageDirection direction) {
  Outcome outcome;
  const bool has_lines = kind == EntryKind::SeveralLines;
  ImGui::PushID(reinterpret_cast<const void*>(static_cast<std::uintptr_t>(key_)));
  ImGui::PushFont(fonts.of(style.text), style.text.size);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0U);
  const Colour selection = with_alpha(style.focus, 0.35F);
  const bool is_turned = kind == EntryKind::OneLine && (direction == PageDirection::RightToLeft || runs_right_to_left(text_));
  ImGui::PushStyleColor(ImGuiCol_Text, is_turned ? kNoColour : style.text.colour);
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, is_turned ? kNoColour : style.text.colour);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, is_turned ? kNoColour : selection);
  const float above = has_lines ? 0.5F * style.rem : (rect.height - style.border.bottom - style.text.size) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(style.padding.start, above));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  if (wants_focus_) ImGui::SetKeyboardFocusHere();
  ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize;
  if (kind == EntryKind::Password) flags |= ImGuiInputTextFlags_Password;
  const ImGuiID id = ImGui::GetID("##field");
  if (must_reload_) {
    if (ImGuiInputTextState* state = ImGui::GetInputTextState(id)) state->ReloadUserBufAndMoveToEnd();
    must_reload_ = false;
  }
  // Where letters run to the left, so does the arrow that goes to the next one.
  const ArrowsTurned arrows(is_turned && runs_right_to_left(text_));
  const bool changed = has_lines
                           ? ImGui::InputTextMultiline("##field", text_.data(), text_.capacity() + 1, {rect.width, rect.height}, flags, grow, &text_)
                           : (ImGui::SetNextItemWidth(rect.width), ImGui::InputText("##field", text_.data(), text_.capacity() + 1, flags, grow, &text_));
  if (ImGui::IsItemActive()) wants_focus_ = false;
  if (is_turned) {
    ImGuiInputTextState* state = ImGui::IsItemActive() ? ImGui::GetInputTextState(id) : nullptr;
    const Rect inside{rect.x + style.padding.start, rect.y, rect.width - style.padding.across(), rect.height - style.border.bottom};
    TurnedField seen(text_, fonts.of(style.text), style.text.size, inside,
                     direction == PageDirection::RightToLeft ? FieldAlignment::Right : FieldAlignment::Left);
    const bool is_clicked = state != nullptr && ImGui::IsItemHovered() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (is_clicked) seen.take_click(*state, ImGui::GetIO().MousePos.x);
    seen.draw(*ImGui::GetWindowDrawList(), state, style.text.colour, selection);
  }
  outcome.has_changed = changed && text_ != last_told_;
  if (outcome.has_changed) last_told_ = text_;
  outcome.is_entered = !has_lines && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
  // ImGui lets go of a field of one line at Enter; here the citizen stays in it.
  if (outcome.is_entered) wants_focus_ = true;
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(4);
  ImGui::PopFont();
  ImGui::PopID();
  return outcome;
}

}  // namespace stadttor::presentation::imgui
