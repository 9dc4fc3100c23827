// What the server itself needs from the portal's manifest. A broken manifest never stops the server: what
// is sound is used, and what is not is said once in the log.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace stadttor::city_server {

struct PortalManifest {
  std::vector<std::string> languages = {"de"};  // never empty; the first one is the default
  std::vector<std::string> connect_origins;     // origins of the city's APIs, each passed is_origin()
  std::vector<std::string> embed_origins;       // sites that may show the portal in a frame, checked likewise
  std::string version;                          // the manifest's own, or a fingerprint of its content
  bool is_demonstration = false;                // everybody may log in as its clerk
  std::vector<std::string> complaints;          // in English, for the log
};

PortalManifest portal_manifest_from_text(const std::string& text);

// Of <site>/daten/portal.json.
PortalManifest portal_manifest_from_site(const std::filesystem::path& site);

}  // namespace stadttor::city_server
