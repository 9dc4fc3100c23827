// A page as a picture: what a terminal of the chosen size would show, over the page's whole height.
#pragma once

#include "foundation/result.h"
#include "presentation/imgui/drawn_scenes.h"
#include "programs/drawing/city_look.h"

namespace stadttor::drawing {

struct PictureOptions {
  int width = 1280;        // in CSS pixels
  float scale = 1;         // pixels of the picture in one of CSS
  float text_size = 1;     // the citizen's choice
  presentation::imgui::Brightness brightness = presentation::imgui::Brightness::Light;
};

// `scenes`: what is drawn of them; their alternatives alone where it is null. Errors: NotSupported without OpenGL.
Result<presentation::imgui::Raster> picture_of_page(const semantics::Tree& page, const CityLook& look, const PictureOptions& options,
                                                    presentation::imgui::ScenePort* scenes = nullptr);

}  // namespace stadttor::drawing
