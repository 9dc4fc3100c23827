// What every fuzz target is made of: a function that takes any bytes, and what must be so whatever they are. The sanitizers see the rest.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace stadttor::fuzz {

// Each target's own (<name>_target.cpp).
void feed(std::string_view input);

inline void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::abort();
}

// The input up to the first zero byte, which is taken away with it: inputs of several parts stay readable.
inline std::string_view take_part(std::string_view& input) {
  const std::string_view part = input.substr(0, input.find('\0'));
  input.remove_prefix(part.size() < input.size() ? part.size() + 1 : part.size());
  return part;
}

}  // namespace stadttor::fuzz
