// What a page looks like in one city: its theme, its pictures and icons, and the fonts of this machine.
#pragma once

#include <functional>
#include <string>

#include "foundation/result.h"
#include "platform/http_client.h"
#include "presentation/imgui/fonts.h"
#include "presentation/imgui/theme.h"
#include "programs/drawing/svg_pictures.h"
#include "semantics/tree.h"

namespace stadttor::drawing {

struct CityLook {
  presentation::imgui::Theme theme;
  presentation::imgui::FontFiles fonts;
  SvgPictures pictures;
};

// How files of the city come here.
struct CityFiles {
  platform::HttpClient& http;
  std::function<bool()> poll;
  std::string data_path;  // "/daten/<version>/"
};

// `icons`: folder of the engine's own icons, shell/icons. A city without a theme looks as KERN does.
// Errors: NotFound where this machine has no fonts.
Result<CityLook> look_of_city(const CityFiles& files, const std::string& icons);

// The pictures a page shows, where they are not there yet. One that can't be had is left out.
void add_pictures_of(const semantics::Tree& page, const CityFiles& files, SvgPictures& pictures);

}  // namespace stadttor::drawing
