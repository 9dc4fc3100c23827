#include "presentation/imgui/field_editor.h"

#include <imgui_internal.h>

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

FieldEditor::Outcome FieldEditor::draw(const Rect& rect, const BoxStyle& style, const FontSet& fonts, EntryKind kind) {
  Outcome outcome;
  const bool has_lines = kind == EntryKind::SeveralLines;
  ImGui::PushID(reinterpret_cast<const void*>(static_cast<std::uintptr_t>(key_)));
  ImGui::PushFont(fonts.of(style.text), style.text.size);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0U);
  ImGui::PushStyleColor(ImGuiCol_Text, style.text.colour);
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, style.text.colour);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, with_alpha(style.focus, 0.35F));
  const float above = has_lines ? 0.5F * style.rem : (rect.height - style.border.bottom - style.text.size) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(style.padding.start, above));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  if (wants_focus_) ImGui::SetKeyboardFocusHere();
  ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize;
  if (kind == EntryKind::Password) flags |= ImGuiInputTextFlags_Password;
  const ImGuiID id = ImGui::GetID("field");
  if (must_reload_) {
    if (ImGuiInputTextState* state = ImGui::GetInputTextState(id)) state->ReloadUserBufAndMoveToEnd();
    must_reload_ = false;
  }
  const bool changed = has_lines
                           ? ImGui::InputTextMultiline("field", text_.data(), text_.capacity() + 1, {rect.width, rect.height}, flags, grow, &text_)
                           : (ImGui::SetNextItemWidth(rect.width), ImGui::InputText("field", text_.data(), text_.capacity() + 1, flags, grow, &text_));
  if (ImGui::IsItemActive()) wants_focus_ = false;
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
