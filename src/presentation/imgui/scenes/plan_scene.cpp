#include "presentation/imgui/scenes/plan_scene.h"

#include <cmath>

#include "presentation/imgui/scenes/map/map_style.h"
#include "presentation/imgui/scenes/plan/plan_painting.h"

namespace stadttor::presentation::imgui {

using plan::PlanArea;
using view::ScreenPoint;
using view::WorldBox;

namespace {

// How large the plan can be seen, in pixels: from a small picture to one of which a screen shows a tenth.
constexpr double kLeastSide = 120;
constexpr double kMostSide = 12'000;

double zoom_at(double pixels, const plan::PlanBackground& background) { return std::log2(pixels / std::fmax(background.width, background.height) / view::kUnitSide); }

view::Viewport viewport_of(const plan::PlanBackground& background) {
  return view::Viewport({{0, 0}, {background.width, background.height}}, zoom_at(kLeastSide, background), zoom_at(kMostSide, background));
}

}  // namespace

PlanScene::PlanScene(plan::PlanBackground background, view::Motion motion) : MovableScene(viewport_of(background), motion), background_(std::move(background)) {}

void PlanScene::show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused) {
  areas_ = plan::areas_of(tree, scene, focused);
  if (focused == focused_) return;
  focused_ = focused;
  for (const PlanArea& area : areas_) {
    if (!area.is_focused) continue;
    const WorldBox box = plan::box_of(area.corners);
    const ScreenPoint least = viewport().screen_from_world(box.minimum);
    const ScreenPoint most = viewport().screen_from_world(box.maximum);
    const bool is_in_view = least.x >= 0 && least.y >= 0 && most.x <= viewport().width() && most.y <= viewport().height();
    if (!is_in_view) viewport().look_at({(box.minimum.x + box.maximum.x) / 2, (box.minimum.y + box.maximum.y) / 2}, viewport().zoom());
  }
}

void PlanScene::fit_all(view::Viewport& viewport) const { viewport.show_box({{0, 0}, {background_.width, background_.height}}, 0); }

std::optional<semantics::NodeKey> PlanScene::node_at(ScreenPoint point) const {
  const auto found = plan::area_at(areas_, viewport(), point);
  if (!found) return {};
  return areas_[*found].key;
}

void PlanScene::draw(const SceneInk& ink) {
  const ImVec2 end = ink.at({viewport().width(), viewport().height()});
  ink.list.PushClipRect(ink.corner, end, true);
  ink.list.AddRectFilled(ink.corner, end, map::map_colours(ink.theme.brightness()).land);
  plan::paint_background(ink, background_, viewport());
  plan::paint_areas(ink, areas_, viewport());
  plan::paint_lettering(ink, background_, areas_, viewport());
  // One alone is what the plan is there for.
  for (const PlanArea& area : areas_) {
    if ((area.is_focused || areas_.size() == 1) && hovered_ != area.key) plan::paint_name(ink, area, viewport());
  }
  for (const PlanArea& area : areas_) {
    if (hovered_ == area.key) plan::paint_name(ink, area, viewport());
  }
  ink.list.PopClipRect();
}

}  // namespace stadttor::presentation::imgui
