// The page as one full window of Dear ImGui: shows a tree, and turns what the citizen does with pointer and keys into
// actions on it. Between NewFrame and Render; needs no window system.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "presentation/imgui/box_styles.h"
#include "presentation/imgui/drawn_scenes.h"
#include "presentation/imgui/field_editor.h"
#include "presentation/imgui/layout/page_layout.h"
#include "presentation/imgui/page_targets.h"
#include "presentation/imgui/painting/page_painting.h"
#include "presentation/imgui/scene_buttons.h"
#include "semantics/action.h"

namespace stadttor::presentation::imgui {

inline constexpr float kRemOfPage = 16;  // CSS pixels, before the citizen's text size

class Presenter {
 public:
  // `pictures` draws pictures and icons, `shape_of` says how wide they are; see there.
  // `name` tells several presenters apart.
  Presenter(const FontSet& fonts, Rasterize pictures, PictureShape shape_of, std::string name = "page");

  // Without it scenes are their alternatives. Outlives the presenter.
  void draw_scenes(ScenePort& port) { scenes_.ask(port); }
  void set_theme(const Theme& theme);
  void set_text_size(float share);  // 1: as the city has it
  float text_size() const { return text_size_; }

  // From the next frame on. Focus and what is being typed stay with their keys.
  void show(semantics::Tree tree);
  void focus(semantics::NodeKey key);
  // What the citizen opened, focused and typed.
  void forget();
  // Shown, but not to be operated: something lies above it.
  void set_inert(bool is_inert) { is_inert_ = is_inert; }
  // So much of the window's lower edge is covered: the page has the rest, and what has the focus is seen in it.
  void set_covered(float height);
  // A field has the focus, and the citizen came to it with the pointer: keys on the screen would help.
  bool wants_keyboard() const { return is_pointing_ && focused() != semantics::kNoNode && editor_.is_editing(focused_); }
  // Until the pointer is used on the page again.
  void do_without_keyboard() { is_pointing_ = false; }
  // A colour over all that lies below this page.
  void set_veil(Colour veil) { veil_ = veil; }
  // The next frames are to be drawn, whatever happens.
  void wake() { frames_to_come_ = 3; }
  void scroll_to_top() { scroll_ = 0; }
  void scroll_to(std::string_view anchor);

  // Draws one frame and gives what happened since the last one.
  semantics::ActionQueue frame();

  // Something is under way that the next frame goes on with: without that, and without input, no frame is needed.
  bool wants_frame() const { return frames_to_come_ > 0; }
  // Texts of live regions that changed with the last tree.
  const std::vector<std::string>& announcements() const { return announcements_; }

  const semantics::Tree& tree() const { return tree_; }
  const LaidOutPage& page() const { return page_; }
  const PageTargets& targets() const { return *targets_; }
  semantics::NodeIndex focused() const;
  float scroll() const { return scroll_; }
  const DrawnScenes& scenes() const { return scenes_; }

 private:
  void lay_out();
  float height() const;  // what the page has of the window's
  semantics::NodeIndex under_pointer() const;
  void go_where_wanted();
  void apply_local_states();
  void answer_pointer();
  void answer_keys();
  void answer_arrows();
  void answer_scrolling();
  void edit_field();
  Scene* scene_of(semantics::NodeIndex index) const;
  view::ScreenPoint pointer_in_scene(semantics::NodeKey scene) const;
  std::array<SceneButton, 3> buttons_of(semantics::NodeKey scene, const Rect& drawing) const;
  std::optional<view::SceneKey> scene_button_under_pointer(semantics::NodeKey scene) const;
  void hold_scene(semantics::NodeIndex index);
  void move_scene();
  void release_scene();
  bool pick_in_scene(const Scene& scene, view::ScreenPoint at);
  void choose_in_scene(semantics::NodeIndex index);
  void hover_scene();
  bool wheel_scene();
  bool answer_scene_keys();
  void paint_scene(ImDrawList& list, const Box& box, const Rect& rect);
  void press(semantics::NodeIndex index);
  void toggle(semantics::NodeIndex index);
  void move_focus(int direction);
  void set_focus(semantics::NodeIndex index);
  void scroll_into_view(semantics::NodeIndex index);
  void show_field_in_the_rest();
  void queue(const semantics::ActionQueue& actions);
  semantics::NodeIndex node_of(semantics::NodeKey key) const;
  std::vector<semantics::NodeIndex> chain_of(semantics::NodeIndex index) const;
  float scroll_limit() const;

  std::string name_;
  bool is_inert_ = false;
  Colour veil_ = kNoColour;
  FontSet fonts_;
  PictureTextures pictures_;
  PictureShape shape_of_;
  Theme theme_;
  float text_size_ = 1;

  semantics::Tree tree_;
  std::vector<BoxStyle> styles_;
  LaidOutPage page_;
  std::unique_ptr<PageTargets> targets_;
  float laid_out_width_ = 0;
  float laid_out_height_ = 0;
  bool needs_layout_ = true;

  semantics::NodeKey focused_{};
  semantics::NodeKey wanted_focus_{};  // from the next frame on
  std::string wanted_anchor_;
  bool shows_focus_ = false;  // reached by keys, or a field
  bool is_pointing_ = false;  // what was done last was done with the pointer
  float covered_ = 0;
  bool has_to_show_focus_ = false;
  FieldEditor editor_;
  std::map<semantics::NodeKey, bool> is_open_;  // disclosures and selects, as the citizen left them
  float scroll_ = 0;
  semantics::NodeKey pressed_{};  // a key: the tree may be another one before it is released
  bool is_dragging_ = false;
  DrawnScenes scenes_;
  semantics::NodeKey held_scene_{};  // the pointer went down on its drawing
  std::optional<view::SceneKey> held_button_;
  semantics::NodeKey hovered_scene_{};
  semantics::ActionQueue actions_;
  std::vector<std::string> announcements_;
  int frames_to_come_ = 3;
};

}  // namespace stadttor::presentation::imgui
