// The page as one full window of Dear ImGui: shows a tree, and turns what the citizen does with pointer and keys into
// actions on it. Between NewFrame and Render; needs no window system.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "presentation/imgui/box_styles.h"
#include "presentation/imgui/field_editor.h"
#include "presentation/imgui/layout/page_layout.h"
#include "presentation/imgui/page_targets.h"
#include "presentation/imgui/painting/page_painting.h"
#include "semantics/action.h"

namespace stadttor::presentation::imgui {

inline constexpr float kRemOfPage = 16;  // CSS pixels, before the citizen's text size

class Presenter {
 public:
  // `pictures` draws pictures and icons, `shape_of` says how wide they are; see there.
  // `name` tells several presenters apart.
  Presenter(const FontSet& fonts, Rasterize pictures, PictureShape shape_of, std::string name = "page");

  void set_theme(const Theme& theme);
  void set_text_size(float share);  // 1: as the city has it

  // From the next frame on. Focus and what is being typed stay with their keys.
  void show(semantics::Tree tree);
  void focus(semantics::NodeKey key);
  // What the citizen opened, focused and typed.
  void forget();
  // Shown, but not to be operated: something lies above it.
  void set_inert(bool is_inert) { is_inert_ = is_inert; }
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

 private:
  void lay_out();
  void go_where_wanted();
  void apply_local_states();
  void answer_pointer();
  void answer_keys();
  void answer_arrows();
  void answer_scrolling();
  void edit_field();
  void press(semantics::NodeIndex index);
  void toggle(semantics::NodeIndex index);
  void move_focus(int direction);
  void set_focus(semantics::NodeIndex index);
  void scroll_into_view(semantics::NodeIndex index);
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
  FieldEditor editor_;
  std::map<semantics::NodeKey, bool> is_open_;  // disclosures and selects, as the citizen left them
  float scroll_ = 0;
  semantics::NodeKey pressed_{};  // a key: the tree may be another one before it is released
  bool is_dragging_ = false;
  semantics::ActionQueue actions_;
  std::vector<std::string> announcements_;
  int frames_to_come_ = 3;
};

}  // namespace stadttor::presentation::imgui
