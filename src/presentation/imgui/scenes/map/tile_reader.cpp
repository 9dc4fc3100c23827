#include "presentation/imgui/scenes/map/tile_reader.h"

#include <algorithm>
#include <array>

#include "presentation/imgui/scenes/map/polygon_triangles.h"
#include "presentation/imgui/scenes/map/protobuf_fields.h"

namespace stadttor::presentation::imgui::map {

namespace {

// Ten times what a tile of a dense town holds. A tile beyond that is refused: the scene's alternative stands in for it.
constexpr std::size_t kMostPoints = 60'000;
constexpr std::size_t kMostFeatures = 20'000;
constexpr std::size_t kMostWords = 8'000;
// Cutting into triangles can take the square of this. Polygons with more corners lose the same share everywhere.
constexpr std::size_t kMostCorners = 3'000;
// The same goes for holes: further ones are painted over.
constexpr std::size_t kMostHoles = 400;
constexpr std::size_t kMostCornersWithHoles = 6'000;
constexpr std::size_t kLongestName = 200;

enum TileField : std::uint32_t { kTileLayer = 3 };
enum LayerField : std::uint32_t { kLayerName = 1, kLayerFeature = 2, kLayerKey = 3, kLayerValue = 4, kLayerExtent = 5 };
enum FeatureField : std::uint32_t { kFeatureTags = 2, kFeatureType = 3, kFeatureGeometry = 4 };
enum ValueField : std::uint32_t { kValueText = 1, kValueInteger = 4, kValueUnsigned = 5 };
enum class Geometry : std::uint32_t { Unknown, Point, Line, Polygon };

struct LayerWords {
  std::vector<std::string_view> keys;
  std::vector<std::string_view> texts;  // empty for values that are no text
  std::vector<std::uint64_t> numbers;
};

struct Attributes {
  std::string_view kind;
  std::string_view name;
  std::uint64_t rank = 4;
};

class TileReading {
 public:
  explicit TileReading(const std::string& where) : where_(where) {}

  Result<MapTile> read(std::string_view bytes) {
    ProtobufFields fields(bytes);
    while (fields.next()) {
      if (fields.tag() == kTileLayer) TRY(read_layer(fields.bytes()));
    }
    if (fields.failed()) return broken("the tile is cut off");
    const auto by_ground = [](const GroundFill& a, const GroundFill& b) { return a.ground < b.ground; };
    const auto by_way = [](const WayLine& a, const WayLine& b) { return a.way < b.way; };
    std::stable_sort(tile_.fills.begin(), tile_.fills.end(), by_ground);
    std::stable_sort(tile_.lines.begin(), tile_.lines.end(), by_way);
    return std::move(tile_);
  }

 private:
  Error broken(const char* detail) const { return {ErrorKind::MalformedData, where_, detail}; }

  Outcome read_layer(std::string_view bytes) {
    std::string_view name;
    std::vector<std::string_view> features;
    LayerWords words;
    double extent = 4096;
    ProtobufFields fields(bytes);
    // Features come before the words they refer to.
    while (fields.next()) {
      switch (fields.tag()) {
        case kLayerName: name = fields.bytes(); break;
        case kLayerFeature: features.push_back(fields.bytes()); break;
        case kLayerKey: words.keys.push_back(fields.bytes()); break;
        case kLayerValue: TRY(read_value(fields.bytes(), words)); break;
        case kLayerExtent: extent = static_cast<double>(std::clamp<std::uint64_t>(fields.number(), 1, 65536)); break;
        default: break;
      }
      feature_count_ += fields.tag() == kLayerFeature ? 1 : 0;
      if (feature_count_ > kMostFeatures || words.keys.size() > kMostWords || words.texts.size() > kMostWords) return broken("the tile holds too many features");
    }
    if (fields.failed()) return broken("a layer is cut off");
    const auto layer = find_layer(name);
    if (!layer) return Done{};
    names_of_layer_.assign(words.texts.size(), kNoName);
    for (const std::string_view feature : features) TRY(read_feature(feature, *layer, words, extent));
    return Done{};
  }

  Outcome read_value(std::string_view bytes, LayerWords& words) {
    std::string_view text;
    std::uint64_t number = 0;
    ProtobufFields fields(bytes);
    while (fields.next()) {
      if (fields.tag() == kValueText) text = fields.bytes();
      if (fields.tag() == kValueInteger || fields.tag() == kValueUnsigned) number = fields.number();
    }
    if (fields.failed()) return broken("a value is cut off");
    words.texts.push_back(text);
    words.numbers.push_back(number);
    return Done{};
  }

