// Where everything on a page is: boxes and lines of text, in the order they are painted, in CSS pixels from the page's upper
// left corner. A value: made by layout_page, read by painting and by whatever asks what is under the pointer.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "presentation/imgui/box_parts.h"
#include "presentation/imgui/box_style.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui {

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool contains(float at_x, float at_y) const { return at_x >= x && at_x < right() && at_y >= y && at_y < bottom(); }
};

// Floating: above the page, moves with it. Window: above everything, stays where it is when the page moves.
enum class Layer : unsigned char { Page, Floating, Window };
inline constexpr int kLayerCount = static_cast<int>(Layer::Window) + 1;

enum class Shape : unsigned char {
  Surface,   // as the style says: surface, border, shadow
  Icon,      // `picture` is its name
  Picture,   // `picture` is its source
  Bullet,
  Dot,
  Step,      // circle and the line to the next
  LastStep,
  Tick,      // chosen checkbox
  RadioDot,  // chosen radio button
  Bar,       // `fraction` of it is filled
  Scene,     // drawn by whoever knows its scene
  Nothing,   // only a place: to point at, to focus
};

struct Box {
  semantics::NodeIndex node = 0;
  Part part = Part::Whole;
  Layer layer = Layer::Page;
  Shape shape = Shape::Surface;
  Rect rect;
  BoxStyle style;
  std::string_view picture;
  float fraction = 0;
};

struct TextRun {
  semantics::NodeIndex node = 0;
  Part part = Part::Whole;
  Layer layer = Layer::Page;
  Rect rect;  // of the line's share that is this text's
  float baseline = 0;
  TextStyle style;
  float opacity = 1;
  std::string_view text;
};

struct LaidOutPage {
  std::vector<Box> boxes;
  std::vector<TextRun> runs;
  float width = 0;
  float height = 0;
  bool is_right_to_left = false;
  std::deque<std::string> own_texts;  // what stands in no tree: numbers of lists, shaped words
};

}  // namespace stadttor::presentation::imgui
