#include "portal/authoring/map/map_source.h"

#include <algorithm>
#include <cmath>

#include "portal/authoring/json_file.h"

namespace stadttor::portal::authoring {

namespace map = presentation::imgui::map;

namespace {

// Somebody draws a few thousand; a million is an export of the whole district by mistake.
constexpr std::size_t kMostPoints = 1'000'000;

std::string file_name_of(Layer layer) { return "map/" + std::string(map::layer_name(layer)) + ".geojson"; }

bool is_known_kind(Layer layer, Shape shape, const std::string& kind) {
  if (layer == Layer::Place) return shape == Shape::Point;
  if (shape == Shape::Polygon) return map::find_ground(layer, kind).has_value();
  return shape == Shape::Line && map::find_way(layer, kind).has_value();
}

// "1" or "4"; a line's number may be written as a number.
std::string text_or_number(const Json& object, const char* name) {
  const Json& value = member_of(object, name);
  return value.is_number_integer() ? std::to_string(value.get<long long>()) : text_of(object, name);
}

class LayerReading {
 public:
  LayerReading(Layer layer, MapSource& found, std::size_t& points) : layer_(layer), found_(found), points_(points), log_(found.problems, file_name_of(layer)) {}

  void read(const std::filesystem::path& file) {
    const std::optional<Json> content = read_json_file(file, log_);
    if (!content) return;
    if (text_of(*content, "type") != "FeatureCollection" || !member_of(*content, "features").is_array()) {
      return log_.error("", "Die Datei ist keine Sammlung von Formen (GeoJSON „FeatureCollection“). Sie wird übergangen.",
                        "Exportieren Sie die Ebene als GeoJSON in WGS 84.");
    }
    const Json& features = list_of(member_of(*content, "features"));
    for (std::size_t i = 0; i < features.size(); ++i) read_feature(features[i], pointer_to("/features", i));
  }

 private:
  void read_feature(const Json& feature, const std::string& pointer) {
    const Json& properties = member_of(feature, "properties");
    DrawnFeature drawn;
    drawn.layer = layer_;
    drawn.kind = text_of(properties, map::kind_member(layer_));
    drawn.name = text_of(properties, "name");
    drawn.lines = text_or_number(properties, layer_ == Layer::Rail ? "line" : "lines");
    if (const double rank = number_of(properties, "rank"); rank >= 1 && rank <= 4) drawn.rank = static_cast<int>(rank);
    const Json& geometry = member_of(feature, "geometry");
    if (!read_geometry(geometry, drawn)) {
      return log_.error(pointer + "/geometry", "Diese Form ist nicht lesbar. Sie wird nicht gezeichnet.",
                        "Erlaubt sind Punkte, Linien und Flächen mit Längen- und Breitengraden in dieser Reihenfolge.");
    }
    if (!is_known_kind(layer_, drawn.shape, drawn.kind)) {
      return log_.error(pointer + "/properties", "Die Ebene kennt für diese Form die Art „" + drawn.kind + "“ nicht. Sie wird nicht gezeichnet.",
                        "Die Arten stehen in assets/schemas/map_layers.md.");
    }
    if (layer_ == Layer::Place && drawn.name.empty()) {
      return log_.error(pointer + "/properties", "Der Ort hat keinen Namen. Er wird nicht gezeichnet.", "Ergänzen Sie „name“.");
    }
    if (points_ > kMostPoints) {
      if (!has_said_too_many_) log_.error(pointer, "Die Karte hat mehr als eine Million Punkte. Ab hier wird nichts gezeichnet.", "Beschränken Sie die Karte auf das Stadtgebiet.");
      has_said_too_many_ = true;
      return;
    }
    found_.features.push_back(std::move(drawn));
  }

  bool read_geometry(const Json& geometry, DrawnFeature& drawn) {
    const std::string type = text_of(geometry, "type");
    const Json& coordinates = list_of(member_of(geometry, "coordinates"));
    if (type == "Point") return add_point(coordinates, drawn);
    if (type == "LineString") return add_line(coordinates, drawn);
    if (type == "Polygon") return add_polygon(coordinates, drawn);
    if (coordinates.empty()) return false;
    const auto all = [&](auto add) { return std::all_of(coordinates.begin(), coordinates.end(), add); };
    if (type == "MultiLineString") return all([&](const Json& line) { return add_line(list_of(line), drawn); });
    if (type == "MultiPolygon") return all([&](const Json& polygon) { return add_polygon(list_of(polygon), drawn); });
    return false;
  }

  bool add_point(const Json& position, DrawnFeature& drawn) {
    WorldPoint point;
    drawn.shape = Shape::Point;
    if (!read_position(position, point)) return false;
    drawn.paths.push_back({point});
    return true;
  }

  bool add_line(const Json& positions, DrawnFeature& drawn) {
    drawn.shape = Shape::Line;
    WorldPath path;
    if (!read_path(positions, path) || path.size() < 2) return false;
    drawn.paths.push_back(std::move(path));
    return true;
  }

  // The first ring is the outline. Tiles want outlines clockwise on the screen and holes the other way round.
  bool add_polygon(const Json& rings, DrawnFeature& drawn) {
    drawn.shape = Shape::Polygon;
    if (rings.empty()) return false;
    for (std::size_t i = 0; i < rings.size(); ++i) {
      WorldPath path;
      if (!read_path(list_of(rings[i]), path) || path.size() < 4) return false;
      path.pop_back();
      double area = 0;
      for (std::size_t at = 0; at < path.size(); ++at) {
        const WorldPoint a = path[at];
        const WorldPoint b = path[(at + 1) % path.size()];
        area += a.x * b.y - b.x * a.y;
      }
      if ((area > 0) != (i == 0)) std::reverse(path.begin(), path.end());
      drawn.paths.push_back(std::move(path));
    }
    return true;
  }

  bool read_path(const Json& positions, WorldPath& path) {
    for (const Json& position : positions) {
      path.emplace_back();
      if (!read_position(position, path.back())) return false;
    }
    return true;
  }

  bool read_position(const Json& position, WorldPoint& point) {
    if (!position.is_array() || position.size() < 2 || !position[0].is_number() || !position[1].is_number()) return false;
    const double longitude = position[0].get<double>();
    const double latitude = position[1].get<double>();
    if (std::abs(longitude) > 180 || std::abs(latitude) > 85) return false;
    ++points_;
    point = map::world_from_geo({latitude, longitude});
    return true;
  }

  Layer layer_;
  MapSource& found_;
  std::size_t& points_;
  ProblemLog log_;
  bool has_said_too_many_ = false;
};

}  // namespace

MapSource read_map(const PackSource& source) {
  MapSource found;
  std::size_t points = 0;
  for (int i = 0; i < map::kLayerCount; ++i) {
    const auto layer = static_cast<Layer>(i);
    if (const auto file = find_pack_file(source, file_name_of(layer))) LayerReading(layer, found, points).read(*file);
  }
  return found;
}

WorldBox extent_of(const MapSource& map) {
  WorldBox box{{1, 1}, {0, 0}};
  for (const DrawnFeature& feature : map.features) {
    for (const WorldPath& path : feature.paths) {
      for (const WorldPoint point : path) {
        box.minimum = {std::min(box.minimum.x, point.x), std::min(box.minimum.y, point.y)};
        box.maximum = {std::max(box.maximum.x, point.x), std::max(box.maximum.y, point.y)};
      }
    }
  }
  return box;
}

}  // namespace stadttor::portal::authoring
