#include "presentation/imgui/painting/surface_painting.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui {

namespace {

// As the style sheets: 0.25rem wide, 0.125rem away.
constexpr float kRingWidth = 0.25F;
constexpr float kRingDistance = 0.125F;

ImVec2 upper_left(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 lower_right(const Rect& rect) { return {rect.right(), rect.bottom()}; }

Rect grown(const Rect& rect, float by) { return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by}; }

// A soft edge out of a few frames, each a little larger and fainter.
void paint_shadow(ImDrawList& list, const Rect& rect, const BoxStyle& style) {
  constexpr int kSteps = 8;
  for (int step = kSteps; step > 0; --step) {
    const float by = 2.0F * static_cast<float>(step);
    Rect shadow = grown(rect, by);
    shadow.y += 0.4F * style.rem;
    list.AddRectFilled(upper_left(shadow), lower_right(shadow), colour_of(0, 0, 0, 5), style.radius + by);
  }
}

void paint_border(ImDrawList& list, const Rect& rect, const BoxStyle& style, Colour colour, float scale) {
  const Edges& width = style.border;
  const bool is_even = width.top == width.bottom && width.start == width.end && width.top == width.start;
  if (is_even && width.top > 0) {
    const float line = std::max(width.top, 1 / scale);
    // Dear ImGui takes a rectangle of pixels and draws along their middles.
    const Rect middle = grown(rect, 0.5F - line / 2);
    list.AddRect(upper_left(middle), lower_right(middle), colour, std::max(0.0F, style.radius - line / 2), 0, line);
    return;
  }
  if (width.top > 0) paint_line(list, {rect.x, rect.y, rect.width, width.top}, colour, scale);
  if (width.start > 0) paint_line(list, {rect.x, rect.y, width.start, rect.height}, colour, scale);
  if (width.end > 0) paint_line(list, {rect.right() - width.end, rect.y, width.end, rect.height}, colour, scale);
  if (width.bottom > 0) paint_line(list, {rect.x, rect.bottom() - width.bottom, rect.width, width.bottom}, colour, scale);
}

void paint_step(ImDrawList& list, const Rect& rect, const BoxStyle& style, bool is_last, float scale) {
  const float radius = 1.25F * style.rem;
  const float line = 0.125F * style.rem;
  const ImVec2 centre{rect.x + radius, rect.y + radius};
  if (!is_last) {
    paint_line(list, {centre.x - line / 2, rect.y + 2 * radius, line, rect.height - 2 * radius}, style.second_surface, scale);
  }
  list.AddCircle(centre, radius - line / 2, style.marker_colour, 0, line);
}

void paint_tick(ImDrawList& list, const Rect& rect, const BoxStyle& style) {
  const ImVec2 corners[] = {{rect.x + 0.22F * rect.width, rect.y + 0.52F * rect.height},
                            {rect.x + 0.42F * rect.width, rect.y + 0.72F * rect.height},
                            {rect.x + 0.78F * rect.width, rect.y + 0.30F * rect.height}};
  list.AddPolyline(corners, 3, with_alpha(style.icon_colour, style.opacity), 0, 0.1F * rect.width);
}

void paint_bar(ImDrawList& list, const Rect& rect, const BoxStyle& style, float fraction) {
  list.AddRectFilled(upper_left(rect), lower_right(rect), style.second_surface, style.radius);
  list.AddRectFilled(upper_left(rect), {rect.x + rect.width * fraction, rect.bottom()}, style.surface, style.radius);
}

}  // namespace

void paint_line(ImDrawList& list, Rect rect, Colour colour, float scale) {
  const auto on_pixels = [scale](float& begin, float& length) {
    const float pixels = std::max(1.0F, std::round(length * scale));
    begin = std::round(begin * scale) / scale;
    length = pixels / scale;
  };
  rect.width < rect.height ? on_pixels(rect.x, rect.width) : on_pixels(rect.y, rect.height);
  list.AddRectFilled(upper_left(rect), lower_right(rect), colour);
}

void paint_surface(ImDrawList& list, const Rect& rect, const BoxStyle& style, Pointer pointer, float scale) {
  const bool is_over = pointer == Pointer::Over;
  if (style.has_shadow) paint_shadow(list, rect, style);
  Colour surface = is_over && style.hover_surface != kNoColour ? style.hover_surface : style.surface;
  surface = with_alpha(surface, style.opacity);
  if (surface >> 24U != 0 && style.flow == Flow::Line) paint_line(list, rect, surface, scale);
  if (surface >> 24U != 0 && style.flow != Flow::Line) list.AddRectFilled(upper_left(rect), lower_right(rect), surface, style.radius);
  const bool is_marked = is_over && style.hover_border != kNoColour;
  const Colour border = with_alpha(is_marked ? style.hover_border : style.border_colour, style.opacity);
  if (border >> 24U == 0) return;
  paint_border(list, rect, style, border, scale);
  if (is_marked && style.border.start > 0) list.AddRect(upper_left(grown(rect, 0.5F)), lower_right(grown(rect, 0.5F)), border, style.radius, 0, 1);
  const bool is_striped = style.flow == Flow::Column && style.border.bottom > 0 && style.second_surface != kNoColour;
  if (is_striped) {
    const float third = 0.33F * rect.width;
    const float x = style.is_mirrored ? rect.right() - third : rect.x;
    paint_line(list, {x, rect.bottom() - style.border.bottom, third, style.border.bottom}, style.second_surface, scale);
  }
}

void paint_shape(ImDrawList& list, const Rect& rect, const BoxStyle& style, Shape shape, float fraction, float scale) {
  const ImVec2 centre{rect.x + rect.width / 2, rect.y + rect.height / 2};
  switch (shape) {
    case Shape::Bullet:
    case Shape::Dot: return list.AddCircleFilled(centre, rect.width / 2, style.marker_colour);
    case Shape::Step: return paint_step(list, rect, style, false, scale);
    case Shape::LastStep: return paint_step(list, rect, style, true, scale);
    case Shape::Tick: return paint_tick(list, rect, style);
    case Shape::RadioDot: return list.AddCircleFilled(centre, rect.width / 4, with_alpha(style.icon_colour, style.opacity));
    case Shape::Bar: return paint_bar(list, rect, style, fraction);
    case Shape::Surface:
    case Shape::Icon:
    case Shape::Picture:
    case Shape::Scene:
    case Shape::Nothing: return;
  }
}

void paint_focus_ring(ImDrawList& list, const Rect& rect, const BoxStyle& style) {
  const float width = kRingWidth * style.rem;
  const float by = kRingDistance * style.rem + width / 2;
  const Rect ring = grown(rect, by);
  list.AddRect(upper_left(ring), lower_right(ring), style.focus, style.radius + by, 0, width);
}

}  // namespace stadttor::presentation::imgui
