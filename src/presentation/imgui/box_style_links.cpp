// Links and buttons: both may look like either, as their appearance says.
#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::Role;
using semantics::State;

namespace {

constexpr float kHoverShare = 0.88F;  // KERN's --kern-color-action-state-opacity-hover
constexpr float kHoverTint = 0.08F;
constexpr float kDisabled = 0.4F;

void style_as_button(const Styling& styling, Appearance kind) {
  BoxStyle& style = styling.style;
  style.placement = Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.justify = Alignment::Centre;
  style.hugs_content = true;
  style.minimum_height = styling.rem(3);
  if (styling.is_in(Place::Search)) style.minimum_height = styling.rem(styling.is_in(Place::Header) ? 2.75F : styling.is_in(Place::Hero) ? 3.5F : 3);
  style.padding = edges(styling.rem(0.25F), styling.rem(1.5F));
  style.column_gap = styling.rem(0.5F);
  style.radius = styling.length(LengthToken::RadiusDefault);
  style.icon_size = styling.rem(1.5F);
  styling.set_type(styling.length(LengthToken::TextMedium), 1.25F, Weight::Bold);
  if (styling.has(State::Disabled)) style.opacity = kDisabled;
  const LocalColours& colours = styling.colours();
  if (kind == Appearance::Primary) {
    style.surface = colours.action;
    style.hover_surface = mixed_colour(colours.action, styling.theme.brightness() == Brightness::Light ? colour_of(0, 0, 0) : colour_of(255, 255, 255), kHoverShare);
    styling.set_text_colour(colours.on_action);
  } else {
    style.hover_surface = with_alpha(colours.action, kHoverTint);
    styling.set_text_colour(colours.action);
    if (kind == Appearance::Secondary) {
      style.border = edges(1, 1);
      style.border_colour = colours.action;
    }
  }
  style.icon_colour = style.text.colour;
}

void style_as_tile(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.column_gap = styling.rem(1);
  style.minimum_height = styling.rem(4.5F);
  style.fills_height = true;
  style.padding = edges(styling.rem(0.875F), styling.rem(1));
  style.border = edges(1, 1);
  style.border_colour = styling.colours().decorative_border;
  style.hover_border = styling.colours().action;
  style.hover_line = Line::BoldUnderline;
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.colours().background;
  style.icon_size = styling.rem(2);
  style.icon_colour = styling.colours().action;
  styling.set_type(styling.length(LengthToken::TextMedium), 1.25F, Weight::Bold);
}

void style_as_tool(const Styling& styling) {
  BoxStyle& style = styling.style;
  const bool is_wide = styling.around.is_wide(44);
  style.placement = Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.hugs_content = true;
  style.column_gap = styling.rem(is_wide ? 0.5F : 0.375F);
  style.minimum_height = styling.rem(is_wide ? 2.75F : 2.25F);
  style.padding = edges(styling.rem(0.375F), is_wide ? styling.rem(0.75F) : 0);
  style.radius = styling.length(LengthToken::RadiusDefault);
  style.hover_surface = with_alpha(styling.colours().action, kHoverTint);
  style.hover_line = Line::Underline;
  style.icon_size = styling.rem(styling.around.is_wide(26) ? 1.5F : 1.25F);
  style.icon_colour = styling.colours().action;
  styling.set_type(styling.rem(styling.around.is_wide(26) ? 1.0F : 0.875F), 1.5F, Weight::Regular);
  styling.set_text_colour(styling.colours().action);
}

void style_as_menu_entry(const Styling& styling) {
  BoxStyle& style = styling.style;
  const bool is_wide = styling.around.is_wide(44);
  style.placement = Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.minimum_height = styling.rem(is_wide ? 3.75F : 2.75F);
  style.padding = {styling.rem(0.75F), is_wide ? styling.rem(0.75F) : 0, styling.rem(0.5F), is_wide ? styling.rem(0.75F) : 0};
  style.border.bottom = styling.rem(0.25F);
  style.border_colour = styling.has(State::CurrentPage) ? styling.colours().action : kNoColour;
  style.hover_border = styling.has(State::CurrentPage) ? styling.colours().action : styling.colours().border;
  styling.set_type(is_wide ? styling.length(LengthToken::TextMedium) : styling.rem(1), 1.2F, Weight::Bold);
}

void style_as_letter(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.justify = Alignment::Centre;
  style.minimum_width = style.minimum_height = styling.rem(2.75F);
  style.padding = edges(styling.rem(0.25F), styling.rem(0.25F));
  style.border = edges(1, 1);
  style.border_colour = styling.colours().action;
  style.radius = styling.length(LengthToken::RadiusDefault);
  style.hover_surface = with_alpha(styling.colours().action, kHoverTint);
  style.hugs_content = true;
  styling.set_type(styling.length(LengthToken::TextMedium), 1, Weight::Bold);
  const bool is_here = styling.has(State::CurrentPage);
  if (is_here) style.surface = styling.colours().action;
  styling.set_text_colour(is_here ? styling.colours().on_action : styling.colours().action);
}

void style_as_arrow(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.hugs_content = true;
  style.column_gap = styling.rem(0.375F);
  style.minimum_height = styling.rem(2.75F);
  style.icon_after = "arrow-forward";
  style.icon_size = styling.rem(1.25F);
  style.icon_colour = styling.colours().action;
  style.text.weight = styling.within.text.weight = Weight::Bold;
  style.text.line = styling.within.text.line = Line::Underline;
  style.hover_line = Line::BoldUnderline;
  styling.set_text_colour(styling.colours().action);
}

void style_as_brand(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::InFlow;
  style.flow = Flow::LeadingPart;
  style.align = Alignment::Centre;
  style.column_width = styling.rem(3);
  style.column_gap = styling.rem(0.875F);
  style.minimum_height = styling.rem(3.25F);
  style.hugs_content = true;
  styling.within.enter(Place::Brand);
  styling.set_text_colour(styling.colours().text);
}

void style_as_skip_link(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::Skip;
  style.hugs_content = true;
  style.padding = edges(styling.rem(0.75F), styling.rem(1.25F));
  style.radius = styling.length(LengthToken::RadiusDefault);
  style.surface = styling.colours().background;
  style.has_shadow = true;
  style.text.weight = Weight::Bold;
  style.text.line = Line::Underline;
  style.text.colour = styling.colours().action;
}

// Parents in whose lines of text a link stands; elsewhere it is a box of its own.
bool stands_in_text(const Styling& styling) {
  switch (styling.parent_role()) {
    case Role::Paragraph:
    case Role::Heading:
    case Role::Definition:
    case Role::Cell:
    case Role::Text:
    case Role::Strong:
    case Role::Emphasis:
    case Role::Quotation: return true;
    case Role::ListItem: return !styling.is_in(Place::LinkList) && !styling.is_in(Place::Breadcrumb) && !styling.is_in(Place::Results);
    case Role::Block: return styling.node.look == Appearance::Card;
    default: return false;
  }
}

void style_in_list(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.hugs_content = true;
  if (styling.is_in(Place::Dropdown)) {
    style.flow = Flow::Row;
    style.align = Alignment::Centre;
    style.hugs_content = false;
    style.minimum_height = styling.rem(2.75F);
    style.padding = edges(styling.rem(0.25F), styling.rem(0.75F));
    style.radius = styling.length(LengthToken::RadiusDefault);
    style.hover_surface = with_alpha(styling.colours().action, kHoverTint);
    style.text.line = Line::None;
    style.column_gap = styling.rem(0.5F);
    style.icon_colour = styling.colours().action;
    if (!styling.has(State::CurrentPage)) return;
    style.icon_after = "check";
    style.text.weight = Weight::Bold;
    return;
  }
  if (styling.is_in(Place::Breadcrumb)) {
    styling.set_type(styling.length(LengthToken::TextSmall), 1.5F, Weight::Regular);
    style.padding = edges(styling.rem(0.25F), 0);
  } else if (styling.is_in(Place::LinkList)) {
    style.text.line_height = style.text.size * 1.4F;
    const float side = styling.is_in(Place::Footer) ? 0.4375F : styling.is_in(Place::Facts) ? 0.25F : 0.5F;
    style.padding = edges(styling.rem(side), 0);
  } else if (styling.is_in(Place::Results)) {
    style.padding = edges(styling.rem(0.25F), 0);
    if (styling.is_first_child()) styling.set_type(styling.length(LengthToken::TextLarge), 1.3F, Weight::Bold);
  } else if (styling.parent_look() == Appearance::Stack) {
    style.padding = edges(styling.rem(0.375F), 0);
  }
}

void style_as_text_link(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.text.line = styling.within.text.line = Line::Underline;
  style.hover_line = Line::BoldUnderline;
  styling.set_text_colour(styling.colours().link);
  style.icon_colour = style.text.colour;
  if (styling.node.look == Appearance::Card) styling.set_type(styling.length(LengthToken::TextLarge), 1.3F, Weight::Bold);
  style.placement = stands_in_text(styling) ? Placement::Inline : Placement::InFlow;
  if (style.placement == Placement::InFlow) style_in_list(styling);
}

}  // namespace

