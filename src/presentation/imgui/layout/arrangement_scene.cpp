// A scene: the place of its drawing, as shell/styles/scene.css has it, above what describes it.
#include <algorithm>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;

namespace {

constexpr float kBelowDrawing = 1.25F;  // in rem

}  // namespace

float Arrangement::place_scene(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const SceneAbove above = in_.above_scene ? in_.above_scene(index) : SceneAbove();
  const Edges padding = style.padding;
  float y = room.y;
  if (above.shows == SceneShows::Drawing) {
    const float height = drawing_height(in_.tree.property_of(node(index), Property::SceneKind), style.rem, in_.window_height);
    // From border to border.
    add_box(index, Part::Drawing, Shape::Scene, style, {room.x - padding.start, y - padding.top, room.width + padding.across(), height});
    y += height - padding.top + kBelowDrawing * style.rem;
  }
  if (above.shows == SceneShows::Sentence) {
    BoxStyle sentence;
    sentence.text = style.text;
    sentence.rem = style.rem;
    y += place_text_part(index, Part::Hint, sentence, above.sentence, {room.x, y, room.width, 0}) + style.rem;
  }
  return y + place_below_each_other(index, children_of(index), {}, {room.x, y, room.width, 0}) - room.y;
}

float drawing_height(std::string_view kind, float rem, float window_height) {
  if (kind == "map") return std::clamp(0.65F * window_height, 16 * rem, 30 * rem);
  return std::clamp(0.5F * window_height, 16 * rem, 24 * rem);
}

}  // namespace stadttor::presentation::imgui
