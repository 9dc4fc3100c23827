#include "presentation/imgui/painting/page_painting.h"

#include <algorithm>
#include <cmath>

#include "presentation/imgui/painting/surface_painting.h"

namespace stadttor::presentation::imgui {

namespace {

constexpr float kUnderlineDistance = 3;
constexpr float kFarAway = 64;  // shadows and rings reach beyond their boxes

class PagePainting {
 public:
  PagePainting(ImDrawList& list, const LaidOutPage& page, const FontSet& fonts, PictureTextures& pictures, const PageView& view)
      : list_(list), page_(page), fonts_(fonts), pictures_(pictures), view_(view) {}

  void paint(Layer layer) {
    const float up = layer == Layer::Window ? 0 : view_.scroll;
    for (const Box& box : page_.boxes) {
      if (box.layer == layer && is_seen(box.rect, up)) paint_box(box, moved(box.rect, up));
    }
    for (const TextRun& run : page_.runs) {
      if (run.layer == layer && is_seen(run.rect, up)) paint_run(run, up);
    }
    paint_focus(layer, up);
  }

 private:
  bool is_seen(const Rect& rect, float up) const {
    return rect.bottom() - up > -kFarAway && rect.y - up < view_.height + kFarAway;
  }
  static Rect moved(Rect rect, float up) {
    rect.y -= up;
    return rect;
  }
  static Rect shrunk(const Rect& rect, float by) { return {rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by}; }
  bool is_under_pointer(semantics::NodeIndex node) const {
    return std::find(view_.under_pointer.begin(), view_.under_pointer.end(), node) != view_.under_pointer.end();
  }

  void paint_box(const Box& box, const Rect& rect) {
    switch (box.shape) {
      case Shape::Surface:
        paint_surface(list_, rect, box.style, is_under_pointer(box.node) ? Pointer::Over : Pointer::Elsewhere, view_.scale);
        return;
      case Shape::Icon: return paint_picture(box, rect, PictureKind::Icon, with_alpha(box.style.icon_colour, box.style.opacity));
      case Shape::Picture:
        return paint_picture(box, rect, box.style.picture_covers ? PictureKind::Cover : PictureKind::Picture, colour_of(255, 255, 255));
      case Shape::Scene:
        if (view_.paint_scene) view_.paint_scene(box, rect);
        return;
      default: return paint_shape(list_, rect, box.style, box.shape, box.fraction, view_.scale);
    }
  }

  void paint_picture(const Box& box, const Rect& rect, PictureKind kind, Colour tint) {
    const auto pixels = [this](float length) { return std::max(1, static_cast<int>(std::lround(length * view_.scale))); };
    ImTextureData* texture = pictures_.find(box.picture, kind, pixels(rect.width), pixels(rect.height));
    if (texture == nullptr) return;
    // On whole pixels, or thin lines blur.
    const float x = std::round(rect.x * view_.scale) / view_.scale;
    const float y = std::round(rect.y * view_.scale) / view_.scale;
    const bool is_turned = page_.is_right_to_left && (box.picture == "arrow-forward" || box.picture == "chevron-right" || box.picture == "open-in-new");
    list_.AddImage(texture->GetTexRef(), {x, y}, {x + rect.width, y + rect.height}, {is_turned ? 1.0F : 0.0F, 0}, {is_turned ? 0.0F : 1.0F, 1}, tint);
  }

  void paint_run(const TextRun& run, float up) {
    if (run.part == Part::Control && run.node == view_.being_edited) return;
    ImFont* font = fonts_.of(run.style);
    const float ascent = font->GetFontBaked(run.style.size)->Ascent;
    const Colour colour = with_alpha(run.style.colour, run.opacity);
    const float baseline = std::round(run.baseline - up);
    const float x = std::round(run.rect.x);
    list_.AddText(font, run.style.size, {x, baseline - ascent}, colour, run.text.data(), run.text.data() + run.text.size());
    Line line = run.style.line;
    for (const Box& box : page_.boxes) {
      if (box.node != run.node || box.part != Part::Whole) continue;
      if (box.style.hover_line != Line::None && is_under_pointer(run.node)) line = box.style.hover_line;
      break;
    }
    if (line == Line::None) return;
    const float thickness = line == Line::BoldUnderline ? 3 : 1;
    const float top = baseline + kUnderlineDistance;
    paint_line(list_, {x, top, run.rect.width, thickness}, colour, view_.scale);
  }

  // Around a control itself where there is one, around every line of a link in running text.
  void paint_focus(Layer layer, float up) {
    if (view_.focused == semantics::kNoNode) return;
    const Box* whole = nullptr;
    for (const Box& box : page_.boxes) {
      if (box.node != view_.focused || box.layer != layer) continue;
      // Inside of a drawing: around it stands the frame of the whole scene.
      if (box.part == Part::Drawing) return paint_focus_ring(list_, shrunk(moved(box.rect, up), 0.5F * box.style.rem), box.style);
      if (box.part == Part::Control && box.shape == Shape::Surface) return paint_focus_ring(list_, moved(box.rect, up), box.style);
      if (box.part == Part::Whole) whole = &box;
    }
    if (whole != nullptr) return paint_focus_ring(list_, moved(whole->rect, up), whole->style);
    for (const TextRun& run : page_.runs) {
      if (run.node != view_.focused || run.layer != layer) continue;
      BoxStyle around_text;
      around_text.focus = run.style.colour;
      paint_focus_ring(list_, moved(run.rect, up), around_text);
    }
  }

  ImDrawList& list_;
  const LaidOutPage& page_;
  const FontSet& fonts_;
  PictureTextures& pictures_;
  const PageView& view_;
};

}  // namespace

void paint_page(ImDrawList& list, const LaidOutPage& page, const FontSet& fonts, PictureTextures& pictures, const PageView& view) {
  PagePainting painting(list, page, fonts, pictures, view);
  for (const Layer layer : {Layer::Page, Layer::Floating}) painting.paint(layer);
  if (view.shows_window_layer) painting.paint(Layer::Window);
}

}  // namespace stadttor::presentation::imgui
