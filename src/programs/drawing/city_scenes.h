// The scenes of a city's pages, drawn from the city's own files.
#pragma once

#include <map>
#include <string>

#include "presentation/imgui/drawn_scenes.h"
#include "programs/drawing/city_look.h"

namespace stadttor::drawing {

class CityScenes : public presentation::imgui::ScenePort {
 public:
  // The files outlive the scenes.
  explicit CityScenes(const CityFiles& files) : files_(files) {}

  // Of those opened from now on.
  void set_motion(presentation::imgui::view::Motion motion) { motion_ = motion; }

  Result<std::unique_ptr<presentation::imgui::Scene>> open_scene(std::string_view kind, std::string_view source) override;
  std::string sentence_instead(std::string_view language) override;

 private:
  const CityFiles& files_;
  presentation::imgui::view::Motion motion_ = presentation::imgui::view::Motion::Full;
  std::map<std::string, std::string, std::less<>> sources_;  // those that came last: a town's map stands on many pages
};

}  // namespace stadttor::drawing
