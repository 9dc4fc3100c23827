// A picture that OpenGL draws without a window: EGL without a surface, on Mesa's software renderer where there is nothing
// faster.
#pragma once

#include <memory>

#include "foundation/result.h"
#include "presentation/imgui/painting/picture_textures.h"

namespace stadttor::drawing {

class OffscreenCanvas {
 public:
  // In pixels. Errors: NotSupported where there is no OpenGL 3.3, with what is missing.
  static Result<std::unique_ptr<OffscreenCanvas>> make(int width, int height);
  ~OffscreenCanvas();
  OffscreenCanvas(const OffscreenCanvas&) = delete;
  OffscreenCanvas& operator=(const OffscreenCanvas&) = delete;

  int width() const;
  int height() const;
  // What is drawn from here on is drawn into it.
  void clear(float red, float green, float blue);
  presentation::imgui::Raster pixels() const;

 private:
  struct Parts;
  explicit OffscreenCanvas(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace stadttor::drawing
