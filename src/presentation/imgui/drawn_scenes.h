// The drawings of the scenes on a laid-out page: opened when their node comes, kept across trees by its key, dropped when it
// goes. Where they come from is a port; what pointer and keys do to them is the presenter's matter.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "presentation/imgui/fonts.h"
#include "presentation/imgui/layout/page_layout.h"
#include "presentation/imgui/scenes/font_text_ink.h"
#include "presentation/imgui/scenes/scene.h"

namespace stadttor::presentation::imgui {

// What the presenter's caller knows of scenes.
class ScenePort {
 public:
  virtual ~ScenePort() = default;
  // Errors: NotSupported for a kind that is not drawn; any other means that its alternative has to do, with a sentence.
  virtual Result<std::unique_ptr<Scene>> open_scene(std::string_view kind, std::string_view source) = 0;
  // That sentence.
  virtual std::string sentence_instead(std::string_view language) = 0;
};

class DrawnScenes {
 public:
  explicit DrawnScenes(const FontSet& fonts) : ink_(fonts.regular, fonts.bold) {}

  // Outlives the scenes. Without a port all scenes are their alternatives.
  void ask(ScenePort& port) { port_ = &port; }
  // The page as it is from now on, before it is laid out.
  void follow(const semantics::Tree& tree);
  SceneAbove above(const semantics::Tree& tree, semantics::NodeIndex scene) const;
  // After it was laid out, and when the focus goes elsewhere.
  void place(const semantics::Tree& tree, const LaidOutPage& page, semantics::NodeKey focused);
  semantics::NodeKey told_focus() const { return told_focus_; }

  // Null where the node has no drawing.
  Scene* find(semantics::NodeKey key) const;
  // On the page.
  Rect rect_of(semantics::NodeKey key) const;

  // Draws the scene of this box where `rect` is, in a window. False where it turned out broken: its place is to be laid out
  // anew.
  bool paint(ImDrawList& list, const semantics::Tree& tree, const Box& box, const Rect& rect, const Theme& theme, float text_size);
  // Goes on with what moves; true while another frame is needed.
  bool advance(double seconds);

 private:
  struct Kept {
    semantics::NodeKey key;
    std::string kind;
    std::string source;
    std::unique_ptr<Scene> scene;  // null: there is no drawing
    bool is_broken = false;
    Rect rect;
  };
  const Kept* kept_of(semantics::NodeKey key) const;
  Kept opened(semantics::NodeKey key, std::string_view kind, std::string_view source);

  ScenePort* port_ = nullptr;
  FontTextInk ink_;
  std::vector<Kept> kept_;
  std::string sentence_;
  semantics::NodeKey told_focus_{};
};

}  // namespace stadttor::presentation::imgui
