// The problems that the site's build found in the city's data packs: <site>/../problems.json, an array of objects with
// file, pointer, problem and remedy.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::city_server {

struct PackProblem {
  std::string file;     // "services/hund-anmelden.json"
  std::string pointer;  // JSON Pointer (RFC 6901)
  std::string problem;
  std::string remedy;
};

// Without the file there are no problems.
Result<std::vector<PackProblem>> read_pack_problems(const std::filesystem::path& site);

Result<std::vector<PackProblem>> parse_pack_problems(const std::string& text);

// "services" of "services/hund-anmelden.json" and of "services.json".
std::string pack_id_from_file(std::string_view file);

}  // namespace stadttor::city_server
