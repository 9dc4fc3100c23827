// Blocks, and landmarks that look like one: what each appearance makes of a box that holds others.
#include <algorithm>

#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;

namespace {

constexpr float kMeasure = 75;  // width of a page's content, in rem

// Content of a box from edge to edge keeps the page's measure.
float side_of_measure(const Styling& styling) {
  const float page = styling.around.page_width * styling.around.rem;
  const float edge = std::clamp(0.04F * page, std::min(styling.rem(1), 0.05F * page), styling.rem(2));
  return std::max(edge, (page - styling.rem(kMeasure)) / 2);
}

// A share of the page's width between two lengths in rem, as CSS's clamp().
float between(const Styling& styling, float least, float percent, float most) {
  return std::clamp(styling.rem(styling.around.page_width * percent / 100), styling.rem(least), styling.rem(most));
}

void keep_measure(const Styling& styling) {
  styling.style.margin.start = styling.style.margin.end = side_of_measure(styling);
}

// From edge to edge also along the page, where it begins or ends a container.
void reach_edges_of_container(const Styling& styling) {
  if (styling.parent_look() != Appearance::Container) return;
  const bool is_last = styling.node.subtree_end == styling.tree.node(styling.node.parent).subtree_end;
  if (styling.is_first_child()) styling.style.margin.top = styling.rem(-1.5F);
  if (is_last) styling.style.margin.bottom = styling.rem(-4);
}

void style_hero(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Hero);
  styling.within.colours = colours_on(styling.colour(ColourToken::OnBrand), styling.within.colours);
  styling.set_text_colour(styling.within.colours.text);
  style.bleeds = true;
  reach_edges_of_container(styling);
  style.surface = styling.colour(ColourToken::Brand);
  style.padding = {between(styling, 2, 6, 4.5F), side_of_measure(styling), between(styling, 7, 22, 14), side_of_measure(styling)};
}

void style_band(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.colours.text = styling.colour(ColourToken::OnBand);
  styling.set_text_colour(styling.within.colours.text);
  style.bleeds = true;
  reach_edges_of_container(styling);
  style.surface = styling.colour(ColourToken::Band);
  const float side = side_of_measure(styling);
  style.padding = {styling.rem(2.5F), side, styling.rem(3), side};
}

void style_side_box(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (styling.is_in(Place::Side)) return;
  styling.within.enter(Place::Side);
  style.padding = edges(styling.rem(1.5F), styling.rem(1.5F));
  style.border.top = styling.rem(0.25F);
  style.border_colour = styling.colour(ColourToken::Accent);
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.colours().layer;
  style.share = {1, styling.rem(20), styling.rem(20)};
}

void style_card(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Card);
  const auto first = styling.index + 1;
  const bool has_body = first < styling.node.subtree_end && styling.tree.node(first).look == Appearance::CardBody;
  const float side = has_body ? 0 : between(styling, 1, 5, 1.5F);
  style.padding = edges(side, side);
  style.row_gap = styling.rem(0.5F);
  style.border = edges(1, 1);
  style.border_colour = styling.colours().decorative_border;
  style.hover_border = styling.colours().action;
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.colours().background;
  style.fills_height = true;
}

void style_search(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Search);
  style.flow = Flow::Row;
  style.align = Alignment::End;
  style.row_gap = style.column_gap = styling.rem(0.5F);
  if (styling.is_in(Place::Header)) {
    style.share = {1, styling.rem(18), 0};
    style.padding = edges(styling.rem(0.5F), 0);
    if (styling.around.is_wide(60)) style.maximum_width = styling.rem(28);
    return;
  }
  style.maximum_width = styling.rem(48);
  if (!styling.is_in(Place::Hero)) return;
  styling.within.colours = page_colours(styling.theme);
  styling.set_text_colour(styling.within.colours.text);
  const float side = between(styling, 1, 3, 1.75F);
  style.padding = edges(side, side);
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.within.colours.background;
  style.has_shadow = true;
}

void style_row(const Styling& styling, float row_gap, float column_gap) {
  styling.style.flow = Flow::Row;
  styling.style.align = Alignment::Centre;
  styling.style.row_gap = styling.rem(row_gap);
  styling.style.column_gap = styling.rem(column_gap);
}

void style_header_row(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::HeaderRow);
  style_row(styling, 0.5F, 1.5F);
  style.justify = Alignment::End;
  const bool follows_a_row = !styling.is_first_child();
  style.padding = edges(follows_a_row ? 0 : styling.rem(0.75F), 0);
  style.border.top = follows_a_row ? 1 : 0;
  style.border_colour = styling.colours().decorative_border;
}

