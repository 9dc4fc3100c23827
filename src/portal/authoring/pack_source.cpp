#include "portal/authoring/pack_source.h"

#include <algorithm>
#include <array>

#include "portal/authoring/json_file.h"
#include "portal/authoring/pack_layers.h"

namespace stadttor::portal::authoring {

namespace {

namespace files = std::filesystem;

// What a pack may take over from the one it extends. Its identity and whom it trusts (origins) it states itself.
constexpr std::array<std::string_view, 8> kInheritedMembers = {"time_zone", "languages", "situations", "popular",
                                                               "pages",     "figures",   "modules",    "theme"};

// Sorted, so that problems come in the same order everywhere.
std::vector<files::path> entries_of(const files::path& folder) {
  std::vector<files::path> entries;
  std::error_code failure;
  for (files::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    entries.push_back(at->path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

class PackReading {
 public:
  explicit PackReading(const files::path& folder) : layers_(read_pack_layers(folder, source_.problems)) {}

  PackSource read() {
    for (const PackLayer& layer : layers_) source_.folders.push_back(layer.folder);
    merge_manifests();
    read_folder("services", source_.services);
    read_folder("offices", source_.offices);
    read_folder("pages", source_.pages);
    read_folder("places", source_.places);
    read_folder("figures", source_.figures);
    read_folder("forms", source_.forms);
    for (const auto& form : source_.forms) read_form_schema(text_of(form.second.content, "schema"));
    for (const auto& form : source_.forms) read_form_plans(form.second.content);
    if (PackFile streets = read_named("streets.json"); streets.content.is_object()) source_.streets = std::move(streets);
    source_.report_words = read_named("reports/words.json");
    source_.market = read_named("market/market.json");
    const std::string plan = text_of(member_of(source_.market.content, "plan"), "background");
    if (is_pack_path(plan)) source_.market_plan = read_named(plan);
    source_.appointments = read_named("appointments.json");
    source_.reports = read_named("reports/services.json");
    source_.sample_reports = read_named("reports/samples.json");
    if (const std::string file = whats_on_file(); is_pack_path(file)) source_.whats_on = read_named(file);
    source_.synonyms = read_named("search/synonyms.json");
    const std::string theme = text_of(source_.manifest, "theme");
    if (!theme.empty()) source_.theme = read_named(theme);  // may stand in a folder shared by many packs
    return std::move(source_);
  }

 private:
  void merge_manifests() {
    source_.manifest = layers_.front().manifest;
    for (const PackLayer& layer : layers_) {
      for (const std::string_view name : kInheritedMembers) {
        if (source_.manifest.contains(name) || !layer.manifest.contains(name)) continue;
        source_.manifest[std::string(name)] = member_of(layer.manifest, name);
        source_.inherited_members.emplace(name, layer.prefix + "portal.json");
      }
    }
  }

  std::string whats_on_file() const {
    for (const Json& module : list_of(member_of(source_.manifest, "modules"))) {
      if (text_of(module, "id") == "whats-on" && text_of(module, "provider") == "pack")
        return text_of(module, "endpoint");
    }
    return {};
  }

  // A file of an own pack stands before one of the same id in an extended pack, unless it cannot be read.
  void read_folder(const std::string& name, PackFiles& found) {
    for (const PackLayer& layer : layers_) {
      for (const files::path& path : entries_of(layer.folder / name)) read_entry(layer, name, path, found);
    }
  }

  void read_entry(const PackLayer& layer, const std::string& folder, const files::path& path, PackFiles& found) {
    const std::string id = path.stem().string();
    const std::string name = layer.prefix + folder + "/" + path.filename().string();
    ProblemLog log(source_.problems, name);
    if (path.extension() != ".json") {
      return log.warning("", "Diese Datei gehört nicht hierher und wird übergangen.",
                         "Inhalte heißen <Kennung>.json; löschen Sie die Datei oder benennen Sie sie um.");
    }
    if (!is_pack_id(id)) {
      return log.error("", "Der Dateiname „" + id + "“ taugt nicht als Kennung. Die Datei wird übergangen.",
                       "Verwenden Sie nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche.");
    }
    if (found.find(id) != found.end()) return;
    std::optional<Json> content = read_json_file(path, log);
    if (content) found.emplace(id, PackFile{name, *std::move(content)});
  }

  void read_form_schema(const std::string& file) {
    if (file.empty() || source_.form_schemas.count(file) > 0) return;
    source_.form_schemas.emplace(file, is_pack_path(file) ? read_named(file) : PackFile{file, nullptr});
  }

  // Of questions at any depth.
  void read_form_plans(const Json& place) {
    for (const Json& part : place) {
      if (part.is_structured()) read_form_plans(part);
    }
    const std::string file = text_of(member_of(place, "scene"), "background");
    if (file.empty() || source_.form_plans.count(file) > 0) return;
    source_.form_plans.emplace(file, is_pack_path(file) ? read_named(file) : PackFile{file, nullptr});
  }

  PackFile read_named(const std::string& name) {
    for (const PackLayer& layer : layers_) {
      std::error_code failure;
      if (!files::exists(layer.folder / name, failure)) continue;
      const std::string shown = layer.prefix + name;
      if (std::optional<Json> content = read_json_file(layer.folder / name, ProblemLog(source_.problems, shown))) {
        return {shown, *std::move(content)};
      }
    }
    return {name, nullptr};
  }

  PackSource source_;
  std::vector<PackLayer> layers_;
};

bool is_id_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

PackSource read_pack(const files::path& folder) { return PackReading(folder).read(); }

bool is_pack_id(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.empty() || text.size() > kLongest || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || is_id_letter(c); });
}

bool is_pack_path(std::string_view text) {
  if (text.empty() || text.front() == '/' || text.find_first_of("\\:") != std::string_view::npos) return false;
  const files::path path(text);
  return std::find(path.begin(), path.end(), "..") == path.end();
}

std::optional<files::path> find_pack_file(const PackSource& source, std::string_view relative_path) {
  if (!is_pack_path(relative_path)) return {};
  for (const files::path& folder : source.folders) {
    std::error_code failure;
    if (files::is_regular_file(folder / relative_path, failure)) return folder / relative_path;
  }
  return {};
}

std::string manifest_file(const PackSource& source, std::string_view member) {
  const auto found = source.inherited_members.find(std::string(member));
  return found == source.inherited_members.end() ? "portal.json" : found->second;
}

}  // namespace stadttor::portal::authoring
