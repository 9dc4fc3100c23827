// Makes the scene that draws a kind (Property::SceneKind).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "presentation/imgui/scenes/scene.h"

namespace stadttor::presentation::imgui {

// Whether scenes of this kind are drawn from a file that the page names (Property::Source).
bool needs_source(std::string_view kind);

// `source`: the content of that file, called `where` in errors; not looked at where the kind needs none. What the scene shows of
// the page comes with show_page. Errors: NotSupported for a kind that is not drawn, MalformedData for a broken file.
Result<std::unique_ptr<Scene>> make_scene(std::string_view kind, std::string source, std::string where, view::Motion motion);

}  // namespace stadttor::presentation::imgui
