// Lays a page out as the browser lays out the document, within what box styles can say. For native programs: in the
// browser the document itself is laid out.
#pragma once

#include <functional>

#include "presentation/imgui/box_styles.h"
#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/layout/text_measure.h"

namespace stadttor::presentation::imgui {

// Width divided by height of a picture; 0 where it isn't there.
using PictureShape = std::function<float(std::string_view source)>;

// What stands above a scene's described alternative: the place of its drawing, or a sentence that says why there is none.
enum class SceneShows : unsigned char { Alternative, Drawing, Sentence };
struct SceneAbove {
  SceneShows shows = SceneShows::Alternative;
  std::string_view sentence = {};  // outlives the page
};
using SceneAboveOf = std::function<SceneAbove(semantics::NodeIndex scene)>;

struct LayoutInputs {
  const semantics::Tree& tree;
  const std::vector<BoxStyle>& styles;  // see box_styles_from_tree; outlives the page, as the tree does
  const TextMeasure& measure;
  PictureShape shape_of;
  PageMeasures measures;
  float window_height = 800;
  float least_height = 0;  // of the page: what stands below its main part stands at the bottom of a taller window
  SceneAboveOf above_scene = {};  // without it all scenes are their alternatives
};

// How high the drawing of a scene of this kind is, see Property::SceneKind.
float drawing_height(std::string_view kind, float width, float rem, float window_height);

// Within an ImGui frame, see TextMeasure.
LaidOutPage layout_page(const LayoutInputs& inputs);

}  // namespace stadttor::presentation::imgui
