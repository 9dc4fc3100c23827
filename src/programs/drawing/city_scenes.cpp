#include "programs/drawing/city_scenes.h"

#include "city/catalogue.h"
#include "presentation/imgui/scenes/scene_maker.h"

namespace stadttor::drawing {

using presentation::imgui::Scene;

namespace {

constexpr std::size_t kKeptSources = 4;

}  // namespace

Result<std::unique_ptr<Scene>> CityScenes::open_scene(std::string_view kind, std::string_view source) {
  const std::string address(source);
  // What needs a file and names none says so itself.
  if (!presentation::imgui::needs_source(kind) || address.empty()) return presentation::imgui::make_scene(kind, {}, address, motion_);
  auto kept = sources_.find(source);
  if (kept == sources_.end()) {
    // Only files of the city itself: a terminal asks nobody else.
    auto content = address.front() != '/' ? std::nullopt : fetch(files_, address);
    if (!content) return Error{ErrorKind::NotFound, address, "the scene's file can't be had", NextStep::TryAgain};
    if (sources_.size() >= kKeptSources) sources_.clear();
    kept = sources_.emplace(address, std::move(*content)).first;
  }
  return presentation::imgui::make_scene(kind, kept->second, address, motion_);
}

std::string CityScenes::sentence_instead(std::string_view language) {
  const auto json = fetch(files_, files_.data_path + std::string(language) + "/start.json");
  if (!json) return {};
  const auto catalogue = city::read_catalogue(*json, std::string(language));
  return catalogue.ok() ? std::string(catalogue.value().texts("scene.not_drawn")) : std::string();
}

}  // namespace stadttor::drawing
