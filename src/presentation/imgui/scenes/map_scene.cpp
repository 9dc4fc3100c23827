#include "presentation/imgui/scenes/map_scene.h"

#include <cmath>
#include <string>

#include "foundation/decimal_text.h"
#include "presentation/imgui/scenes/map/visible_tiles.h"
#include "presentation/imgui/scenes/map_ground.h"
#include "presentation/imgui/scenes/map_labels.h"

namespace stadttor::presentation::imgui {

using map::Marker;
using map::TileAddress;
using view::LabelGrid;
using view::ScreenPoint;
using view::WorldBox;

namespace {

// Beyond the last tiles their shapes are enlarged: two steps still look like a map.
constexpr double kEnlarged = 2;
constexpr double kClosestOnSingle = 16;
constexpr double kEquator = 40'075'016.686;  // metres
constexpr double kPi = 3.14159265358979323846;

constexpr double kNameGap = 3;

InkText name_style(const SceneInk& ink) { return {TextWeight::Bold, ink.text_size * 0.875F, ink.theme.colour(ColourToken::Text), map_colours_of(ink).halo}; }

bool is_same(const std::optional<WorldBox>& a, const std::optional<WorldBox>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->minimum.x == b->minimum.x && a->minimum.y == b->minimum.y && a->maximum.x == b->maximum.x && a->maximum.y == b->maximum.y;
}

std::optional<semantics::NodeKey> find_picker(const semantics::Tree& tree, semantics::NodeIndex scene) {
  for (semantics::NodeIndex index = scene + 1; index < tree.node(scene).subtree_end; ++index) {
    if (tree.node(index).role == semantics::Role::TextField) return tree.node(index).key;
  }
  return {};
}

}  // namespace

MapScene::MapScene(map::TileArchive archive, view::Motion motion)
    : MovableScene(view::Viewport(archive.bounds(), archive.minimum_zoom() - 1, archive.maximum_zoom() + kEnlarged), motion),
      archive_(std::make_unique<map::TileArchive>(std::move(archive))),
      cache_(*archive_) {}

void MapScene::show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused) {
  markers_ = map::markers_of(tree, scene, focused);
  picker_ = find_picker(tree, scene);
  const auto extent = map::parse_extent(tree.property_of(tree.node(scene), semantics::Property::Extent));
  if (!has_view_ || !is_same(extent, extent_)) {
    extent_ = extent;
    show_all();
    has_view_ = true;
  }
  if (focused == focused_) return;
  focused_ = focused;
  for (const Marker& marker : markers_) {
    if (!marker.is_focused) continue;
    const ScreenPoint at = viewport().screen_from_world(marker.at);
    const bool is_in_view = at.x >= map::kMarkerWidth && at.y >= map::kMarkerHeight && at.x <= viewport().width() - map::kMarkerWidth && at.y <= viewport().height() - 4;
    if (!is_in_view) viewport().look_at(marker.at, viewport().zoom());
  }
}

void MapScene::fit_all(view::Viewport& viewport) const {
  if (extent_) return viewport.show_box(*extent_, 0);
  if (markers_.empty()) return viewport.show_box(archive_->bounds(), 0);
  std::vector<map::WorldPoint> places;
  for (const Marker& marker : markers_) places.push_back(marker.at);
  viewport.show_points(places, kClosestOnSingle);
}

std::optional<semantics::NodeKey> MapScene::node_at(ScreenPoint point) const {
  const auto found = marker_at(markers_, viewport(), point);
  if (!found) return {};
  return markers_[*found].key;
}

std::string MapScene::picked_at(ScreenPoint point) const {
  const map::GeoPoint at = map::geo_from_world(viewport().world_from_screen(point));
  return text_from_decimal(at.latitude, 5) + "," + text_from_decimal(at.longitude, 5);
}

void MapScene::draw(const SceneInk& ink) {
  const ImVec2 end = ink.at({viewport().width(), viewport().height()});
  ink.list.PushClipRect(ink.corner, end, true);
  ink.list.AddRectFilled(ink.corner, end, map_colours_of(ink).land);
  std::vector<PlacedTile> tiles;
  for (const TileAddress address : map::visible_tiles(viewport(), archive_->minimum_zoom(), archive_->maximum_zoom())) {
    const map::MapTile* tile = cache_.find(address);
    if (tile == nullptr) continue;
    const WorldBox box = world_box_of(address);
    tiles.push_back({tile, viewport().screen_from_world(box.minimum), (box.maximum.x - box.minimum.x) * viewport().scale()});
  }
  draw_ground(ink, tiles, viewport().zoom(), pixels_per_metre());
  LabelGrid grid(viewport().width(), viewport().height());
  for (const Marker& marker : markers_) {
    const ScreenPoint tip = viewport().screen_from_world(marker.at);
    grid.block({tip.x - map::kMarkerWidth / 2, tip.y - map::kMarkerHeight, tip.x + map::kMarkerWidth / 2, tip.y});
    if (!is_named(marker)) continue;
    const ImVec2 size = ink.text->size_of(name_style(ink), marker.name);
    grid.block({tip.x - size.x / 2.0, tip.y, tip.x + size.x / 2.0, tip.y + size.y + kNameGap});
  }
  draw_labels(ink, tiles, viewport().zoom(), grid);
  draw_markers(ink);
  if (picker_) draw_middle(ink);
  draw_scale(ink);
  ink.list.PopClipRect();
  cache_.forget_old();
}

