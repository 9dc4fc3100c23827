#include "presentation/imgui/box_parts.h"

namespace stadttor::presentation::imgui {

namespace {

constexpr float kLabelHeight = 24.0F / 18;  // KERN's line height of labels

BoxStyle text_part(const BoxStyle& whole, Weight weight) {
  BoxStyle part;
  part.text = whole.text;
  part.text.weight = weight;
  part.text.line_height = part.text.size * kLabelHeight;
  part.rem = whole.rem;
  part.opacity = whole.opacity;
  part.padding = {0.375F * whole.rem, 0, 0.125F * whole.rem, 0};
  return part;
}

}  // namespace

BoxStyle label_style(const BoxStyle& whole) { return text_part(whole, Weight::Bold); }

BoxStyle hint_style(const BoxStyle& whole) {
  BoxStyle part = text_part(whole, Weight::Regular);
  part.text.size = 1.125F * whole.rem;
  part.text.line_height = part.text.size * kLabelHeight;
  part.text.colour = whole.muted;
  return part;
}

BoxStyle error_style(const BoxStyle& whole) {
  BoxStyle part = text_part(whole, Weight::Bold);
  part.text.size = 1.125F * whole.rem;
  part.text.line_height = part.text.size * kLabelHeight;
  part.text.colour = whole.danger;
  part.icon_colour = whole.danger;
  part.icon_size = 1.5F * whole.rem;
  part.column_gap = 0.5F * whole.rem;
  return part;
}

BoxStyle control_style(const BoxStyle& whole) {
  BoxStyle part;
  part.surface = whole.surface;
  part.border.bottom = 0.125F * whole.rem;
  part.border_colour = whole.border_colour;
  part.radius = whole.radius;
  part.minimum_height = whole.minimum_height;
  part.padding = edges(0.25F * whole.rem, whole.rem);
  part.text = whole.text;
  part.text.size = 1.125F * whole.rem;
  part.text.line_height = part.text.size * 1.5F;
  part.text.weight = Weight::Regular;
  part.text.line = Line::None;
  part.muted = whole.muted;
  part.focus = whole.focus;
  part.opacity = whole.opacity;
  part.icon_after = whole.icon_after;
  part.icon_colour = whole.icon_colour;
  part.icon_size = 1.5F * whole.rem;
  part.rem = whole.rem;
  return part;
}

BoxStyle choice_label_style(const BoxStyle& whole) {
  BoxStyle part = text_part(whole, Weight::Regular);
  part.padding = {0.25F * whole.rem, 0, 0.25F * whole.rem, whole.rem};
  return part;
}

BoxStyle choice_style(const BoxStyle& whole) {
  BoxStyle part = control_style(whole);
  const float line = 0.125F * whole.rem;
  part.border = edges(line, line);
  part.padding = {};
  part.minimum_height = part.minimum_width = whole.column_width;
  part.icon_colour = whole.text.colour;
  return part;
}

BoxStyle message_body_style(const BoxStyle& whole) {
  BoxStyle part;
  part.surface = whole.second_surface;
  part.radius = whole.radius;
  part.padding = edges(0.5F * whole.rem, 1.5F * whole.rem, whole.rem);
  part.row_gap = whole.row_gap;
  return part;
}

BoxStyle disclosure_body_style(const BoxStyle& whole) {
  BoxStyle part;
  part.padding = {0, 0.25F * whole.rem, 1.5F * whole.rem, 0.25F * whole.rem};
  return part;
}

BoxStyle dropdown_style(const BoxStyle& whole) {
  BoxStyle part;
  part.surface = whole.second_surface;
  part.border = edges(1, 1);
  part.border_colour = whole.border_colour;
  part.radius = 0.5F * whole.rem;
  part.padding = edges(0.5F * whole.rem, 0.5F * whole.rem);
  part.minimum_width = 15 * whole.rem;
  part.has_shadow = true;
  return part;
}

}  // namespace stadttor::presentation::imgui