void style_filter(const Styling& styling) {
  BoxStyle& style = styling.style;
  const float side = between(styling, 0.75F, 4, 1.25F);
  style.padding = edges(side, side);
  style.row_gap = styling.rem(1);
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.colours().layer;
}

void style_container(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (styling.parent_role() != semantics::Role::Main) return;
  keep_measure(styling);
  style.padding = {styling.rem(1.5F), 0, styling.rem(4), 0};
}

}  // namespace

void style_block(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (styling.parent_look() == Appearance::Split && style.share.grow == 0) {
    style.share = {999, styling.rem(32), styling.rem(20)};
  }
  switch (styling.node.look) {
    case Appearance::TopBar:
      styling.within.enter(Place::TopBar);
      style.bleeds = true;
      style.padding = edges(styling.rem(0.375F), side_of_measure(styling));
      style.surface = styling.colours().layer;
      return;
    case Appearance::Header: return keep_measure(styling);
    case Appearance::HeaderRow: return style_header_row(styling);
    case Appearance::Tools:
      styling.within.enter(Place::Tools);
      return style_row(styling, 0, styling.around.is_wide(44) ? 0.25F : 0.75F);
    case Appearance::MainMenu:
      styling.within.enter(Place::Menu);
      if (!styling.around.is_wide(44)) style.share = {1, kUnlimited, 0};
      if (styling.around.is_wide(44)) style.margin.start = styling.rem(-0.75F);
      return;
    case Appearance::Container: return style_container(styling);
    case Appearance::Footer:
      keep_measure(styling);
      style.padding = {styling.rem(2.5F), 0, styling.rem(3), 0};
      return;
    case Appearance::FooterColumns:
      styling.within.enter(Place::FooterColumns);
      style.flow = Flow::Grid;
      style.column_width = styling.rem(15);
      style.row_gap = styling.rem(2);
      style.column_gap = styling.rem(2.5F);
      style.justify = Alignment::Stretch;
      return;
    case Appearance::Breadcrumb:
      styling.within.enter(Place::Breadcrumb);
      style.padding = edges(styling.rem(0.25F), 0, styling.rem(1));
      return;
    case Appearance::Hero: return style_hero(styling);
    case Appearance::Band: return style_band(styling);
    case Appearance::Cluster:
    case Appearance::Toolbar:
      styling.within.enter(Place::Cluster);
      return style_row(styling, 0.75F, 1);
    case Appearance::CardGrid:
      style.flow = Flow::Grid;
      style.column_width = styling.rem(20);
      style.row_gap = style.column_gap = styling.rem(1);
      return;
    case Appearance::Split:
      style.flow = Flow::Row;
      style.align = Alignment::Start;
      style.row_gap = styling.rem(2.5F);
      style.column_gap = between(styling, 2, 5, 4);
      return;
    case Appearance::SideBox: return style_side_box(styling);
    case Appearance::Card: return style_card(styling);
    case Appearance::CardBody:
      style.padding = edges(styling.rem(1.5F), styling.rem(1.5F));
      style.row_gap = styling.rem(0.5F);
      return;
    case Appearance::SearchForm: return style_search(styling);
    case Appearance::Filter: return style_filter(styling);
    case Appearance::OpenState:
    case Appearance::Preview:
    case Appearance::Photo:
    case Appearance::Markable:
      styling.within.enter(Place::OpenState);
      style.minimum_height = styling.rem(4.75F);
      return;
    case Appearance::Plain:
    case Appearance::WithoutEngine:
    case Appearance::SignatureLines:
    case Appearance::Brand:
    case Appearance::SkipLink:
    case Appearance::Stack:
    case Appearance::TileList:
    case Appearance::LinkList:
    case Appearance::ResultList:
    case Appearance::Alphabet:
    case Appearance::Steps:
    case Appearance::Checklist:
    case Appearance::Facts:
    case Appearance::Figures:
    case Appearance::Agenda:
    case Appearance::Hours:
    case Appearance::Lead:
    case Appearance::Small:
    case Appearance::Muted:
    case Appearance::Bold:
    case Appearance::Eyebrow:
    case Appearance::VisuallyHidden:
    case Appearance::Large:
    case Appearance::Primary:
    case Appearance::Secondary:
    case Appearance::Tertiary:
    case Appearance::LinkArrow:
    case Appearance::Suggestions:
    case Appearance::Info:
    case Appearance::Success:
    case Appearance::Warning:
    case Appearance::Danger:
    case Appearance::Badge:
    case Appearance::Crest:
    case Appearance::Illustration: return;
  }
}

}  // namespace stadttor::presentation::imgui
