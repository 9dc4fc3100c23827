// Scenes that draw nothing and remember what is done to them, for pages that have one.
#pragma once

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "presentation/imgui/drawn_scenes.h"

namespace stadttor::testing {

// What happened, in words: "press 10,20; move 30,20; release".
struct SceneRecord {
  std::string events;
  double width = 0;
  double height = 0;
  semantics::NodeKey focused{};
  std::optional<semantics::NodeKey> hovered;
  // What the scene is to answer.
  std::optional<semantics::NodeKey> shown;  // wherever one looks
  bool chooses = true;
  bool takes_keys = true;
  int frames_to_glide = 0;
  std::optional<Error> fault;
};

class RecordedScene : public presentation::imgui::Scene {
 public:
  explicit RecordedScene(SceneRecord& record) : record_(record) {}

  void resize(double width, double height) override {
    record_.width = width;
    record_.height = height;
  }
  void show_page(const semantics::Tree&, semantics::NodeIndex, semantics::NodeKey focused) override { record_.focused = focused; }
  std::optional<semantics::NodeKey> node_at(presentation::imgui::view::ScreenPoint) const override { return record_.shown; }
  void hover(std::optional<semantics::NodeKey> node) override { record_.hovered = node; }
  void press(std::int64_t, presentation::imgui::view::ScreenPoint at, double) override { note("press", at); }
  void move(std::int64_t, presentation::imgui::view::ScreenPoint at, double) override { note("move", at); }
  bool release(std::int64_t, double) override {
    note("release");
    return record_.chooses;
  }
  void cancel() override { note("cancel"); }
  void wheel(double steps, presentation::imgui::view::ScreenPoint) override { note(steps > 0 ? "nearer" : "further"); }
  bool key(presentation::imgui::view::SceneKey key) override {
    constexpr const char* kNames[] = {"left", "right", "up", "down", "zoom in", "zoom out", "show all", "first", "last", "dismiss"};
    if (record_.takes_keys) note(kNames[static_cast<int>(key)]);
    return record_.takes_keys;
  }
  bool advance(double) override { return record_.frames_to_glide > 0 && --record_.frames_to_glide > 0; }
  void draw(const presentation::imgui::SceneInk&) override {}
  const Error* fault() const override { return record_.fault ? &*record_.fault : nullptr; }
  presentation::imgui::view::Viewport* find_viewport() override { return &viewport_; }

 private:
  void note(std::string_view what) { record_.events.append(record_.events.empty() ? "" : "; ").append(what); }
  void note(std::string_view what, presentation::imgui::view::ScreenPoint at) {
    note(std::string(what) + " " + std::to_string(std::lround(at.x)) + "," + std::to_string(std::lround(at.y)));
  }

  SceneRecord& record_;
  presentation::imgui::view::Viewport viewport_{{{0, 0}, {1, 1}}, 0, 10};
};

// Opens a recorded scene for kind "map", says NotFound for "broken" and NotSupported for anything else.
class RecordedScenes : public presentation::imgui::ScenePort {
 public:
  Result<std::unique_ptr<presentation::imgui::Scene>> open_scene(std::string_view kind, std::string_view source) override {
    opened.append(opened.empty() ? "" : " ").append(source);
    if (kind == "map") return std::unique_ptr<presentation::imgui::Scene>(std::make_unique<RecordedScene>(record));
    return Error{kind == "broken" ? ErrorKind::NotFound : ErrorKind::NotSupported, std::string(source), "no scene", NextStep::TryAgain};
  }
  std::string sentence_instead(std::string_view language) override { return "Nicht gezeichnet (" + std::string(language) + ")"; }

  SceneRecord record;
  std::string opened;  // sources, in order
};

}  // namespace stadttor::testing
