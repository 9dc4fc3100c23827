#include "programs/drawing/png_file.h"

#include <cairo.h>

namespace stadttor::drawing {

using presentation::imgui::Raster;

Outcome write_png(const std::string& file, const Raster& picture) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height);
  unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; rows != nullptr && y < picture.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
    const std::uint8_t* from = picture.pixels.data() + static_cast<std::ptrdiff_t>(y) * picture.width * 4;
    for (int x = 0; x < picture.width; ++x, from += 4) {
      row[x] = static_cast<std::uint32_t>(from[0]) << 16U | static_cast<std::uint32_t>(from[1]) << 8U | from[2];
    }
  }
  cairo_surface_mark_dirty(surface);
  const cairo_status_t status = cairo_surface_write_to_png(surface, file.c_str());
  cairo_surface_destroy(surface);
  if (status != CAIRO_STATUS_SUCCESS) return Error{ErrorKind::StorageFull, file, cairo_status_to_string(status), NextStep::CorrectInput};
  return Done{};
}

Result<Raster> read_png(const std::string& file) {
  cairo_surface_t* surface = cairo_image_surface_create_from_png(file.c_str());
  const cairo_status_t status = cairo_surface_status(surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    cairo_surface_destroy(surface);
    return Error{ErrorKind::NotFound, file, cairo_status_to_string(status), NextStep::CorrectInput};
  }
  Raster picture;
  picture.width = cairo_image_surface_get_width(surface);
  picture.height = cairo_image_surface_get_height(surface);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < picture.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < picture.width; ++x) {
      for (const unsigned shift : {16U, 8U, 0U}) picture.pixels.push_back(static_cast<std::uint8_t>(row[x] >> shift & 0xffU));
      picture.pixels.push_back(255);
    }
  }
  cairo_surface_destroy(surface);
  return picture;
}

}  // namespace stadttor::drawing
