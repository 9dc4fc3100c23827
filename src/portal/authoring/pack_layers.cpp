#include "portal/authoring/pack_layers.h"

#include <algorithm>
#include <optional>

#include "portal/authoring/json_file.h"

namespace stadttor::portal::authoring {

namespace {

namespace files = std::filesystem;

files::path settled(const files::path& folder) {
  std::error_code failure;
  const files::path path = files::weakly_canonical(folder, failure);
  return failure ? folder : path;
}

Json read_manifest(const PackLayer& layer, std::vector<Problem>& problems) {
  ProblemLog log(problems, layer.prefix + "portal.json");
  std::error_code failure;
  if (!files::exists(layer.folder / "portal.json", failure)) {
    log.error("", "Das Manifest portal.json fehlt: Name, Sprachen und Lebenslagen der Stadt sind nicht bekannt.",
              "Legen Sie portal.json in den Ordner des Datenpakets.");
    return Json::object();
  }
  std::optional<Json> manifest = read_json_file(layer.folder / "portal.json", log);
  if (!manifest) return Json::object();
  if (manifest->is_object()) return *std::move(manifest);
  log.error("", "Das Manifest ist kein Abschnitt in geschweiften Klammern. Es wird übergangen.",
            "Beginnen Sie die Datei mit { und beenden Sie sie mit }.");
  return Json::object();
}

// Nothing where the chain ends, rightly or wrongly.
std::optional<files::path> find_extended_folder(const std::vector<PackLayer>& layers, std::vector<Problem>& problems) {
  const PackLayer& last = layers.back();
  const std::string extended = text_of(last.manifest, "extends");
  if (extended.empty()) return {};
  ProblemLog log(problems, last.prefix + "portal.json");
  files::path folder = settled(last.folder / extended);
  std::error_code failure;
  if (!files::is_directory(folder, failure)) {
    log.error("/extends",
              "Den Ordner „" + extended + "“ gibt es nicht. Das Paket steht ohne dieses gemeinsame Paket da.",
              "Geben Sie den Weg zum Ordner des gemeinsamen Pakets an, vom Ordner dieses Pakets aus.");
    return {};
  }
  const bool is_known =
      std::any_of(layers.begin(), layers.end(), [&](const PackLayer& layer) { return layer.folder == folder; });
  if (is_known) {
    log.error("/extends", "Das Paket „" + extended + "“ baut selbst auf diesem Paket auf.",
              "Streichen Sie „extends“ in einem der Pakete.");
    return {};
  }
  return folder;
}

}  // namespace

std::vector<PackLayer> read_pack_layers(const files::path& folder, std::vector<Problem>& problems) {
  std::vector<PackLayer> layers;
  std::optional<files::path> next = settled(folder);
  while (next) {
    PackLayer layer;
    layer.folder = *next;
    if (!layers.empty()) layer.prefix = next->lexically_relative(layers.front().folder).generic_string() + "/";
    layer.manifest = read_manifest(layer, problems);
    layers.push_back(std::move(layer));
    next = find_extended_folder(layers, problems);
  }
  return layers;
}

}  // namespace stadttor::portal::authoring
