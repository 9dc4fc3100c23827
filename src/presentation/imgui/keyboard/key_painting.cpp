#include "presentation/imgui/keyboard/key_painting.h"

#include <cmath>

#include "presentation/imgui/layout/text_shaping.h"

namespace stadttor::presentation::imgui {

namespace {

constexpr float kStroke = 0.125F;  // in rem
constexpr float kLetter = 1.375F;
constexpr float kWord = 1.0625F;

// Signs are drawn on a square from -1 to 1 in the middle of the key.
class SignPen {
 public:
  SignPen(ImDrawList& list, const Rect& rect, float rem, Colour colour)
      : list_(list), middle_{rect.x + rect.width / 2, rect.y + rect.height / 2}, reach_(0.625F * rem), stroke_(kStroke * rem), colour_(colour) {}

  template <std::size_t Count>
  void line(const ImVec2 (&points)[Count], ImDrawFlags flags = ImDrawFlags_None) {
    ImVec2 placed[Count];
    for (std::size_t i = 0; i < Count; ++i) placed[i] = {middle_.x + points[i].x * reach_, middle_.y + points[i].y * reach_};
    list_.AddPolyline(placed, static_cast<int>(Count), colour_, flags, stroke_);
  }

 private:
  ImDrawList& list_;
  ImVec2 middle_;
  float reach_;
  float stroke_;
  Colour colour_;
};

void draw_arrow(SignPen& pen, float towards) {
  pen.line({{-towards, 0}, {towards, 0}});
  pen.line({{towards * 0.3F, -0.7F}, {towards, 0}, {towards * 0.3F, 0.7F}});
}

void draw_sign(SignPen& pen, KeyAction action) {
  switch (action) {
    case KeyAction::Shift: return pen.line({{0, -1}, {1, 0}, {0.45F, 0}, {0.45F, 0.9F}, {-0.45F, 0.9F}, {-0.45F, 0}, {-1, 0}}, ImDrawFlags_Closed);
    case KeyAction::Backspace:
      pen.line({{-1.3F, 0}, {-0.6F, -0.8F}, {1.2F, -0.8F}, {1.2F, 0.8F}, {-0.6F, 0.8F}}, ImDrawFlags_Closed);
      pen.line({{-0.1F, -0.35F}, {0.6F, 0.35F}});
      return pen.line({{0.6F, -0.35F}, {-0.1F, 0.35F}});
    case KeyAction::Left: return draw_arrow(pen, -1);
    case KeyAction::Right: return draw_arrow(pen, 1);
    case KeyAction::Enter:
      pen.line({{1, -0.8F}, {1, 0.3F}, {-1, 0.3F}});
      return pen.line({{-0.4F, -0.3F}, {-1, 0.3F}, {-0.4F, 0.9F}});
    case KeyAction::Hide: return pen.line({{-0.9F, -0.4F}, {0, 0.5F}, {0.9F, -0.4F}});
    case KeyAction::Type:
    case KeyAction::Signs:
    case KeyAction::Letters:
    case KeyAction::OtherScript: return;
  }
}

}  // namespace

void paint_key(ImDrawList& list, const KeyCap& cap, const Rect& rect, const FontSet& fonts, const Theme& theme, float rem, KeyLook look) {
  const bool is_held = look == KeyLook::Held;
  const float radius = theme.length(LengthToken::RadiusDefault, 0) * rem;
  const ImVec2 corner{rect.x, rect.y};
  const ImVec2 end{rect.right(), rect.bottom()};
  list.AddRectFilled(corner, end, theme.colour(is_held ? ColourToken::Action : ColourToken::Background), radius);
  list.AddRect(corner, end, theme.colour(ColourToken::Border), radius);
  const Colour ink = theme.colour(is_held ? ColourToken::OnAction : ColourToken::Text);
  if (cap.text.empty()) {
    SignPen pen(list, rect, rem, ink);
    return draw_sign(pen, cap.action);
  }
  const std::string text = runs_right_to_left(cap.text) ? shaped_line(cap.text) : cap.text;
  const float size = (cap.action == KeyAction::Type ? kLetter : kWord) * rem;
  const ImVec2 extent = fonts.regular->CalcTextSizeA(size, 1e9F, 0, text.c_str());
  list.AddText(fonts.regular, size, {std::round(rect.x + (rect.width - extent.x) / 2), std::round(rect.y + (rect.height - extent.y) / 2)}, ink, text.c_str());
}

}  // namespace stadttor::presentation::imgui