  Outcome read_feature(std::string_view bytes, Layer layer, const LayerWords& words, double extent) {
    std::string_view tags;
    std::string_view commands;
    auto geometry = Geometry::Unknown;
    ProtobufFields fields(bytes);
    while (fields.next()) {
      if (fields.tag() == kFeatureTags) tags = fields.bytes();
      if (fields.tag() == kFeatureGeometry) commands = fields.bytes();
      if (fields.tag() == kFeatureType) geometry = static_cast<Geometry>(std::min<std::uint64_t>(fields.number(), 4));
    }
    if (fields.failed()) return broken("a feature is cut off");
    Attributes attributes;
    std::uint32_t name = kNoName;
    PackedNumbers numbers(tags);
    for (std::uint32_t key = 0, value = 0; numbers.next(key) && numbers.next(value);) {
      if (key >= words.keys.size() || value >= words.texts.size()) return broken("a feature refers to words that are not there");
      if (words.keys[key] == kind_member(layer)) attributes.kind = words.texts[value];
      if (words.keys[key] == "rank") attributes.rank = words.numbers[value];
      if (words.keys[key] == "name") name = kept_name(words.texts[value], names_of_layer_[value]);
    }
    auto paths = read_paths(commands, extent, kMostPoints - tile_.points.size());
    if (numbers.failed() || !paths) return broken("a feature's shape is broken or has too many points");
    if (geometry == Geometry::Polygon) add_polygons(layer, attributes, *std::move(paths));
    if (geometry == Geometry::Line) add_lines(layer, attributes, name, *paths);
    if (geometry == Geometry::Point) add_places(layer, attributes, name, *paths);
    return Done{};
  }

  std::uint32_t kept_name(std::string_view text, std::uint32_t& known) {
    if (text.empty() || text.size() > kLongestName) return kNoName;
    if (known == kNoName) {
      known = static_cast<std::uint32_t>(tile_.names.size());
      tile_.names.emplace_back(text);
    }
    return known;
  }

  PointRange kept_points(const TilePath& path) {
    const PointRange range{static_cast<std::uint32_t>(tile_.points.size()), static_cast<std::uint32_t>(path.size())};
    tile_.points.insert(tile_.points.end(), path.begin(), path.end());
    return range;
  }

  // An outer ring and the holes behind it, again and again.
  void add_polygons(Layer layer, const Attributes& attributes, std::vector<TilePath> paths) {
    const auto ground = find_ground(layer, attributes.kind);
    if (!ground) return;
    std::vector<TilePath> polygon;
    std::size_t corners = 0;
    for (TilePath& path : paths) {
      const double area = signed_area_of(path);
      if (path.size() < 3 || area == 0) continue;
      if (area > 0 && !polygon.empty()) {
        add_polygon(*ground, polygon);
        polygon.clear();
        corners = 0;
      }
      const bool is_hole = area < 0;
      if (is_hole && (polygon.empty() || polygon.size() > kMostHoles || corners + path.size() > kMostCornersWithHoles)) continue;
      polygon.push_back(thinned(std::move(path)));
      corners += polygon.back().size();
    }
    if (!polygon.empty()) add_polygon(*ground, polygon);
  }

  static TilePath thinned(TilePath path) {
    const std::size_t step = path.size() / kMostCorners + 1;
    if (step == 1) return path;
    TilePath kept;
    for (std::size_t i = 0; i < path.size(); i += step) kept.push_back(path[i]);
    return kept;
  }

  void add_polygon(Ground ground, const std::vector<TilePath>& rings) {
    const std::vector<std::uint32_t> triangles = triangles_of(rings);
    const auto first_point = static_cast<std::uint32_t>(tile_.points.size());
    GroundFill fill{ground, {static_cast<std::uint32_t>(tile_.corners.size()), static_cast<std::uint32_t>(triangles.size())},
                    {static_cast<std::uint32_t>(tile_.rings.size()), static_cast<std::uint32_t>(rings.size())}};
    for (const std::uint32_t corner : triangles) tile_.corners.push_back(first_point + corner);
    for (const TilePath& ring : rings) tile_.rings.push_back(kept_points(ring));
    tile_.fills.push_back(fill);
  }

  void add_lines(Layer layer, const Attributes& attributes, std::uint32_t name, const std::vector<TilePath>& paths) {
    const auto way = find_way(layer, attributes.kind);
    if (!way) return;
    for (const TilePath& path : paths) {
      if (path.size() >= 2) tile_.lines.push_back({*way, kept_points(path), name});
    }
  }

  void add_places(Layer layer, const Attributes& attributes, std::uint32_t name, const std::vector<TilePath>& paths) {
    if (layer != Layer::Place || name == kNoName) return;
    for (const TilePath& path : paths) {
      const TilePoint at = path.front();
      if (at.x < 0 || at.y < 0 || at.x >= 1 || at.y >= 1) continue;  // the neighbour's
      tile_.places.push_back({place_kind_of(attributes.kind), static_cast<std::uint8_t>(std::clamp<std::uint64_t>(attributes.rank, 1, 4)), at, name});
    }
  }

  const std::string& where_;
  MapTile tile_;
  std::vector<std::uint32_t> names_of_layer_;  // by value: its place in MapTile::names
  std::size_t feature_count_ = 0;
};

}  // namespace

Result<MapTile> read_tile(std::string_view bytes, const std::string& where) { return TileReading(where).read(bytes); }

}  // namespace stadttor::presentation::imgui::map
