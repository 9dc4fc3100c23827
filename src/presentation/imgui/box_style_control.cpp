// Fields, choices and progress. What their parts look like follows from the box's style, see box_parts.
#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::Property;
using semantics::Role;
using semantics::State;

namespace {

constexpr float kDisabled = 0.4F;

void style_field(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Field;
  style.maximum_width = styling.rem(40);
  style.surface = styling.colours().layer;
  style.border_colour = styling.has(State::Invalid) ? styling.colour(ColourToken::Danger) : styling.colours().input_border;
  style.radius = styling.length(LengthToken::RadiusSmall);
  style.minimum_height = styling.rem(styling.node.role == Role::TextArea ? 8 : 3);
  if (styling.has(State::Disabled)) style.opacity = kDisabled;
  if (styling.node.role == Role::Select) style.icon_after = "arrow-down";
  style.second_surface = styling.colours().background;
  style.icon_colour = styling.colours().action;
  if (!styling.is_in(Place::Search)) return;
  style.hides_label = styling.is_in(Place::Header);
  style.share = {1, styling.rem(9), 0};
  style.maximum_width = kUnlimited;
  style.minimum_height = styling.rem(styling.is_in(Place::Header) ? 2.75F : styling.is_in(Place::Hero) ? 3.5F : 3);
  if (styling.is_in(Place::Hero)) style.text.size = styling.length(LengthToken::TextLarge);
}

void style_check(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Check;
  style.surface = styling.colours().layer;
  style.border_colour = styling.colours().input_border;
  style.radius = styling.node.role == Role::RadioButton ? styling.rem(1) : styling.length(LengthToken::RadiusSmall);
  style.column_width = styling.rem(2);
  if (styling.has(State::Disabled)) style.opacity = kDisabled;
}

void style_group(const Styling& styling) {
  BoxStyle& style = styling.style;
  const bool is_beside = styling.node.look == Appearance::Cluster;
  style.flow = Flow::Field;
  style.maximum_width = styling.rem(40);
  style.row_gap = styling.rem(1);
  style.justify = is_beside ? Alignment::End : Alignment::Start;
  if (!styling.has(State::Invalid)) return;
  style.border.start = styling.rem(0.25F);
  style.padding.start = styling.rem(1);
  style.border_colour = styling.colour(ColourToken::Danger);
}

void style_list_box(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::Below;
  if (styling.node.children == 0) style.flow = Flow::Nothing;
  styling.within.colours = page_colours(styling.theme);
  styling.set_text_colour(styling.within.colours.text);
  style.padding = edges(styling.rem(0.375F), styling.rem(0.375F));
  style.border = edges(1, 1);
  style.border_colour = styling.within.colours.border;
  style.radius = styling.length(LengthToken::RadiusLarge);
  style.surface = styling.within.colours.background;
  style.has_shadow = true;
}

void style_option(const Styling& styling) {
  BoxStyle& style = styling.style;
  // A select shows the chosen one itself; the list is there when it is opened.
  style.placement = styling.parent_role() == Role::Select ? Placement::Listed : Placement::InFlow;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.minimum_height = styling.rem(2.75F);
  style.padding = edges(styling.rem(0.375F), styling.rem(0.75F));
  style.radius = styling.length(LengthToken::RadiusDefault);
  style.hover_surface = styling.colour(ColourToken::HuedBackground);
  styling.set_type(styling.around.text.size, 1.3F, Weight::Regular);
  if (!styling.has(State::Selected)) return;
  style.surface = style.hover_surface = styling.colour(ColourToken::Action);
  styling.set_text_colour(styling.colour(ColourToken::OnAction));
}

void style_measure(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Measure;
  style.row_gap = styling.rem(0.5F);
  style.radius = styling.length(LengthToken::RadiusSmall);
  style.surface = styling.colour(ColourToken::Feedback);
  style.second_surface = styling.colour(ColourToken::FeedbackBackground);
  style.minimum_height = styling.rem(0.5F);
}

}  // namespace

void style_control(const Styling& styling) {
  switch (styling.node.role) {
    case Role::Button: return style_button(styling);
    case Role::Checkbox:
    case Role::RadioButton: return style_check(styling);
    case Role::RadioGroup:
    case Role::Group: return style_group(styling);
    case Role::ListBox: return style_list_box(styling);
    case Role::Option: return style_option(styling);
    case Role::Progress:
    case Role::Meter: return style_measure(styling);
    default: return style_field(styling);
  }
}

}  // namespace stadttor::presentation::imgui
