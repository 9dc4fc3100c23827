// The text of a field on a page that runs from right to left, or with letters that do: drawn joined and in the order of the
// eye over Dear ImGui's own text input, which knows neither. Caret, selection and clicks follow what is seen.
#pragma once

#include <imgui.h>

#include <string>

#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/layout/text_shaping.h"

struct ImGuiInputTextState;

namespace stadttor::presentation::imgui {

enum class FieldAlignment : unsigned char { Left, Right };

class TurnedField {
 public:
  // `inside`: where text may stand.
  TurnedField(const std::string& text, ImFont* font, float size, Rect inside, FieldAlignment alignment);

  // Puts the caret where the pointer is.
  void take_click(ImGuiInputTextState& state, float x) const;
  // `state`: null while the field is not the active one.
  void draw(ImDrawList& list, const ImGuiInputTextState* state, Colour ink, Colour selection);

 private:
  float x_of(int byte) const;  // of the caret before that byte of the text
  float width_of(std::size_t bytes_of_line) const;

  const std::string& text_;
  ImFont* font_;
  float size_;
  Rect inside_;
  LineWithCarets line_;
  float left_ = 0;
};

}  // namespace stadttor::presentation::imgui
