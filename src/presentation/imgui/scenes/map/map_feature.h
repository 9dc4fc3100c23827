// What a map is made of: the kinds of ground, ways and places, with the words that tiles and the pack's GeoJSON files use
// for them. How they look belongs to map_style.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stadttor::presentation::imgui::map {

// Layers in tiles and files of the same name.
enum class Layer : std::uint8_t { Area, Water, Street, Rail, Building, Place };
inline constexpr int kLayerCount = static_cast<int>(Layer::Place) + 1;
std::string_view layer_name(Layer layer);
std::optional<Layer> find_layer(std::string_view name);

// The member that says what kind of thing a feature is: "class" of streets, "kind" of the others.
std::string_view kind_member(Layer layer);

// Areas, in the order in which they are painted.
enum class Ground : std::uint8_t { Field, BuiltUp, Industry, Forest, Green, Allotment, Cemetery, Sports, Square, Water, Building, Landmark };
inline constexpr int kGroundCount = static_cast<int>(Ground::Landmark) + 1;

// Lines, in the order in which they are painted.
enum class Way : std::uint8_t { Stream, Path, Residential, Secondary, Main, Railway, Tram };
inline constexpr int kWayCount = static_cast<int>(Way::Tram) + 1;

enum class PlaceKind : std::uint8_t { District, Water, Stop, Landmark, Open, Other };
inline constexpr int kPlaceKindCount = static_cast<int>(PlaceKind::Other) + 1;

// Nothing where the layer has no such kind (of another map, or of a later version).
std::optional<Ground> find_ground(Layer layer, std::string_view kind);
std::optional<Way> find_way(Layer layer, std::string_view kind);
// Places of an unknown kind are shown like the others.
PlaceKind place_kind_of(std::string_view kind);

}  // namespace stadttor::presentation::imgui::map
