// Writes words as the browser does: each run of text is one picture that the browser wrote into the texture, with kerning,
// shaping and the page's own font.
#pragma once

#include <string>
#include <unordered_map>

#include "presentation/imgui/scenes/text_ink.h"

namespace stadttor::programs {

class RunText : public presentation::imgui::TextInk {
 public:
  RunText() = default;
  ~RunText() override;
  RunText(const RunText&) = delete;
  RunText& operator=(const RunText&) = delete;

  // Before anything is written. `ratio`: device pixels in a CSS pixel; another one writes all runs anew.
  void prepare(float ratio);
  // Before each frame. Where the last one had no room left, all runs are written anew, into a larger texture while there is one.
  void begin_frame();
  // The frame lacks words for which there was no room: another one will have them.
  bool is_full() const { return is_full_ && !was_emptied_in_vain_; }

  ImVec2 size_of(const presentation::imgui::InkText& style, std::string_view text) override;
  void write(ImDrawList& list, const presentation::imgui::InkText& style, ImVec2 middle, std::string_view text, float turned) override;

 private:
  struct Run {
    float width;  // CSS pixels, without room for the halo
    bool is_written = false;
    int x = 0;    // in the texture
    int y = 0;
    int columns = 0;
    int rows = 0;
  };

  Run& run_of(const presentation::imgui::InkText& style, std::string_view text);
  void make_texture(int side);
  bool find_room(Run& run);
  void forget();

  std::unordered_map<std::string, Run> runs_;
  std::string key_;
  ImTextureID texture_ = 0;
  int side_ = 0;
  float ratio_ = 0;
  int shelf_x_ = 0;
  int shelf_y_ = 0;
  int shelf_rows_ = 0;
  bool is_full_ = false;
  bool was_emptied_in_vain_ = false;  // the words of one frame are too many for the largest texture
};

}  // namespace stadttor::programs
