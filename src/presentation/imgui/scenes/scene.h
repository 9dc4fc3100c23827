// What all drawn scenes of a page have in common: a place on the page, the page's tree, pointers and keys. Draws when asked;
// choices go out as keys of the page's nodes, so that a scene and its described alternative can't differ. Which class draws
// which kind is scene_maker's matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/error.h"
#include "presentation/imgui/scenes/scene_ink.h"
#include "presentation/imgui/scenes/view/view_gestures.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui {

class Scene {
 public:
  Scene() = default;
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;
  virtual ~Scene() = default;

  // CSS pixels.
  virtual void resize(double width, double height) = 0;
  // The page as it is now. `focused` is the node the document's focus is on.
  virtual void show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused) = 0;

  // The node that is shown there.
  virtual std::optional<semantics::NodeKey> node_at(view::ScreenPoint point) const = 0;
  // The field within the scene that takes a place where no node stands, and what that place is called there ("51.43210,9.87140"). Most scenes have
  // none; a map has the text field among its children.
  virtual std::optional<semantics::NodeKey> picker() const { return {}; }
  virtual std::string picked_at(view::ScreenPoint) const { return {}; }
  // What the pointer is over is named; nothing where it is over nothing.
  virtual void hover(std::optional<semantics::NodeKey> node) = 0;

  virtual void press(std::int64_t pointer, view::ScreenPoint at, double seconds) = 0;
  virtual void move(std::int64_t pointer, view::ScreenPoint at, double seconds) = 0;
  // True where the pointer was let go without having moved: the citizen chose what is there. To do what that node's own
  // control does is the caller's.
  virtual bool release(std::int64_t pointer, double seconds) = 0;
  // The pointer was taken away.
  virtual void cancel() = 0;
  // `steps`: 1 doubles the scale.
  virtual void wheel(double steps, view::ScreenPoint at) = 0;
  // False where the key means nothing to this scene.
  virtual bool key(view::SceneKey key) = 0;
  // What the keys have come to, in words, for those who do not see it. Empty: nothing to say.
  virtual std::string readout() const { return {}; }

  // The citizen may ask for less motion during a visit: what moves by itself then stops.
  virtual void set_motion(view::Motion) {}
  // Goes on moving; true while another frame is needed.
  virtual bool advance(double seconds) = 0;
  // Only within the scene's rectangle.
  virtual void draw(const SceneInk& ink) = 0;
  // Why the scene can't be drawn, or not as a whole; null where it can. The page then says so beside its alternative.
  virtual const Error* fault() const = 0;

  // What it shows a part of, where a scene shows parts.
  virtual view::Viewport* find_viewport() { return nullptr; }
};

}  // namespace stadttor::presentation::imgui
