// How a town map looks: colours for light and dark surroundings, widths and what is named at which zoom. Muted, so that the
// page's own things (markers, in the theme's colours) stand out.
#pragma once

#include <array>

#include "presentation/imgui/colour.h"
#include "presentation/imgui/scenes/map/map_tile.h"
#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui::map {

struct MapColours {
  Colour land = kNoColour;
  std::array<Colour, kGroundCount> ground{};
  Colour building_edge = kNoColour;
  Colour landmark_edge = kNoColour;
  std::array<Colour, kWayCount> way{};
  std::array<Colour, kWayCount> casing{};  // kNoColour: none
  Colour rail_gap = kNoColour;             // between a railway's sleepers
  Colour halo = kNoColour;                 // around all labels
  std::array<Colour, kPlaceKindCount> label{};
  Colour street_label = kNoColour;
};

const MapColours& map_colours(Brightness brightness);

// In pixels; never thinner than can be seen. Ways not yet shown at this zoom have no width.
double width_of(Way way, double zoom, double pixels_per_metre);

struct LabelStyle {
  float size = 12;  // CSS pixels at a text size of 16
  bool is_bold = false;
  bool is_shown = false;
  bool has_dot = false;
};
LabelStyle label_style_of(const MapPlace& place, double zoom);
// Shown: whether streets of this sort are named.
LabelStyle label_style_of(Way way, double zoom);

}  // namespace stadttor::presentation::imgui::map
