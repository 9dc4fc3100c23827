// The buttons on a drawing that does not show all at once: nearer, further, all of it; what gestures do, for who has one
// finger and no wheel.
#pragma once

#include <imgui.h>

#include <array>
#include <optional>
#include <string_view>

#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/scenes/view/view_gestures.h"
#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui {

struct SceneButton {
  view::SceneKey key;
  Rect rect;
};

// As shell/styles/scene.css has them: below each other in the upper corner of a drawing; of a plan beside each other in the
// lower one, where they cover least. At the end of a line.
enum class ButtonCorner : unsigned char { Upper, Lower };
ButtonCorner button_corner(std::string_view kind);
std::array<SceneButton, 3> scene_buttons(const Rect& drawing, ButtonCorner corner, float rem, bool is_right_to_left);
std::optional<view::SceneKey> scene_button_at(const std::array<SceneButton, 3>& buttons, float x, float y);

// `under`: the one under the pointer.
void paint_scene_buttons(ImDrawList& list, const std::array<SceneButton, 3>& buttons, const Theme& theme, float rem, std::optional<view::SceneKey> under);

}  // namespace stadttor::presentation::imgui
