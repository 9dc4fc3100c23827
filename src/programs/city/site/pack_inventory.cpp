#include "programs/city/site/pack_inventory.h"

#include <algorithm>
#include <set>
#include <utility>

namespace stadttor::city_server {
namespace {

namespace files = std::filesystem;

// What cannot be listed holds no packs; the site's own checks have said so already.
std::vector<files::path> entries_of(const files::path& folder) {
  std::vector<files::path> entries;
  std::error_code failure;
  for (files::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    entries.push_back(at->path());
  }
  return entries;
}

}  // namespace

std::vector<ServedPack> served_packs_from_site(const files::path& site) {
  std::set<std::pair<std::string, std::string>> found;
  for (const files::path& version : entries_of(site / "daten")) {
    std::error_code failure;
    if (!files::is_directory(version, failure)) continue;
    for (const files::path& pack : entries_of(version)) {
      const std::string name = pack.filename().string();
      if (name.front() != '.') found.emplace(name.substr(0, name.find('.')), version.filename().string());
    }
  }
  std::vector<ServedPack> packs;
  for (const auto& [pack_id, version] : found) packs.push_back({pack_id, version});
  return packs;
}

}  // namespace stadttor::city_server
