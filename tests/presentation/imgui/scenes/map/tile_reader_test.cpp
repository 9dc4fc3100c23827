#include "presentation/imgui/scenes/map/tile_reader.h"

#include <doctest/doctest.h>

#include <cmath>

#include "map_fixtures.h"
#include "portal/authoring/map/protobuf_writing.h"

using namespace stadttor;
using namespace stadttor::testing;
using authoring::append_bytes_field;
using authoring::append_number_field;
using authoring::append_varint;

namespace {

using UnitPaths = std::vector<authoring::UnitPath>;

std::string tile_with(map::Layer layer, authoring::Shape shape, const std::string& kind, const UnitPaths& paths) {
  authoring::TileEncoding encoding(4096);
  encoding.add(drawn(layer, shape, kind, "Name"), paths, true);
  return encoding.bytes();
}

double area_of_triangles(const map::MapTile& tile) {
  double area = 0;
  for (std::size_t i = 0; i + 2 < tile.corners.size(); i += 3) {
    const map::TilePoint a = tile.points[tile.corners[i]];
    const map::TilePoint b = tile.points[tile.corners[i + 1]];
    const map::TilePoint c = tile.points[tile.corners[i + 2]];
    area += std::abs(static_cast<double>((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y))) / 2;
  }
  return area;
}

// A layer "area" with one polygon whose commands are these numbers.
std::string tile_with_commands(const std::vector<std::uint64_t>& commands) {
  std::string packed;
  for (const std::uint64_t command : commands) append_varint(packed, command);
  std::string feature;
  append_bytes_field(feature, 2, std::string("\0\0", 2));
  append_number_field(feature, 3, 3);
  append_bytes_field(feature, 4, packed);
  std::string value;
  append_bytes_field(value, 1, "field");
  std::string layer;
  append_bytes_field(layer, 1, "area");
  append_bytes_field(layer, 2, feature);
  append_bytes_field(layer, 3, "kind");
  append_bytes_field(layer, 4, value);
  std::string tile;
  append_bytes_field(tile, 3, layer);
  return tile;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes/map") {
  TEST_CASE("a tile is read as it was written: ground, ways and places with their names") {
    auto archive = map::TileArchive::read(small_archive(), "small");
    if (!CHECK(archive.ok())) return;

    const auto read = map::read_tile(archive.value().find(kMiddleTile), "tile");

    if (!CHECK(read.ok())) return;
    const map::MapTile& tile = read.value();
    if (!CHECK(tile.fills.size() == 1)) return;
    CHECK(tile.fills[0].ground == map::Ground::Field);
    CHECK(area_of_triangles(tile) == doctest::Approx(1.05).epsilon(0.05));  // the whole tile and its margin
    if (!CHECK(tile.lines.size() == 1)) return;
    CHECK(tile.lines[0].way == map::Way::Main);
    if (!CHECK(tile.places.size() == 1)) return;
    CHECK(tile.names[tile.places[0].name] == "Mitte");
    CHECK(tile.places[0].kind == map::PlaceKind::District);
    CHECK(tile.places[0].rank == 1);
    const map::WorldPoint mitte = map::world_from_geo({0.05, 0.05});
    const map::WorldBox box = map::world_box_of(kMiddleTile);
    CHECK(tile.places[0].at.x == doctest::Approx((mitte.x - box.minimum.x) * 2048).epsilon(0.01));
  }

  TEST_CASE("a hole in a polygon stays open") {
    const std::string bytes = tile_with(map::Layer::Area, authoring::Shape::Polygon, "forest",
                                        {{{0, 0}, {4096, 0}, {4096, 4096}, {0, 4096}}, {{1024, 1024}, {1024, 3072}, {3072, 3072}, {3072, 1024}}});

    const auto tile = map::read_tile(bytes, "tile");

    if (!CHECK(tile.ok())) return;
    if (!CHECK(tile.value().fills.size() == 1)) return;
    CHECK(tile.value().fills[0].rings.count == 2);
    CHECK(area_of_triangles(tile.value()) == doctest::Approx(0.75));
  }

  TEST_CASE("layers and kinds of other maps are passed over") {
    CHECK(map::read_tile(tile_with(map::Layer::Area, authoring::Shape::Polygon, "lava", {{{0, 0}, {9, 0}, {9, 9}}}), "tile").value().fills.empty());
    std::string layer;
    append_bytes_field(layer, 1, "volcano");
    std::string tile;
    append_bytes_field(tile, 3, layer);
    append_number_field(tile, 99, 1);
    CHECK(map::read_tile(tile, "tile").ok());
    CHECK(map::read_tile("", "tile").ok());
  }

  TEST_CASE("a tile with a million points is refused") {
    authoring::UnitPath line;
    for (int i = 0; i < 1'000'000; ++i) line.push_back({i % 2 * 4.0, i % 4096 * 1.0});

    const auto tile = map::read_tile(tile_with(map::Layer::Street, authoring::Shape::Line, "main", {line}), "tile");

    if (!CHECK_FALSE(tile.ok())) return;
    CHECK(tile.error().kind == ErrorKind::MalformedData);
  }

  TEST_CASE("a polygon with very many corners is drawn with fewer") {
    authoring::UnitPath ring;
    for (int i = 0; i < 20'000; ++i) {
      const double angle = i * 6.283185307 / 20'000;
      ring.push_back({2048e3 + 2048e3 * std::cos(angle), 2048e3 + 2048e3 * std::sin(angle)});
    }
    authoring::TileEncoding encoding(65536);
    for (authoring::TileUnit& unit : ring) unit = {unit.x / 64, unit.y / 64};
    encoding.add(drawn(map::Layer::Area, authoring::Shape::Polygon, "forest"), {ring}, true);

    const auto tile = map::read_tile(encoding.bytes(), "tile");

    if (!CHECK(tile.ok())) return;
    CHECK(tile.value().points.size() <= 3000);
    CHECK(area_of_triangles(tile.value()) == doctest::Approx(0.75).epsilon(0.02));
  }

  TEST_CASE("a polygon with thousands of holes is drawn with some of them") {
    UnitPaths rings = {{{0, 0}, {4096, 0}, {4096, 4096}, {0, 4096}}};
    for (int i = 0; i < 10'000; ++i) {
      const double x = i % 100 * 40.0 + 4;
      const double y = i / 100 * 40.0 + 4;
      rings.push_back({{x, y}, {x, y + 20}, {x + 20, y + 20}, {x + 20, y}});
    }

    const auto tile = map::read_tile(tile_with(map::Layer::Area, authoring::Shape::Polygon, "forest", rings), "tile");

    if (!CHECK(tile.ok())) return;
    if (!CHECK(tile.value().fills.size() == 1)) return;
    CHECK(tile.value().fills[0].rings.count > 100);
    CHECK(tile.value().fills[0].rings.count < 1000);
  }

  TEST_CASE("commands that promise more than there is, lead far away or mean nothing are refused") {
    const std::uint64_t move_to = 1 | 1U << 3;
    CHECK_FALSE(map::read_tile(tile_with_commands({1 | 500'000'000ULL << 3, 2, 2}), "tile").ok());
    CHECK_FALSE(map::read_tile(tile_with_commands({move_to, 2}), "tile").ok());
    CHECK_FALSE(map::read_tile(tile_with_commands({move_to, 4'000'000'000ULL, 2}), "tile").ok());
    CHECK_FALSE(map::read_tile(tile_with_commands({3 | 1U << 3, 2, 2}), "tile").ok());
    CHECK_FALSE(map::read_tile(tile_with_commands({2 | 1U << 3, 2, 2}), "tile").ok());
    CHECK(map::read_tile(tile_with_commands({move_to, 2, 2, 7 | 1U << 3}), "tile").ok());
  }

  TEST_CASE("a feature that refers to words which are not there is refused") {
    std::string bytes = tile_with(map::Layer::Street, authoring::Shape::Line, "main", {{{0, 0}, {9, 9}}});
    const std::size_t value = bytes.find("main");
    if (!CHECK(value != std::string::npos)) return;
    // Its field number: the value becomes a field nobody knows.
    bytes[value - 4] = static_cast<char>(9 << 3 | 2);
    CHECK_FALSE(map::read_tile(bytes, "tile").ok());
  }

  TEST_CASE("whatever is cut off of a tile, nothing crashes") {
    auto archive = map::TileArchive::read(small_archive(), "small");
    if (!CHECK(archive.ok())) return;
    const std::string_view whole = archive.value().find(kMiddleTile);
    for (std::size_t size = 1; size < whole.size(); ++size) {
      CAPTURE(size);
      const auto tile = map::read_tile(whole.substr(0, size), "tile");
      // Only between two layers a shorter tile is a tile.
      if (tile.ok()) CHECK(tile.value().fills.size() + tile.value().lines.size() < 3);
    }
  }
}
