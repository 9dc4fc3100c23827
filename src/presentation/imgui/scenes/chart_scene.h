// A chart inside a page: lines, bars or stacks of the numbers in the scene's table, which stays beside it. Pointers and keys
// read values out; nothing is chosen and nothing moves.
#pragma once

#include <optional>

#include "presentation/imgui/scenes/chart/chart_layout.h"
#include "presentation/imgui/scenes/scene.h"

namespace stadttor::presentation::imgui {

class ChartScene : public Scene {
 public:
  void resize(double width, double height) override;
  // The value that is read out stays so while the page has it.
  void show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused) override;

  // The table's cell whose value is drawn there.
  std::optional<semantics::NodeKey> node_at(view::ScreenPoint point) const override;
  void hover(std::optional<semantics::NodeKey> node) override;

  void press(std::int64_t pointer, view::ScreenPoint at, double seconds) override;
  void move(std::int64_t pointer, view::ScreenPoint at, double seconds) override;
  bool release(std::int64_t pointer, double seconds) override;
  void cancel() override { pressed_.reset(); }
  void wheel(double, view::ScreenPoint) override {}
  // Arrows go from value to value as they are seen, First and Last along the axis; Dismiss takes the readout away.
  bool key(view::SceneKey key) override;
  std::string readout() const override;

  bool advance(double) override { return false; }
  void draw(const SceneInk& ink) override;
  const Error* fault() const override { return fault_ ? &*fault_ : nullptr; }

 private:
  struct Press {
    std::int64_t pointer;
    view::ScreenPoint at;
  };
  std::optional<chart::ValuePlace> find_place(semantics::NodeKey cell) const;
  void step(int categories, int series);

  chart::ChartPlace place_;
  chart::ChartData data_;
  chart::ChartLayout layout_;  // as it was drawn last
  std::optional<Error> fault_;
  std::optional<chart::ValuePlace> read_;     // by keys or a press
  std::optional<chart::ValuePlace> hovered_;
  std::optional<Press> pressed_;
};

}  // namespace stadttor::presentation::imgui
