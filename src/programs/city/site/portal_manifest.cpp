#include "programs/city/site/portal_manifest.h"

#include <optional>

#include "foundation/json_reader.h"
#include "programs/city/site/file_text.h"
#include "programs/city/site/origin.h"

namespace stadttor::city_server {
namespace {

// A language is a folder of the site and part of a Location field, so it may be nothing but a language tag.
bool is_language_tag(const std::string& tag) {
  return !tag.empty() && tag.size() <= 35 &&
         tag.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string::npos;
}

void read_languages(JsonReader root, PortalManifest& manifest) {
  std::vector<std::string> languages;
  root.each("languages", [&](JsonReader entry) {
    std::string tag = entry.text_or("tag", "");
    if (is_language_tag(tag)) {
      languages.push_back(std::move(tag));
    } else {
      manifest.complaints.push_back(entry.pointer() + "/tag: expected a language tag like \"de\"; the entry is left out");
    }
  });
  if (languages.empty()) {
    manifest.complaints.emplace_back("/languages: names no language; German alone is assumed");
  } else {
    manifest.languages = std::move(languages);
  }
}

std::vector<std::string> read_origins(JsonReader root, std::string_view name, std::vector<std::string>& complaints) {
  std::vector<std::string> origins;
  root.each(name, [&](JsonReader entry) {
    std::string origin = entry.is_text() ? entry.as_text() : std::string();
    if (is_origin(origin)) {
      origins.push_back(std::move(origin));
    } else {
      complaints.push_back(entry.pointer() + ": expected an origin like \"https://api.example\"; the entry is left out");
    }
  });
  return origins;
}

}  // namespace

PortalManifest portal_manifest_from_text(const std::string& text) {
  PortalManifest manifest;
  manifest.version = fingerprint_from_text(text);
  Result<JsonDocument> document = JsonDocument::parse(text, "daten/portal.json");
  if (!document.ok()) {
    manifest.complaints.push_back(document.error().detail + "; German alone is assumed. Build the site again");
    return manifest;
  }
  JsonReader root = document.value().root();
  read_languages(root, manifest);
  manifest.connect_origins = read_origins(root, "connect", manifest.complaints);
  manifest.embed_origins = read_origins(root, "embed_origins", manifest.complaints);
  manifest.version = root.text_or("version", manifest.version);
  manifest.is_demonstration = root.flag_or("demonstration", false);
  if (const Error* first = document.value().first_error()) manifest.complaints.push_back(first->detail);
  return manifest;
}

PortalManifest portal_manifest_from_site(const std::filesystem::path& site) {
  const std::optional<std::string> text = find_file_text(site / "daten" / "portal.json");
  if (text) return portal_manifest_from_text(*text);
  PortalManifest manifest;
  manifest.version = "missing";
  manifest.complaints.emplace_back("is missing; German alone is assumed. Build the site again");
  return manifest;
}

}  // namespace stadttor::city_server
