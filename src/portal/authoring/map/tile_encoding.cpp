#include "portal/authoring/map/tile_encoding.h"

#include <cmath>
#include <utility>
#include <vector>

#include "portal/authoring/map/protobuf_writing.h"

namespace stadttor::portal::authoring {

namespace map = presentation::imgui::map;

namespace {

constexpr std::uint32_t kMoveTo = 1, kLineTo = 2, kClosePath = 7;

using Corner = std::pair<long long, long long>;

std::uint64_t zigzag(long long value) { return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63); }

std::vector<Corner> rounded(const UnitPath& path) {
  std::vector<Corner> corners;
  for (const TileUnit unit : path) {
    const Corner corner{std::llround(unit.x), std::llround(unit.y)};
    if (corners.empty() || corners.back() != corner) corners.push_back(corner);
  }
  return corners;
}

long long twice_the_area(const std::vector<Corner>& ring) {
  long long area = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& [ax, ay] = ring[i];
    const auto& [bx, by] = ring[(i + 1) % ring.size()];
    area += ax * by - bx * ay;
  }
  return area;
}

// The words of a layer and their numbers.
class WordTable {
 public:
  std::uint64_t number_of(const std::string& encoded) {
    const auto [at, is_new] = numbers_.emplace(encoded, words_.size());
    if (is_new) words_.push_back(encoded);
    return at->second;
  }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> words_;
};

std::string text_value(const std::string& text) {
  std::string value;
  append_bytes_field(value, 1, text);
  return value;
}

std::string number_value(int number) {
  std::string value;
  append_number_field(value, 5, static_cast<std::uint64_t>(number));
  return value;
}

}  // namespace

void TileEncoding::add(const DrawnFeature& feature, const std::vector<UnitPath>& paths, bool with_name) {
  const int rank = feature.layer == Layer::Place ? feature.rank : 0;
  Group group{feature.layer, feature.shape, feature.kind, with_name ? feature.name : std::string(), feature.lines, rank};
  for (const UnitPath& path : paths) {
    std::vector<Corner> corners = rounded(path);
    if (feature.shape == Shape::Polygon) {
      if (corners.size() > 1 && corners.front() == corners.back()) corners.pop_back();
      if (corners.size() < 3 || twice_the_area(corners) == 0) continue;
    } else if (feature.shape == Shape::Line && corners.size() < 2) {
      continue;
    }
    Geometry& geometry = groups_[group];
    const auto go_to = [&geometry](const Corner& corner) {
      append_varint(geometry.commands, zigzag(corner.first - geometry.x));
      append_varint(geometry.commands, zigzag(corner.second - geometry.y));
      geometry.x = corner.first;
      geometry.y = corner.second;
    };
    append_varint(geometry.commands, kMoveTo | 1U << 3);
    go_to(corners.front());
    if (corners.size() > 1) append_varint(geometry.commands, kLineTo | static_cast<std::uint64_t>(corners.size() - 1) << 3);
    for (std::size_t i = 1; i < corners.size(); ++i) go_to(corners[i]);
    if (feature.shape == Shape::Polygon) append_varint(geometry.commands, kClosePath | 1U << 3);
  }
}

std::string TileEncoding::bytes() const {
  std::string tile;
  for (int i = 0; i < map::kLayerCount; ++i) {
    const std::string layer = layer_bytes(static_cast<Layer>(i));
    if (!layer.empty()) append_bytes_field(tile, 3, layer);
  }
  return tile;
}

std::string TileEncoding::layer_bytes(Layer layer) const {
  std::string features;
  WordTable keys;
  WordTable values;
  for (const auto& [group, geometry] : groups_) {
    const auto& [of_layer, shape, kind, name, lines, rank] = group;
    if (of_layer != layer) continue;
    std::string tags;
    const auto add_tag = [&](std::string_view key, const std::string& value) {
      append_varint(tags, keys.number_of(std::string(key)));
      append_varint(tags, values.number_of(value));
    };
    add_tag(map::kind_member(layer), text_value(kind));
    if (!name.empty()) add_tag("name", text_value(name));
    if (!lines.empty()) add_tag(layer == Layer::Rail ? "line" : "lines", text_value(lines));
    if (rank != 0) add_tag("rank", number_value(rank));
    std::string feature;
    append_bytes_field(feature, 2, tags);
    append_number_field(feature, 3, static_cast<std::uint64_t>(shape) + 1);
    append_bytes_field(feature, 4, geometry.commands);
    append_bytes_field(features, 2, feature);
  }
  if (features.empty()) return {};
  std::string bytes;
  append_number_field(bytes, 15, 2);  // the specification's version
  append_bytes_field(bytes, 1, map::layer_name(layer));
  bytes.append(features);
  for (const std::string& key : keys.words()) append_bytes_field(bytes, 3, key);
  for (const std::string& value : values.words()) append_bytes_field(bytes, 4, value);
  append_number_field(bytes, 5, static_cast<std::uint64_t>(extent_));
  return bytes;
}

}  // namespace stadttor::portal::authoring
