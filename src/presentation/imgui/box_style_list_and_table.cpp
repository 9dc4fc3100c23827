// Lists and tables.
#include <algorithm>

#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::Role;

namespace {

void style_grid(const Styling& styling, float column) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Grid;
  style.column_width = styling.rem(column);
  style.row_gap = style.column_gap = styling.rem(1);
}

void style_text_columns(const Styling& styling, float width, float gap) {
  styling.style.flow = Flow::TextColumns;
  styling.style.column_width = styling.rem(width);
  styling.style.column_gap = styling.rem(gap);
}

void style_link_list(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (styling.is_in(Place::Breadcrumb)) {
    style.flow = Flow::Row;
    return;
  }
  styling.within.enter(Place::LinkList);
  if (styling.is_in(Place::Footer)) return style_text_columns(styling, 14, 2);
  const bool is_long = styling.is_in(Place::Main) && styling.parent_role() == Role::Region && !styling.is_in(Place::Side);
  if (is_long) style_text_columns(styling, 18, 3);
}

void style_menu_list(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.column_gap = styling.rem(0.25F);
  style.flow = Flow::Row;
  if (styling.around.is_wide(44)) return;
  style.flow = Flow::Grid;
  style.column_width = styling.rem(8);
  style.justify = Alignment::Stretch;
}

void style_list(const Styling& styling) {
  BoxStyle& style = styling.style;
  switch (styling.node.look) {
    case Appearance::CardGrid: return style_grid(styling, 20);
    case Appearance::TileList: return style_grid(styling, 16.5F);
    case Appearance::MainMenu: return style_menu_list(styling);
    case Appearance::LinkList: return style_link_list(styling);
    case Appearance::Breadcrumb:
      style.flow = Flow::Row;
      return;
    case Appearance::Alphabet:
      styling.within.enter(Place::Alphabet);
      style.flow = Flow::Row;
      style.row_gap = style.column_gap = styling.rem(0.5F);
      return;
    case Appearance::ResultList:
      styling.within.enter(Place::Results);
      if (styling.is_in(Place::Scene) && styling.around.is_wide(60)) {
        // Many short entries: beside each other where there is room.
        style_grid(styling, 24);
        style.row_gap = 0;
        style.column_gap = styling.rem(2.5F);
        return;
      }
      style.maximum_width = styling.rem(54);
      return;
    case Appearance::Agenda:
      styling.within.enter(Place::Agenda);
      style.maximum_width = styling.rem(60);
      return;
    case Appearance::Steps:
    case Appearance::Checklist: style.maximum_width = styling.rem(44); return;
    default:
      if (styling.is_in(Place::Breadcrumb)) {
        style.flow = Flow::Row;
        return;
      }
      style.maximum_width = styling.rem(44);
      style.padding = {styling.rem(0.375F), 0, styling.rem(0.125F), styling.rem(1.75F)};
      return;
  }
}

bool begins_with_time(const Styling& styling) {
  const auto first = styling.index + 1;
  if (first >= styling.node.subtree_end) return false;
  const semantics::Node& part = styling.tree.node(first);
  if (part.role == Role::Time) return true;
  return part.role == Role::Paragraph && part.children > 0 && styling.tree.node(first + 1).role == Role::Time;
}

void style_agenda_item(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.padding = edges(styling.rem(1), 0);
  style.border.bottom = 1;
  style.border_colour = styling.colours().decorative_border;
  if (!styling.around.is_wide(48) || !begins_with_time(styling)) return;
  style.flow = Flow::LeadingPart;
  style.align = Alignment::Start;
  style.column_width = styling.rem(15);
  style.column_gap = styling.rem(2);
}

void style_breadcrumb_item(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.minimum_height = styling.rem(2);
  style.marker = styling.is_first_child() ? Marker::None : Marker::Chevron;
  style.marker_colour = styling.colours().muted;
  styling.set_type(styling.length(LengthToken::TextSmall), 1.5F, Weight::Regular);
  styling.set_text_colour(styling.colours().muted);
}

