// Fields, choices, bars, messages and what opens: boxes made of parts.
#include <algorithm>
#include <cstdlib>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::State;

namespace {

// What a select shows: the text of the option whose value it has.
std::string_view chosen_text(const semantics::Tree& tree, NodeIndex select) {
  for (NodeIndex at = select + 1; at < tree.node(select).subtree_end; ++at) {
    const semantics::Node& option = tree.node(at);
    if (option.role == Role::Option && (option.has(State::Selected) || tree.value_of(option) == tree.value_of(tree.node(select)))) return tree.text_of(option);
  }
  return {};
}

// How wide day, month and year stand beside each other, in rem; as in shell/styles/forms.css.
constexpr float kFieldBeside = 7;

bool is_group(Role role) { return role == Role::RadioGroup || role == Role::Group; }

}  // namespace

float Arrangement::place_field(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const semantics::Node& field = node(index);
  float y = room.y;
  const auto place_part = [&](Part part, const BoxStyle& of_part, std::string_view text, float gap) {
    if (text.empty()) return;
    y += place_text_part(index, part, of_part, text, {room.x, y, room.width, 0}) + gap * style.rem;
  };
  const std::string_view hint = in_.tree.property_of(field, Property::Hint);
  const std::string_view error = in_.tree.property_of(field, Property::Error);
  if (!style.hides_label) place_part(Part::Label, label_style(style), in_.tree.text_of(field), hint.empty() ? 0.5F : 0);
  place_part(Part::Hint, hint_style(style), hint, 0.5F);
  if (is_group(field.role)) {
    const auto children = children_of(index);
    const bool is_beside = style.justify == Alignment::End;
    float x = room.x;
    float line = 0;
    for (const NodeIndex child : children) {
      if (!is_beside && child != children.front()) y += style.row_gap;
      const float wanted = style_of(child).flow == Flow::Field ? kFieldBeside * style.rem : natural_width(child);
      const float width = is_beside ? std::min(wanted, room.width) : room.width;
      if (is_beside && x > room.x && x + width > room.x + room.width) {
        x = room.x;
        y += line + style.row_gap;
        line = 0;
      }
      const float height = place(child, {x, y, width, 0});
      if (is_beside) x += width + style.row_gap;
      line = std::max(line, height);
      if (!is_beside) y += height;
    }
    if (is_beside) y += line;
  } else {
    place_control(index, room, y);
  }
  if (!error.empty()) {
    y += 0.5F * style.rem;
    const BoxStyle of_error = error_style(style);
    add_icon(index, "danger", of_error.icon_colour, {room.x, y + of_error.padding.top, of_error.icon_size, of_error.icon_size});
    const float beside = of_error.icon_size + of_error.column_gap;
    y += place_text_part(index, Part::Error, of_error, error, {room.x + beside, y, room.width - beside, 0});
  }
  return y - room.y;
}

void Arrangement::place_control(NodeIndex index, Room room, float& y) {
  const BoxStyle of_control = control_style(style_of(index));
  const semantics::Node& field = node(index);
  std::string_view text = field.role == Role::Select ? chosen_text(in_.tree, index) : in_.tree.value_of(field);
  part_styles_.push_back(of_control);
  BoxStyle& text_style = part_styles_.back();
  const bool is_placeholder = text.empty() && field.role != Role::Select;
  if (is_placeholder) {
    text = in_.tree.property_of(field, Property::Placeholder);
    text_style.text.colour = of_control.muted;
  }
  if (in_.tree.property_of(field, Property::InputType) == "password" && !in_.tree.value_of(field).empty()) {
    std::string dots;
    for (std::string_view rest = text; !rest.empty(); next_character(rest)) dots.append("•");
    text = kept(std::move(dots));
  }
  const std::size_t box = page_.boxes.size();
  add_box(index, Part::Control, Shape::Surface, of_control, {room.x, y, room.width, of_control.minimum_height});
  const float icon = of_control.icon_after.empty() ? 0 : of_control.icon_size;
  const float width = room.width - of_control.padding.across() - icon;
  const std::size_t first_run = page_.runs.size();
  std::vector<InlineItem> items;
  append_words(text, index, text_style, in_.measure, items);
  auto lines = break_lines(items, field.role == Role::TextArea ? width : kUnlimited, text_style.text, in_.measure);
  float text_y = field.role == Role::TextArea ? y + 0.5F * of_control.rem : y + (of_control.minimum_height - of_control.border.bottom - text_style.text.line_height) / 2;
  for (const TextLine& line : lines) {
    place_line(line, room.x + of_control.padding.start, text_y);
    text_y += line.height;
  }
  for (std::size_t i = first_run; i < page_.runs.size(); ++i) {
    TextRun& run = page_.runs[i];
    run.part = Part::Control;
    // What doesn't fit into a field of one line is cut; of a placeholder it shows that there is more.
    if (run.rect.width > width) {
      const std::string_view more = is_placeholder ? "…" : "";
      const float room_of_text = width - in_.measure.width_of(more, run.style);
      const std::string_view fits = run.text.substr(0, in_.measure.fitting(run.text, run.style, room_of_text));
      run.text = more.empty() ? fits : kept(std::string(fits).append(more));
      run.rect.width = width;
    }
  }
  if (icon > 0) {
    add_icon(index, of_control.icon_after, of_control.icon_colour,
             {room.x + room.width - icon - 0.5F * of_control.rem, y + (of_control.minimum_height - icon) / 2, icon, icon});
  }
  page_.boxes[box].rect.height = std::max(of_control.minimum_height, field.role == Role::TextArea ? text_y - y + 0.5F * of_control.rem : 0);
  y += page_.boxes[box].rect.height;
  if (field.role == Role::Select && style_of(index).is_open) {
    place_dropdown(index, children_with(index, Placement::Listed), {room.x, y + 0.25F * of_control.rem, room.width, 0});
  }
}

