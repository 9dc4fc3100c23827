#include "programs/drawing/offscreen_canvas.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>

namespace stadttor::drawing {

using presentation::imgui::Raster;

struct OffscreenCanvas::Parts {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  GLuint frame = 0;
  GLuint colour = 0;
  int width = 0;
  int height = 0;
};

namespace {

Error not_supported(const char* what) {
  return {ErrorKind::NotSupported, "OpenGL", std::string(what) + "; Mesa (libegl-mesa0, libgl1-mesa-dri) draws without a graphics card", NextStep::CorrectInput};
}

EGLContext make_context(EGLDisplay display) {
  const EGLint wanted_config[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display, wanted_config, &config, 1, &count) == EGL_FALSE || count == 0) config = nullptr;
  const EGLint wanted_context[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                   EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  return eglCreateContext(display, config, EGL_NO_CONTEXT, wanted_context);
}

}  // namespace

OffscreenCanvas::OffscreenCanvas(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<OffscreenCanvas>> OffscreenCanvas::make(int width, int height) {
  auto parts = std::make_unique<Parts>();
  parts->width = width;
  parts->height = height;
  parts->display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
  if (parts->display == EGL_NO_DISPLAY || eglInitialize(parts->display, nullptr, nullptr) == EGL_FALSE) return not_supported("EGL has no display without a surface");
  if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return not_supported("EGL has no OpenGL");
  parts->context = make_context(parts->display);
  if (parts->context == EGL_NO_CONTEXT || eglMakeCurrent(parts->display, EGL_NO_SURFACE, EGL_NO_SURFACE, parts->context) == EGL_FALSE) {
    return not_supported("no context of OpenGL 3.3");
  }
  glGenFramebuffers(1, &parts->frame);
  glBindFramebuffer(GL_FRAMEBUFFER, parts->frame);
  glGenRenderbuffers(1, &parts->colour);
  glBindRenderbuffer(GL_RENDERBUFFER, parts->colour);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, parts->colour);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return not_supported("the picture is too large");
  glViewport(0, 0, width, height);
  return std::unique_ptr<OffscreenCanvas>(new OffscreenCanvas(std::move(parts)));
}

OffscreenCanvas::~OffscreenCanvas() {
  eglMakeCurrent(parts_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  // The display is the whole process's: another canvas may be drawing, and drivers do not come back well from their end.
  eglDestroyContext(parts_->display, parts_->context);
}

int OffscreenCanvas::width() const { return parts_->width; }

int OffscreenCanvas::height() const { return parts_->height; }

void OffscreenCanvas::clear(float red, float green, float blue) {
  glBindFramebuffer(GL_FRAMEBUFFER, parts_->frame);
  glClearColor(red, green, blue, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

Raster OffscreenCanvas::pixels() const {
  Raster raster;
  raster.width = parts_->width;
  raster.height = parts_->height;
  const std::size_t row = static_cast<std::size_t>(parts_->width) * 4;
  raster.pixels.resize(row * static_cast<std::size_t>(parts_->height));
  glBindFramebuffer(GL_FRAMEBUFFER, parts_->frame);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, parts_->width, parts_->height, GL_RGBA, GL_UNSIGNED_BYTE, raster.pixels.data());
  // OpenGL's rows begin at the bottom.
  for (std::size_t top = 0, bottom = static_cast<std::size_t>(parts_->height); top + 1 < bottom; ++top) {
    --bottom;
    std::swap_ranges(raster.pixels.begin() + static_cast<std::ptrdiff_t>(top * row), raster.pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                     raster.pixels.begin() + static_cast<std::ptrdiff_t>(bottom * row));
  }
  return raster;
}

}  // namespace stadttor::drawing
