// The parts that a control or a thing that opens is made of, and what each looks like: all follows from the style of the
// whole.
#pragma once

#include "presentation/imgui/box_style.h"

namespace stadttor::presentation::imgui {

enum class Part : unsigned char {
  Whole,
  Label,    // also a legend, a caption, a title
  Hint,
  Error,
  Control,  // what is typed into or ticked
  Body,     // what a disclosure or message holds
  Marker,
  Icon,
  Drawing,  // of a scene, above its described alternative
  Line,     // of a box that runs over several lines of text
};

BoxStyle label_style(const BoxStyle& whole);
BoxStyle hint_style(const BoxStyle& whole);
BoxStyle error_style(const BoxStyle& whole);
BoxStyle control_style(const BoxStyle& whole);
BoxStyle choice_label_style(const BoxStyle& whole);
BoxStyle choice_style(const BoxStyle& whole);
// The part of a message below its title.
BoxStyle message_body_style(const BoxStyle& whole);
BoxStyle disclosure_body_style(const BoxStyle& whole);
// What a disclosure in a row of tools opens above the page.
BoxStyle dropdown_style(const BoxStyle& whole);

}  // namespace stadttor::presentation::imgui
