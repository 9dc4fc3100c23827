// Paints a plan: its background, the areas that can be chosen, and words where they have room.
#pragma once

#include <optional>
#include <vector>

#include "presentation/imgui/scenes/plan/plan_area.h"
#include "presentation/imgui/scenes/plan/plan_background.h"
#include "presentation/imgui/scenes/scene_ink.h"

namespace stadttor::presentation::imgui::plan {

void paint_background(const SceneInk& ink, const PlanBackground& background, const view::Viewport& viewport);

// Chosen, focused, pointed at and unavailable areas differ in more than colour: by a sign, a ring, a name, a stroke.
void paint_areas(const SceneInk& ink, const std::vector<PlanArea>& areas, const view::Viewport& viewport);

// Lettering of the background that no area covers.
void paint_lettering(const SceneInk& ink, const PlanBackground& background, const std::vector<PlanArea>& areas, const view::Viewport& viewport);

// Its whole name, beside the area, above everything else.
void paint_name(const SceneInk& ink, const PlanArea& area, const view::Viewport& viewport);

}  // namespace stadttor::presentation::imgui::plan
