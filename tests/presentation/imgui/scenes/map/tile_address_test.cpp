#include "presentation/imgui/scenes/map/tile_address.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <vector>

using namespace stadttor::presentation::imgui::map;

TEST_SUITE("presentation/imgui/scenes/map") {
  // Numbers from the reference implementation of PMTiles.
  TEST_CASE("tiles are numbered as the format has it") {
    CHECK(tile_id_of({0, 0, 0}) == 0);
    CHECK(tile_id_of({1, 0, 0}) == 1);
    CHECK(tile_id_of({1, 0, 1}) == 2);
    CHECK(tile_id_of({1, 1, 1}) == 3);
    CHECK(tile_id_of({1, 1, 0}) == 4);
    CHECK(tile_id_of({2, 0, 0}) == 5);
    CHECK(tile_id_of({12, 3423, 1763}) == 19'078'479);
  }

  TEST_CASE("each tile of a zoom has its own number, and neighbours in number are neighbours on the map") {
    std::vector<TileAddress> by_id(64);
    std::set<std::uint64_t> ids;
    const std::uint64_t first = tile_id_of({3, 0, 0});
    for (std::uint32_t y = 0; y < 8; ++y) {
      for (std::uint32_t x = 0; x < 8; ++x) {
        const std::uint64_t id = tile_id_of({3, x, y});
        ids.insert(id);
        if (!CHECK(id - first < 64)) return;
        by_id[static_cast<std::size_t>(id - first)] = {3, x, y};
      }
    }
    CHECK(ids.size() == 64);
    for (std::size_t i = 1; i < by_id.size(); ++i) {
      const int dx = std::abs(static_cast<int>(by_id[i].x) - static_cast<int>(by_id[i - 1].x));
      const int dy = std::abs(static_cast<int>(by_id[i].y) - static_cast<int>(by_id[i - 1].y));
      CHECK(dx + dy == 1);
    }
  }
}
