// What the box of a node looks like and how it arranges what is in it: surface, border, padding, gap, flow, type. In CSS
// pixels. Where boxes are is decided elsewhere: natively by layout/, on the web by the browser.
#pragma once

#include <string_view>

#include "presentation/imgui/colour.h"

namespace stadttor::presentation::imgui {

enum class Weight : unsigned char { Regular, Bold };
enum class Slant : unsigned char { Upright, Italic };
enum class Line : unsigned char { None, Underline, BoldUnderline };
enum class Alignment : unsigned char { Start, Centre, End, Stretch };

struct TextStyle {
  float size = 18;
  float line_height = 27;
  Weight weight = Weight::Regular;
  Slant slant = Slant::Upright;
  Line line = Line::None;
  Alignment alignment = Alignment::Start;
  Colour colour = kNoColour;
};

struct Edges {
  float top = 0;
  float end = 0;
  float bottom = 0;
  float start = 0;

  float across() const { return start + end; }
  float along() const { return top + bottom; }
};

constexpr Edges edges(float block, float inline_side) { return {block, inline_side, block, inline_side}; }
constexpr Edges edges(float top, float inline_side, float bottom) { return {top, inline_side, bottom, inline_side}; }

// How a box arranges its children.
enum class Flow : unsigned char {
  Nothing,      // takes no room: hidden, or only for assistive technology
  Column,       // below each other; text and inline parts in lines
  Row,          // beside each other, wrapping
  Grid,         // equal columns, as many as fit
  TextColumns,  // balanced columns, like a newspaper
  Pairs,        // terms beside their definitions
  LeadingPart,  // the first child beside all others
  Table,
  TableSection,
  TableRow,
  Field,        // label, hint, error and control
  Check,        // box or circle with its label beside it
  Measure,      // label and bar
  Disclosure,   // summary and what it opens
  Message,      // title with its sign, and text
  Picture,
  Scene,        // the place of its drawing, then its described alternative
  Line,         // a separator
};

enum class Placement : unsigned char {
  InFlow,
  Inline,     // part of the lines of text around it
  Behind,     // at the lower edge of its parent, below everything there
  Below,      // floats below its parent, above the page
  Modal,      // in the middle, above everything
  Listed,     // in the list that its parent opens
  Corner,     // fixed at the upper end corner of the window
  Skip,       // above the page, out of sight until it has the focus
};

enum class Marker : unsigned char { None, Bullet, Number, Step, Tick, Chevron, Dot };

// How a box grows and shrinks beside others in a row. A negative basis: as wide as its content.
struct Share {
  float grow = 0;
  float basis = -1;
  float minimum = 0;
};

inline constexpr float kUnlimited = 1e9F;

struct BoxStyle {
  Flow flow = Flow::Column;
  Placement placement = Placement::InFlow;

  Edges margin;            // negative where it reaches beyond its parent
  float space_before = 0;  // to what stands before it in the same parent
  Edges border;
  Edges padding;
  float row_gap = 0;
  float column_gap = 0;
  float column_width = 0;  // of a grid or text columns, at least
  float minimum_height = 0;
  float minimum_width = 0;
  float maximum_width = kUnlimited;
  Share share;
  Alignment align = Alignment::Stretch;   // of children across the flow
  Alignment justify = Alignment::Start;   // of children along the flow; End: first at the start, last at the end
  bool hugs_content = false;              // no wider than its content
  bool fills_height = false;              // as high as its neighbours in a row or grid
  bool takes_rest = false;                // of a column, as high as what the others leave
  bool is_centred = false;                // within its parent, when narrower
  bool bleeds = false;                    // from edge to edge of the page
  bool is_open = false;                   // a disclosure, a select's list
  bool hides_label = false;               // of a field whose label is only for assistive technology
  bool is_mirrored = false;               // on a page that runs from right to left
  bool is_balanced = false;               // its lines of text are about equally long

  Colour surface = kNoColour;
  Colour second_surface = kNoColour;  // of the part below a message's title, behind a bar, under a stripe's first third
  Colour border_colour = kNoColour;
  float radius = 0;
  bool has_shadow = false;
  float opacity = 1;

  // Under the pointer.
  Colour hover_surface = kNoColour;
  Colour hover_border = kNoColour;
  Line hover_line = Line::None;

  TextStyle text;
  // For the parts of a control: hints, signs, errors.
  Colour focus = kNoColour;
  Colour muted = kNoColour;
  Colour action = kNoColour;
  Colour on_action = kNoColour;
  Colour danger = kNoColour;
  float rem = 16;
  Marker marker = Marker::None;
  Colour marker_colour = kNoColour;
  std::string_view icon_after;  // name of an icon that belongs to the look, not to the content
  float icon_size = 24;
  Colour icon_colour = kNoColour;
  float picture_height = 0;     // 0: as the picture's own shape gives it
  bool picture_covers = false;  // filled by the picture, cut where it doesn't fit

  Edges frame() const {
    return {border.top + padding.top, border.end + padding.end, border.bottom + padding.bottom, border.start + padding.start};
  }
};

}  // namespace stadttor::presentation::imgui
