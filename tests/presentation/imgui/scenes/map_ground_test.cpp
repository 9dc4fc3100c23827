#include "presentation/imgui/scenes/map_ground.h"

#include <doctest/doctest.h>

#include <memory>

#include "map/map_fixtures.h"
#include "presentation/imgui/scenes/map/tile_reader.h"

using namespace stadttor;
using namespace stadttor::testing;
using presentation::imgui::SceneInk;
using presentation::imgui::PlacedTile;
using presentation::imgui::Theme;

namespace {

// A draw list without a window, clipped to 800 times 600.
class Sheet {
 public:
  Sheet() : before_(ImGui::GetCurrentContext()), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
    list_->_ResetForNewFrame();
    list_->PushClipRect({0, 0}, {800, 600});
  }
  ~Sheet() {
    list_.reset();
    ImGui::DestroyContext(context_);
    ImGui::SetCurrentContext(before_);
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  int corners_after(const map::MapTile& tile, presentation::imgui::view::ScreenPoint corner, double zoom) {
    list_->_ResetForNewFrame();
    list_->PushClipRect({0, 0}, {800, 600});
    const SceneInk ink{*list_, {0, 0}, theme_, nullptr};
    draw_ground(ink, {PlacedTile{&tile, corner, 512}}, zoom, 1);
    return list_->VtxBuffer.Size;
  }
  const ImVector<ImDrawVert>& corners() const { return list_->VtxBuffer; }

 private:
  ImGuiContext* before_;
  ImGuiContext* context_;
  std::unique_ptr<ImDrawList> list_;
  Theme theme_;
};

map::MapTile tile_of(map::Layer layer, authoring::Shape shape, const std::string& kind, const authoring::UnitPath& path) {
  authoring::TileEncoding encoding(4096);
  encoding.add(drawn(layer, shape, kind), {path}, false);
  return map::read_tile(encoding.bytes(), "tile").value();
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes") {
  TEST_CASE("a house is drawn where it stands, with its edge only when it is near") {
    Sheet sheet;
    const map::MapTile tile = tile_of(map::Layer::Building, authoring::Shape::Polygon, "building", {{400, 400}, {800, 400}, {800, 800}, {400, 800}});

    CHECK(sheet.corners_after(tile, {100, 50}, 14) == 4);
    CHECK(sheet.corners()[0].pos.x == doctest::Approx(150));
    CHECK(sheet.corners()[0].pos.y == doctest::Approx(100));
    CHECK(sheet.corners_after(tile, {100, 50}, 16) > 4);
  }

  TEST_CASE("what lies outside the view costs nothing") {
    Sheet sheet;
    const map::MapTile house = tile_of(map::Layer::Building, authoring::Shape::Polygon, "building", {{400, 400}, {800, 400}, {800, 800}, {400, 800}});
    const map::MapTile street = tile_of(map::Layer::Street, authoring::Shape::Line, "main", {{0, 400}, {4096, 400}});

    CHECK(sheet.corners_after(house, {900, 50}, 16) == 0);
    CHECK(sheet.corners_after(street, {0, -300}, 16) == 0);
    CHECK(sheet.corners_after(street, {0, 0}, 16) > 0);
  }

  TEST_CASE("where a tile was cut off no edge is drawn, or the map would show its tiles") {
    Sheet sheet;
    const auto corners_of = [&sheet](double left) {
      return sheet.corners_after(tile_of(map::Layer::Area, authoring::Shape::Polygon, "forest", {{left, 400}, {4000, 400}, {4000, 800}, {left, 800}}), {100, 50}, 16);
    };
    CHECK(corners_of(-96) < corners_of(96));
  }

  TEST_CASE("streets that are not shown from afar draw nothing there") {
    Sheet sheet;
    const map::MapTile path = tile_of(map::Layer::Street, authoring::Shape::Line, "path", {{0, 400}, {4096, 400}});

    CHECK(sheet.corners_after(path, {0, 0}, 12) == 0);
    CHECK(sheet.corners_after(path, {0, 0}, 15) > 0);
  }
}
