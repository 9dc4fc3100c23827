#include "presentation/imgui/scenes/map/map_style.h"

#include <algorithm>

namespace stadttor::presentation::imgui::map {

namespace {

constexpr Colour c(std::uint32_t hex) { return opaque_colour(hex); }

// Field, BuiltUp, Industry, Forest, Green, Allotment, Cemetery, Sports, Square, Water, Building, Landmark
// Stream, Path, Residential, Secondary, Main, Railway, Tram
// District, Water, Stop, Landmark, Open, Other
constexpr MapColours kLight = {
    c(0xf4f1e8),
    {c(0xefe9d5), c(0xebe7e0), c(0xe4dfe8), c(0xb4d2a0), c(0xcde4b6), c(0xdae7c3), c(0xc3dab4), c(0xbfe0c6), c(0xf6eedb), c(0xa3cbe5), c(0xd3c8bc), c(0xd9a996)},
    c(0xb8aa9b),
    c(0xad7560),
    {c(0xa3cbe5), c(0xa48d6e), c(0xffffff), c(0xfdf6d3), c(0xfadf9f), c(0x72706d), c(0xb03a48)},
    {kNoColour, kNoColour, c(0xcac3b7), c(0xc9bf97), c(0xd2ab60), kNoColour, kNoColour},
    c(0xf1eee9),
    colour_of(0xff, 0xff, 0xff, 225),
    {c(0x4a3d5c), c(0x1f5a84), c(0x8c2434), c(0x6b3a28), c(0x33622f), c(0x3f3b36)},
    c(0x45403a),
};

constexpr MapColours kDark = {
    c(0x1d2126),
    {c(0x23271f), c(0x272b31), c(0x2b2a33), c(0x1f3326), c(0x24392a), c(0x29382a), c(0x26382d), c(0x223c34), c(0x34322c), c(0x17384f), c(0x3a3f47), c(0x6b4c40)},
    c(0x4b515b),
    c(0x94695a),
    {c(0x17384f), c(0x6d6353), c(0x464c55), c(0x57584d), c(0x76663f), c(0x8b8f96), c(0xd0717c)},
    {kNoColour, kNoColour, c(0x23272d), c(0x2a2c2a), c(0x30291c), kNoColour, kNoColour},
    c(0x2b2f35),
    colour_of(0x14, 0x17, 0x1b, 225),
    {c(0xcfc3e2), c(0x8cc4ea), c(0xf2a3ab), c(0xf0c4b2), c(0xa9d3a0), c(0xdad6cf)},
    c(0xd2d5da),
};

struct WayWidth {
  double metres;
  double least;  // pixels
  double most;
  double first_zoom;
};

constexpr std::array<WayWidth, kWayCount> kWidths = {{
    {6, 1.2, 60, 11}, {2.2, 1.2, 8, 14}, {9, 0.9, 60, 13}, {12, 1.4, 80, 12}, {17, 2.2, 100, 11}, {5, 1.4, 6, 11}, {2, 1.3, 2.6, 13},
}};

}  // namespace

const MapColours& map_colours(Brightness brightness) { return brightness == Brightness::Dark ? kDark : kLight; }

double width_of(Way way, double zoom, double pixels_per_metre) {
  const WayWidth& width = kWidths[static_cast<std::size_t>(way)];
  if (zoom < width.first_zoom) return 0;
  return std::clamp(width.metres * pixels_per_metre, width.least, width.most);
}

LabelStyle label_style_of(const MapPlace& place, double zoom) {
  switch (place.kind) {
    case PlaceKind::District: return {place.rank == 1 ? 15.0F : 13.0F, true, zoom < 15.8 && (place.rank == 1 || zoom >= 13), false};
    case PlaceKind::Water: return {12.5F, false, zoom >= (place.rank <= 2 ? 12.5 : place.rank == 3 ? 13.5 : 14.8), false};
    case PlaceKind::Stop: return {12, false, zoom >= (place.rank <= 3 ? 14.2 : 15.4), true};
    case PlaceKind::Landmark: return {12.5F, place.rank <= 2, zoom >= (place.rank <= 2 ? 13.6 : 15.2), true};
    case PlaceKind::Open: return {12, false, zoom >= (place.rank <= 3 ? 14.6 : 14.9), false};
    case PlaceKind::Other: return {12, false, zoom >= 15, true};
  }
  return {};
}

LabelStyle label_style_of(Way way, double zoom) {
  switch (way) {
    case Way::Main: return {12, false, zoom >= 13.4, false};
    case Way::Secondary: return {12, false, zoom >= 14.2, false};
    case Way::Residential: return {11.5F, false, zoom >= 15.2, false};
    case Way::Path: return {11, false, zoom >= 16, false};
    case Way::Stream:
    case Way::Railway:
    case Way::Tram: return {};
  }
  return {};
}

}  // namespace stadttor::presentation::imgui::map
