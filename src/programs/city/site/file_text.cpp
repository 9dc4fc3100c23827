#include "programs/city/site/file_text.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>

#include "foundation/hash.h"

namespace stadttor::city_server {

std::optional<std::string> find_file_text(const std::filesystem::path& file) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure)) return std::nullopt;
  const std::unique_ptr<FILE, int (*)(FILE*)> stream(std::fopen(file.c_str(), "rb"), &std::fclose);
  if (!stream) return std::nullopt;

  std::string text;
  std::array<char, 65536> block;
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), stream.get())) {
    text.append(block.data(), count);
  }
  if (std::ferror(stream.get()) != 0) return std::nullopt;
  return text;
}

std::string fingerprint_from_text(std::string_view text) {
  char digits[17];
  const std::uint64_t hash = mixed_hash(kHashSeed, text);
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

}  // namespace stadttor::city_server