void style_item(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (styling.is_in(Place::Breadcrumb)) return style_breadcrumb_item(styling);
  switch (styling.parent_look()) {
    case Appearance::CardGrid:
    case Appearance::TileList: style.fills_height = true; return;
    case Appearance::LinkList:
      style.flow = styling.is_in(Place::Dropdown) ? Flow::Column : Flow::Row;
      style.column_gap = styling.rem(0.75F);
      return;
    case Appearance::Alphabet:
    case Appearance::MainMenu: return;
    case Appearance::ResultList:
      style.padding = edges(styling.rem(styling.is_in(Place::Scene) ? 0.75F : 1.125F), 0);
      style.border_colour = styling.colours().decorative_border;
      if (!styling.is_in(Place::Scene)) {
        style.border = {styling.is_first_child() ? 1.0F : 0.0F, 0, 1, 0};
      } else if (!styling.is_last_child()) {
        style.border.bottom = 1;
      }
      return;
    case Appearance::Agenda: return style_agenda_item(styling);
    case Appearance::Steps:
      style.marker = Marker::Step;
      style.marker_colour = styling.colours().action;
      style.second_surface = styling.colours().decorative_border;
      style.minimum_height = styling.rem(2.5F);
      style.padding = {styling.rem(0.375F), 0, styling.rem(1.5F), styling.rem(3.75F)};
      return;
    case Appearance::Checklist:
      style.marker = Marker::Tick;
      style.marker_colour = styling.colour(ColourToken::Success);
      style.padding = {styling.rem(0.375F), 0, styling.rem(0.375F), styling.rem(2.25F)};
      return;
    default:
      style.marker = styling.parent_role() == Role::OrderedList ? Marker::Number : Marker::Bullet;
      style.marker_colour = styling.colours().action;
      style.padding.start = styling.rem(0.25F);
      style.text.line_height = styling.within.text.line_height = style.text.size * 1.5F;
      return;
  }
}

// Two columns where there is room; in side boxes and cards, below each other.
void style_facts(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Facts);
  style.maximum_width = styling.rem(54);
  if (!styling.around.is_wide(44) || styling.is_in(Place::Side) || styling.is_in(Place::Card)) return;
  style.flow = Flow::Pairs;
  style.column_width = styling.rem(15);
}

void style_term_or_definition(const Styling& styling) {
  BoxStyle& style = styling.style;
  const bool is_term = styling.node.role == Role::Term;
  const bool is_beside = styling.around.is_wide(44) && !styling.is_in(Place::Side) && !styling.is_in(Place::Card);
  style.padding = {styling.rem(is_term || is_beside ? 0.75F : 0), is_beside ? styling.rem(1.5F) : 0, styling.rem(is_term && !is_beside ? 0 : 0.75F), 0};
  style.border.top = is_term || is_beside ? 1 : 0;
  style.border_colour = styling.colours().decorative_border;
  styling.set_type(styling.length(LengthToken::TextMedium), 1.5F, is_term ? Weight::Bold : Weight::Regular);
}

void style_table(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Table;
  style.text.size = styling.length(LengthToken::TextLarge);
  style.text.line_height = style.text.size * 24 / 21;
  style.text.weight = Weight::Bold;
  if (styling.node.look != Appearance::Hours) return;
  styling.within.enter(Place::Hours);
  style.maximum_width = styling.rem(30);
}

bool has_strong_part(const Styling& styling) {
  for (auto at = styling.index + 1; at < styling.node.subtree_end; ++at) {
    if (styling.tree.node(at).role == Role::Strong) return true;
  }
  return styling.has(semantics::State::CurrentPage);
}

void style_cell(const Styling& styling) {
  BoxStyle& style = styling.style;
  const bool is_head = styling.node.role == Role::ColumnHeader || styling.node.role == Role::RowHeader;
  const bool is_hours = styling.is_in(Place::Hours);
  style.border.bottom = 1;
  style.border_colour = styling.colours().border;
  style.fills_height = true;
  style.padding = is_hours ? edges(styling.rem(0.5F), styling.rem(0.25F))
                           : edges(styling.rem(0.875F), styling.rem(0.25F), styling.rem(0.625F));
  const float size = is_hours ? styling.length(LengthToken::TextSmall) : styling.length(LengthToken::TextMedium);
  styling.set_type(size, is_hours ? 1.5F : 24.0F / 18, is_head && !is_hours ? Weight::Bold : Weight::Regular);
}

}  // namespace

void style_list_or_table(const Styling& styling) {
  BoxStyle& style = styling.style;
  switch (styling.node.role) {
    case Role::List:
    case Role::OrderedList: return style_list(styling);
    case Role::ListItem: return style_item(styling);
    case Role::DescriptionList: return style_facts(styling);
    case Role::Term:
    case Role::Definition: return style_term_or_definition(styling);
    case Role::Table: return style_table(styling);
    case Role::TableHead:
    case Role::TableBody: style.flow = Flow::TableSection; return;
    case Role::Row:
      style.flow = Flow::TableRow;
      if (styling.is_in(Place::Hours) && has_strong_part(styling)) style.surface = styling.colour(ColourToken::Band);
      return;
    default: return style_cell(styling);
  }
}

}  // namespace stadttor::presentation::imgui
