// Landmarks and things that open; blocks by their appearance are in box_style_blocks.cpp.
#include <algorithm>

#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::Role;
using semantics::State;

namespace {

void style_footer(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Footer);
  styling.within.colours = colours_on(styling.colour(ColourToken::OnFooter), styling.within.colours);
  styling.set_text_colour(styling.within.colours.text);
  style.surface = styling.colour(ColourToken::Footer);
  style.border.top = styling.rem(0.375F);
  style.border_colour = styling.colour(ColourToken::Accent);
  style.bleeds = true;
}

// Two colours of the city below the head of every page.
void style_banner(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Header);
  style.surface = styling.colours().background;
  style.border.bottom = styling.rem(0.375F);
  style.border_colour = styling.colour(ColourToken::Brand);
  style.second_surface = styling.colour(ColourToken::Accent);
}

void style_disclosure(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Disclosure;
  style.is_open = styling.has(State::Expanded);
  style.icon_colour = styling.colours().action;
  style.hover_surface = with_alpha(styling.colours().action, 0.08F);
  const bool is_menu = styling.node.look == Appearance::Tools || styling.node.look == Appearance::MainMenu;
  if (is_menu) {
    styling.within.enter(Place::Dropdown);
    style.placement = Placement::InFlow;
    style.minimum_height = styling.rem(styling.around.is_wide(44) ? 2.75F : 2.25F);
    style.padding = edges(styling.rem(0.375F), styling.around.is_wide(44) ? styling.rem(0.75F) : 0);
    style.radius = styling.length(LengthToken::RadiusDefault);
    style.icon_size = styling.rem(1.25F);
    style.column_gap = styling.rem(styling.around.is_wide(44) ? 0.5F : 0.375F);
    style.hover_line = Line::Underline;
    style.hugs_content = true;
    style.second_surface = styling.colours().background;
    style.border_colour = styling.colours().border;
    style.text.size = styling.rem(styling.around.is_wide(26) ? 1.0F : 0.875F);
    style.text.line_height = style.text.size * 1.5F;
    style.text.colour = styling.colours().action;
    return;
  }
  style.border = {1, 0, 1, 0};
  style.border_colour = styling.colours().border;
  style.padding = edges(styling.rem(1), styling.rem(0.25F));
  style.column_gap = styling.rem(0.5F);
  style.maximum_width = styling.rem(54);
  style.icon_size = styling.rem(1.5F);
  style.text.size = styling.length(LengthToken::TextLarge);
  style.text.line_height = style.text.size * 1.35F;
  style.text.weight = Weight::Bold;
  style.text.colour = styling.colours().action;
}

void style_dialog(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::Modal;
  style.flow = styling.has(State::Expanded) ? Flow::Column : Flow::Nothing;
  style.maximum_width = styling.rem(48);
  style.padding = {styling.rem(1.5F), styling.rem(2), styling.rem(2), styling.rem(2)};
  style.border = edges(1, 1);
  style.border_colour = styling.colours().border;
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.colours().background;
  style.has_shadow = true;
}

void style_tab(const Styling& styling) {
  BoxStyle& style = styling.style;
  const bool is_shown = styling.has(State::Selected);
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.minimum_height = styling.rem(3);
  style.padding = edges(styling.rem(0.5F), styling.rem(1));
  style.border.bottom = styling.rem(0.25F);
  style.border_colour = is_shown ? styling.colours().action : kNoColour;
  style.hugs_content = true;
  style.text.colour = styling.colours().action;
  style.text.weight = is_shown ? Weight::Bold : Weight::Regular;
  style.hover_surface = with_alpha(styling.colours().action, 0.08F);
}

}  // namespace

void style_structure(const Styling& styling) {
  BoxStyle& style = styling.style;
  switch (styling.node.role) {
    case Role::Page: style.fills_height = true; return;
    case Role::Banner: return style_banner(styling);
    case Role::ContentInfo: return style_footer(styling);
    case Role::Main:
      style.takes_rest = true;
      return styling.within.enter(Place::Main);
    case Role::Dialog: return style_dialog(styling);
    case Role::Disclosure: return style_disclosure(styling);
    case Role::TabList:
      style.flow = Flow::Row;
      style.column_gap = styling.rem(0.25F);
      style.border.bottom = 1;
      style.border_colour = styling.colours().border;
      return;
    case Role::Tab: return style_tab(styling);
    case Role::Region: styling.within.enter(Place::Section); return style_block(styling);
    case Role::Complementary:
      style.share = {1, styling.rem(20), styling.rem(20)};
      return style_block(styling);
    default: return style_block(styling);
  }
}

}  // namespace stadttor::presentation::imgui
