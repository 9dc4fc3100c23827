// Pictures and icons as textures, each drawn once for every size it is needed in. What they look like comes from the
// program, which knows files and networks.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace stadttor::presentation::imgui {

// Rows from the top, four bytes a pixel (red, green, blue, alpha), colour not multiplied by alpha. Empty: not there.
struct Raster {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

enum class PictureKind : unsigned char {
  Icon,     // by name; its shape is in the alpha, its colour is white
  Picture,  // by its address
  Cover,    // the same, cut to fill
};

using Rasterize = std::function<Raster(std::string_view name, PictureKind kind, int width, int height)>;

class PictureTextures {
 public:
  explicit PictureTextures(Rasterize rasterize) : rasterize_(std::move(rasterize)) {}
  ~PictureTextures();
  PictureTextures(const PictureTextures&) = delete;
  PictureTextures& operator=(const PictureTextures&) = delete;

  // Width and height in pixels of the screen. Null where there is no such picture.
  ImTextureData* find(std::string_view name, PictureKind kind, int width, int height);

 private:
  using Key = std::tuple<std::string, PictureKind, int, int>;
  Rasterize rasterize_;
  std::map<Key, std::unique_ptr<ImTextureData>> textures_;
};

}  // namespace stadttor::presentation::imgui