void MapScene::draw_markers(const SceneInk& ink) const {
  for (const Marker& marker : markers_) {
    if (!is_named(marker)) draw_marker(ink, marker);
  }
  for (const Marker& marker : markers_) {
    if (!is_named(marker)) continue;
    draw_marker(ink, marker);
    const InkText text = name_style(ink);
    const ScreenPoint tip = viewport().screen_from_world(marker.at);
    ink.text->write(ink.list, text, ink.at({tip.x, tip.y + ink.text->size_of(text, marker.name).y / 2.0 + kNameGap}), marker.name, 0);
  }
}

// A drop: a round head with a tip that stands at the place.
void MapScene::draw_marker(const SceneInk& ink, const Marker& marker) const {
  const ImVec2 tip = ink.at(viewport().screen_from_world(marker.at));
  const float radius = static_cast<float>(map::kMarkerWidth) / 2;
  const ImVec2 head{tip.x, tip.y - static_cast<float>(map::kMarkerHeight) + radius};
  const auto drop = [&](float grown, Colour colour) {
    const float reach = radius + grown;
    ink.list.PathArcTo(head, reach, static_cast<float>(kPi) * 0.83F, static_cast<float>(kPi) * 2.17F, 20);
    ink.list.PathLineTo({tip.x, tip.y + grown * 1.4F});
    ink.list.PathFillConvex(colour);
  };
  const Theme& theme = ink.theme;
  if (marker.is_focused) drop(5, theme.colour(ColourToken::Focus));
  drop(marker.is_focused ? 2.5F : 1.6F, theme.colour(ColourToken::OnAction));
  drop(0, theme.colour(marker.is_chosen ? ColourToken::Text : ColourToken::Action));
  ink.list.AddCircleFilled(head, radius * 0.4F, theme.colour(marker.is_chosen ? ColourToken::Background : ColourToken::OnAction));
}

// What the keys choose.
void MapScene::draw_middle(const SceneInk& ink) const {
  constexpr double kReach = 14;
  constexpr double kGap = 4;
  const ScreenPoint middle{viewport().width() / 2, viewport().height() / 2};
  const auto stroke = [&](Colour colour, float width) {
    for (const double side : {-1.0, 1.0}) {
      ink.list.AddLine(ink.at({middle.x + side * kGap, middle.y}), ink.at({middle.x + side * kReach, middle.y}), colour, width);
      ink.list.AddLine(ink.at({middle.x, middle.y + side * kGap}), ink.at({middle.x, middle.y + side * kReach}), colour, width);
    }
  };
  stroke(map_colours_of(ink).halo, 5);
  stroke(ink.theme.colour(ColourToken::Text), 2);
}

void MapScene::draw_scale(const SceneInk& ink) const {
  // The longest round distance up to a quarter of the scene.
  double metres = 0;
  for (const double one : {10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0}) {
    if (one * pixels_per_metre() <= std::fmin(140, viewport().width() / 4)) metres = one;
  }
  if (metres == 0) return;
  const std::string text = metres >= 1000 ? std::to_string(static_cast<int>(metres / 1000)) + "\u00a0km" : std::to_string(static_cast<int>(metres)) + "\u00a0m";
  const InkText style{TextWeight::Regular, ink.text_size * 0.7F, map_colours_of(ink).street_label, map_colours_of(ink).halo};
  const double left = 12;
  const double bottom = viewport().height() - 12;
  const double right = left + metres * pixels_per_metre();
  const ImVec2 corners[] = {ink.at({left, bottom - 5}), ink.at({left, bottom}), ink.at({right, bottom}), ink.at({right, bottom - 5})};
  ink.list.AddPolyline(corners, 4, map_colours_of(ink).halo, ImDrawFlags_None, 4);
  ink.list.AddPolyline(corners, 4, map_colours_of(ink).street_label, ImDrawFlags_None, 1.5F);
  ink.text->write(ink.list, style, ink.at({(left + right) / 2, bottom - 9}), text, 0);
}

double MapScene::pixels_per_metre() const {
  const double latitude = map::geo_from_world(viewport().middle()).latitude * kPi / 180;
  return viewport().scale() / (kEquator * std::cos(latitude));
}

}  // namespace stadttor::presentation::imgui
