#include <doctest/doctest.h>

#include "portal/authoring/map/archive_writing.h"
#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

namespace {

std::string collection_of(const std::string& features) { return R"({"type": "FeatureCollection", "features": [)" + features + "]}"; }

std::string street_named(const std::string& name) {
  return R"({"type": "Feature", "properties": {"class": "main", "name": ")" + name +
         R"("}, "geometry": {"type": "LineString", "coordinates": [[9.0, 51.0], [10.9, 51.9]]}})";
}

bool complains(const PackFolder& folder, const std::string& about) { return folder.complaints().find(about) != std::string::npos; }

}  // namespace

TEST_SUITE("portal/authoring/map") {
  TEST_CASE("a pack without a map is sound, and one with a sound map, too") {
    PackFolder folder;
    CHECK(map_archive_of(read_pack(folder.pack())).empty());

    folder.write("map/street.geojson", collection_of(street_named("Markt")));

    CHECK(folder.complaints() == "");
    CHECK_FALSE(map_archive_of(read_pack(folder.pack())).empty());
  }

  TEST_CASE("shapes that cannot be drawn are named, the others are drawn") {
    PackFolder folder;
    const auto feature = [](const std::string& properties, const std::string& geometry) {
      return R"({"type": "Feature", "properties": )" + properties + R"(, "geometry": )" + geometry + "}";
    };
    folder.write("map/street.geojson",
                 collection_of(street_named("Markt") + "," + feature(R"({"class": "canal"})", R"({"type": "LineString", "coordinates": [[9, 51], [10, 52]]})") + "," +
                               feature(R"({"class": "main"})", R"({"type": "LineString", "coordinates": [[9, 51]]})") + "," +
                               feature(R"({"class": "main"})", R"({"type": "LineString", "coordinates": [[9, 51], ["10", 52]]})") + "," +
                               feature(R"({"class": "main"})", R"({"type": "LineString", "coordinates": [[51, 951], [9, 51]]})") + "," +
                               feature(R"({"class": "main"})", "null")));
    folder.write("map/place.geojson", collection_of(feature(R"({"kind": "district"})", R"({"type": "Point", "coordinates": [9.5, 51.5]})")));
    folder.write("map/area.geojson", collection_of(feature(R"({"kind": "forest"})", R"({"type": "Polygon", "coordinates": [[[9, 51], [10, 51], [9, 51]]]})")));

    CHECK(complains(folder, "map/street.geojson#/features/1/properties: Die Ebene kennt für diese Form die Art „canal“ nicht"));
    for (const char* place : {"/features/2/geometry", "/features/3/geometry", "/features/4/geometry", "/features/5/geometry"}) {
      CAPTURE(place);
      CHECK(complains(folder, "map/street.geojson#" + std::string(place) + ": Diese Form ist nicht lesbar"));
    }
    CHECK(complains(folder, "map/place.geojson#/features/0/properties: Der Ort hat keinen Namen"));
    CHECK(complains(folder, "map/area.geojson#/features/0/geometry: Diese Form ist nicht lesbar"));
    CHECK(read_map(read_pack(folder.pack())).features.size() == 1);
  }

  TEST_CASE("a file that is no collection of shapes is named") {
    PackFolder folder;
    folder.write("map/street.geojson", R"({"type": "Topology"})");
    CHECK(complains(folder, "map/street.geojson#: Die Datei ist keine Sammlung von Formen"));

    folder.write("map/street.geojson", "{\"type\": ");
    CHECK(complains(folder, "map/street.geojson#"));
  }

  TEST_CASE("offices stand on the map, in streets the map has") {
    PackFolder folder;
    folder.write("map/street.geojson", collection_of(street_named("Marktgasse")));
    CHECK(complains(folder, "#/address/street: Die Straße „Markt“ gibt es auf dem Stadtplan nicht."));

    std::string far = street_named("Markt");
    far.replace(far.find("9.0, 51.0"), 9, "8.0, 48.0");
    far.replace(far.find("10.9, 51.9"), 10, "8.1, 48.1");
    folder.write("map/street.geojson", collection_of(far));
    CHECK(complains(folder, "#/position: Die Stelle liegt außerhalb des Stadtplans"));
  }

  TEST_CASE("polygons are turned the way tiles want them, whichever way they were drawn") {
    PackFolder folder;
    const auto forest = [](const std::string& ring) {
      return R"({"type": "Feature", "properties": {"kind": "forest"}, "geometry": {"type": "MultiPolygon", "coordinates": [[)" + ring + "]]}}";
    };
    folder.write("map/area.geojson", collection_of(forest("[[9,51],[10,51],[10,52],[9,52],[9,51]]") + "," + forest("[[9,51],[9,52],[10,52],[10,51],[9,51]]")));

    const MapSource map = read_map(read_pack(folder.pack()));

    if (!CHECK(map.features.size() == 2)) return;
    for (const DrawnFeature& feature : map.features) {
      const WorldPath& ring = feature.paths[0];
      if (!CHECK(ring.size() == 4)) return;
      double area = 0;
      for (std::size_t i = 0; i < 4; ++i) area += ring[i].x * ring[(i + 1) % 4].y - ring[(i + 1) % 4].x * ring[i].y;
      CHECK(area > 0);
    }
  }
}
