#include "presentation/imgui/box_styles.h"

#include <algorithm>

#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::State;

void Styling::set_type(float size, float height, Weight weight) const {
  style.text.size = size;
  style.text.line_height = size * height;
  style.text.weight = weight;
  within.text = style.text;
}

void Styling::set_text_colour(Colour colour) const {
  style.text.colour = colour;
  within.text.colour = colour;
}

namespace {

void style_family(const Styling& styling) {
  switch (styling.node.role) {
    case Role::Page:
    case Role::Banner:
    case Role::Navigation:
    case Role::Main:
    case Role::Complementary:
    case Role::ContentInfo:
    case Role::Search:
    case Role::Region:
    case Role::Form:
    case Role::Block:
    case Role::Dialog:
    case Role::Disclosure:
    case Role::TabList:
    case Role::Tab:
    case Role::TabPanel: return style_structure(styling);
    case Role::Heading:
    case Role::Paragraph:
    case Role::Text:
    case Role::Strong:
    case Role::Emphasis:
    case Role::Time:
    case Role::Quotation:
    case Role::Separator:
    case Role::Link:
    case Role::Message:
    case Role::Status:
    case Role::Picture:
    case Role::Icon:
    case Role::Scene: return style_text(styling);
    case Role::List:
    case Role::OrderedList:
    case Role::ListItem:
    case Role::DescriptionList:
    case Role::Term:
    case Role::Definition:
    case Role::Table:
    case Role::TableHead:
    case Role::TableBody:
    case Role::Row:
    case Role::ColumnHeader:
    case Role::RowHeader:
    case Role::Cell: return style_list_or_table(styling);
    case Role::Button:
    case Role::TextField:
    case Role::TextArea:
    case Role::Checkbox:
    case Role::RadioGroup:
    case Role::RadioButton:
    case Role::Select:
    case Role::Option:
    case Role::ComboBox:
    case Role::ListBox:
    case Role::FileField:
    case Role::Group:
    case Role::Progress:
    case Role::Meter: return style_control(styling);
  }
}

Surroundings page_surroundings(const semantics::Tree& tree, const Theme& theme, PageMeasures measures) {
  Surroundings page;
  page.rem = measures.rem;
  page.page_width = measures.width / measures.rem;
  page.colours = page_colours(theme);
  page.is_arabic_script = tree.language == "ar";
  page.text.size = measures.rem * theme.length(LengthToken::TextMedium, page.page_width);
  page.text.line_height = page.text.size * (page.is_arabic_script ? 1.7F : 1.5F);
  page.text.colour = page.colours.text;
  return page;
}

}  // namespace

float page_edge(PageMeasures measures) {
  const float least = std::min(measures.rem, 0.05F * measures.width);
  return std::clamp(0.04F * measures.width, least, std::max(least, 2 * measures.rem));
}

std::vector<BoxStyle> box_styles_from_tree(const semantics::Tree& tree, const Theme& theme, PageMeasures measures) {
  const Surroundings page = page_surroundings(tree, theme, measures);
  std::vector<BoxStyle> styles(tree.size());
  std::vector<Surroundings> within(tree.size(), page);
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    const semantics::Node& node = tree.node(index);
    const Surroundings& around = node.parent == semantics::kNoNode ? page : within[node.parent];
    within[index] = around;
    BoxStyle& style = styles[index];
    style.text = around.text;
    style.focus = around.colours.focus;
    style.muted = around.colours.muted;
    style.action = around.colours.action;
    style.on_action = around.colours.on_action;
    style.danger = theme.colour(ColourToken::Danger);
    style.rem = around.rem;
    const Styling styling{tree, index, node, theme, around, within[index], style};
    style_family(styling);
    style.space_before = space_before(styling);
    if (node.has(State::Hidden) || node.look == semantics::Appearance::VisuallyHidden) style.flow = Flow::Nothing;
  }
  return styles;
}

}  // namespace stadttor::presentation::imgui
