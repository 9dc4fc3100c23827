// Files of the key folder, with their rights from the first moment on.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "foundation/result.h"

namespace stadttor::city_server {

inline constexpr mode_t kOwnerAlone = 0600;
inline constexpr mode_t kEverybodyReads = 0644;

// In the place of what was there.
Outcome write_file(const std::filesystem::path& file, const std::string& text, mode_t rights);

}  // namespace stadttor::city_server
