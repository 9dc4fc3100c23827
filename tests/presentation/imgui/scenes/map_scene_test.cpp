#include "presentation/imgui/scenes/map_scene.h"

#include <doctest/doctest.h>

#include "map/map_fixtures.h"
#include "semantics/page.h"

using namespace stadttor;
using namespace stadttor::testing;
using presentation::imgui::MapScene;

namespace {

struct ScenePage {
  semantics::Tree tree;
  semantics::NodeIndex scene = 0;

  explicit ScenePage(std::string_view extent = {}) {
    semantics::ActionQueue actions;
    {
      semantics::Page page(tree, actions);
      auto map = page.scene("map", "Stadtplan", {.kind = "map", .extent = extent});
      page.button("near", "Nah", {.position = "0.01,0.01"});
      page.button("far", "Fern", {.position = "0.3,0.3"});
    }
    for (semantics::NodeIndex i = 0; i < tree.size(); ++i) {
      if (tree.node(i).role == semantics::Role::Scene) scene = i;
    }
  }
};

struct SmallScene : MapScene {
  SmallScene() : MapScene(map::TileArchive::read(small_archive(), "small").value()) { resize(800, 600); }
};

bool is_in_view(const MapScene& scene, map::GeoPoint place) {
  const presentation::imgui::view::ScreenPoint at = scene.viewport().screen_from_world(map::world_from_geo(place));
  return at.x >= 0 && at.y >= 0 && at.x <= 800 && at.y <= 600;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes") {
  TEST_CASE("a map shows all its markers at first, and the whole town without any") {
    SmallScene scene;
    CHECK(is_in_view(scene, {0.15, -0.2}));

    const ScenePage page;
    scene.show_page(page.tree, page.scene, {});

    CHECK(is_in_view(scene, {0.01, 0.01}));
    CHECK(is_in_view(scene, {0.3, 0.3}));
    CHECK(scene.markers().size() == 2);
  }

  TEST_CASE("a page may ask for a part of the map; what the citizen did to the view is kept") {
    SmallScene scene;
    const ScenePage page("-0.05,-0.05,0.05,0.05");
    scene.show_page(page.tree, page.scene, {});
    CHECK_FALSE(is_in_view(scene, {0.3, 0.3}));

    scene.viewport().pan_by(-500, 0);
    const double moved = scene.viewport().middle().x;
    scene.show_page(page.tree, page.scene, {});
    CHECK(scene.viewport().middle().x == moved);

    scene.show_all();
    CHECK(scene.viewport().middle().x == doctest::Approx(0.5));
  }

  TEST_CASE("a marker that gets the focus is brought into view") {
    SmallScene scene;
    const ScenePage page("-0.05,-0.05,0.05,0.05");
    scene.show_page(page.tree, page.scene, {});
    const semantics::NodeKey far = scene.markers()[1].key;

    scene.show_page(page.tree, page.scene, far);

    CHECK(is_in_view(scene, {0.3, 0.3}));
    const auto chosen = scene.node_at(scene.viewport().screen_from_world(map::world_from_geo({0.3, 0.3})));
    if (!CHECK(chosen.has_value())) return;
    CHECK(*chosen == far);
  }

  TEST_CASE("a map with a text field takes any place into it, as positions are written; one without takes none") {
    SmallScene scene;
    const ScenePage without;
    scene.show_page(without.tree, without.scene, {});
    CHECK_FALSE(scene.picker().has_value());

    semantics::Tree tree;
    {
      semantics::ActionQueue actions;
      semantics::Page page(tree, actions);
      auto map = page.scene("map", "Karte", {.kind = "map"});
      page.text_field("point", "Stelle", "");
    }
    semantics::NodeIndex index = 0;
    while (tree.node(index).role != semantics::Role::Scene) ++index;
    scene.show_page(tree, index, {});
    if (!CHECK(scene.picker().has_value())) return;
    CHECK(tree.node(tree.find(*scene.picker())).role == semantics::Role::TextField);
    CHECK(scene.picked_at(scene.viewport().screen_from_world(map::world_from_geo({0.01, -0.02}))) == "0.01000,-0.02000");
  }
}