float Arrangement::place_check(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const semantics::Node& check = node(index);
  const BoxStyle of_control = choice_style(style);
  const float size = of_control.minimum_height;
  add_box(index, Part::Control, Shape::Surface, of_control, {room.x, room.y, size, size});
  if (check.has(State::Checked)) {
    const bool is_radio = check.role == Role::RadioButton;
    add_box(index, Part::Marker, is_radio ? Shape::RadioDot : Shape::Tick, of_control, {room.x, room.y, size, size});
  }
  float y = room.y;
  y += place_text_part(index, Part::Label, choice_label_style(style), in_.tree.text_of(check), {room.x + size, y, room.width - size, 0});
  for (const auto& [part, property] : {std::pair{Part::Hint, Property::Hint}, std::pair{Part::Error, Property::Error}}) {
    const std::string_view text = in_.tree.property_of(check, property);
    if (text.empty()) continue;
    BoxStyle of_part = part == Part::Hint ? hint_style(style) : error_style(style);
    of_part.padding.start = style.rem;
    y += place_text_part(index, part, of_part, text, {room.x + size, y, room.width - size, 0});
  }
  return std::max(y - room.y, size);
}

float Arrangement::place_measure(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  float y = room.y + place_text_part(index, Part::Label, label_style(style), in_.tree.text_of(node(index)), room) + style.row_gap;
  const double value = std::strtod(std::string(in_.tree.value_of(node(index))).c_str(), nullptr);
  const double most = std::strtod(std::string(in_.tree.property_of(node(index), Property::Maximum)).c_str(), nullptr);
  Box& bar = add_box(index, Part::Control, Shape::Bar, style, {room.x, y, room.width, style.minimum_height});
  bar.fraction = most > 0 ? static_cast<float>(std::clamp(value / most, 0.0, 1.0)) : 0;
  return y + style.minimum_height - room.y;
}

float Arrangement::place_message(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  BoxStyle title;
  title.text = style.text;
  const float beside = style.icon_size + 0.5F * style.rem;
  const Point point = here();
  const float text_height = place_text_part(index, Part::Label, title, in_.tree.text_of(node(index)), {room.x + beside, room.y, room.width - beside, 0});
  const float height = std::max(text_height, style.icon_size);
  move(point, 0, (height - text_height) / 2);
  add_icon(index, style.icon_after, style.icon_colour, {room.x, room.y + (height - style.icon_size) / 2, style.icon_size, style.icon_size});
  const auto children = children_of(index);
  if (children.empty()) return height;
  // The text below takes the whole width, beyond the title's padding.
  const BoxStyle body = message_body_style(style);
  const Edges out = style.padding;
  const float y = room.y + height + out.bottom;
  const std::size_t box = page_.boxes.size();
  add_box(index, Part::Body, Shape::Surface, body, {room.x - out.start, y, room.width + out.across(), 0});
  const float content = place_below_each_other(index, children, {}, {room.x - out.start + body.padding.start, y + body.padding.top, room.width + out.across() - body.padding.across(), 0});
  page_.boxes[box].rect.height = content + body.padding.along();
  return y + page_.boxes[box].rect.height - out.bottom - room.y;
}

float Arrangement::place_disclosure(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const semantics::Node& disclosure = node(index);
  const std::string_view icon = in_.tree.property_of(disclosure, Property::IconName);
  const float before = icon.empty() ? 0 : 1.5F * style.rem + style.column_gap;
  const float after = style.icon_size + style.column_gap;
  BoxStyle summary;
  summary.text = style.text;
  const Point point = here();
  const float text_height = place_text_part(index, Part::Label, summary, in_.tree.text_of(disclosure), {room.x + before, room.y, room.width - before - after, 0});
  const float height = std::max({text_height, style.icon_size, room.least_height});
  move(point, 0, (height - text_height) / 2);
  if (!icon.empty()) add_icon(index, icon, style.icon_colour, {room.x, room.y + (height - 1.5F * style.rem) / 2, 1.5F * style.rem, 1.5F * style.rem});
  add_icon(index, style.is_open ? "arrow-up" : "arrow-down", style.icon_colour,
           {room.x + room.width - style.icon_size, room.y + (height - style.icon_size) / 2, style.icon_size, style.icon_size});
  const auto children = children_of(index);
  if (!style.is_open || children.empty()) return height;
  if (style.second_surface == kNoColour) {
    const BoxStyle body = disclosure_body_style(style);
    return height + style.padding.bottom + place_below_each_other(index, children, {}, {room.x, room.y + height + style.padding.bottom, room.width, 0}) + body.padding.bottom - style.padding.bottom;
  }
  const float width = std::min(page_.width, dropdown_style(style).minimum_width);
  const float x = std::max(0.0F, std::min(room.x, room.x + room.width + style.padding.end - width));
  place_dropdown(index, children, {x, room.y + height + style.padding.bottom + 0.25F * style.rem, width, 0});
  return height;
}

void Arrangement::place_dropdown(NodeIndex index, const std::vector<NodeIndex>& children, Room room) {
  const BoxStyle body = dropdown_style(style_of(index));
  const Layer layer_before = std::exchange(layer_, Layer::Floating);
  const std::size_t box = page_.boxes.size();
  add_box(index, Part::Body, Shape::Surface, body, {room.x, room.y, room.width, 0});
  const Edges frame = body.frame();
  const float content = place_below_each_other(index, children, {}, {room.x + frame.start, room.y + frame.top, room.width - frame.across(), 0});
  page_.boxes[box].rect.height = content + frame.along();
  layer_ = layer_before;
}

}  // namespace stadttor::presentation::imgui
