// The one field that is being typed into, as Dear ImGui's text input over the drawn field. Says what changed; knows no form.
#pragma once

#include <string>

#include "presentation/imgui/fonts.h"
#include "presentation/imgui/layout/laid_out_page.h"

namespace stadttor::presentation::imgui {

enum class EntryKind : unsigned char { OneLine, SeveralLines, Password };
enum class PageDirection : unsigned char { LeftToRight, RightToLeft };

class FieldEditor {
 public:
  struct Outcome {
    bool has_changed = false;
    bool is_entered = false;  // Enter, in a field of one line
  };

  void begin(semantics::NodeKey key, std::string_view value);
  void end() { key_ = {}; }
  bool is_editing(semantics::NodeKey key) const { return key_ == key && key_ != semantics::NodeKey{}; }
  // What the engine made of the value; ignored where it is what was typed last.
  void take_over(std::string_view value);

  Outcome draw(const Rect& rect, const BoxStyle& style, const FontSet& fonts, EntryKind kind, PageDirection direction);
  const std::string& text() const { return text_; }

 private:
  semantics::NodeKey key_{};
  std::string text_;
  std::string last_told_;
  bool wants_focus_ = false;
  bool must_reload_ = false;
};

}  // namespace stadttor::presentation::imgui
