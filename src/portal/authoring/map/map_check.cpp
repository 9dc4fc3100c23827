#include <set>

#include "portal/authoring/map/map_source.h"
#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace map = presentation::imgui::map;

namespace {

bool is_inside(const WorldBox& box, WorldPoint point) {
  return point.x >= box.minimum.x && point.x <= box.maximum.x && point.y >= box.minimum.y && point.y <= box.maximum.y;
}

// Streets, and squares that have house numbers.
std::set<std::string> street_names_of(const MapSource& drawn) {
  std::set<std::string> names;
  for (const DrawnFeature& feature : drawn.features) {
    if (feature.layer == Layer::Street || feature.kind == "square") names.insert(feature.name);
  }
  return names;
}

}  // namespace

void check_map(const PackSource& source, Problems& problems) {
  const MapSource drawn = read_map(source);
  problems.insert(problems.end(), drawn.problems.begin(), drawn.problems.end());
  if (!drawn.is_there()) return;
  const WorldBox extent = extent_of(drawn);
  const std::set<std::string> streets = street_names_of(drawn);
  for (const auto& entry : source.offices) {
    ProblemLog log(problems, entry.second.name);
    const Json& position = member_of(entry.second.content, "position");
    const GeoPoint place{number_of(position, "latitude"), number_of(position, "longitude")};
    if (position.is_object() && !is_inside(extent, map::world_from_geo(place))) {
      log.error("/position", "Die Stelle liegt außerhalb des Stadtplans und wird nicht gezeigt.", "Berichtigen Sie „latitude“ und „longitude“.");
    }
    const std::string street = text_of(member_of(entry.second.content, "address"), "street");
    if (!street.empty() && streets.find(street) == streets.end()) {
      log.warning("/address/street", "Die Straße „" + street + "“ gibt es auf dem Stadtplan nicht.",
                  "Berichtigen Sie den Namen, oder ergänzen Sie die Straße in map/street.geojson.");
    }
  }
}

}  // namespace stadttor::portal::authoring
