// The demo city's own map: believable only as long as it agrees with what the pack says elsewhere.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "portal/authoring/map/archive_writing.h"
#include "presentation/imgui/scenes/map/tile_archive.h"
#include "presentation/imgui/scenes/map/tile_reader.h"
#include "support/text_file.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;
namespace map = stadttor::presentation::imgui::map;

namespace {

const PackSource& musterstadt_source() {
  static const PackSource source = read_pack(testing::repository() / "assets/musterstadt");
  return source;
}

const MapSource& town() {
  static const MapSource source = read_map(musterstadt_source());
  return source;
}

double metres_between(WorldPoint a, WorldPoint b) {
  return std::hypot(a.x - b.x, a.y - b.y) * 40'075'016.7 * std::cos(51.43 * 3.14159265 / 180);
}

bool is_inside(WorldPoint point, const WorldPath& ring) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const WorldPoint a = ring[i];
    const WorldPoint b = ring[j];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

double metres_to(WorldPoint point, const WorldPath& path) {
  double nearest = 1e9;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const double dx = path[i + 1].x - path[i].x;
    const double dy = path[i + 1].y - path[i].y;
    const double t = std::clamp(((point.x - path[i].x) * dx + (point.y - path[i].y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    nearest = std::min(nearest, metres_between(point, {path[i].x + t * dx, path[i].y + t * dy}));
  }
  return nearest;
}

// Of the street, or of the square where houses have its numbers.
double metres_to_street(WorldPoint point, const std::string& name) {
  double nearest = 1e9;
  for (const DrawnFeature& feature : town().features) {
    if (feature.name != name || (feature.layer != Layer::Street && feature.kind != "square")) continue;
    for (WorldPath path : feature.paths) {
      if (feature.shape == Shape::Polygon) path.push_back(path.front());
      nearest = std::min(nearest, metres_to(point, path));
    }
  }
  return nearest;
}

bool has_stop(const std::string& name, const std::string& line) {
  return std::any_of(town().features.begin(), town().features.end(), [&](const DrawnFeature& feature) {
    return feature.kind == "tram_stop" && feature.name == name && feature.lines.find(line) != std::string::npos;
  });
}

}  // namespace

TEST_SUITE("portal/authoring/map") {
  TEST_CASE("every office of Musterstadt stands in a building beside its street") {
    CHECK(musterstadt_source().offices.size() >= 19);
    for (const auto& office : musterstadt_source().offices) {
      const PackFile& file = office.second;
      CAPTURE(file.name);
      const Json& position = member_of(file.content, "position");
      const WorldPoint place = map::world_from_geo({number_of(position, "latitude"), number_of(position, "longitude")});
      CHECK(metres_to_street(place, text_of(member_of(file.content, "address"), "street")) < 45);
      const bool has_house = std::any_of(town().features.begin(), town().features.end(), [place](const DrawnFeature& feature) {
        return feature.layer == Layer::Building && is_inside(place, feature.paths[0]);
      });
      CHECK(has_house);
    }
  }

  TEST_CASE("the trams that directions name stop where they say") {
    // "Straßenbahn 1, 2 und 3 bis **Marktplatz**": the numbers up to the first stop in bold.
    std::size_t found = 0;
    for (const auto& office : musterstadt_source().offices) {
      const PackFile& file = office.second;
      CAPTURE(file.name);
      const std::string directions = text_of(member_of(member_of(file.content, "texts"), "de"), "directions");
      const std::size_t tram = directions.find("Straßenbahn ");
      const std::size_t begin = directions.find("**", tram);
      if (tram == std::string::npos || begin == std::string::npos) continue;
      const std::string stop = directions.substr(begin + 2, directions.find("**", begin + 2) - begin - 2);
      for (std::size_t at = tram + 13; at < begin && directions.compare(at, 3, "Bus") != 0 && directions.compare(at, 4, "oder") != 0; ++at) {
        if (directions[at] < '1' || directions[at] > '4' || directions[at - 1] != ' ') continue;
        CAPTURE(stop);
        CHECK(has_stop(stop, std::string(1, directions[at])));
        ++found;
      }
    }
    CHECK(found >= 15);
  }

  TEST_CASE("Musterstadt has the streets and houses of a town") {
    std::set<std::string> streets;
    std::size_t houses = 0;
    for (const DrawnFeature& feature : town().features) {
      if (feature.layer == Layer::Street && !feature.name.empty()) streets.insert(feature.name);
      if (feature.layer == Layer::Building) ++houses;
    }
    CHECK(streets.size() >= 120);
    CHECK(houses >= 3000);
    for (const char* name : {"Luhewiesenweg", "Gartenweg", "Ziegeleiweg", "Steinbruchweg", "Hangstraße", "Sandfelder Weg", "Obere Marktstraße", "Lessingstraße"}) {
      CAPTURE(name);
      CHECK(streets.count(name) == 1);
    }
  }

  TEST_CASE("every tile of Musterstadt can be drawn, and the archive stays small") {
    const std::string bytes = map_archive_of(musterstadt_source());
    CHECK(bytes.size() < 800'000);
    CHECK(map_archive_of(musterstadt_source()) == bytes);
    const auto archive = map::TileArchive::read(bytes, "karte.pmtiles");
    if (!CHECK(archive.ok())) return;
    std::size_t tiles = 0;
    for (int zoom = archive.value().minimum_zoom(); zoom <= archive.value().maximum_zoom(); ++zoom) {
      const double side = std::exp2(zoom);
      const map::WorldBox box = archive.value().bounds();
      for (auto y = static_cast<std::uint32_t>(box.minimum.y * side); y <= static_cast<std::uint32_t>(box.maximum.y * side); ++y) {
        for (auto x = static_cast<std::uint32_t>(box.minimum.x * side); x <= static_cast<std::uint32_t>(box.maximum.x * side); ++x) {
          const std::string_view tile = archive.value().find({zoom, x, y});
          if (tile.empty()) continue;
          ++tiles;
          if (!CHECK(map::read_tile(tile, "tile").ok())) return;
        }
      }
    }
    CHECK(tiles > 500);
  }
}
