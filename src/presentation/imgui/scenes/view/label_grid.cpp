#include "presentation/imgui/scenes/view/label_grid.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::view {

namespace {

constexpr double kCell = 64;
constexpr double kMargin = 128;

bool overlap(const ScreenBox& a, const ScreenBox& b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }

}  // namespace

LabelGrid::LabelGrid(double width, double height)
    : width_(width),
      height_(height),
      columns_(static_cast<std::size_t>((width + 2 * kMargin) / kCell) + 1),
      rows_(static_cast<std::size_t>((height + 2 * kMargin) / kCell) + 1),
      cells_(columns_ * rows_) {}

bool LabelGrid::place(const std::vector<ScreenBox>& boxes) {
  for (const ScreenBox& box : boxes) {
    if (!is_free(box)) return false;
  }
  for (const ScreenBox& box : boxes) block(box);
  return true;
}

void LabelGrid::block(const ScreenBox& box) {
  std::vector<std::size_t> cells;
  visit_cells(box, cells);
  for (const std::size_t cell : cells) cells_[cell].push_back(static_cast<std::uint32_t>(boxes_.size()));
  boxes_.push_back(box);
}

bool LabelGrid::has_name(std::string_view name, ScreenPoint at, double apart) const {
  const auto places = names_.find(name);
  if (places == names_.end()) return false;
  return std::any_of(places->second.begin(), places->second.end(), [&](ScreenPoint place) { return std::hypot(place.x - at.x, place.y - at.y) < apart; });
}

bool LabelGrid::is_free(const ScreenBox& box) const {
  if (box.left < -kMargin || box.top < -kMargin || box.right > width_ + kMargin || box.bottom > height_ + kMargin) return false;
  std::vector<std::size_t> cells;
  visit_cells(box, cells);
  for (const std::size_t cell : cells) {
    for (const std::uint32_t other : cells_[cell]) {
      if (overlap(box, boxes_[other])) return false;
    }
  }
  return true;
}

void LabelGrid::visit_cells(const ScreenBox& box, std::vector<std::size_t>& cells) const {
  const auto cell_of = [](double place, std::size_t count) {
    return static_cast<std::size_t>(std::clamp((place + kMargin) / kCell, 0.0, static_cast<double>(count - 1)));
  };
  for (std::size_t row = cell_of(box.top, rows_); row <= cell_of(box.bottom, rows_); ++row) {
    for (std::size_t column = cell_of(box.left, columns_); column <= cell_of(box.right, columns_); ++column) cells.push_back(row * columns_ + column);
  }
}

}  // namespace stadttor::presentation::imgui::view
