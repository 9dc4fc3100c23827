// The canvas module: draws one scene of a page. It is told the page's tree as changes and holds nothing else; each instance
// of it is one scene, so that what a scene kept goes away with it. Who loads it and feeds it is web/canvas/.
#include <emscripten.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "presentation/imgui/scenes/scene_maker.h"
#include "programs/canvas/drawing_sheet.h"
#include "semantics/tree_changes.h"
#include "semantics/tree_teller.h"

EM_JS(void, stadttor_canvas_use_context, (), {
  GL.makeContextCurrent(GL.registerContext(Module['host'].context, { majorVersion : 2, minorVersion : 0, enableExtensionsByDefault : 0 }));
});

namespace {

using stadttor::presentation::imgui::Brightness;
using stadttor::presentation::imgui::Scene;
using stadttor::presentation::imgui::SceneInk;
using stadttor::presentation::imgui::Theme;
using stadttor::semantics::NodeIndex;
using stadttor::semantics::NodeKey;
using stadttor::semantics::Property;
using stadttor::semantics::Tree;
namespace view = stadttor::presentation::imgui::view;

struct SceneOnCanvas {
  std::vector<std::uint8_t> bytes;  // what JavaScript hands over with the next call
  Tree tree;
  NodeKey key{};
  NodeKey focused{};
  NodeKey found{};
  view::Motion motion = view::Motion::Full;
  Theme theme;
  float text_size = 16;
  double width = 1;  // CSS pixels
  double height = 1;
  stadttor::programs::DrawingSheet sheet;
  std::string readout;
  std::unique_ptr<Scene> drawn;

  std::string_view property(Property property) const {
    const NodeIndex node = tree.find(key);
    return node == stadttor::semantics::kNoNode ? std::string_view() : tree.property_of(tree.node(node), property);
  }
  view::Viewport* viewport() const { return drawn ? drawn->find_viewport() : nullptr; }

  void show_page() {
    const NodeIndex node = tree.find(key);
    if (drawn && node != stadttor::semantics::kNoNode) drawn->show_page(tree, node, focused);
  }
};

SceneOnCanvas& scene() {
  static SceneOnCanvas instance;
  return instance;
}

NodeKey key_from(unsigned high, unsigned low) { return static_cast<NodeKey>(std::uint64_t{high} << 32U | low); }

}  // namespace

extern "C" {

// A place for `size` bytes that the next call reads.
EMSCRIPTEN_KEEPALIVE std::uint8_t* stadttor_bytes(int size) {
  scene().bytes.resize(static_cast<std::size_t>(size));
  return scene().bytes.data();
}

// The key of the scene's node. False where the context cannot be drawn with.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_begin(unsigned high, unsigned low, int has_less_motion) {
  scene().key = key_from(high, low);
  scene().motion = has_less_motion != 0 ? view::Motion::Reduced : view::Motion::Full;
  scene().tree = stadttor::semantics::empty_page();
  stadttor_canvas_use_context();
  return scene().sheet.open() ? 1 : 0;
}

// The handed-over bytes are what the page's source holds, none where it has none. False where nothing can be drawn of them.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_make() {
  std::string source(scene().bytes.begin(), scene().bytes.end());
  scene().bytes = {};
  auto made = stadttor::presentation::imgui::make_scene(scene().property(Property::SceneKind), std::move(source), std::string(scene().property(Property::Source)), scene().motion);
  if (!made.ok()) return 0;
  scene().drawn = std::move(made.value());
  scene().drawn->resize(scene().width, scene().height);
  scene().show_page();
  return 1;
}

// The handed-over bytes are changes of the page's tree. False where they do not fit the tree.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_changes() {
  if (!stadttor::semantics::apply_change_bytes(scene().bytes, scene().tree).ok()) return 0;
  scene().show_page();
  return 1;
}

// Of the document, which the changes don't tell.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_direction(int is_right_to_left) {
  scene().tree.direction = is_right_to_left != 0 ? "rtl" : "ltr";
  scene().show_page();
}

EMSCRIPTEN_KEEPALIVE void stadttor_scene_focus(unsigned high, unsigned low) {
  scene().focused = key_from(high, low);
  scene().show_page();
}

// The file the scene is drawn from, as the page says; of no size where there is none.
EMSCRIPTEN_KEEPALIVE const char* stadttor_scene_source() { return scene().property(Property::Source).data(); }
EMSCRIPTEN_KEEPALIVE int stadttor_scene_source_size() { return static_cast<int>(scene().property(Property::Source).size()); }

// CSS pixels; `ratio`: device pixels in one of them.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_size(double width, double height, double ratio, double text_size) {
  scene().text_size = static_cast<float>(text_size);
  scene().width = width;
  scene().height = height;
  scene().sheet.resize(static_cast<float>(width), static_cast<float>(height), static_cast<float>(ratio));
  if (scene().drawn) scene().drawn->resize(width, height);
}

