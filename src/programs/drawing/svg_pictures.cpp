#include "programs/drawing/svg_pictures.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>

namespace stadttor::drawing {

using presentation::imgui::PictureKind;
using presentation::imgui::Raster;

struct SvgPictures::Handle {
  explicit Handle(RsvgHandle* of) : svg(of) {}
  ~Handle() { g_object_unref(svg); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  RsvgHandle* svg;
  double shape = 1;
};

namespace {

double shape_of_svg(RsvgHandle* svg) {
  RsvgLength width;
  RsvgLength height;
  gboolean has_width = 0;
  gboolean has_height = 0;
  gboolean has_box = 0;
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &width, &has_height, &height, &has_box, &box);
  if (has_box != 0 && box.height > 0) return box.width / box.height;
  const bool has_pixels = has_width != 0 && has_height != 0 && width.unit == RSVG_UNIT_PX && height.unit == RSVG_UNIT_PX;
  return has_pixels && height.length > 0 ? width.length / height.length : 1;
}

// Cairo's pixels are native 32-bit words with colour multiplied by alpha.
void take_pixel(std::uint32_t word, PictureKind kind, std::uint8_t* pixel) {
  const std::uint32_t alpha = word >> 24U;
  const auto straight = [&](unsigned shift) {
    const std::uint32_t channel = word >> shift & 0xffU;
    return static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255U, (channel * 255 + alpha / 2) / alpha));
  };
  const bool is_icon = kind == PictureKind::Icon;
  pixel[0] = is_icon ? std::uint8_t{255} : straight(16);
  pixel[1] = is_icon ? std::uint8_t{255} : straight(8);
  pixel[2] = is_icon ? std::uint8_t{255} : straight(0);
  pixel[3] = static_cast<std::uint8_t>(alpha);
}

}  // namespace

SvgPictures::SvgPictures() = default;
SvgPictures::~SvgPictures() = default;
SvgPictures::SvgPictures(SvgPictures&&) noexcept = default;
SvgPictures& SvgPictures::operator=(SvgPictures&&) noexcept = default;

void SvgPictures::add_icon(const std::string& name, const std::string& svg) {
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr);
  if (handle != nullptr) icons_.emplace(name, std::make_unique<Handle>(handle));
}

void SvgPictures::add_picture(const std::string& address, const std::string& svg) {
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr);
  if (handle == nullptr) return;
  auto picture = std::make_unique<Handle>(handle);
  picture->shape = shape_of_svg(handle);
  pictures_.emplace(address, std::move(picture));
}

bool SvgPictures::has_picture(std::string_view address) const { return pictures_.find(address) != pictures_.end(); }

float SvgPictures::shape_of(std::string_view address) const {
  const auto found = pictures_.find(address);
  return found == pictures_.end() ? 0 : static_cast<float>(found->second->shape);
}

Raster SvgPictures::rasterize(std::string_view name, PictureKind kind, int width, int height) const {
  const auto& shelf = kind == PictureKind::Icon ? icons_ : pictures_;
  const auto found = shelf.find(name);
  if (found == shelf.end()) return {};
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
  cairo_t* cairo = cairo_create(surface);
  RsvgRectangle place{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (kind == PictureKind::Cover) {
    // Cut at both sides or at the top: a picture's ground stays.
    place.width = std::max(place.width, place.height * found->second->shape);
    place.height = place.width / found->second->shape;
    place.x = (width - place.width) / 2;
    place.y = height - place.height;
  }
  const bool is_drawn = rsvg_handle_render_document(found->second->svg, cairo, &place, nullptr) != 0;
  cairo_surface_flush(surface);
  Raster raster;
  if (is_drawn) {
    raster.width = width;
    raster.height = height;
    raster.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    const unsigned char* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y) {
      const auto* row = reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
      for (int x = 0; x < width; ++x) take_pixel(row[x], kind, raster.pixels.data() + 4 * (static_cast<std::ptrdiff_t>(y) * width + x));
    }
  }
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return raster;
}

}  // namespace stadttor::drawing
