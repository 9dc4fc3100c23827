#include "presentation/imgui/scenes/plan_scene.h"

#include <doctest/doctest.h>

#include "presentation/imgui/scenes/scene_maker.h"
#include "scene_sheet.h"
#include "semantics/page.h"

using namespace stadttor;
using namespace stadttor::testing;
using presentation::imgui::make_scene;
using presentation::imgui::PlanScene;
using presentation::imgui::view::ScreenPoint;
using presentation::imgui::view::SceneKey;
namespace plan = presentation::imgui::plan;
namespace view = presentation::imgui::view;

namespace {

struct StallPage {
  semantics::Tree tree;
  semantics::NodeIndex scene = 0;

  explicit StallPage(semantics::States bakery = 0) {
    semantics::ActionQueue actions;
    {
      semantics::Page page(tree, actions);
      auto plan = page.scene("plan", "Stände", {.kind = "plan", .extent = "0,0,800,600"});
      page.link("fish", "Fischhaus Petersen", "/fisch", {.shape = "100,100 200,100 200,150 100,150"});
      page.button("bakery", "Bäckerei, Konditorei und Kaffeehaus der Ziegelei am Markt", {.states = bakery, .shape = "300,100 400,100 400,150 300,150", .abbreviation = "7"});
      page.link("tiny", "Honig", "/honig", {.shape = "600,300 604,300 604,304 600,304"});
      page.link("nowhere", "Ohne Platz", "/ohne");
      page.link("broken", "Falsch", "/falsch", {.shape = "überall"});
    }
    for (semantics::NodeIndex i = 0; i < tree.size(); ++i) {
      if (tree.node(i).role == semantics::Role::Scene) scene = i;
    }
  }
};

struct MarketPlace : PlanScene {
  SceneSheet sheet;

  explicit MarketPlace(const StallPage& page) : PlanScene(plan::PlanBackground{800, 600, {{plan::PlanGround::Lettering, {{400, 500}}, 0, "Rathaus"}}}) {
    resize(800, 600);
    show_page(page.tree, page.scene, {});
  }
};

}  // namespace

TEST_SUITE("presentation/imgui/scenes") {
  TEST_CASE("a plan shows an area for each thing of the page that has corners, and all of it at first") {
    MarketPlace place{StallPage()};

    CHECK(place.areas().size() == 3);
    CHECK(place.viewport().screen_from_world({0, 0}).x == doctest::Approx(0));
    CHECK(place.viewport().screen_from_world({800, 600}).y == doctest::Approx(600));
  }

  TEST_CASE("an area is found where it is; one too small for a finger a little around it") {
    MarketPlace place{StallPage()};

    CHECK(place.node_at({150, 125}) == place.areas()[0].key);
    CHECK(place.node_at({399, 149}) == place.areas()[1].key);
    CHECK_FALSE(place.node_at({250, 125}).has_value());
    CHECK(place.node_at({611, 302}) == place.areas()[2].key);
    CHECK_FALSE(place.node_at({620, 302}).has_value());
  }

  TEST_CASE("pointers and keys move the plan as they move a map, and all of it can be shown again") {
    MarketPlace place{StallPage()};
    place.press(1, {400, 300}, 0);
    CHECK(place.release(1, 0.1));

    place.wheel(1, {150, 125});
    CHECK(place.viewport().screen_from_world({200, 125}).x == doctest::Approx(250));
    CHECK(place.key(SceneKey::Right));
    CHECK(place.viewport().screen_from_world({200, 125}).x == doctest::Approx(170));
    CHECK(place.key(SceneKey::ShowAll));
    CHECK(place.viewport().screen_from_world({200, 125}).x == doctest::Approx(200));
    CHECK_FALSE(place.key(SceneKey::First));
  }

  TEST_CASE("an area that gets the focus is named and brought into view") {
    const StallPage page;
    MarketPlace place(page);
    place.wheel(2, {0, 0});
    const semantics::NodeKey tiny = place.areas()[2].key;

    place.show_page(page.tree, page.scene, tiny);

    const ScreenPoint at = place.viewport().screen_from_world({602, 302});
    CHECK(at.x > 0);
    CHECK(at.x < 800);
    place.sheet.draw(place);
    CHECK(place.sheet.has_written("Honig"));
  }

  TEST_CASE("an area bears its name, its abbreviation where that has no room, or nothing; what is pointed at is named") {
    MarketPlace place{StallPage()};
    place.sheet.draw(place);
    CHECK(place.sheet.has_written("Fischhaus"));
    CHECK(place.sheet.has_written("Petersen"));
    CHECK(place.sheet.has_written("7"));
    CHECK(place.sheet.has_written("Rathaus"));
    CHECK_FALSE(place.sheet.has_written("Honig"));

    place.hover(place.areas()[2].key);
    place.sheet.draw(place);
    CHECK(place.sheet.has_written("Honig"));
  }

  TEST_CASE("a thing alone on a plan is named from the start") {
    const StallPage page;
    MarketPlace place(page);
    semantics::Tree tree;
    semantics::ActionQueue actions;
    {
      semantics::Page one(tree, actions);
      auto plan = one.scene("plan", "Stand", {.kind = "plan"});
      one.paragraph("Stand 13", {.shape = "600,300 604,300 604,304 600,304"});
    }
    place.show_page(tree, 1, {});

    place.sheet.draw(place);
    CHECK(place.sheet.has_written("Stand 13"));
  }

  TEST_CASE("chosen, focused and unavailable areas are drawn with more than another colour") {
    const auto corners = [](semantics::States states, bool is_focused) {
      const StallPage page(states);
      MarketPlace place(page);
      if (is_focused) place.show_page(page.tree, page.scene, place.areas()[1].key);
      return place.sheet.draw(place);
    };
    const int plain = corners(0, false);
    CHECK(corners(states_of(semantics::State::Selected), false) > plain);
    CHECK(corners(states_of(semantics::State::Disabled), false) > plain);
    CHECK(corners(0, true) > plain);
  }

  TEST_CASE("a plan is made of its background; a broken one makes no scene") {
    CHECK(make_scene("plan", R"({"width":9,"height":5,"shapes":[]})", "plan.json", view::Motion::Full).ok());
    const auto broken = make_scene("plan", R"({"width":9)", "plan.json", view::Motion::Full);
    if (!CHECK_FALSE(broken.ok())) return;
    CHECK(broken.error().where.find("plan.json") != std::string::npos);
  }
}
