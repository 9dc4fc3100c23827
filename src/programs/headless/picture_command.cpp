// picture: a page as a terminal would draw it, as a PNG file.
#include <cstdlib>

#include "programs/drawing/city_scenes.h"
#include "programs/drawing/page_picture.h"
#include "programs/drawing/png_file.h"
#include "programs/headless/chosen_clock.h"
#include "programs/headless/city_connection.h"
#include "programs/headless/commands.h"
#include "programs/headless/visitor.h"

namespace stadttor::headless {

namespace {

constexpr const char* kIcons = "shell/icons";

Error wrong_option(const char* name, const char* remedy) { return {ErrorKind::NotSupported, name, remedy, NextStep::CorrectInput}; }

Result<drawing::PictureOptions> picture_options(const CommandLine& line) {
  drawing::PictureOptions options;
  const long width = std::strtol(line.option("--width", "1280").c_str(), nullptr, 10);
  const double scale = std::strtod(line.option("--scale", "1").c_str(), nullptr);
  const long text_size = std::strtol(line.option("--text-size", "100").c_str(), nullptr, 10);
  if (width < 200 || width > 4000) return wrong_option("--width", "write CSS pixels from 200 to 4000");
  if (!(scale >= 0.5 && scale <= 4)) return wrong_option("--scale", "write a number from 0.5 to 4");
  if (text_size < 50 || text_size > 400) return wrong_option("--text-size", "write per cent from 50 to 400");
  options.width = static_cast<int>(width);
  options.scale = static_cast<float>(scale);
  options.text_size = static_cast<float>(text_size) / 100;
  if (line.has("--dark")) options.brightness = presentation::imgui::Brightness::Dark;
  return options;
}

}  // namespace

Outcome write_picture(const CommandLine& line, const CityConnection& city, const semantics::Tree& page, const std::string& file) {
  TRY_ASSIGN(const drawing::PictureOptions options, picture_options(line));
  const drawing::CityFiles files{*city.http, city.poll, city.data_path};
  TRY_ASSIGN(drawing::CityLook look, drawing::look_of_city(files, kIcons));
  drawing::add_pictures_of(page, files, look.pictures);
  drawing::CityScenes scenes(files);
  TRY_ASSIGN(const presentation::imgui::Raster picture, drawing::picture_of_page(page, look, options, &scenes));
  return drawing::write_png(file, picture);
}

int run_picture(const CommandLine& line) {
  if (line.operands.size() != 2) return failed({ErrorKind::NotSupported, "picture", "write: stadttor picture PATH FILE.png", NextStep::CorrectInput});
  const auto city = connect_to_city(city_of(line), interface_languages_of(line));
  if (!city.ok()) return failed(city.error());
  ChosenClock clock(line);
  Visitor visitor(*city.value().http, clock, city.value().poll, city.value().data_path);
  visitor.opens(path_in_language(line, line.operands[0]));
  if (visitor.page().size() == 0) return failed(page_not_shown(line.operands[0], visitor));
  const Outcome outcome = write_picture(line, city.value(), visitor.page(), line.operands[1]);
  return outcome.ok() ? 0 : failed(outcome.error());
}

}  // namespace stadttor::headless
