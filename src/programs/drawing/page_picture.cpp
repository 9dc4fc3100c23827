#include "programs/drawing/page_picture.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "presentation/imgui/layout/page_layout.h"
#include "presentation/imgui/painting/page_painting.h"
#include "programs/drawing/offscreen_canvas.h"

namespace stadttor::drawing {

using namespace presentation::imgui;

namespace {

constexpr float kRem = 16;
constexpr float kWindowHeight = 1024;
constexpr int kStripHeight = 1024;  // in CSS pixels, at least: drawn strip by strip, however long the page

int pixels_of(int length, float scale) { return static_cast<int>(std::lround(static_cast<float>(length) * scale)); }

// In CSS pixels, and a whole number of the picture's as well: or strips would not meet, and a seam would show.
int strip_height(float scale) {
  constexpr int kTried = 100;  // enough for a scale in hundredths
  int best = kStripHeight;
  float least = 1;
  for (int height = kStripHeight; height < kStripHeight + kTried; ++height) {
    const float off = std::abs(static_cast<float>(height) * scale - static_cast<float>(pixels_of(height, scale)));
    if (off >= least - 0.0005F) continue;
    least = off;
    best = height;
  }
  return best;
}

// The length that ImGui's renderer, which cuts fractions off, takes for exactly so many pixels.
float length_of(int pixels, float scale) {
  float length = static_cast<float>(pixels) / scale;
  while (static_cast<int>(length * scale) < pixels) length = std::nextafter(length, 2 * length);
  return length;
}

class PicturePainter {
 public:
  PicturePainter(const semantics::Tree& page, const CityLook& look, const PictureOptions& options, ScenePort* scenes)
      : tree_(page), look_(look), theme_(look.theme), options_(options),
        textures_([&look](std::string_view name, PictureKind kind, int width, int height) { return look.pictures.rasterize(name, kind, width, height); }) {
    theme_.set_brightness(options.brightness);
    fonts_ = add_fonts(*ImGui::GetIO().Fonts, look.fonts);
    scenes_ = std::make_unique<DrawnScenes>(fonts_);
    if (scenes != nullptr) scenes_->ask(*scenes);
    scenes_->follow(tree_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplayFramebufferScale = {options.scale, options.scale};
  }

  Raster paint(OffscreenCanvas& canvas) {
    ImGui::GetIO().DisplaySize = {length_of(canvas.width(), options_.scale), length_of(canvas.height(), options_.scale)};
    Raster whole = paint_strips(canvas);
    // A scene that turned out broken while it was drawn has to make room for its sentence.
    if (has_broken_scene_) whole = paint_strips(canvas);
    return whole;
  }

 private:
  Raster paint_strips(OffscreenCanvas& canvas) {
    Raster whole;
    for (int top = 0; top == 0 || whole.height < height_; top += strip_height(options_.scale)) append(whole, paint_strip(canvas, top, whole.height));
    return whole;
  }

  Raster paint_strip(OffscreenCanvas& canvas, int top, int rows_before) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    if (top == 0) lay_out();
    PageView view;
    view.scroll = static_cast<float>(top);
    view.height = ImGui::GetIO().DisplaySize.y;
    view.shows_window_layer = top == 0;
    view.scale = options_.scale;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    view.paint_scene = [&](const Box& box, const Rect& rect) {
      if (!scenes_->paint(list, tree_, box, rect, theme_, kRem * options_.text_size)) has_broken_scene_ = true;
    };
    paint_page(list, page_, fonts_, textures_, view);
    ImGui::Render();
    const Colour background = theme_.colour(ColourToken::Background);
    const auto share = [background](unsigned shift) { return static_cast<float>(background >> shift & 0xffU) / 255; };
    canvas.clear(share(0), share(8), share(16));
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    Raster strip = canvas.pixels();
    strip.height = std::min(canvas.height(), height_ - rows_before);
    strip.pixels.resize(static_cast<std::size_t>(strip.width) * static_cast<std::size_t>(strip.height) * 4);
    return strip;
  }

  void lay_out() {
    const PageMeasures measures{static_cast<float>(options_.width), kRem * options_.text_size};
    styles_ = box_styles_from_tree(tree_, theme_, measures);
    const TextMeasure measure(fonts_);
    page_ = layout_page({tree_, styles_, measure, [this](std::string_view source) { return look_.pictures.shape_of(source); }, measures, kWindowHeight, 0,
                         [this](semantics::NodeIndex scene) { return scenes_->above(tree_, scene); }});
    scenes_->place(tree_, page_, {});
    height_ = std::max(1, static_cast<int>(std::ceil(page_.height * options_.scale)));
  }

  static void append(Raster& whole, const Raster& strip) {
    whole.width = strip.width;
    whole.height += strip.height;
    whole.pixels.insert(whole.pixels.end(), strip.pixels.begin(), strip.pixels.end());
  }

  const semantics::Tree& tree_;
  const CityLook& look_;
  Theme theme_;
  PictureOptions options_;
  FontSet fonts_;
  PictureTextures textures_;
  std::vector<BoxStyle> styles_;
  LaidOutPage page_;
  std::unique_ptr<DrawnScenes> scenes_;
  bool has_broken_scene_ = false;
  int height_ = 0;  // of the whole picture, in pixels
};

}  // namespace

Result<Raster> picture_of_page(const semantics::Tree& page, const CityLook& look, const PictureOptions& options, ScenePort* scenes) {
  TRY_ASSIGN(std::unique_ptr<OffscreenCanvas> canvas,
             OffscreenCanvas::make(pixels_of(options.width, options.scale), pixels_of(strip_height(options.scale), options.scale)));
  ImGui::CreateContext();
  ImGui_ImplOpenGL3_Init("#version 330");
  Raster raster = PicturePainter(page, look, options, scenes).paint(*canvas);
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
  return raster;
}

}  // namespace stadttor::drawing
