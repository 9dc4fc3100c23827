#include "programs/drawing/city_look.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "foundation/json_reader.h"
#include "programs/drawing/font_files.h"

namespace stadttor::drawing {

namespace {

// The content, or nothing: a page without its pictures is still a page.
std::optional<std::string> fetch(const CityFiles& files, std::string path) {
  std::optional<std::string> content;
  bool is_answered = false;
  const auto handle = files.http.send({"GET", std::move(path), {}, {}}, [&](Result<platform::HttpResponse> response) {
    is_answered = true;
    if (response.ok() && response.value().status == 200) content = response.value().body;
  });
  while (!is_answered && files.poll()) {
  }
  return content;
}

void add_icons_of(const std::filesystem::path& folder, SvgPictures& pictures) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, ignored)) {
    if (entry.path().extension() != ".svg") continue;
    std::ostringstream svg;
    svg << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    pictures.add_icon(entry.path().stem().string(), svg.str());
  }
}

void add_icons_of_city(const std::string& json, SvgPictures& pictures) {
  auto document = JsonDocument::parse(json, "zeichen.json");
  if (!document.ok()) return;
  document.value().root().each_member("icons", [&](const std::string& name, JsonReader svg) { pictures.add_icon(name, svg.as_text()); });
}

}  // namespace

Result<CityLook> look_of_city(const CityFiles& files, const std::string& icons) {
  CityLook look;
  TRY_ASSIGN(look.fonts, read_font_files());
  if (const auto json = fetch(files, files.data_path + "theme.json")) {
    auto theme = presentation::imgui::read_theme(*json, files.data_path + "theme.json");
    if (theme.ok()) look.theme = theme.value();
  }
  if (const auto json = fetch(files, files.data_path + "zeichen.json")) add_icons_of_city(*json, look.pictures);
  add_icons_of(icons, look.pictures);
  return look;
}

void add_pictures_of(const semantics::Tree& page, const CityFiles& files, SvgPictures& pictures) {
  for (const semantics::Node& node : page.nodes()) {
    if (node.role != semantics::Role::Picture) continue;
    const std::string address(page.property_of(node, semantics::Property::Source));
    // Only files of the city itself: a terminal asks nobody else.
    if (address.empty() || address.front() != '/' || pictures.has_picture(address)) continue;
    if (const auto svg = fetch(files, address)) pictures.add_picture(address, *svg);
  }
}

}  // namespace stadttor::drawing
