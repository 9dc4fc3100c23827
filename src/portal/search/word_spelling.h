// How a word of the index was written, so that a reason can say "Müll" where the search compares "mull".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::portal::search {

struct Spelling {
  std::uint8_t capitals = 0;  // kTermFirstCapital or kTermAllCapitals or 0
  std::string changes;        // empty, or: number of changes, each as distance to the change before and a code
};

// What turns `letters` back into `surface`.
Spelling spelling_from_surface(std::string_view letters, std::string_view surface);

// The written word. Unsound changes are left out.
std::string surface_from_spelling(std::string_view letters, std::uint8_t capitals, std::string_view changes);

}  // namespace stadttor::portal::search