// The handed-over bytes are lines "custom-property #rrggbb".
EMSCRIPTEN_KEEPALIVE void stadttor_scene_colours(int is_dark) {
  const auto brightness = is_dark != 0 ? Brightness::Dark : Brightness::Light;
  scene().theme.set_brightness(brightness);
  std::string_view lines(reinterpret_cast<const char*>(scene().bytes.data()), scene().bytes.size());
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t gap = line.find(' ');
    if (gap == std::string_view::npos) continue;
    const auto colour = stadttor::presentation::imgui::parse_colour(line.substr(gap + 1));
    if (colour) scene().theme.set_colour(line.substr(0, gap), brightness, *colour);
  }
}

EMSCRIPTEN_KEEPALIVE void stadttor_scene_press(int pointer, double x, double y, double seconds) {
  if (scene().drawn) scene().drawn->press(pointer, {x, y}, seconds);
}
EMSCRIPTEN_KEEPALIVE void stadttor_scene_move(int pointer, double x, double y, double seconds) {
  if (scene().drawn) scene().drawn->move(pointer, {x, y}, seconds);
}
// True where the pointer did not move: something was chosen, if something is there.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_release(int pointer, double seconds) {
  return scene().drawn && scene().drawn->release(pointer, seconds) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void stadttor_scene_cancel() {
  if (scene().drawn) scene().drawn->cancel();
}
EMSCRIPTEN_KEEPALIVE void stadttor_scene_wheel(double steps, double x, double y) {
  if (scene().drawn) scene().drawn->wheel(steps, {x, y});
}
// A view::SceneKey. False where it means nothing to this scene.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_key(int key) {
  if (!scene().drawn || key < 0 || key >= view::kSceneKeyCount) return 0;
  return scene().drawn->key(static_cast<view::SceneKey>(key)) ? 1 : 0;
}
// What the keys have come to, for assistive technology; of no size where there is nothing to say.
EMSCRIPTEN_KEEPALIVE const char* stadttor_scene_readout() {
  scene().readout = scene().drawn ? scene().drawn->readout() : std::string();
  return scene().readout.data();
}
EMSCRIPTEN_KEEPALIVE int stadttor_scene_readout_size() { return static_cast<int>(scene().readout.size()); }

// The citizen wants less motion, or again all of it.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_motion(int has_less_motion) {
  scene().motion = has_less_motion != 0 ? view::Motion::Reduced : view::Motion::Full;
  if (scene().drawn) scene().drawn->set_motion(scene().motion);
}

// Whether a node is shown there; its key is what the next two say.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_find(double x, double y) {
  const auto found = scene().drawn ? scene().drawn->node_at({x, y}) : std::nullopt;
  scene().found = found.value_or(NodeKey{});
  return found ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE unsigned stadttor_scene_found_high() { return static_cast<unsigned>(static_cast<std::uint64_t>(scene().found) >> 32U); }
EMSCRIPTEN_KEEPALIVE unsigned stadttor_scene_found_low() { return static_cast<unsigned>(static_cast<std::uint64_t>(scene().found)); }
// What was found is named in the scene from now on.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_hover() {
  if (!scene().drawn) return;
  scene().drawn->hover(scene().found == NodeKey{} ? std::nullopt : std::optional<NodeKey>(scene().found));
}

// The length of what the scene's field for places takes for this one, 0 where there is no such field; then the field is what was found.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_pick(double x, double y) {
  const auto picker = scene().drawn ? scene().drawn->picker() : std::nullopt;
  scene().found = picker.value_or(NodeKey{});
  scene().readout = picker ? scene().drawn->picked_at({x, y}) : std::string();
  return static_cast<int>(scene().readout.size());
}
EMSCRIPTEN_KEEPALIVE const char* stadttor_scene_picked() { return scene().readout.data(); }

// Draws. True while another frame is needed.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_draw(double seconds) {
  if (!scene().drawn) return 0;
  const bool is_moving = scene().drawn->advance(seconds);
  ImDrawList& list = scene().sheet.begin();
  scene().drawn->draw(SceneInk{list, {0, 0}, scene().theme, &scene().sheet.text(), scene().text_size});
  scene().sheet.show();
  return is_moving || scene().sheet.text().is_full() ? 1 : 0;
}

// The scene cannot be drawn, or not as a whole.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_has_fault() { return scene().drawn && scene().drawn->fault() != nullptr ? 1 : 0; }

// Where its view is, for the instance that goes on after a lost context, and for tests: middle of its world, zoom. Zeros
// where the scene has no view.
EMSCRIPTEN_KEEPALIVE double stadttor_scene_x() { return scene().viewport() != nullptr ? scene().viewport()->middle().x : 0; }
EMSCRIPTEN_KEEPALIVE double stadttor_scene_y() { return scene().viewport() != nullptr ? scene().viewport()->middle().y : 0; }
EMSCRIPTEN_KEEPALIVE double stadttor_scene_zoom() { return scene().viewport() != nullptr ? scene().viewport()->zoom() : 0; }
EMSCRIPTEN_KEEPALIVE void stadttor_scene_look_at(double x, double y, double zoom) {
  if (scene().viewport() != nullptr) scene().viewport()->look_at({x, y}, zoom);
}

}  // extern "C"

int main() { return 0; }
