#include "presentation/imgui/painting/picture_textures.h"

#include <imgui_internal.h>

#include <cstring>

namespace stadttor::presentation::imgui {

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
  const Raster raster = rasterize_(name, kind, width, height);
  std::unique_ptr<ImTextureData>& texture = textures_[key];
  if (raster.pixels.empty()) return nullptr;
  texture = std::make_unique<ImTextureData>();
  texture->Create(ImTextureFormat_RGBA32, raster.width, raster.height);
  std::memcpy(texture->GetPixels(), raster.pixels.data(), raster.pixels.size());
  ImGui::RegisterUserTexture(texture.get());
  return texture.get();
}

}  // namespace stadttor::presentation::imgui
