#include "presentation/imgui/scenes/plan/plan_painting.h"

#include <algorithm>
#include <cmath>

#include "presentation/imgui/scenes/label_lines.h"
#include "presentation/imgui/scenes/map/map_style.h"
#include "presentation/imgui/scenes/view/label_grid.h"

namespace stadttor::presentation::imgui::plan {

using map::MapColours;
using view::ScreenBox;
using view::ScreenPoint;
using view::Viewport;
using view::WorldBox;

namespace {

constexpr double kNameText = 0.8125;  // of body text
constexpr double kNameLine = 1.15;
constexpr double kNameEdge = 4;
constexpr double kLeastText = 9;      // pixels: an abbreviation may be as small
constexpr float kTick = 5;            // half of the sign of a chosen area
// The edges of a path, both together.
constexpr double kCasing = 2;

struct GroundColours {
  Colour fill;
  Colour edge;
};

GroundColours colours_of(PlanGround ground, const MapColours& colours) {
  const auto ground_colour = [&](map::Ground one) { return colours.ground[static_cast<std::size_t>(one)]; };
  switch (ground) {
    case PlanGround::Paving: return {ground_colour(map::Ground::Square), kNoColour};
    case PlanGround::Green: return {ground_colour(map::Ground::Green), kNoColour};
    case PlanGround::Water: return {ground_colour(map::Ground::Water), colours.label[static_cast<std::size_t>(map::PlaceKind::Water)]};
    case PlanGround::Path: return {colours.way[static_cast<std::size_t>(map::Way::Residential)], kNoColour};
    case PlanGround::Building: return {ground_colour(map::Ground::Building), colours.building_edge};
    case PlanGround::Lettering: break;
  }
  return {kNoColour, kNoColour};
}

std::vector<ImVec2> places_of(const SceneInk& ink, const PlanPoints& points, const Viewport& viewport) {
  std::vector<ImVec2> places;
  places.reserve(points.size());
  for (const view::WorldPoint point : points) places.push_back(ink.at(viewport.screen_from_world(point)));
  return places;
}

ScreenBox screen_box_of(const PlanPoints& corners, const Viewport& viewport) {
  const WorldBox box = box_of(corners);
  const ScreenPoint least = viewport.screen_from_world(box.minimum);
  const ScreenPoint most = viewport.screen_from_world(box.maximum);
  return {least.x, least.y, most.x, most.y};
}

void paint_outline(const SceneInk& ink, const std::vector<ImVec2>& places, Colour colour, float width) {
  ink.list.AddPolyline(places.data(), static_cast<int>(places.size()), colour, ImDrawFlags_Closed, width);
}

// A ring around the corners, `grown` pixels outside of them.
void paint_ring(const SceneInk& ink, const ScreenBox& box, double grown, Colour colour, float width) {
  ink.list.AddRect(ink.at({box.left - grown, box.top - grown}), ink.at({box.right + grown, box.bottom + grown}), colour, 3, ImDrawFlags_None, width);
}

void paint_tick(const SceneInk& ink, ScreenPoint middle, Colour colour) {
  const ImVec2 at = ink.at(middle);
  const ImVec2 points[] = {{at.x - kTick, at.y}, {at.x - kTick / 3, at.y + kTick * 0.7F}, {at.x + kTick, at.y - kTick * 0.8F}};
  ink.list.AddPolyline(points, 3, colour, ImDrawFlags_None, 2.25F);
}

InkText name_style_of(const SceneInk& ink, Colour colour, Colour halo) { return {TextWeight::Regular, static_cast<float>(static_cast<double>(ink.text_size) * kNameText), colour, halo}; }

// The whole name on as many lines as there is room for, else its abbreviation, else nothing. Letters of an abbreviation may
// become smaller: in `style`.
std::vector<std::string> words_within(const SceneInk& ink, const PlanArea& area, const ScreenBox& box, InkText& style) {
  const auto size = static_cast<double>(style.size);
  const double room = box.width() - 2 * kNameEdge;
  const auto most_lines = static_cast<std::size_t>(std::max(0.0, (box.height() - kNameEdge) / (size * kNameLine)));
  const auto width_of = [&](std::string_view text, double) { return static_cast<double>(ink.text->size_of(style, text).x); };
  if (most_lines > 0) {
    std::vector<std::string> lines = lines_of(area.name, room, most_lines, size, width_of);
    if (is_whole(lines, area.name)) return lines;
  }
  if (area.abbreviation.empty() || box.height() < kLeastText) return {};
  style.size = static_cast<float>(std::clamp(box.height() * 0.8, kLeastText, size));
  if (width_of(area.abbreviation, size) > box.width() - kNameEdge) return {};
  return {area.abbreviation};
}

void paint_name_within(const SceneInk& ink, const PlanArea& area, const ScreenBox& box, InkText style) {
  const std::vector<std::string> lines = words_within(ink, area, box, style);
  const double line = static_cast<double>(style.size) * kNameLine;
  double y = (box.top + box.bottom - line * static_cast<double>(lines.size() - (lines.empty() ? 0 : 1))) / 2;
  for (const std::string& text : lines) {
    ink.text->write(ink.list, style, ink.at({(box.left + box.right) / 2, y}), text, 0);
    y += line;
  }
}

void paint_area(const SceneInk& ink, const PlanArea& area, const Viewport& viewport) {
  const Theme& theme = ink.theme;
  const std::vector<ImVec2> places = places_of(ink, area.corners, viewport);
  const ScreenBox box = screen_box_of(area.corners, viewport);
  const Colour ground = area.is_chosen ? theme.colour(ColourToken::Action) : theme.colour(ColourToken::Background);
  const Colour words = area.is_chosen ? theme.colour(ColourToken::OnAction) : theme.colour(area.is_available ? ColourToken::Text : ColourToken::MutedText);
  ink.list.AddConcavePolyFilled(places.data(), static_cast<int>(places.size()), ground);
  paint_outline(ink, places, theme.colour(area.is_available ? ColourToken::Action : ColourToken::Border), area.is_chosen ? 3.0F : 1.75F);
  if (area.is_focused) {
    paint_ring(ink, box, 5, theme.colour(ColourToken::Background), 4);
    paint_ring(ink, box, 4.5, theme.colour(ColourToken::Focus), 3);
  }
  paint_name_within(ink, area, box, name_style_of(ink, words, ground));
  if (!area.is_available) ink.list.AddLine(ink.at({box.left, box.bottom}), ink.at({box.right, box.top}), theme.colour(ColourToken::Border), 2);
  if (area.is_chosen) {
    // On its upper corner, where it stands over no name.
    const ScreenPoint corner{box.right, box.top};
    ink.list.AddCircleFilled(ink.at(corner), kTick * 2, theme.colour(ColourToken::Background));
    ink.list.AddCircle(ink.at(corner), kTick * 2, theme.colour(ColourToken::Action), 0, 2);
    paint_tick(ink, corner, theme.colour(ColourToken::Action));
  }
}

}  // namespace

void paint_background(const SceneInk& ink, const PlanBackground& background, const Viewport& viewport) {
  const MapColours& colours = map::map_colours(ink.theme.brightness());
  for (const PlanShape& shape : background.shapes) {
    if (shape.ground == PlanGround::Lettering) continue;
    const std::vector<ImVec2> places = places_of(ink, shape.points, viewport);
    const auto [fill, edge] = colours_of(shape.ground, colours);
    if (shape.ground == PlanGround::Path) {
      const double width = shape.width * viewport.scale();
      ink.list.AddPolyline(places.data(), static_cast<int>(places.size()), colours.casing[static_cast<std::size_t>(map::Way::Residential)], ImDrawFlags_None, static_cast<float>(width + kCasing));
      ink.list.AddPolyline(places.data(), static_cast<int>(places.size()), fill, ImDrawFlags_None, static_cast<float>(width));
      continue;
    }
    ink.list.AddConcavePolyFilled(places.data(), static_cast<int>(places.size()), fill);
    if (edge != kNoColour) paint_outline(ink, places, edge, 1);
  }
}

void paint_areas(const SceneInk& ink, const std::vector<PlanArea>& areas, const Viewport& viewport) {
  // Rings and signs stand over neighbours.
  for (const PlanArea& area : areas) {
    if (!area.is_chosen && !area.is_focused) paint_area(ink, area, viewport);
  }
  for (const PlanArea& area : areas) {
    if (area.is_chosen || area.is_focused) paint_area(ink, area, viewport);
  }
}

void paint_lettering(const SceneInk& ink, const PlanBackground& background, const std::vector<PlanArea>& areas, const Viewport& viewport) {
  const MapColours& colours = map::map_colours(ink.theme.brightness());
  view::LabelGrid grid(viewport.width(), viewport.height());
  for (const PlanArea& area : areas) grid.block(screen_box_of(area.corners, viewport));
  const InkText style = name_style_of(ink, colours.street_label, colours.halo);
  const auto write = [&](const PlanShape& shape) {
    if (shape.text.empty()) return;
    const ScreenBox place = screen_box_of(shape.points, viewport);
    const ScreenPoint middle{(place.left + place.right) / 2, (place.top + place.bottom) / 2};
    const ImVec2 size = ink.text->size_of(style, shape.text);
    const ScreenBox box{middle.x - size.x / 2.0 - 2, middle.y - size.y / 2.0, middle.x + size.x / 2.0 + 2, middle.y + size.y / 2.0};
    // Half of a name is none.
    if (box.left < 0 || box.top < 0 || box.right > viewport.width() || box.bottom > viewport.height()) return;
    // A name may stand as lettering and on its surface.
    if (grid.has_name(shape.text, middle, static_cast<double>(size.x)) || !grid.place(box)) return;
    grid.remember_name(shape.text, middle);
    ink.text->write(ink.list, style, ink.at(middle), shape.text, 0);
  };
  for (const PlanShape& shape : background.shapes) {
    if (shape.ground == PlanGround::Lettering) write(shape);
  }
  for (const PlanShape& shape : background.shapes) {
    if (shape.ground != PlanGround::Lettering && shape.ground != PlanGround::Path) write(shape);
  }
}

void paint_name(const SceneInk& ink, const PlanArea& area, const Viewport& viewport) {
  constexpr double kEdge = 7;
  constexpr double kGap = 8;
  const Theme& theme = ink.theme;
  const InkText style{TextWeight::Bold, ink.text_size * 0.875F, theme.colour(ColourToken::Text), theme.colour(ColourToken::Background)};
  const ImVec2 size = ink.text->size_of(style, area.name);
  const ScreenBox box = screen_box_of(area.corners, viewport);
  const double width = static_cast<double>(size.x) + 2 * kEdge;
  const double height = static_cast<double>(size.y) + 2 * kEdge;
  double top = box.top - kGap - height;
  if (top < 0) top = std::min(box.bottom + kGap, viewport.height() - height);
  const double left = std::clamp((box.left + box.right - width) / 2, 1.0, std::max(1.0, viewport.width() - width - 1));
  ink.list.AddRectFilled(ink.at({left, top}), ink.at({left + width, top + height}), theme.colour(ColourToken::Background), 4);
  ink.list.AddRect(ink.at({left, top}), ink.at({left + width, top + height}), theme.colour(ColourToken::Border), 4, ImDrawFlags_None, 1.5F);
  ink.text->write(ink.list, style, ink.at({left + width / 2, top + height / 2}), area.name, 0);
}

}  // namespace stadttor::presentation::imgui::plan
