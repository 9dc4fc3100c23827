// A fast 64-bit hash for keys and change detection inside one build of the engine. Not for security, and not a
// stored format.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace stadttor {

inline constexpr std::uint64_t kHashSeed = 0x9e3779b97f4a7c15ULL;

constexpr std::uint64_t mixed_hash(std::uint64_t hash, std::uint64_t value) {
  hash ^= value;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 32;
  return hash;
}

inline std::uint64_t mixed_hash(std::uint64_t hash, std::string_view text) {
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = mixed_hash(hash, word);
  }
  std::uint64_t rest = 0;
  if (left > 0) std::memcpy(&rest, at, left);
  return mixed_hash(hash, rest ^ (static_cast<std::uint64_t>(text.size()) << 56));
}

}  // namespace stadttor
