// Icons and pictures of a page, drawn from SVG in the size they are needed in.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "presentation/imgui/painting/picture_textures.h"

namespace stadttor::drawing {

class SvgPictures {
 public:
  SvgPictures();
  ~SvgPictures();
  SvgPictures(SvgPictures&&) noexcept;
  SvgPictures& operator=(SvgPictures&&) noexcept;

  // What is no SVG is left out. A name that is there stays as it is.
  void add_icon(const std::string& name, const std::string& svg);
  void add_picture(const std::string& address, const std::string& svg);
  bool has_picture(std::string_view address) const;

  // Width divided by height; 0 where there is no such picture.
  float shape_of(std::string_view address) const;
  presentation::imgui::Raster rasterize(std::string_view name, presentation::imgui::PictureKind kind, int width, int height) const;

 private:
  struct Handle;
  std::map<std::string, std::unique_ptr<Handle>, std::less<>> icons_;
  std::map<std::string, std::unique_ptr<Handle>, std::less<>> pictures_;
};

}  // namespace stadttor::drawing
