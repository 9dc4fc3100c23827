// Draws shapes of one colour without looking into a texture: drawn by software, that is most of a scene's time. Words keep
// the program of Dear ImGui's backend.
#pragma once

#include <imgui.h>

namespace stadttor::programs {

class PlainShapes {
 public:
  PlainShapes() = default;
  ~PlainShapes();
  PlainShapes(const PlainShapes&) = delete;
  PlainShapes& operator=(const PlainShapes&) = delete;

  // In the current context. Where its program cannot be made, shapes are drawn like pictures, of a white texture.
  void open();

  // What shapes are drawn with; by it they are told from words.
  ImTextureID texture() const { return texture_; }

  // Puts the changes between the two programs among the commands of a list `width` by `height` CSS pixels large.
  void divide(ImVector<ImDrawCmd>& commands, float width, float height);

 private:
  void make_program();
  static void use_plain(const ImDrawList* list, const ImDrawCmd* command);
  static void use_backend(const ImDrawList* list, const ImDrawCmd* command);

  ImTextureID texture_ = 0;
  unsigned plain_ = 0;    // programs of OpenGL
  unsigned backend_ = 0;
  int size_at_ = -1;
  float width_ = 1;
  float height_ = 1;
};

}  // namespace stadttor::programs
