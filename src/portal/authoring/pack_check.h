// Says everything that is wrong with a city's data pack, by file and place, with the remedy. Changes nothing; what is
// shown of a broken pack is decided by pack_content.
#pragma once

#include <filesystem>
#include <vector>

#include "portal/authoring/pack_source.h"

namespace stadttor::portal::authoring {

struct CheckInputs {
  std::filesystem::path schemas;         // assets/schemas
  std::filesystem::path languages;       // assets/languages
  std::filesystem::path contrast_pairs;  // assets/contrast_pairs.json
};

// With what reading the pack has found already; sorted by file and place.
std::vector<Problem> check_pack(const PackSource& source, const CheckInputs& inputs);

}  // namespace stadttor::portal::authoring
