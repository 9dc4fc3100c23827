// Keeps labels apart: a label is shown only where nothing else has been put yet. Who asks first has the better place, so
// callers ask in the order of importance.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "presentation/imgui/scenes/view/view_places.h"

namespace stadttor::presentation::imgui::view {

class LabelGrid {
 public:
  // Of a screen, with a margin around it, so that labels at the edge don't come and go while the map moves.
  LabelGrid(double width, double height);

  // Takes the place of all boxes, or none where one of them is taken or lies outside.
  bool place(const std::vector<ScreenBox>& boxes);
  bool place(const ScreenBox& box) { return place(std::vector<ScreenBox>{box}); }
  // Markers stand where they must; labels keep clear of them.
  void block(const ScreenBox& box);

  // A street is named once in a while along its way, not once in every tile.
  bool has_name(std::string_view name, ScreenPoint at, double apart) const;
  void remember_name(std::string_view name, ScreenPoint at) { names_[name].push_back(at); }

 private:
  bool is_free(const ScreenBox& box) const;
  void visit_cells(const ScreenBox& box, std::vector<std::size_t>& cells) const;

  double width_;
  double height_;
  std::size_t columns_;
  std::size_t rows_;
  std::vector<std::vector<std::uint32_t>> cells_;  // numbers of boxes
  std::vector<ScreenBox> boxes_;
  std::unordered_map<std::string_view, std::vector<ScreenPoint>> names_;
};

}  // namespace stadttor::presentation::imgui::view
