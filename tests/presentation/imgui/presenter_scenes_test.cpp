#include <doctest/doctest.h>

#include <cmath>

#include "presentation/imgui/presenter.h"
#include "semantics/page.h"
#include "support/drawn_page.h"
#include "support/recorded_scenes.h"

namespace stadttor::presentation::imgui {

using semantics::Page;
using semantics::Role;
using testing::described;
using testing::DrawnPage;
using testing::RecordedScenes;

namespace {

struct SceneOnPage {
  std::string_view kind = "map";
  std::string_view source = "/daten/1/karte.pmtiles";
  int lines_behind = 60;
};

semantics::Tree page_with(SceneOnPage scene) {
  semantics::Tree tree;
  const semantics::ActionQueue nothing;
  Page page(tree, nothing);
  page.set_document("Seite", "de", "ltr");
  {
    auto main = page.main();
    page.heading(1, "Stadtplan");
    if (!scene.kind.empty()) {
      auto map = page.scene("map", "Karte", {.kind = scene.kind, .source = scene.source});
      page.button("hall", "Rathaus", {.position = "50,8"});
      page.link("baths", "Freibad", "/de/orte/freibad", {.position = "50,8"});
    }
    for (int i = 0; i < scene.lines_behind; ++i) page.paragraph("Zeile");
  }
  page.finish();
  return tree;
}

// A page whose scenes are recorded, as it is after the first frame with them.
struct ScenePage {
  RecordedScenes scenes;
  DrawnPage drawn;

