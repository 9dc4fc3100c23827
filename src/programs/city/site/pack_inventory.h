// The data packs a built site holds: every entry of <site>/daten/<version>/, which is a folder for each language.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace stadttor::city_server {

struct ServedPack {
  std::string pack_id;  // the entry's name up to its first dot: "de", or "services" of services.json
  std::string version;
};

// In the order of their names; precompressed variants are not packs of their own.
std::vector<ServedPack> served_packs_from_site(const std::filesystem::path& site);

}  // namespace stadttor::city_server
