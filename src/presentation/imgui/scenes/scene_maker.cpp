#include "presentation/imgui/scenes/scene_maker.h"

#include "presentation/imgui/scenes/chart_scene.h"
#include "presentation/imgui/scenes/map_scene.h"
#include "presentation/imgui/scenes/plan_scene.h"

namespace stadttor::presentation::imgui {

bool needs_source(std::string_view kind) { return kind == "map" || kind == "plan"; }

Result<std::unique_ptr<Scene>> make_scene(std::string_view kind, std::string source, std::string where, view::Motion motion) {
  if (kind == "map") {
    TRY_ASSIGN(map::TileArchive archive, map::TileArchive::read(std::move(source), std::move(where)));
    return std::unique_ptr<Scene>(std::make_unique<MapScene>(std::move(archive), motion));
  }
  if (kind == "plan") {
    TRY_ASSIGN(plan::PlanBackground background, plan::read_plan_background(source, std::move(where)));
    return std::unique_ptr<Scene>(std::make_unique<PlanScene>(std::move(background), motion));
  }
  if (chart::is_chart_kind(kind)) return std::unique_ptr<Scene>(std::make_unique<ChartScene>());
  return Error{ErrorKind::NotSupported, std::move(where), "no such scene"};
}

}  // namespace stadttor::presentation::imgui
