// A keyboard on the screen of a terminal, for who came to a field with a finger or a mouse. What is pressed goes into
// ImGui's own input queue, as if a real keyboard had sent it: fields know nothing of it.
#pragma once

#include <string>
#include <vector>

#include "presentation/imgui/fonts.h"
#include "presentation/imgui/keyboard/keyboard_layout.h"
#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui {

enum class FirstKeys : unsigned char { Letters, Signs };

class ScreenKeyboard {
 public:
  explicit ScreenKeyboard(const FontSet& fonts) : fonts_(fonts) {}

  // For the page's language, at the lower edge of the window. `rem`: CSS pixels. Shown already, it stays as it is.
  void show(std::string_view language, FirstKeys first, float rem);
  void hide() { is_shown_ = false; }
  bool is_shown() const { return is_shown_; }
  // What of the window it covers.
  float height() const;

  // First in a frame: takes the presses that are its own from ImGui before anything else sees them. True where the citizen
  // put it away.
  bool answer();
  // Last in a frame.
  void draw(const Theme& theme);
  // A key still shows that it was pressed.
  bool wants_frame() const { return held_ != kNoKey; }

  struct Key {
    KeyCap cap;
    Rect rect;  // in the window
  };
  const std::vector<Key>& keys() const { return keys_; }

 private:
  void lay_out();
  void press(const KeyCap& cap);

  FontSet fonts_;
  bool is_shown_ = false;
  std::string language_;
  KeyboardState state_;
  float wanted_rem_ = 0;
  float rem_ = 16;  // no larger than a part of the window has room for
  std::vector<Key> keys_;
  float laid_out_width_ = 0;
  float laid_out_height_ = 0;
  static constexpr std::size_t kNoKey = static_cast<std::size_t>(-1);
  std::size_t held_ = kNoKey;
  double held_until_ = 0;  // ImGui's seconds
};

}  // namespace stadttor::presentation::imgui
