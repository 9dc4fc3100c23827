#include "presentation/imgui/fonts.h"

namespace stadttor::presentation::imgui {

namespace {

// A negative size tells ImGui that sizes are those of the em square, as in CSS, not of a whole line.
constexpr float kEmSize = -1;

ImFont* add_font(ImFontAtlas& atlas, const std::string& file, const std::string& merged) {
  if (file.empty()) return nullptr;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  auto* font = atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()), static_cast<int>(file.size()), kEmSize, &config);
  if (!merged.empty()) {
    config.MergeMode = true;
    atlas.AddFontFromMemoryTTF(const_cast<char*>(merged.data()), static_cast<int>(merged.size()), kEmSize, &config);
  }
  return font;
}

}  // namespace

ImFont* FontSet::of(const TextStyle& style) const {
  if (style.weight == Weight::Bold) return style.slant == Slant::Italic ? bold_italic : bold;
  return style.slant == Slant::Italic ? italic : regular;
}

FontSet add_fonts(ImFontAtlas& atlas, const FontFiles& files) {
  FontSet fonts;
  fonts.regular = add_font(atlas, files.regular, files.arabic_regular);
  fonts.bold = add_font(atlas, files.bold, files.arabic_bold);
  fonts.italic = add_font(atlas, files.italic, files.arabic_regular);
  fonts.bold_italic = add_font(atlas, files.bold_italic, files.arabic_bold);
  if (fonts.bold == nullptr) fonts.bold = fonts.regular;
  if (fonts.italic == nullptr) fonts.italic = fonts.regular;
  if (fonts.bold_italic == nullptr) fonts.bold_italic = fonts.bold;
  return fonts;
}

}  // namespace stadttor::presentation::imgui
