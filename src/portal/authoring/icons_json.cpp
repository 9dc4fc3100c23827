#include "portal/authoring/icons_json.h"

#include <fstream>
#include <sstream>

namespace stadttor::portal::authoring {

namespace {

constexpr const char* kIconFolder = "bilder/lebenslagen";

}  // namespace

Json icons_json_from(const PackSource& source) {
  Json icons = Json::object();
  for (const std::filesystem::path& folder : source.folders) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder / kIconFolder, ignored)) {
      if (entry.path().extension() != ".svg" || icons.contains(entry.path().stem().string())) continue;
      std::ostringstream svg;
      svg << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      icons[entry.path().stem().string()] = svg.str();
    }
  }
  return {{"icons", icons}};
}

}  // namespace stadttor::portal::authoring
