// What a box takes over from the boxes around it: the colours that hold there, type, and which parts of a page it is in.
#pragma once

#include <cstdint>

#include "presentation/imgui/box_style.h"
#include "presentation/imgui/theme.h"
#include "semantics/node.h"

namespace stadttor::presentation::imgui {

// Parts of a page that change the look of what stands in them.
enum class Place : std::uint32_t {
  Header = 1,
  HeaderRow = 1U << 1U,
  Tools = 1U << 2U,
  Menu = 1U << 3U,
  Hero = 1U << 4U,
  Footer = 1U << 5U,
  FooterColumns = 1U << 6U,
  Main = 1U << 7U,
  Side = 1U << 8U,
  Card = 1U << 9U,
  Search = 1U << 10U,
  Breadcrumb = 1U << 11U,
  Results = 1U << 12U,
  Agenda = 1U << 13U,
  Alphabet = 1U << 14U,
  LinkList = 1U << 15U,
  Facts = 1U << 16U,
  Hours = 1U << 17U,
  Brand = 1U << 18U,
  Dropdown = 1U << 19U,
  OpenState = 1U << 20U,
  Message = 1U << 21U,
  TopBar = 1U << 22U,
  Cluster = 1U << 23U,
  Section = 1U << 24U,
  Scene = 1U << 25U,
};

// Colours as KERN's "contextual" tokens: a dark band turns them round for what stands in it.
struct LocalColours {
  Colour text = kNoColour;
  Colour muted = kNoColour;
  Colour action = kNoColour;
  Colour on_action = kNoColour;
  Colour link = kNoColour;
  Colour focus = kNoColour;
  Colour border = kNoColour;
  Colour decorative_border = kNoColour;
  Colour background = kNoColour;
  Colour layer = kNoColour;
  Colour input_border = kNoColour;
};

struct Surroundings {
  std::uint32_t places = 0;
  LocalColours colours;
  TextStyle text;
  float rem = 16;
  float page_width = 80;  // in rem
  bool is_arabic_script = false;

  bool is_in(Place place) const { return (places & static_cast<std::uint32_t>(place)) != 0; }
  void enter(Place place) { places |= static_cast<std::uint32_t>(place); }
  bool is_wide(float least_width) const { return page_width >= least_width; }
};

LocalColours page_colours(const Theme& theme);
// All text, links and focus rings in one colour, for coloured bands.
LocalColours colours_on(Colour text, LocalColours otherwise);

}  // namespace stadttor::presentation::imgui
