// One citizen's visit at a terminal: the portal, shown by the presenter. Keeps nothing when it ends: the next visit has a
// portal of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "portal/portal.h"
#include "presentation/imgui/presenter.h"
#include "programs/drawing/city_look.h"
#include "programs/desk/native_desk.h"
#include "programs/drawing/city_scenes.h"

namespace stadttor::terminal {

class TerminalVisit : private portal::Front {
 public:
  struct Start {
    std::string path;         // of the page a visit begins with
    float text_size = 1.25F;  // a terminal's targets are large
  };

  TerminalVisit(const drawing::CityFiles& files, platform::Clock& clock, drawing::CityLook& look,
                drawing::CityScenes& scenes, presentation::imgui::Presenter& presenter, Start start);

  void begin_anew();
  void act(const semantics::ActionQueue& actions);
  // Lets the portal go on; true while something is under way.
  bool go_on();

  const semantics::Tree& page() const { return shown_; }
  const std::string& path() const { return path_; }

 private:
  void take_over(const semantics::Tree& tree) override { shown_ = tree; }
  void show(const semantics::Tree& tree, const std::vector<portal::Effect>& effects) override;
  void request_frame() override { wants_frame_ = true; }
  void give_up(std::string_view why) override;
  void carry_out(const portal::Effect& effect);
  void set_view(const std::string& name, const std::string& value);
  void forget_view();

  const drawing::CityFiles& files_;
  platform::Clock& clock_;
  drawing::CityLook& look_;
  drawing::CityScenes& scenes_;
  presentation::imgui::Presenter& presenter_;
  Start start_;
  programs::NativeDesk desk_;  // in memory: nothing of one visit is there in the next
  std::unique_ptr<portal::Portal> portal_;
  semantics::Tree shown_;
  std::string path_;
  bool wants_frame_ = false;
};

}  // namespace stadttor::terminal
