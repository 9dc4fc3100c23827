// The canvas module: draws one scene of a page. It is told the page's tree as changes and holds nothing else; each instance
// of it is one scene, so that what a scene kept goes away with it. Who loads it and feeds it is web/canvas/.
#include <emscripten.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "presentation/imgui/scenes/map_scene.h"
#include "programs/canvas/drawing_sheet.h"
#include "semantics/tree_changes.h"
#include "semantics/tree_teller.h"

EM_JS(void, stadttor_canvas_use_context, (), {
  GL.makeContextCurrent(GL.registerContext(Module['host'].context, { majorVersion : 2, minorVersion : 0, enableExtensionsByDefault : 0 }));
});

namespace {

using stadttor::presentation::imgui::Brightness;
using stadttor::presentation::imgui::MapInk;
using stadttor::presentation::imgui::MapScene;
using stadttor::presentation::imgui::Theme;
using stadttor::semantics::NodeIndex;
using stadttor::semantics::NodeKey;
using stadttor::semantics::Tree;
namespace map = stadttor::presentation::imgui::map;

struct SceneOnCanvas {
  std::vector<std::uint8_t> bytes;  // what JavaScript hands over with the next call
  Tree tree;
  NodeKey key{};
  NodeKey focused{};
  NodeKey found{};
  map::Motion motion = map::Motion::Full;
  Theme theme;
  float text_size = 16;
  double width = 1;  // CSS pixels
  double height = 1;
  stadttor::programs::DrawingSheet sheet;
  std::unique_ptr<MapScene> map;

  std::string_view source() const {
    const NodeIndex scene = tree.find(key);
    return scene == stadttor::semantics::kNoNode ? std::string_view() : tree.property_of(tree.node(scene), stadttor::semantics::Property::Source);
  }

  void show_page() {
    const NodeIndex scene = tree.find(key);
    if (map && scene != stadttor::semantics::kNoNode) map->show_page(tree, scene, focused);
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
  scene().motion = has_less_motion != 0 ? map::Motion::Reduced : map::Motion::Full;
  scene().tree = stadttor::semantics::empty_page();
  stadttor_canvas_use_context();
  return scene().sheet.open() ? 1 : 0;
}

// The handed-over bytes are the map's tiles. False where they are none.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_archive() {
  std::string archive(scene().bytes.begin(), scene().bytes.end());
  scene().bytes = {};
  auto read = map::TileArchive::read(std::move(archive), "map tiles");
  if (!read.ok()) return 0;
  scene().map = std::make_unique<MapScene>(std::move(read.value()), scene().motion);
  scene().map->resize(scene().width, scene().height);
  scene().show_page();
  return 1;
}

// The handed-over bytes are changes of the page's tree. False where they do not fit the tree.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_changes() {
  if (!stadttor::semantics::apply_change_bytes(scene().bytes, scene().tree).ok()) return 0;
  scene().show_page();
  return 1;
}

EMSCRIPTEN_KEEPALIVE void stadttor_scene_focus(unsigned high, unsigned low) {
  scene().focused = key_from(high, low);
  scene().show_page();
}

// Where the tiles lie, as the page says.
EMSCRIPTEN_KEEPALIVE const char* stadttor_scene_source() { return scene().source().data(); }
EMSCRIPTEN_KEEPALIVE int stadttor_scene_source_size() { return static_cast<int>(scene().source().size()); }

// CSS pixels; `ratio`: device pixels in one of them.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_size(double width, double height, double ratio, double text_size) {
  // What the page wants to be seen can only be fitted into a place that has a size.
  const bool had_none = scene().width <= 1;
  scene().text_size = static_cast<float>(text_size);
  scene().width = width;
  scene().height = height;
  scene().sheet.resize(static_cast<float>(width), static_cast<float>(height), static_cast<float>(ratio));
  if (!scene().map) return;
  scene().map->resize(width, height);
  if (had_none) scene().map->show_all();
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
  if (scene().map) scene().map->gestures().press(pointer, {x, y}, seconds);
}
EMSCRIPTEN_KEEPALIVE void stadttor_scene_move(int pointer, double x, double y, double seconds) {
  if (scene().map) scene().map->gestures().move(pointer, {x, y}, seconds, scene().map->viewport());
}
// True where the pointer did not move: something was chosen, if something is there.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_release(int pointer, double seconds) {
  return scene().map && scene().map->gestures().release(pointer, seconds) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void stadttor_scene_cancel() {
  if (scene().map) scene().map->gestures().cancel();
}
EMSCRIPTEN_KEEPALIVE void stadttor_scene_wheel(double steps, double x, double y) {
  if (scene().map) scene().map->gestures().wheel(steps, {x, y}, scene().map->viewport());
}
// A map::MapKey.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_key(int key) {
  if (!scene().map || key < 0 || key > static_cast<int>(map::MapKey::ShowAll)) return;
  const auto pressed = static_cast<map::MapKey>(key);
  if (pressed == map::MapKey::ShowAll) {
    scene().map->show_all();
  } else {
    scene().map->gestures().key(pressed, scene().map->viewport());
  }
}

// The citizen wants less motion, or again all of it.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_motion(int has_less_motion) {
  scene().motion = has_less_motion != 0 ? map::Motion::Reduced : map::Motion::Full;
  if (scene().map) scene().map->gestures().set_motion(scene().motion);
}

// Whether a node is shown there; its key is what the next two say.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_find(double x, double y) {
  const auto found = scene().map ? scene().map->node_at({x, y}) : std::nullopt;
  scene().found = found.value_or(NodeKey{});
  return found ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE unsigned stadttor_scene_found_high() { return static_cast<unsigned>(static_cast<std::uint64_t>(scene().found) >> 32U); }
EMSCRIPTEN_KEEPALIVE unsigned stadttor_scene_found_low() { return static_cast<unsigned>(static_cast<std::uint64_t>(scene().found)); }
// What was found is named on the map from now on.
EMSCRIPTEN_KEEPALIVE void stadttor_scene_hover() {
  if (!scene().map) return;
  scene().map->hover(scene().found == NodeKey{} ? std::nullopt : std::optional<NodeKey>(scene().found));
}

// Draws. True while another frame is needed.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_draw(double seconds) {
  if (!scene().map) return 0;
  const bool is_gliding = scene().map->advance(seconds);
  ImDrawList& list = scene().sheet.begin();
  scene().map->draw(MapInk{list, {0, 0}, scene().theme, &scene().sheet.text(), scene().text_size});
  scene().sheet.show();
  return is_gliding || scene().sheet.text().is_full() ? 1 : 0;
}

// A tile could not be read.
EMSCRIPTEN_KEEPALIVE int stadttor_scene_has_fault() { return scene().map && scene().map->fault() != nullptr ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int stadttor_scene_marker_count() { return scene().map ? static_cast<int>(scene().map->markers().size()) : 0; }

// Where the map is, for the instance that goes on after a lost context, and for tests: middle of the world square, zoom.
EMSCRIPTEN_KEEPALIVE double stadttor_scene_x() { return scene().map ? scene().map->viewport().middle().x : 0; }
EMSCRIPTEN_KEEPALIVE double stadttor_scene_y() { return scene().map ? scene().map->viewport().middle().y : 0; }
EMSCRIPTEN_KEEPALIVE double stadttor_scene_zoom() { return scene().map ? scene().map->viewport().zoom() : 0; }
EMSCRIPTEN_KEEPALIVE void stadttor_scene_look_at(double x, double y, double zoom) {
  if (scene().map) scene().map->viewport().look_at({x, y}, zoom);
}

}  // extern "C"

int main() { return 0; }
