#include "programs/headless/site_builder.h"

#include <algorithm>
#include <vector>

#include "foundation/json_reader.h"
#include "portal/authoring/map/archive_writing.h"
#include "portal/authoring/search_documents.h"
#include "portal/authoring/theme_css.h"
#include "portal/search/index_writer.h"
#include "presentation/document/html_writer.h"
#include "programs/headless/page_template.h"

namespace stadttor::headless {

namespace fs = std::filesystem;
using portal::authoring::CompiledPack;
using portal::authoring::Json;
using portal::authoring::PreparedPage;
using presentation::document::escaped_html;

namespace {

// Parts that keep their names: the browser or other sites know them by these.
constexpr const char* kServiceWorker = "service_worker.js";
constexpr const char* kEmbeddingElement = "stadttor_portal.js";
// A page without content, which the engine fills where a page is asked for that is not kept offline.
constexpr const char* kShell = "shell.html";
// All details of one language in one file, for those who want the whole portal offline.
constexpr const char* kBundle = "alle.json";
// Where the service worker carries its version, so that every new site has a new worker.
constexpr const char* kVersionMark = "__STADTTOR_VERSION__";

// Fonts and icons are already called by their content, and the style sheet refers to them by that name.
bool has_hashed_name(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  const std::size_t before = dot == std::string::npos ? dot : name.rfind('.', dot - 1);
  if (before == std::string::npos || dot - before - 1 < 8) return false;
  return std::all_of(name.begin() + static_cast<long>(before) + 1, name.begin() + static_cast<long>(dot),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

struct Parts {
  std::map<std::string, std::string> address;  // by file name: "core.wasm" -> "/assets/core.<hash>.wasm"
  std::map<std::string, std::string> content;
};

Result<Parts> read_parts(const fs::path& folder) {
  Parts parts;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().filename().string();
    TRY_ASSIGN(std::string content, read_file(entry.path()));
    const bool keeps_name = name == kServiceWorker || name == kEmbeddingElement;
    parts.address[name] = keeps_name ? "/" + name : has_hashed_name(name) ? "/assets/" + name : hashed_name(name, content);
    parts.content[name] = std::move(content);
  }
  for (const char* needed : {"core.wasm", "core.mjs", "desk.wasm", "desk.mjs", "portal.js", "view_boot.js", kServiceWorker, kEmbeddingElement, "stadttor.css"}) {
    if (parts.content.count(needed) == 0) {
      return Error{ErrorKind::NotFound, (folder / needed).string(), "this part of the site has not been built; run ./dev build", NextStep::CorrectInput};
    }
  }
  return parts;
}

// The other languages of the same page, for search engines.
std::string alternates_of(const PreparedPage& page, const std::vector<std::string>& languages) {
  std::string lines;
  for (const std::string& language : languages) {
    city::Address same = page.address;
    same.language = language;
    lines.append("<link rel=\"alternate\" hreflang=\"" + language + "\" href=\"" + city::path_of(same) + "\">\n");
  }
  return lines;
}

struct PageFrame {
  std::string page_template;
  const Parts& parts;
  const CompiledPack& pack;
  std::vector<std::string> languages;
  std::string embed_origins;
  bool is_drawn = false;  // the city wants its pages drawn
  std::map<std::string, std::string> theme_values;
};

// The engine that knows this page (src/programs/web.cmake).
constexpr const char* kDeskEngine = "desk";
std::string engine_for(const city::Address& address) { return city::is_desk_page(address.page) ? kDeskEngine : "core"; }

std::string html_of(const PageFrame& frame, const PreparedPage& page, const std::string& name) {
  const auto& address = frame.parts.address;
  std::string engine = "data-core=\"" + address.at(name + ".wasm") + "\" data-core-integrity=\"" +
                       integrity_of(frame.parts.content.at(name + ".wasm")) + "\" data-script=\"" + address.at(name + ".mjs") +
                       "\" data-base=\"/\" data-daten=\"/daten/" + frame.pack.version + "/\"";
  if (frame.parts.content.count("canvas.wasm") > 0 && frame.parts.content.count("canvas.mjs") > 0 && frame.parts.content.count("canvas.js") > 0) {
    engine.append(" data-canvas=\"" + address.at("canvas.wasm") + "\" data-canvas-integrity=\"" + integrity_of(frame.parts.content.at("canvas.wasm")) +
                  "\" data-canvas-factory=\"" + address.at("canvas.mjs") + "\" data-canvas-script=\"" + address.at("canvas.js") + "\"");
  }
  if (!page.packs.empty()) {
    engine.append(" data-packs=\"");
    for (const std::string& pack : page.packs) engine.append(pack == page.packs.front() ? "" : " ").append(pack);
    engine.append("\"");
  }
  // Without a desk nothing is kept.
  if (name == kDeskEngine && frame.parts.content.count("argon2.wasm") > 0 && frame.parts.content.count("passphrase_worker.js") > 0 && frame.parts.content.count("keys.js") > 0) {
    engine.append(" data-keys-script=\"" + address.at("keys.js") + "\" data-argon2=\"" + address.at("argon2.wasm") + "\" data-argon2-integrity=\"" +
                  integrity_of(frame.parts.content.at("argon2.wasm")) + "\" data-argon2-worker=\"" + address.at("passphrase_worker.js") + "\"");
    if (frame.parts.content.count("argon2_simd.wasm") > 0) {
      engine.append(" data-argon2-simd=\"" + address.at("argon2_simd.wasm") + "\" data-argon2-simd-integrity=\"" + integrity_of(frame.parts.content.at("argon2_simd.wasm")) + "\"");
    }
  }
  if (frame.is_drawn) engine.append(" data-usual-presentation=\"canvas\"");
  if (!frame.embed_origins.empty()) engine.append(" data-embed-origins=\"").append(escaped_html(frame.embed_origins)).append("\"");
  std::map<std::string, std::string> values = frame.theme_values;
  values["LANGUAGE"] = page.language;
  values["DIRECTION"] = page.direction;
  values["TITLE"] = escaped_html(page.title);
  values["DESCRIPTION"] = escaped_html(page.description.empty() ? page.title : page.description);
  values["CANONICAL"] = city::path_of(page.address);
  values["ALTERNATES"] = alternates_of(page, frame.languages);
  values["ENGINE_DATA"] = engine;
  values["STYLES"] = "<link rel=\"stylesheet\" href=\"" + address.at("stadttor.css") + "\">";
  values["THEME"] = "";
  values["FONTS_PRELOAD"] = "";
  values["PRELOADS"] = "";
  values["VIEW_BOOT"] = "<script src=\"" + address.at("view_boot.js") + "\"></script>";
  // The page is complete without the engine, so nothing of the engine competes with what the page is painted from.
  values["PORTAL_SCRIPT"] = "<script type=\"module\" fetchpriority=\"low\" src=\"" + address.at("portal.js") + "\"></script>";
  values["BODY"] = page.html;
  return filled_template(frame.page_template, values);
}

std::string details_bundle(const CompiledPack& pack, const std::string& base) {
  std::string bundle = "{";
  for (auto at = pack.files.lower_bound(base); at != pack.files.end() && at->first.starts_with(base); ++at) {
    const std::string path = at->first.substr(base.size());
    if (path.find('/') == std::string::npos || !path.ends_with(".json")) continue;
    bundle.append(bundle.size() > 1 ? "," : "").append("\"").append(path).append("\":").append(at->second);
  }
  return bundle.append("}");
}

// What the service worker keeps from the start: the client, its style, and what every page of a language needs.
Json offline_list(const Parts& parts, const CompiledPack& pack, const std::vector<std::string>& languages) {
  Json list = {{"enabled", true}, {"version", pack.version}, {"files", Json::array()}, {"scenes", Json::array()}, {"shells", Json::object()}, {"languages", Json::object()}, {"answers", Json::array()}};
  for (const auto& [name, address] : parts.address) {
    if (name == kServiceWorker || name == kEmbeddingElement || name.ends_with(".png")) continue;
    // Scenes have their alternative; whoever has seen one keeps what draws it.
    list[name.starts_with("canvas.") ? "scenes" : "files"].push_back(address);
  }
  const std::string map_tiles = "daten/" + pack.version + "/karte.pmtiles";
  if (pack.files.count(map_tiles) > 0) list["scenes"].push_back("/" + map_tiles);
  const std::string words = "daten/" + pack.version + "/passwort-woerter.txt";
  if (pack.files.count(words) > 0) list["files"].push_back("/" + words);
  // What can be reported, and what is asked about it: the same for everybody, so a report can be written without a network.
  if (!pack.report_endpoint.empty()) list["answers"].push_back(pack.report_endpoint + "/services");
  Json shared = Json::array();
  for (const char* name : {"strassen.json", "meldungen-woerter.json"}) {
    if (pack.files.count("daten/" + pack.version + "/" + name) > 0) shared.push_back("/daten/" + pack.version + "/" + name);
  }
  for (const std::string& language : languages) {
    const std::string base = "/daten/" + pack.version + "/" + language + "/";
    list["shells"][language] = "/" + language + "/" + kShell;
    list["languages"][language] = {{"files", {base + "start.json", base + "aktuelles.json", base + "suche.bin"}}, {"bundle", base + kBundle}};
    for (const Json& file : shared) list["languages"][language]["files"].push_back(file);
  }
  // The list's own version changes with any part, or an update of the client alone would go unseen.
  list["version"] = hashed_name("list.x", list.dump()).substr(13, 12);
  return list;
}

// As the city server's set-up writes it (city keys). A site with half of it would promise what does not work.
Result<Json> read_trust(const fs::path& file) {
  TRY_ASSIGN(const std::string text, read_file(file));
  Json trust = Json::parse(text, nullptr, false);
  const bool is_complete = trust.is_object() && trust.contains("gateway") && trust.contains("issuer") && trust.contains("statement_key");
  if (is_complete) return trust;
  return Error{ErrorKind::MalformedData, file.string(), "expected gateway, issuer and statement_key; write it with: city keys --out FOLDER",
               NextStep::CorrectInput};
}

// The browser's own frame takes the page's colours.
std::string background_of(const Json& theme, const char* mode, const char* otherwise) {
  const std::string colour = portal::authoring::text_of(portal::authoring::member_of(theme, mode), "--kern-color-layout-background-default");
  return portal::authoring::is_theme_colour(colour) ? colour : otherwise;
}

std::map<std::string, std::string> icon_values(const Parts& parts, const Json& theme) {
  const auto address = [&parts](const char* name) {
    const auto found = parts.address.find(name);
    return found == parts.address.end() ? std::string() : found->second;
  };
  return {{"ICON_SVG", address("favicon.svg")},
          {"ICON_PNG", address("symbol-192.png")},
          {"ICON_192", address("symbol-192.png")},
          {"ICON_512", address("symbol-512.png")},
          {"ICON_MASKABLE", address("symbol-maskierbar-512.png")},
          {"THEME_COLOUR_LIGHT", background_of(theme, "light", "#ffffff")},
          {"THEME_COLOUR_DARK", background_of(theme, "dark", "#000000")},
          {"BACKGROUND_COLOUR", background_of(theme, "light", "#ffffff")},
          {"MANIFEST", "/manifest.webmanifest"}};
}

}  // namespace

CompiledCity compile_city(const fs::path& city, const fs::path& languages, const Json& sending) {
  const portal::authoring::PackSource source = portal::authoring::read_pack(city);
  CompiledCity compiled;
  portal::authoring::CompileInputs inputs;
  inputs.languages = languages;
  inputs.sending = sending;
  // Beside the interface's languages; without it nobody is offered a passphrase.
  if (auto words = read_file(languages.parent_path() / "passphrase" / "words.txt"); words.ok()) inputs.passphrase_words = std::move(words).value();
  inputs.picture_address = [&](const std::string& picture) {
    // A picture may come from a pack that this one extends.
    const auto file = portal::authoring::find_pack_file(source, picture);
    const auto content = file ? read_file(*file) : Result<std::string>(Error{});
    if (!content.ok()) return std::string();
    const std::string address = hashed_name(file->filename().string(), content.value());
    compiled.pictures[address.substr(1)] = content.value();
    return address;
  };
  inputs.search_index = [](const portal::authoring::Pack& pack, const portal::authoring::InterfaceTexts& interface,
                           const std::string& language) {
    return portal::search::write_search_index(portal::authoring::search_documents_from(pack, interface, language),
                                              portal::authoring::synonyms_from(pack));
  };
  inputs.map_archive = portal::authoring::map_archive_of;
  compiled.pack = compile_pack(source, inputs);
  return compiled;
}

Result<SiteFiles> site_from(const SiteInputs& inputs) {
  TRY_ASSIGN(Parts parts, read_parts(inputs.parts));
  TRY_ASSIGN(std::string page_template, read_file(inputs.page));
  TRY_ASSIGN(std::string manifest_template, read_file(inputs.manifest));
  Json sending;
  if (!inputs.trust.empty()) {
    TRY_ASSIGN(sending, read_trust(inputs.trust));
  }
  const CompiledCity city = compile_city(inputs.city, inputs.languages, sending);
  const CompiledPack& pack = city.pack;
  const Json entry = Json::parse(pack.files.at("daten/portal.json"), nullptr, false);

  PageFrame frame{std::move(page_template), parts, pack, {}, {}, entry.contains("presentation"), icon_values(parts, portal::authoring::read_pack(inputs.city).theme.content)};
  for (const Json& language : entry["languages"]) frame.languages.push_back(language["tag"]);
  for (const Json& origin : entry["embed_origins"]) {
    frame.embed_origins.append(frame.embed_origins.empty() ? "" : " ").append(origin.get_ref<const std::string&>());
  }

  SiteFiles files = pack.files;
  files.insert(city.pictures.begin(), city.pictures.end());
  for (const auto& [name, content] : parts.content) files[parts.address.at(name).substr(1)] = content;
  for (const PreparedPage& page : prepare_pages(pack)) {
    files[page.file] = html_of(frame, page, engine_for(page.address));
    for (const std::string& further : page.further_files) files[further] = files[page.file];
    const bool is_first_language = page.language == frame.languages.front();
    if (is_first_language && page.address.page == city::PageKind::Start) {
      // Servers that can choose a language send "/" elsewhere; the others show the first language.
      files["index.html"] = files[page.file];
      std::map<std::string, std::string> values = frame.theme_values;
      values["NAME"] = page.title;
      values["SHORT_NAME"] = entry["name"];
      values["DESCRIPTION"] = page.description;
      values["LANGUAGE"] = page.language;
      values["DIRECTION"] = page.direction;
      values["START_URL"] = "/" + page.language + "/";
      for (auto& [name, value] : values) value = json_escaped(value);
      files["manifest.webmanifest"] = filled_template(manifest_template, values);
    }
    if (page.address.page != city::PageKind::NotFound) continue;
    if (is_first_language) files["404.html"] = files[page.file];
    PreparedPage shell = page;
    shell.packs.clear();
    shell.html = "<div class=\"st-page\" id=\"portal\"></div>";
    // Offline it stands for any page.
    files[page.language + "/" + kShell] = html_of(frame, shell, kDeskEngine);
  }
  for (const std::string& language : frame.languages) {
    const std::string base = "daten/" + pack.version + "/" + language + "/";
    files[base + kBundle] = details_bundle(pack, base);
  }
  const Json offline = offline_list(parts, pack, frame.languages);
  files["offline.json"] = offline.dump();
  std::string& worker = files[kServiceWorker];
  if (const std::size_t mark = worker.find(kVersionMark); mark != std::string::npos) {
    worker.replace(mark, std::string_view(kVersionMark).size(), offline["version"].get_ref<const std::string&>());
  }
  return files;
}

}  // namespace stadttor::headless
