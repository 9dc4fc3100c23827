// check, prerender, site and what the build asks for: working on a city's data pack.
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "portal/authoring/map/archive_writing.h"
#include "portal/authoring/pack_check.h"
#include "presentation/document/element.h"
#include "presentation/document/html_writer.h"
#include "programs/headless/commands.h"
#include "programs/headless/site_builder.h"

namespace stadttor::headless {

namespace fs = std::filesystem;
namespace document = presentation::document;
using portal::authoring::Problem;

int run_check(const CommandLine& line) {
  const std::string folder = line.operands.empty() ? city_of(line) : line.operands[0];
  if (!fs::is_directory(folder)) return failed({ErrorKind::NotFound, folder, "no such folder; write: stadttor check PACK", NextStep::CorrectInput});
  portal::authoring::CheckInputs inputs;
  inputs.schemas = line.option("--schemas", "assets/schemas");
  inputs.languages = interface_languages_of(line);
  inputs.contrast_pairs = line.option("--contrast-pairs", "assets/contrast_pairs.json");
  const auto problems = portal::authoring::check_pack(portal::authoring::read_pack(folder), inputs);
  if (line.has("--json")) {
    std::printf("%s\n", portal::authoring::json_from_problems(problems).c_str());
  } else {
    for (const Problem& problem : problems) std::printf("%s\n", portal::authoring::text_from_problem(problem).c_str());
    if (problems.empty()) std::printf("%s: keine Beanstandungen\n", folder.c_str());
  }
  return portal::authoring::has_error(problems) ? 1 : 0;
}

int run_prerender(const CommandLine& line) {
  if (line.operands.size() != 1) return failed({ErrorKind::NotSupported, "prerender", "write: stadttor prerender DIR", NextStep::CorrectInput});
  const auto pack = compile_city(city_of(line), interface_languages_of(line)).pack;
  SiteFiles files = pack.files;
  for (const auto& page : portal::authoring::prepare_pages(pack)) {
    if (line.has("--lang") && page.language != line.option("--lang", "")) continue;
    files[page.file] = "<!doctype html>\n<html lang=\"" + page.language + "\" dir=\"" + page.direction + "\"><head><meta charset=\"utf-8\"><title>" +
                       document::escaped_html(page.title) + "</title></head><body>" + page.html + "</body></html>\n";
  }
  const Outcome outcome = write_site(line.operands[0], files);
  if (!outcome.ok()) return failed(outcome.error());
  std::printf("%zu files in %s\n", files.size(), line.operands[0].c_str());
  return 0;
}

int run_site(const CommandLine& line) {
  SiteInputs inputs;
  inputs.city = city_of(line);
  inputs.parts = line.option("--parts", ".build/parts");
  inputs.page = line.option("--page", "shell/page.html");
  inputs.manifest = line.option("--manifest", "shell/manifest.webmanifest");
  inputs.languages = interface_languages_of(line);
  inputs.trust = line.option("--trust", "");
  const auto files = site_from(inputs);
  if (!files.ok()) return failed(files.error());
  const std::string out = line.option("--out", ".build/site");
  const Outcome outcome = write_site(out, files.value());
  if (!outcome.ok()) return failed(outcome.error());
  std::printf("%zu files in %s\n", files.value().size(), out.c_str());
  return 0;
}

int run_tiles(const CommandLine& line) {
  if (line.operands.size() != 1) return failed({ErrorKind::NotSupported, "tiles", "write: stadttor tiles FILE", NextStep::CorrectInput});
  const std::string archive = portal::authoring::map_archive_of(portal::authoring::read_pack(city_of(line)));
  if (archive.empty()) return failed({ErrorKind::NotFound, city_of(line) + "/map", "the pack has no map that can be drawn; stadttor check says why", NextStep::CorrectInput});
  const fs::path file = line.operands[0];
  std::ofstream stream(file, std::ios::binary);
  if (!stream.write(archive.data(), static_cast<std::streamsize>(archive.size())).flush()) {
    return failed({ErrorKind::StorageFull, file.string(), "cannot be written", NextStep::CorrectInput});
  }
  std::printf("%zu bytes in %s\n", archive.size(), file.c_str());
  return 0;
}

int run_classes(const CommandLine& line) {
  const auto pages = portal::authoring::prepare_pages(compile_city(city_of(line), interface_languages_of(line)).pack);
  std::printf("%s\n", nlohmann::json(portal::authoring::classes_in(pages)).dump().c_str());
  return pages.empty() ? 1 : 0;
}

int run_theme(const CommandLine& line) {
  std::fputs(compile_city(city_of(line), interface_languages_of(line)).pack.theme_css.c_str(), stdout);
  return 0;
}

// The pack's folder and those it extends, nearest first: where the build looks for pictures that stand in no text.
int run_folders(const CommandLine& line) {
  for (const fs::path& folder : portal::authoring::read_pack(city_of(line)).folders) std::printf("%s\n", folder.c_str());
  return 0;
}

int run_elements(const CommandLine&) {
  nlohmann::json names = {{"tags", nlohmann::json::array()}, {"attributes", nlohmann::json::array()}};
  for (int i = 0; i < document::kTagCount; ++i) names["tags"].push_back(document::tag_name(static_cast<document::Tag>(i)));
  for (int i = 0; i < document::kAttributeCount; ++i) {
    names["attributes"].push_back(document::attribute_name(static_cast<document::AttributeName>(i)));
  }
  std::printf("%s\n", names.dump().c_str());
  return 0;
}

}  // namespace stadttor::headless
