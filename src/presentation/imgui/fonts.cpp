#include "presentation/imgui/fonts.h"

namespace stadttor::presentation::imgui {

namespace {

constexpr ImWchar kEveryCharacter[] = {0x1, 0xffff, 0};

void add_source(ImFontAtlas& atlas, const std::string& file, const ImFontConfig& config) {
  atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()), static_cast<int>(file.size()), 0, &config);
}

// ImGui takes a size as the height of a whole line, CSS as that of the em square. A first source without characters gives
// the size; those merged into it are larger by what a line is higher than its em square.
ImFont* add_font(ImFontAtlas& atlas, const std::string& file, const std::string& merged) {
  if (file.empty()) return nullptr;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = 1;
  config.GlyphExcludeRanges = kEveryCharacter;
  add_source(atlas, file, config);
  ImFont* font = atlas.Fonts.back();
  config.GlyphExcludeRanges = nullptr;
  config.MergeMode = true;
  for (const std::string* source : {&file, &merged}) {
    if (source->empty()) continue;
    const FontMeasures measures = measures_of_font(*source);
    config.SizePixels = measures.ascent + measures.descent;
    add_source(atlas, *source, config);
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
  fonts.measures = measures_of_font(files.regular);
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