  explicit ScenePage(SceneOnPage scene = {}, float height = 800) : drawn(semantics::Tree(), 1000, height) {
    drawn.presenter().draw_scenes(scenes);
    shows(scene);
  }
  void shows(SceneOnPage scene) {
    drawn.presenter().show(page_with(scene));
    drawn.frame();
  }
  Rect drawing() const {
    for (const Box& box : const_cast<DrawnPage&>(drawn).presenter().page().boxes) {
      if (box.part == Part::Drawing) return box.rect;
    }
    return {};
  }
  semantics::NodeKey key_of(std::string_view role, std::string_view name) const { return drawn.tree().node(drawn.find(role, name)).key; }
  float top_of(std::string_view role, std::string_view name) { return drawn.presenter().targets().rect_of(drawn.find(role, name)).y; }
  // The pointer, in the drawing.
  void points_at(float x, float y) {
    const Rect rect = drawing();
    ImGui::GetIO().AddMousePosEvent(rect.x + x, rect.y + y - drawn.presenter().scroll());
    drawn.plays(2);
  }
  semantics::ActionQueue presses_at(float x, float y) {
    const Rect rect = drawing();
    return drawn.clicks_at(rect.x + x, rect.y + y - drawn.presenter().scroll());
  }
  std::string sentence() const {
    for (const TextRun& run : const_cast<DrawnPage&>(drawn).presenter().page().runs) {
      if (run.part == Part::Hint) return std::string(run.text);
    }
    return {};
  }
};

}  // namespace

TEST_SUITE("presenter/scenes") {
  TEST_CASE("a drawing has its place above what describes it, two thirds of the window high, within bounds") {
    ScenePage page({}, 600);
    CHECK(page.drawing().height == doctest::Approx(0.65F * 600));
    CHECK(page.drawing().bottom() < page.top_of("button", "Rathaus"));
    CHECK(page.scenes.record.width == doctest::Approx(static_cast<double>(page.drawing().width)));
    ImGui::GetIO().DisplaySize.y = 300;
    page.drawn.frame();
    CHECK(page.drawing().height == doctest::Approx(16 * kRemOfPage));
    CHECK(page.scenes.record.height == doctest::Approx(16.0 * kRemOfPage));
    ImGui::GetIO().DisplaySize.y = 2000;
    page.drawn.frame();
    CHECK(page.drawing().height == doctest::Approx(30 * kRemOfPage));
  }

  TEST_CASE("where a drawing can't be had a sentence in the page's language stands above what describes it") {
    ScenePage page({.kind = "broken"});
    CHECK(page.drawing().height == 0);
    CHECK(page.sentence() == "Nicht gezeichnet (de)");
    CHECK(page.drawn.presenter().targets().is_shown(page.drawn.find("button", "Rathaus")));
  }

  TEST_CASE("of a kind that is not drawn there is what describes it, and nothing is said") {
    ScenePage page({.kind = "globe"});
    CHECK(page.drawing().height == 0);
    CHECK(page.sentence().empty());
    CHECK(page.drawn.presenter().targets().stops().size() == 2);
  }

  TEST_CASE("a scene that turns out broken while it is drawn makes room for the sentence") {
    ScenePage page;
    page.scenes.record.fault = Error{ErrorKind::MalformedData, "a tile", "cut off", NextStep::TryAgain};
    page.drawn.plays(2);
    CHECK(page.drawing().height == 0);
    CHECK(page.sentence() == "Nicht gezeichnet (de)");
  }

  TEST_CASE("a scene is kept while its node stays, opened anew for another source, and gone with its node") {
    ScenePage page;
    page.shows({.lines_behind = 3});
    CHECK(page.scenes.opened == "/daten/1/karte.pmtiles");
    page.shows({.source = "/daten/2/karte.pmtiles"});
    CHECK(page.scenes.opened == "/daten/1/karte.pmtiles /daten/2/karte.pmtiles");
    const auto key = page.key_of("scene", "Karte");
    page.shows({.kind = ""});
    CHECK(page.drawn.presenter().scenes().find(key) == nullptr);
  }

  TEST_CASE("who drags on the drawing moves it, who drags beside it moves the page") {
    ScenePage page;
    page.scenes.record.chooses = false;
    ImGuiIO& io = ImGui::GetIO();
    page.points_at(100, 200);
    io.AddMouseButtonEvent(0, true);
    page.drawn.plays(2);
    page.points_at(100, 120);
    io.AddMouseButtonEvent(0, false);
    page.drawn.plays(2);
    CHECK(page.scenes.record.events == "press 100,200; move 100,120; release");
    CHECK(page.drawn.presenter().scroll() == 0);

    const float below = page.drawing().bottom() + 80;
    io.AddMousePosEvent(900, below);
    io.AddMouseButtonEvent(0, true);
    page.drawn.plays(2);
    io.AddMousePosEvent(900, below - 60);
    page.drawn.plays(2);
    CHECK(page.drawn.presenter().scroll() == doctest::Approx(60));
    io.AddMouseButtonEvent(0, false);
    page.drawn.plays(2);
    CHECK(page.scenes.record.events == "press 100,200; move 100,120; release");
  }

  TEST_CASE("what is chosen on the drawing does what its control does; a link is gone to first") {
    ScenePage page;
    page.scenes.record.shown = page.key_of("button", "Rathaus");
    CHECK(described(page.presses_at(100, 200), page.drawn.tree()) == "press Rathaus");
    page.scenes.record.shown = page.key_of("link", "Freibad");
    CHECK(described(page.presses_at(100, 200), page.drawn.tree()) == "focus Freibad");
    CHECK(page.drawn.focused_name() == "Freibad");
    CHECK(page.scenes.record.focused == page.key_of("link", "Freibad"));
    page.scenes.record.shown.reset();
    CHECK(described(page.presses_at(100, 200), page.drawn.tree()) == "blur Freibad");
  }

  TEST_CASE("what the pointer is over is named, and no longer when it has left the drawing") {
    ScenePage page;
    page.scenes.record.shown = page.key_of("button", "Rathaus");
    page.points_at(100, 200);
    CHECK(page.scenes.record.hovered == page.scenes.record.shown);
    page.points_at(100, -40);
    CHECK_FALSE(page.scenes.record.hovered.has_value());
  }

  TEST_CASE("the wheel scrolls the page past a drawing, and enlarges it after a press on it") {
    ScenePage page;
    page.points_at(100, 300);
    ImGui::GetIO().AddMouseWheelEvent(0, -1);
    page.drawn.plays(2);
    CHECK(page.drawn.presenter().scroll() == 100);
    CHECK(page.scenes.record.events.empty());
    page.presses_at(100, 300);
    page.scenes.record.events.clear();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    page.drawn.plays(2);
    CHECK(page.scenes.record.events == "nearer");
    CHECK(page.drawn.presenter().scroll() == 100);
  }

  TEST_CASE("buttons on the drawing enlarge it, make it smaller and show all of it, and choose nothing behind them") {
    ScenePage page;
    page.scenes.record.shown = page.key_of("button", "Rathaus");
    for (const SceneButton& button : scene_buttons(page.drawing(), ButtonCorner::Upper, kRemOfPage, false)) {
      CHECK(button.rect.width >= 24);
      CHECK(page.drawn.clicks_at(button.rect.x + 5, button.rect.y + 5).empty());
      CHECK_FALSE(page.scenes.record.hovered.has_value());
    }
    CHECK(page.scenes.record.events == "zoom in; zoom out; show all");
  }

  TEST_CASE("they stand at the end of lines: below each other above, of a plan beside each other below") {
    const auto rows = [](const std::array<SceneButton, 3>& buttons) {
      std::string places;
      for (const SceneButton& button : buttons) places += std::to_string(std::lround(button.rect.x)) + "," + std::to_string(std::lround(button.rect.y)) + " ";
      return places;
    };
    const Rect drawing{0, 0, 400, 300};
    CHECK(rows(scene_buttons(drawing, button_corner("map"), kRemOfPage, false)) == "344,12 344,64 344,116 ");
    CHECK(rows(scene_buttons(drawing, button_corner("map"), kRemOfPage, true)) == "12,12 12,64 12,116 ");
    CHECK(rows(scene_buttons(drawing, button_corner("plan"), kRemOfPage, false)) == "240,244 292,244 344,244 ");
    CHECK(rows(scene_buttons(drawing, button_corner("plan"), kRemOfPage, true)) == "116,244 64,244 12,244 ");
  }

  TEST_CASE("the Tab key comes to the drawing before what describes it, and keys move it as in a browser") {
    ScenePage page;
    page.drawn.presses_key(ImGuiKey_Tab);
    CHECK(page.drawn.focused_name() == "Karte");
    page.drawn.presses_key(ImGuiKey_LeftArrow);
    page.drawn.presses_key(ImGuiKey_DownArrow);
    page.drawn.types("+");
    page.drawn.types("-");
    page.drawn.types("0");
    page.drawn.presses_key(ImGuiKey_Escape);
    CHECK(page.scenes.record.events == "left; down; zoom in; zoom out; show all; dismiss");
    CHECK(page.drawn.presenter().scroll() == 0);
    page.scenes.record.takes_keys = false;
    page.drawn.presses_key(ImGuiKey_DownArrow);
    CHECK(page.drawn.presenter().scroll() > 0);
    page.drawn.presses_key(ImGuiKey_Tab);
    CHECK(page.drawn.focused_name() == "Rathaus");
  }

  TEST_CASE("a map that was thrown goes on by itself, and when it rests no frame is wanted") {
    ScenePage page;
    page.drawn.plays(5);
    CHECK_FALSE(page.drawn.presenter().wants_frame());
    page.scenes.record.frames_to_glide = 10;
    page.drawn.plays(5);
    CHECK(page.drawn.presenter().wants_frame());
    page.drawn.plays(12);
    CHECK_FALSE(page.drawn.presenter().wants_frame());
  }
}

}  // namespace stadttor::presentation::imgui
