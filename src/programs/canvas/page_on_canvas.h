// A whole page, drawn behind the text that the browser shows: the tree as it is told, styles by the same families as the
// native pictures, and rectangles that the browser measured. Who measures and says when to draw is web/canvas/page_drawing.js.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "presentation/imgui/box_styles.h"
#include "presentation/imgui/measured_page.h"
#include "presentation/imgui/theme.h"
#include "programs/canvas/drawing_sheet.h"

namespace stadttor::programs {

// What to measure: the element that shows the node, or the part of it with this number (presentation/document/fragment.h).
struct WantedRectangle {
  std::uint32_t key_high;
  std::uint32_t key_low;
  std::uint32_t part;
};

class PageOnCanvas {
 public:
  // Takes the context that is current; false where it cannot be drawn with.
  bool begin();
  // False where the changes do not fit the page.
  bool change(const std::vector<std::uint8_t>& changes);
  // Lines "custom-property value", as the page has them now.
  void set_look(std::string_view lines, presentation::imgui::Brightness brightness);
  // Of the canvas, in CSS pixels, and device pixels in one of them.
  void resize(float width, float height, float ratio);

  // What is on a page of this width. Measured in this order.
  const std::vector<WantedRectangle>& wanted(float page_width);
  // In CSS pixels from the page's upper left corner; those left out are not shown.
  void place(const std::vector<presentation::imgui::Rect>& rectangles);
  // True where something looks different from now on.
  bool hover(semantics::NodeKey key);
  // Around what of the node there is a ring; none: nowhere.
  void ring(semantics::NodeKey key, std::vector<presentation::imgui::Rect> rectangles);

  // The part of the page that begins `top` CSS pixels below its upper edge.
  void draw(float top);

 private:
  presentation::imgui::PageMeasures measures_;
  semantics::Tree tree_;
  presentation::imgui::Theme theme_;
  std::vector<presentation::imgui::BoxStyle> styles_;
  std::vector<presentation::imgui::Box> boxes_;
  std::vector<WantedRectangle> wanted_;
  std::vector<presentation::imgui::Rect> rings_;
  presentation::imgui::MeasuredView view_;
  semantics::NodeKey hovered_{};
  semantics::NodeKey ringed_{};
  DrawingSheet sheet_;
  float width_ = 1;
};

// Names of the custom properties that set_look knows, one a line.
std::string names_of_look();

}  // namespace stadttor::programs
