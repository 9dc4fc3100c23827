#include "programs/canvas/page_on_canvas.h"

#include <algorithm>

#include "presentation/imgui/box_styles.h"
#include "presentation/imgui/painting/surface_painting.h"
#include "semantics/tree_changes.h"
#include "semantics/tree_teller.h"

namespace stadttor::programs {

namespace imgui = presentation::imgui;
using imgui::Box;
using imgui::Part;
using imgui::Rect;
using semantics::NodeIndex;
using semantics::NodeKey;
using semantics::Role;

namespace {

// Numbers of parts as presentation/document gives them to the elements of a node.
constexpr std::uint32_t kRootElement = 0;
constexpr std::uint32_t kSummary = 1;
constexpr std::uint32_t kBody = 4;
constexpr std::uint32_t kControl = 4;
constexpr std::uint32_t kFrameOfSelect = 5;

std::uint32_t element_of(Part part, Role role) {
  switch (part) {
    case Part::Label: return kSummary;
    case Part::Body: return kBody;
    case Part::Control: return role == Role::Select ? kFrameOfSelect : kControl;
    case Part::Whole:
    case Part::Hint:
    case Part::Error:
    case Part::Marker:
    case Part::Icon:
    case Part::Line:
    case Part::Drawing: return kRootElement;
  }
  return kRootElement;
}

std::vector<NodeIndex> node_and_around(const semantics::Tree& tree, NodeKey key) {
  std::vector<NodeIndex> chain;
  for (NodeIndex at = tree.find(key); at != semantics::kNoNode; at = tree.node(at).parent) chain.push_back(at);
  return chain;
}

}  // namespace

bool PageOnCanvas::begin() {
  tree_ = semantics::empty_page();
  return sheet_.open();
}

bool PageOnCanvas::change(const std::vector<std::uint8_t>& changes) { return semantics::apply_change_bytes(changes, tree_).ok(); }

void PageOnCanvas::set_look(std::string_view lines, imgui::Brightness brightness) {
  theme_.set_brightness(brightness);
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t gap = line.find(' ');
    if (gap == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, gap);
    const std::string_view value = line.substr(gap + 1);
    if (const auto colour = imgui::parse_colour(value)) {
      theme_.set_colour(name, brightness, *colour);
    } else {
      theme_.set_length(name, value);
    }
  }
}

void PageOnCanvas::resize(float width, float height, float ratio) {
  width_ = width;
  view_.height = height;
  view_.pixel = 1 / ratio;
  sheet_.resize(width, height, ratio);
}

const std::vector<WantedRectangle>& PageOnCanvas::wanted(float page_width) {
  // The presentation stands aside where the citizen has another size of text, so that a rem is what it is by default.
  measures_.width = page_width;
  styles_ = imgui::box_styles_from_tree(tree_, theme_, measures_);
  boxes_ = imgui::boxes_to_measure(tree_, styles_);
  view_.under_pointer = node_and_around(tree_, hovered_);
  wanted_.clear();
  for (const Box& box : boxes_) {
    const semantics::Node& node = tree_.node(box.node);
    const auto key = static_cast<std::uint64_t>(node.key);
    wanted_.push_back({static_cast<std::uint32_t>(key >> 32U), static_cast<std::uint32_t>(key), element_of(box.part, node.role)});
  }
  return wanted_;
}

void PageOnCanvas::place(const std::vector<Rect>& rectangles) {
  for (std::size_t i = 0; i < boxes_.size(); ++i) boxes_[i].rect = i < rectangles.size() ? rectangles[i] : Rect{};
}

bool PageOnCanvas::hover(NodeKey key) {
  hovered_ = key;
  std::vector<NodeIndex> chain = node_and_around(tree_, key);
  const auto is_in = [](const std::vector<NodeIndex>& nodes, NodeIndex node) { return std::find(nodes.begin(), nodes.end(), node) != nodes.end(); };
  const bool is_news = std::any_of(boxes_.begin(), boxes_.end(), [&](const Box& box) {
    return is_in(chain, box.node) != is_in(view_.under_pointer, box.node) && imgui::looks_different_under_pointer(box);
  });
  view_.under_pointer = std::move(chain);
  return is_news;
}

void PageOnCanvas::ring(NodeKey key, std::vector<Rect> rectangles) {
  ringed_ = key;
  rings_ = std::move(rectangles);
}

void PageOnCanvas::draw(float top) {
  view_.top = top;
  ImDrawList& list = sheet_.begin();
  list.AddRectFilled({0, 0}, {width_, view_.height}, theme_.colour(imgui::ColourToken::Background));
  imgui::paint_measured(list, boxes_, view_);
  const NodeIndex ringed = tree_.find(ringed_);
  if (ringed != semantics::kNoNode && ringed < styles_.size()) {
    const imgui::BoxStyle style = imgui::ring_style(tree_, ringed, styles_);
    for (Rect rect : rings_) {
      rect.y -= top;
      imgui::paint_focus_ring(list, rect, style);
    }
  }
  sheet_.show();
}

std::string names_of_look() {
  std::string names;
  for (int i = 0; i < imgui::kColourTokenCount; ++i) names.append(imgui::facts_of(static_cast<imgui::ColourToken>(i)).name).append("\n");
  for (int i = 0; i < imgui::kLengthTokenCount; ++i) names.append(imgui::facts_of(static_cast<imgui::LengthToken>(i)).name).append("\n");
  return names;
}

}  // namespace stadttor::programs
