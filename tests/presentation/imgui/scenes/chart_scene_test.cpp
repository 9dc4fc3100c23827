#include "presentation/imgui/scenes/chart_scene.h"

#include <doctest/doctest.h>

#include "chart/chart_fixtures.h"
#include "scene_sheet.h"

using namespace stadttor;
using namespace stadttor::testing;
using presentation::imgui::ChartScene;
using presentation::imgui::view::ScreenPoint;
using presentation::imgui::view::SceneKey;

namespace {

struct SeenChart {
  ChartPage page;
  SceneSheet sheet;
  ChartScene scene;

  explicit SeenChart(ChartPage shown) : page(std::move(shown)) {
    scene.resize(800, 600);
    scene.show_page(page.tree, page.scene, {});
    sheet.draw(scene);
  }

  // The first place, row by row, at which something is found.
  std::optional<ScreenPoint> find_any() const {
    for (double y = 0; y < 600; y += 8) {
      for (double x = 0; x < 800; x += 8) {
        if (scene.node_at({x, y})) return ScreenPoint{x, y};
      }
    }
    return {};
  }
  std::string after(SceneKey key) {
    scene.key(key);
    return scene.readout();
  }
};

}  // namespace

TEST_SUITE("presentation/imgui/scenes") {
  TEST_CASE("arrow keys go from value to value, Home and End to both ends of a series") {
    SeenChart seen(births_and_deaths("line chart"));
    CHECK(seen.scene.readout().empty());

    CHECK(seen.after(SceneKey::Right) == "Geburten, 2021: 1.466 Fälle");
    CHECK(seen.after(SceneKey::Right) == "Geburten, 2022: 431 Fälle");
    CHECK(seen.after(SceneKey::Down) == "Sterbefälle, 2022: nicht gezählt");
    CHECK(seen.after(SceneKey::Last) == "Sterbefälle, 2023: 601 Fälle");
    CHECK(seen.after(SceneKey::Right) == "Sterbefälle, 2023: 601 Fälle");
    CHECK(seen.after(SceneKey::First) == "Sterbefälle, 2021: 520 Fälle");
    CHECK(seen.after(SceneKey::Up) == "Geburten, 2021: 1.466 Fälle");
    CHECK(seen.after(SceneKey::Dismiss).empty());
    CHECK_FALSE(seen.scene.key(SceneKey::ZoomIn));
    CHECK_FALSE(seen.scene.key(SceneKey::ShowAll));
  }

  TEST_CASE("keys go as the values are seen: mirrored from right to left, upwards through a stack, downwards along lying bars") {
    SeenChart mirrored(births_and_deaths("line chart", "rtl"));
    mirrored.after(SceneKey::First);
    CHECK(mirrored.after(SceneKey::Left) == "Geburten، 2022: 431 Fälle");

    SeenChart stacked(births_and_deaths("stacked chart"));
    stacked.after(SceneKey::First);
    CHECK(stacked.after(SceneKey::Up) == "Sterbefälle, 2021: 520 Fälle");

    SeenChart lying(ChartPage("bar chart", {"2024", "2025"}, {{std::string(90, 'a'), {{"1", "1"}, {"2", "2"}}}, {std::string(90, 'b'), {{"3", "3"}, {"4", "4"}}}}));
    lying.after(SceneKey::First);
    lying.after(SceneKey::Right);
    CHECK(lying.after(SceneKey::Down) == "2025, " + std::string(90, 'b') + ": 4 Fälle");
  }

  TEST_CASE("a press reads out the value that is there, one beside all of them ends the reading, one that moves does nothing") {
    SeenChart seen(births_and_deaths("bar chart"));
    const auto place = seen.find_any();
    if (!CHECK(place.has_value())) return;

    seen.scene.press(1, *place, 0);
    CHECK(seen.scene.release(1, 0.1));
    CHECK(seen.scene.readout() == "Geburten, 2021: 1.466 Fälle");

    seen.scene.press(1, {790, 10}, 0);
    CHECK(seen.scene.release(1, 0.1));
    CHECK(seen.scene.readout().empty());

    seen.scene.press(1, *place, 0);
    seen.scene.move(1, {place->x + 40, place->y}, 0.1);
    CHECK_FALSE(seen.scene.release(1, 0.2));
    CHECK(seen.scene.readout().empty());
  }

  TEST_CASE("what is read out stays while the page still has it, and says what it is now") {
    SeenChart seen(births_and_deaths("line chart"));
    seen.after(SceneKey::First);

    const ChartPage other("line chart", {"Geburten"}, {{"2021", {{"7", "7"}}}});
    seen.scene.show_page(other.tree, other.scene, {});
    CHECK(seen.scene.readout() == "Geburten, 2021: 7 Fälle");

    const ChartPage gone("line chart", {"Geburten"}, {{"2022", {{"7", "7"}}}});
    seen.scene.show_page(gone.tree, gone.scene, {});
    CHECK(seen.scene.readout().empty());
  }

  TEST_CASE("what is pointed at is drawn beside its value") {
    SeenChart seen(births_and_deaths("line chart"));
    const auto place = seen.find_any();
    if (!CHECK(place.has_value())) return;
    const int before = seen.sheet.draw(seen.scene);

    seen.scene.hover(seen.scene.node_at(*place));
    CHECK(seen.sheet.draw(seen.scene) > before);
    CHECK(seen.sheet.has_written("1.466 Fälle"));
    seen.scene.hover({});
    CHECK(seen.sheet.draw(seen.scene) == before);
  }

  TEST_CASE("a table without numbers is a fault, draws nothing but its ground, and is over when numbers come") {
    SeenChart seen(ChartPage("bar chart", {"Zahl"}, {{"2021", {{"nicht gezählt", ""}}}}));
    CHECK(seen.scene.fault() != nullptr);
    CHECK(seen.sheet.draw(seen.scene) == 4);
    CHECK_FALSE(seen.scene.key(SceneKey::Right));

    const ChartPage page = births_and_deaths("bar chart");
    seen.scene.show_page(page.tree, page.scene, {});
    CHECK(seen.scene.fault() == nullptr);
    CHECK(seen.sheet.draw(seen.scene) > 4);
  }
}
