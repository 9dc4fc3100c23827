// A scene: the place of its drawing, as shell/styles/scene.css has it, above what describes it.
#include <algorithm>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;

namespace {

constexpr float kBelowDrawing = 1.25F;  // in rem

bool is_chart(std::string_view kind) { return kind.find("chart") != std::string_view::npos; }

}  // namespace

float Arrangement::place_scene(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const SceneAbove above = in_.above_scene ? in_.above_scene(index) : SceneAbove();
  float y = room.y;
  if (above.shows == SceneShows::Drawing) {
    const std::string_view kind = in_.tree.property_of(node(index), Property::SceneKind);
    // Maps and plans reach from border to border; a chart stands within, as its table does.
    const Edges out = is_chart(kind) ? Edges() : style.padding;
    const float width = room.width + out.across();
    const float height = drawing_height(kind, width, style.rem, in_.window_height);
    add_box(index, Part::Drawing, Shape::Scene, style, {room.x - out.start, y - out.top, width, height});
    y += height - out.top + kBelowDrawing * style.rem;
  }
  if (above.shows == SceneShows::Sentence) {
    BoxStyle sentence;
    sentence.text = style.text;
    sentence.rem = style.rem;
    y += place_text_part(index, Part::Hint, sentence, above.sentence, {room.x, y, room.width, 0}) + style.rem;
  }
  return y + place_below_each_other(index, children_of(index), {}, {room.x, y, room.width, 0}) - room.y;
}

float drawing_height(std::string_view kind, float width, float rem, float window_height) {
  if (is_chart(kind)) return 24 * rem;
  // The proportion that most plans have.
  if (kind == "plan") return std::clamp(0.58F * width, 14 * rem, 32 * rem);
  return std::clamp(0.65F * window_height, 16 * rem, 30 * rem);
}

}  // namespace stadttor::presentation::imgui