void style_link(const Styling& styling) {
  switch (styling.node.look) {
    case Appearance::Primary:
    case Appearance::Secondary:
    case Appearance::Tertiary:
      style_as_button(styling, styling.node.look);
      if (styling.node.look == Appearance::Tertiary) styling.style.text.line = Line::Underline;
      return;
    case Appearance::Brand: return style_as_brand(styling);
    case Appearance::SkipLink: return style_as_skip_link(styling);
    case Appearance::MainMenu: return style_as_menu_entry(styling);
    case Appearance::TileList: return style_as_tile(styling);
    case Appearance::Alphabet: return style_as_letter(styling);
    case Appearance::LinkArrow: return style_as_arrow(styling);
    case Appearance::Tools: return style_as_tool(styling);
    default: return style_as_text_link(styling);
  }
}

void style_button(const Styling& styling) {
  BoxStyle& style = styling.style;
  switch (styling.node.look) {
    case Appearance::Primary:
    case Appearance::Tertiary: return style_as_button(styling, styling.node.look);
    case Appearance::Tools: return style_as_tool(styling);
    case Appearance::MainMenu: return style_as_menu_entry(styling);
    case Appearance::Small:
      style_as_button(styling, Appearance::Tertiary);
      style.minimum_height = styling.rem(2);
      style.padding = edges(0, styling.rem(0.5F));
      style.column_gap = styling.rem(0.25F);
      styling.set_type(styling.length(LengthToken::TextSmall), 1.25F, Weight::Bold);
      return;
    default: return style_as_button(styling, Appearance::Secondary);
  }
}

}  // namespace stadttor::presentation::imgui
