#include "presentation/imgui/painting/picture_textures.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>

#include "foundation/square_picture.h"

namespace stadttor::presentation::imgui {

namespace {

// Dark on light in every theme: that is what readers look for.
Raster raster_from_squares(const SquarePicture& picture, int width, int height) {
  Raster raster{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 255)};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (!picture.is_dark(x * picture.side / width, y * picture.side / height)) continue;
      std::uint8_t* pixel = raster.pixels.data() + 4 * (static_cast<std::ptrdiff_t>(y) * width + x);
      std::fill(pixel, pixel + 3, std::uint8_t{0});
    }
  }
  return raster;
}

}  // namespace

PictureTextures::~PictureTextures() {
  // The renderer keeps its own copy until the context ends; here only ours is forgotten, also in the list of the last
  // frame, which the renderer reads once more when it shuts down.
  if (ImGui::GetCurrentContext() == nullptr) return;
  for (const auto& [key, texture] : textures_) {
    if (texture == nullptr) continue;
    ImGui::UnregisterUserTexture(texture.get());
    ImGui::GetPlatformIO().Textures.find_erase(texture.get());
  }
}

ImTextureData* PictureTextures::find(std::string_view name, PictureKind kind, int width, int height) {
  const Key key{std::string(name), kind, width, height};
  const auto found = textures_.find(key);
  if (found != textures_.end()) return found->second.get();
  const auto squares = parse_square_picture(name);
  const Raster raster = squares ? raster_from_squares(*squares, width, height) : rasterize_(name, kind, width, height);
  std::unique_ptr<ImTextureData>& texture = textures_[key];
  if (raster.pixels.empty()) return nullptr;
  texture = std::make_unique<ImTextureData>();
  texture->Create(ImTextureFormat_RGBA32, raster.width, raster.height);
  std::memcpy(texture->GetPixels(), raster.pixels.data(), raster.pixels.size());
  ImGui::RegisterUserTexture(texture.get());
  return texture.get();
}

}  // namespace stadttor::presentation::imgui
