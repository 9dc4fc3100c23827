// A plan inside a page: a background of the pack, and an area for each thing of the page that has a shape. It is moved and
// chosen from as a map is.
#pragma once

#include <optional>
#include <vector>

#include "presentation/imgui/scenes/movable_scene.h"
#include "presentation/imgui/scenes/plan/plan_area.h"
#include "presentation/imgui/scenes/plan/plan_background.h"

namespace stadttor::presentation::imgui {

class PlanScene : public MovableScene {
 public:
  explicit PlanScene(plan::PlanBackground background, view::Motion motion = view::Motion::Full);

  // At first all of the plan is seen. An area that gets the focus is brought into view.
  void show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused) override;

  const std::vector<plan::PlanArea>& areas() const { return areas_; }
  std::optional<semantics::NodeKey> node_at(view::ScreenPoint point) const override;
  void hover(std::optional<semantics::NodeKey> node) override { hovered_ = node; }

  void draw(const SceneInk& ink) override;
  // The background was read as a whole, or there is no scene.
  const Error* fault() const override { return nullptr; }

 private:
  void fit_all(view::Viewport& viewport) const override;

  plan::PlanBackground background_;
  std::vector<plan::PlanArea> areas_;
  std::optional<semantics::NodeKey> hovered_;
  semantics::NodeKey focused_{};
};

}  // namespace stadttor::presentation::imgui
