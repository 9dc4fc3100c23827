#include "presentation/imgui/scene_buttons.h"

namespace stadttor::presentation::imgui {

using view::SceneKey;

namespace {

constexpr float kSide = 2.75F;  // all in rem
constexpr float kGap = 0.5F;
constexpr float kToEdge = 0.75F;
constexpr float kSign = 0.5F;  // half of a sign's width
constexpr float kStroke = 0.125F;

// Drawn, because not every font has a sign for it: two arrows that point into opposite corners.
void paint_outward_arrows(ImDrawList& list, ImVec2 middle, float reach, float stroke, Colour colour) {
  list.AddLine({middle.x - reach, middle.y - reach}, {middle.x + reach, middle.y + reach}, colour, stroke);
  for (const float side : {-1.0F, 1.0F}) {
    const ImVec2 tip{middle.x + side * reach, middle.y + side * reach};
    list.AddLine(tip, {tip.x - side * reach, tip.y}, colour, stroke);
    list.AddLine(tip, {tip.x, tip.y - side * reach}, colour, stroke);
  }
}

void paint_sign(ImDrawList& list, SceneKey key, const Rect& rect, float rem, Colour colour) {
  const ImVec2 middle{rect.x + rect.width / 2, rect.y + rect.height / 2};
  const float reach = kSign * rem;
  const float half = kStroke * rem / 2;
  if (key == SceneKey::ShowAll) return paint_outward_arrows(list, middle, 0.8F * reach, kStroke * rem, colour);
  list.AddRectFilled({middle.x - reach, middle.y - half}, {middle.x + reach, middle.y + half}, colour);
  if (key == SceneKey::ZoomIn) list.AddRectFilled({middle.x - half, middle.y - reach}, {middle.x + half, middle.y + reach}, colour);
}

}  // namespace

ButtonCorner button_corner(std::string_view kind) { return kind == "plan" ? ButtonCorner::Lower : ButtonCorner::Upper; }

std::array<SceneButton, 3> scene_buttons(const Rect& drawing, ButtonCorner corner, float rem, bool is_right_to_left) {
  std::array<SceneButton, 3> buttons = {{{SceneKey::ZoomIn, {}}, {SceneKey::ZoomOut, {}}, {SceneKey::ShowAll, {}}}};
  const float side = kSide * rem;
  const float step = side + kGap * rem;
  const float edge = kToEdge * rem;
  const bool is_row = corner == ButtonCorner::Lower;
  const float length = 2 * step + side;
  const float width = is_row ? length : side;
  const float left = is_right_to_left ? drawing.x + edge : drawing.right() - edge - width;
  const float top = is_row ? drawing.bottom() - edge - side : drawing.y + edge;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const float along = step * static_cast<float>(i);
    // A row begins where its page's lines begin.
    const float beside = is_right_to_left ? length - side - along : along;
    buttons[i].rect = {left + (is_row ? beside : 0), top + (is_row ? 0 : along), side, side};
  }
  return buttons;
}

std::optional<SceneKey> scene_button_at(const std::array<SceneButton, 3>& buttons, float x, float y) {
  for (const SceneButton& button : buttons) {
    if (button.rect.contains(x, y)) return button.key;
  }
  return {};
}

void paint_scene_buttons(ImDrawList& list, const std::array<SceneButton, 3>& buttons, const Theme& theme, float rem, std::optional<SceneKey> under) {
  const Colour action = theme.colour(ColourToken::Action);
  const float radius = theme.length(LengthToken::RadiusDefault, 0) * rem;
  for (const SceneButton& button : buttons) {
    const ImVec2 end{button.rect.right(), button.rect.bottom()};
    const Colour surface = theme.colour(under == button.key ? ColourToken::HuedBackground : ColourToken::Background);
    list.AddRectFilled({button.rect.x, button.rect.y}, end, surface, radius);
    list.AddRect({button.rect.x, button.rect.y}, end, action, radius);
    paint_sign(list, button.key, button.rect, rem, action);
  }
}

}  // namespace stadttor::presentation::imgui
