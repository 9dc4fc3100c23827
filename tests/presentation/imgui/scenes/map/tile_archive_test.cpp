#include "presentation/imgui/scenes/map/tile_archive.h"

#include <doctest/doctest.h>

#include "map_fixtures.h"
#include "presentation/imgui/scenes/map/tile_reader.h"

using namespace stadttor;
using namespace stadttor::testing;
using map::TileArchive;

namespace {

Result<TileArchive> read(std::string bytes) { return TileArchive::read(std::move(bytes), "karte.pmtiles"); }

std::string with_byte(std::size_t at, char value) {
  std::string bytes = small_archive();
  bytes[at] = value;
  return bytes;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes/map") {
  TEST_CASE("an archive gives back the tiles it was written from") {
    const auto archive = read(small_archive());

    if (!CHECK(archive.ok())) return;
    CHECK(archive.value().minimum_zoom() == 11);
    CHECK(archive.value().maximum_zoom() == 11);
    CHECK(map::geo_from_world(archive.value().bounds().minimum).latitude == doctest::Approx(0.5));
    CHECK_FALSE(archive.value().find(kMiddleTile).empty());
    CHECK(archive.value().find({11, 0, 0}).empty());
    CHECK(archive.value().find({12, 2048, 2047}).empty());
  }

  TEST_CASE("a run of equal tiles is found at each of its places") {
    std::map<std::uint64_t, std::string> tiles;
    for (std::uint64_t i = 0; i < 5; ++i) tiles.emplace(map::tile_id_of({11, 0, 0}) + i, "same");
    const auto archive = read(authoring::archive_from_tiles(tiles, {"", authoring::extent_of(small_map()), 11, 11}));

    if (!CHECK(archive.ok())) return;
    CHECK(archive.value().entry_count() == 1);
    CHECK(archive.value().find({11, 0, 0}) == "same");
    CHECK(archive.value().find({11, 1, 1}) == "same");
    CHECK(archive.value().find({11, 3, 3}).empty());
  }

  TEST_CASE("a large archive keeps its directory in leaves") {
    std::map<std::uint64_t, std::string> tiles;
    const std::uint64_t first = map::tile_id_of({11, 0, 0});
    for (std::uint64_t i = 0; i < 9000; ++i) tiles.emplace(first + 2 * i, std::to_string(i));
    const auto archive = read(authoring::archive_from_tiles(tiles, {"", authoring::extent_of(small_map()), 11, 11}));

    if (!CHECK(archive.ok())) return;
    CHECK(archive.value().entry_count() == 9000);
    CHECK(archive.value().find({11, 0, 0}) == "0");
    CHECK(archive.value().find({11, 1, 1}) == "1");
    CHECK(archive.value().find({11, 0, 1}).empty());
  }

  TEST_CASE("whatever is cut off of an archive, it is an error and not a crash") {
    const std::string whole = small_archive();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      const auto archive = read(whole.substr(0, size));
      CHECK_FALSE(archive.ok());
    }
  }

  TEST_CASE("whatever byte of an archive is broken, it is read or refused") {
    const std::string whole = small_archive();
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const int change : {0x01, 0x80, 0xff}) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ change);
        const auto archive = read(std::move(broken));
        if (!archive.ok()) continue;
        for (std::uint32_t x = 1020; x < 1028; ++x) {
          for (std::uint32_t y = 1020; y < 1028; ++y) {
            const auto tile = map::read_tile(archive.value().find({11, x, y}), "tile");
            if (tile.ok()) CHECK(tile.value().points.size() < 1000);
          }
        }
      }
    }
  }

  TEST_CASE("an archive that was compressed inside says what to do") {
    const auto archive = read(with_byte(map::archive_header::kTileCompression, 2));

    if (!CHECK_FALSE(archive.ok())) return;
    CHECK(archive.error().kind == ErrorKind::NotSupported);
    CHECK(archive.error().detail.find("none") != std::string::npos);
    CHECK_FALSE(read(with_byte(map::archive_header::kVersion, 2)).ok());
    CHECK_FALSE(read(with_byte(map::archive_header::kTileType, 2)).ok());
    CHECK_FALSE(read("PMTiles").ok());
  }
}
