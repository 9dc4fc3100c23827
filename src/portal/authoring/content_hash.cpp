#include "portal/authoring/content_hash.h"

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace stadttor::portal::authoring {

std::string content_hash_of(const std::map<std::string, std::string>& files) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
  // Lengths keep "ab"+"c" and "a"+"bc" apart.
  const auto add = [&digest](const std::string& bytes) {
    const std::string length = std::to_string(bytes.size()) + ":";
    EVP_DigestUpdate(digest.get(), length.data(), length.size());
    EVP_DigestUpdate(digest.get(), bytes.data(), bytes.size());
  };
  for (const auto& [path, bytes] : files) {
    add(path);
    add(bytes);
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> result{};
  EVP_DigestFinal_ex(digest.get(), result.data(), nullptr);
  constexpr std::size_t kBytes = 8;
  std::string name;
  for (std::size_t i = 0; i < kBytes; ++i) {
    name.push_back("0123456789abcdef"[result[i] >> 4]);
    name.push_back("0123456789abcdef"[result[i] & 15]);
  }
  return name;
}

}  // namespace stadttor::portal::authoring
