// Text, messages and pictures.
#include <algorithm>

#include "presentation/imgui/box_style_families.h"

namespace stadttor::presentation::imgui {

using semantics::Appearance;
using semantics::Role;

namespace {

constexpr float kReadingWidth = 44;  // of running text, in rem: about 75 letters
constexpr float kPixel = 1.0F / 16;  // KERN's paddings are written in pixels of a 16 px rem

void pad_block(const Styling& styling, float top, float bottom) {
  styling.style.padding.top = styling.rem(top * kPixel);
  styling.style.padding.bottom = styling.rem(bottom * kPixel);
}

void style_heading_by_level(const Styling& styling) {
  const bool is_wide = styling.around.is_wide(48);
  if (styling.node.look == Appearance::Large) {
    const float most = styling.rem(0.12F * styling.around.page_width);
    styling.set_type(std::min(styling.length(LengthToken::Heading2XLarge), most), 1.12F, Weight::Bold);
    return pad_block(styling, is_wide ? 16 : 12, is_wide ? 16 : 12);
  }
  if (styling.node.look == Appearance::Small) {
    styling.set_type(styling.length(LengthToken::TextLarge), 24.0F / 21, Weight::Bold);
    return pad_block(styling, 5, 3);
  }
  switch (styling.node.level) {
    case 1:
      styling.set_type(styling.length(LengthToken::HeadingXLarge), 1.17F, Weight::Bold);
      return pad_block(styling, is_wide ? 12 : 9, is_wide ? 12 : 7);
    case 2:
      styling.set_type(styling.length(LengthToken::HeadingLarge), is_wide ? 1.25F : 32.0F / 26, Weight::Bold);
      return pad_block(styling, is_wide ? 9 : 7, is_wide ? 7 : 9);
    case 3:
      styling.set_type(styling.length(LengthToken::HeadingMedium), is_wide ? 32.0F / 24 : 24.0F / 21, Weight::Bold);
      return pad_block(styling, is_wide ? 8 : 5, is_wide ? 8 : 3);
    default:
      styling.set_type(styling.length(LengthToken::TextMedium), 24.0F / 18, Weight::Bold);
      return pad_block(styling, 6, 2);
  }
}

void style_heading(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.is_balanced = true;
  style_heading_by_level(styling);
  const bool is_small = styling.is_in(Place::Card) || styling.is_in(Place::Agenda) ||
                        (styling.is_in(Place::Side) && styling.node.level <= 3);
  if (is_small) {
    styling.set_type(styling.length(LengthToken::TextLarge), 1.3F, Weight::Bold);
    style.padding = {};
  }
  if (styling.is_in(Place::Footer)) {
    styling.set_type(styling.length(LengthToken::TextMedium), 1.3F, Weight::Bold);
    pad_block(styling, 0, 8);
  }
  if (styling.is_in(Place::Hero)) style.maximum_width = styling.rem(46);
}

Colour feedback(const Styling& styling, Appearance kind) {
  switch (kind) {
    case Appearance::Success: return styling.colour(ColourToken::Success);
    case Appearance::Warning: return styling.colour(ColourToken::Warning);
    case Appearance::Danger: return styling.colour(ColourToken::Danger);
    default: return styling.colour(ColourToken::Info);
  }
}

Colour feedback_background(const Styling& styling, Appearance kind) {
  switch (kind) {
    case Appearance::Success: return styling.colour(ColourToken::SuccessBackground);
    case Appearance::Warning: return styling.colour(ColourToken::WarningBackground);
    case Appearance::Danger: return styling.colour(ColourToken::DangerBackground);
    default: return styling.colour(ColourToken::InfoBackground);
  }
}

bool is_badge(Appearance look) {
  return look == Appearance::Badge || look == Appearance::Info || look == Appearance::Success ||
         look == Appearance::Warning || look == Appearance::Danger;
}

void style_badge(const Styling& styling) {
  BoxStyle& style = styling.style;
  const Appearance look = styling.node.look;
  style.flow = Flow::Row;
  style.align = Alignment::Centre;
  style.hugs_content = true;
  style.minimum_height = styling.rem(2);
  style.padding = {styling.rem(2 * kPixel), styling.rem(1), styling.rem(2 * kPixel), styling.rem(0.75F)};
  style.column_gap = styling.rem(0.375F);
  style.radius = styling.length(LengthToken::RadiusDefault);
  styling.set_type(styling.length(LengthToken::TextSmall), 1.25F, Weight::Bold);
  if (look == Appearance::Badge) {
    style.border = edges(1, 1);
    style.border_colour = styling.colours().border;
    style.surface = styling.colours().layer;
    return;
  }
  style.marker = Marker::Dot;
  style.marker_colour = feedback(styling, look);
  style.border = edges(1, 1);
  style.border_colour = style.marker_colour;
  style.surface = feedback_background(styling, look);
}

void style_paragraph_by_look(const Styling& styling) {
  const float height = styling.around.is_arabic_script ? 1.7F : 1.5F;
  pad_block(styling, 6, 2);
  switch (styling.node.look) {
    case Appearance::Lead:
      styling.set_type(styling.length(LengthToken::TextLarge), height, Weight::Regular);
      return pad_block(styling, 1, 7);
    case Appearance::Small:
      styling.set_type(styling.length(LengthToken::TextSmall), height, Weight::Regular);
      return pad_block(styling, 7, 1);
    case Appearance::Muted: return styling.set_text_colour(styling.colours().muted);
    case Appearance::Bold: return styling.set_type(styling.around.text.size, height, Weight::Bold);
    case Appearance::Eyebrow: return styling.set_text_colour(styling.colours().muted);
    default: return;
  }
}

// What stands below the footer's columns has a line above it.
void style_paragraph_in_footer(const Styling& styling) {
  pad_block(styling, 4, 4);
  if (styling.parent_look() != Appearance::Footer || styling.is_first_child()) return;
  styling.style.padding.top = styling.rem(1);
  styling.style.border.top = 1;
  styling.style.border_colour = styling.colours().text;
}

void style_paragraph(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (is_badge(styling.node.look)) return style_badge(styling);
  style_paragraph_by_look(styling);
  if (styling.is_in(Place::Main)) style.maximum_width = styling.rem(styling.is_in(Place::Hero) ? 46 : kReadingWidth);
  if (styling.is_in(Place::TopBar) || styling.is_in(Place::Breadcrumb)) {
    styling.set_type(styling.length(LengthToken::TextSmall), 1.5F, Weight::Regular);
    pad_block(styling, styling.is_in(Place::Breadcrumb) ? 4 : 0, styling.is_in(Place::Breadcrumb) ? 4 : 0);
  }
  if (styling.is_in(Place::Results)) style.padding = {};
  if (styling.is_in(Place::Results) && styling.node.look == Appearance::Eyebrow) {
    styling.set_type(styling.length(LengthToken::TextSmall), 1.5F, Weight::Regular);
  }
  if (styling.is_in(Place::Agenda)) pad_block(styling, 2, 2);
  if (styling.is_in(Place::Footer)) style_paragraph_in_footer(styling);
  if (styling.parent_role() == Role::Definition && styling.is_first_child()) style.padding.top = 0;
}

// A part of a line, unless it stands alone beside a crest.
void style_inline(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.placement = Placement::Inline;
  const Appearance look = styling.node.look;
  if (is_badge(look)) return style_badge(styling);
  if (styling.parent_look() == Appearance::Brand && styling.parent_role() == Role::Link) {
    style.placement = Placement::InFlow;
    if (look == Appearance::Brand) return styling.set_type(styling.rem(styling.around.is_wide(44) ? 1.5F : 1.375F), 1.15F, Weight::Bold);
    styling.set_type(styling.length(LengthToken::TextSmall), 1.3F, Weight::Regular);
    return styling.set_text_colour(styling.colours().muted);
  }
  if (look == Appearance::Small) styling.set_type(styling.length(LengthToken::TextSmall), 1.5F, styling.around.text.weight);
  if (look == Appearance::Large) styling.set_type(styling.length(LengthToken::TextLarge), 1.3F, styling.around.text.weight);
  if (look == Appearance::Muted) styling.set_text_colour(styling.colours().muted);
  if (look == Appearance::Bold) styling.set_type(styling.around.text.size, 1.5F, Weight::Bold);
}

void style_message(const Styling& styling) {
  BoxStyle& style = styling.style;
  styling.within.enter(Place::Message);
  const Colour colour = feedback(styling, styling.node.look);
  style.flow = Flow::Message;
  style.border = edges(2, 2);
  style.border_colour = colour;
  style.icon_colour = colour;
  style.icon_size = styling.rem(2);
  style.icon_after = styling.node.look == Appearance::Success   ? "success"
                     : styling.node.look == Appearance::Warning ? "warning"
                     : styling.node.look == Appearance::Danger  ? "danger"
                                                                : "info";
  style.surface = feedback_background(styling, styling.node.look);
  style.second_surface = styling.colours().background;
  style.radius = styling.length(LengthToken::RadiusDefault);
  style.padding = edges(styling.rem(1), styling.rem(1));
  style.row_gap = styling.rem(0.5F);
  style.text.size = styling.length(LengthToken::TextLarge);
  style.text.line_height = style.text.size * 1.3F;
  style.text.weight = Weight::Bold;
}

void style_picture(const Styling& styling) {
  BoxStyle& style = styling.style;
  style.flow = Flow::Picture;
  if (styling.node.look == Appearance::Crest) {
    style.maximum_width = styling.rem(3);
    style.picture_height = styling.rem(styling.around.is_wide(44) ? 3.25F : 2.75F);
  } else if (styling.node.look == Appearance::Preview) {
    // A QR Code, whose address carries it, is 4 cm high, as in the document: large enough for a camera.
    const bool is_code = styling.tree.property_of(styling.node, semantics::Property::Source).substr(0, 5) == "data:";
    style.maximum_width = styling.rem(10);
    style.picture_height = styling.rem(is_code ? 9.45F : 7.5F);
  } else if (styling.node.look == Appearance::Photo || styling.node.look == Appearance::Markable) {
    style.maximum_width = styling.rem(32);
    style.picture_height = styling.rem(24);
  } else if (styling.is_in(Place::Hero)) {
    style.placement = Placement::Behind;
    style.picture_height = std::clamp(styling.rem(0.2F * styling.around.page_width), styling.rem(6), styling.rem(13));
    style.picture_covers = true;
  }
}

void style_status(const Styling& styling) {
  BoxStyle& style = styling.style;
  if (styling.node.text.size == 0 && styling.node.look != Appearance::Plain) style.flow = Flow::Nothing;
  if (styling.node.look == Appearance::Badge) {
    style_badge(styling);
    if (styling.is_in(Place::Header)) style.placement = Placement::Corner;
    return;
  }
  style.minimum_height = style.text.size * 1.5F;
  if (styling.node.look != Appearance::Plain) style_paragraph(styling);
}

float inside_scene(const Styling& styling) { return styling.rem(std::clamp(0.04F * styling.around.page_width, 0.75F, 1.25F)); }

}  // namespace

void style_text(const Styling& styling) {
  BoxStyle& style = styling.style;
  switch (styling.node.role) {
    case Role::Heading: return style_heading(styling);
    case Role::Paragraph: return style_paragraph(styling);
    case Role::Link: return style_link(styling);
    case Role::Message: return style_message(styling);
    case Role::Picture: return style_picture(styling);
    case Role::Status: return style_status(styling);
    case Role::Strong:
      style.placement = Placement::Inline;
      style.text.weight = styling.within.text.weight = Weight::Bold;
      return;
    case Role::Emphasis:
      style.placement = Placement::Inline;
      style.text.slant = styling.within.text.slant = Slant::Italic;
      return;
    case Role::Time:
      style.placement = Placement::Inline;
      if (!styling.is_in(Place::Agenda)) return;
      style.text.weight = Weight::Bold;
      return styling.set_text_colour(styling.colours().action);
    case Role::Quotation:
      style.border.start = styling.rem(0.25F);
      style.border_colour = styling.colour(ColourToken::Accent);
      style.padding.start = styling.rem(1);
      return;
    case Role::Separator:
      style.flow = Flow::Line;
      style.minimum_height = 1;
      style.surface = styling.colours().border;
      return;
    case Role::Icon:
      style.placement = Placement::Inline;
      style.icon_size = styling.rem(1.5F);
      style.icon_colour = style.text.colour;
      return;
    case Role::Scene:
      style.flow = Flow::Scene;
      styling.within.enter(Place::Scene);
      style.padding = edges(inside_scene(styling), inside_scene(styling));
      style.border = edges(1, 1);
      style.border_colour = styling.colours().decorative_border;
      style.radius = styling.length(LengthToken::RadiusLarge);
      return;
    default: return style_inline(styling);
  }
}

}  // namespace stadttor::presentation::imgui
