#include "presentation/imgui/scenes/map/map_feature.h"

#include <array>
#include <utility>

namespace stadttor::presentation::imgui::map {

namespace {

constexpr std::array<std::string_view, kLayerCount> kLayerNames = {"area", "water", "street", "rail", "building", "place"};

constexpr std::pair<std::string_view, Ground> kAreas[] = {
    {"field", Ground::Field},         {"built_up", Ground::BuiltUp},    {"industry", Ground::Industry}, {"forest", Ground::Forest}, {"green", Ground::Green},
    {"allotment", Ground::Allotment}, {"cemetery", Ground::Cemetery}, {"sports", Ground::Sports},     {"square", Ground::Square}};

constexpr std::pair<std::string_view, Way> kStreets[] = {{"main", Way::Main}, {"secondary", Way::Secondary}, {"residential", Way::Residential}, {"path", Way::Path}};

constexpr std::string_view kOrdinaryBuildings[] = {"building", "shed", "works"};
constexpr std::string_view kOpenPlaces[] = {"green", "cemetery", "sports", "allotment", "square", "forest"};
constexpr std::string_view kStops[] = {"tram_stop", "bus_stop", "stop"};
constexpr std::string_view kLandmarks[] = {"station", "town_hall", "office", "hospital", "hall",   "theatre", "museum", "library", "church",
                                           "school",  "pool",      "police", "fire_station", "parking", "recycling", "shelter"};

template <class List>
bool holds(const List& list, std::string_view name) {
  for (const std::string_view one : list) {
    if (one == name) return true;
  }
  return false;
}

template <class List>
auto found_in(const List& list, std::string_view name) -> std::optional<decltype(list[0].second)> {
  for (const auto& one : list) {
    if (one.first == name) return one.second;
  }
  return {};
}

}  // namespace

std::string_view layer_name(Layer layer) { return kLayerNames[static_cast<std::size_t>(layer)]; }

std::optional<Layer> find_layer(std::string_view name) {
  for (std::size_t i = 0; i < kLayerNames.size(); ++i) {
    if (kLayerNames[i] == name) return static_cast<Layer>(i);
  }
  return {};
}

std::string_view kind_member(Layer layer) { return layer == Layer::Street ? "class" : "kind"; }

std::optional<Ground> find_ground(Layer layer, std::string_view kind) {
  if (layer == Layer::Area) return found_in(kAreas, kind);
  if (layer == Layer::Water) return Ground::Water;
  if (layer == Layer::Building) return holds(kOrdinaryBuildings, kind) ? Ground::Building : Ground::Landmark;
  return {};
}

std::optional<Way> find_way(Layer layer, std::string_view kind) {
  if (layer == Layer::Street) return found_in(kStreets, kind);
  if (layer == Layer::Water) return Way::Stream;
  if (layer == Layer::Rail && kind == "tram") return Way::Tram;
  if (layer == Layer::Rail && kind == "railway") return Way::Railway;
  return {};
}

PlaceKind place_kind_of(std::string_view kind) {
  if (kind == "district") return PlaceKind::District;
  if (kind == "water") return PlaceKind::Water;
  if (holds(kStops, kind)) return PlaceKind::Stop;
  if (holds(kLandmarks, kind)) return PlaceKind::Landmark;
  if (holds(kOpenPlaces, kind)) return PlaceKind::Open;
  return PlaceKind::Other;
}

}  // namespace stadttor::presentation::imgui::map
