#include "presentation/imgui/scenes/chart_scene.h"

#include <algorithm>
#include <cmath>

#include "presentation/imgui/scenes/chart/chart_painting.h"

namespace stadttor::presentation::imgui {

using chart::ChartData;
using chart::ChartMark;
using chart::ValuePlace;
using view::SceneKey;
using view::ScreenPoint;

namespace {

// A finger is never quite still.
constexpr double kStill = 6;

std::size_t stepped(std::size_t at, int step, std::size_t count) {
  const auto moved = static_cast<std::ptrdiff_t>(at) + step;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(moved, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

}  // namespace

void ChartScene::resize(double width, double height) {
  place_.width = width;
  place_.height = height;
}

void ChartScene::show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey) {
  const auto key_of = [this](std::optional<ValuePlace> place) { return place ? chart::value_at(data_, *place).cell : semantics::NodeKey{}; };
  const semantics::NodeKey read = key_of(read_);
  const semantics::NodeKey hovered = key_of(hovered_);
  const std::size_t categories = data_.categories.size();
  const std::size_t series = data_.series.size();
  auto data = chart::read_chart_data(tree, scene);
  fault_.reset();
  if (data.ok()) {
    data_ = std::move(data.value());
  } else {
    data_ = ChartData{};
    fault_ = data.error();
  }
  read_ = find_place(read);
  hovered_ = find_place(hovered);
  // What is pressed until the next drawing is what is still seen, where it is still there.
  if (categories != data_.categories.size() || series != data_.series.size()) layout_ = {};
}

std::optional<ValuePlace> ChartScene::find_place(semantics::NodeKey cell) const {
  if (cell == semantics::NodeKey{}) return {};
  for (std::size_t series = 0; series < data_.series.size(); ++series) {
    for (std::size_t category = 0; category < data_.categories.size(); ++category) {
      if (data_.series[series].values[category].cell == cell) return ValuePlace{series, category};
    }
  }
  return {};
}

std::optional<semantics::NodeKey> ChartScene::node_at(ScreenPoint point) const {
  const ChartMark* mark = chart::find_mark(layout_, point);
  if (mark == nullptr) return {};
  return chart::value_at(data_, mark->place).cell;
}

void ChartScene::hover(std::optional<semantics::NodeKey> node) { hovered_ = find_place(node.value_or(semantics::NodeKey{})); }

void ChartScene::press(std::int64_t pointer, ScreenPoint at, double) {
  if (!pressed_) pressed_ = Press{pointer, at};
}

void ChartScene::move(std::int64_t pointer, ScreenPoint at, double) {
  if (pressed_ && pressed_->pointer == pointer && std::hypot(at.x - pressed_->at.x, at.y - pressed_->at.y) >= kStill) pressed_.reset();
}

bool ChartScene::release(std::int64_t pointer, double) {
  if (!pressed_ || pressed_->pointer != pointer) return false;
  const ChartMark* mark = chart::find_mark(layout_, pressed_->at);
  read_ = mark == nullptr ? std::nullopt : std::optional<ValuePlace>(mark->place);
  pressed_.reset();
  return true;
}

bool ChartScene::key(SceneKey key) {
  if (data_.categories.empty()) return false;
  const int onward = data_.runs_right_to_left ? -1 : 1;
  // Stacks grow upwards from the first series; lines and bars are named from the first one on.
  const int up = data_.kind == chart::ChartKind::Stacked ? 1 : -1;
  switch (key) {
    case SceneKey::Left: layout_.is_lying ? step(0, -onward) : step(-onward, 0); return true;
    case SceneKey::Right: layout_.is_lying ? step(0, onward) : step(onward, 0); return true;
    case SceneKey::Up: layout_.is_lying ? step(-1, 0) : step(0, up); return true;
    case SceneKey::Down: layout_.is_lying ? step(1, 0) : step(0, -up); return true;
    case SceneKey::First: read_ = ValuePlace{read_ ? read_->series : 0, 0}; return true;
    case SceneKey::Last: read_ = ValuePlace{read_ ? read_->series : 0, data_.categories.size() - 1}; return true;
    case SceneKey::Dismiss:
      read_.reset();
      hovered_.reset();
      return true;
    case SceneKey::ZoomIn:
    case SceneKey::ZoomOut:
    case SceneKey::ShowAll: return false;
  }
  return false;
}

void ChartScene::step(int categories, int series) {
  if (!read_) {
    read_ = ValuePlace{0, categories < 0 ? data_.categories.size() - 1 : 0};
    return;
  }
  read_ = ValuePlace{stepped(read_->series, series, data_.series.size()), stepped(read_->category, categories, data_.categories.size())};
}

std::string ChartScene::readout() const { return read_ ? chart::readout_of(data_, *read_) : std::string(); }

void ChartScene::draw(const SceneInk& ink) {
  ink.list.PushClipRect(ink.corner, ink.at({place_.width, place_.height}), true);
  ink.list.AddRectFilled(ink.corner, ink.at({place_.width, place_.height}), ink.theme.colour(ColourToken::Background));
  if (!data_.categories.empty()) {
    place_.text_size = static_cast<double>(ink.text_size);
    layout_ = chart::chart_layout_of(data_, place_, [&ink](std::string_view text, double size) {
      return static_cast<double>(ink.text->size_of({TextWeight::Regular, static_cast<float>(size), kNoColour, kNoColour}, text).x);
    });
    chart::paint_chart(ink, data_, layout_);
    const auto shown = hovered_ ? hovered_ : read_;
    if (shown) chart::paint_readout(ink, data_, layout_, *shown, place_.width, place_.height);
  }
  ink.list.PopClipRect();
}

}  // namespace stadttor::presentation::imgui
