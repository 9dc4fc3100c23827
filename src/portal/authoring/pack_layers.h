// The chain of packs: a pack, the one it extends, and so on, each with its manifest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/problem_list.h"

namespace stadttor::portal::authoring {

struct PackLayer {
  std::filesystem::path folder;
  std::string prefix;  // before file names in problems: "" for the pack itself, "../kreis/" for others
  Json manifest = Json::object();
};

// The pack itself comes first; a chain that leads nowhere or back to itself is named and ends there.
std::vector<PackLayer> read_pack_layers(const std::filesystem::path& folder, std::vector<Problem>& problems);

}  // namespace stadttor::portal::authoring
