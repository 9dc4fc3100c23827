// Project Wycheproof's vectors, where they lie beside the repository.
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/text_file.h"

namespace stadttor::testing {

inline std::string bytes_from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return bytes;
}

inline std::string hex_from_bytes(const std::string& bytes) {
  std::string hex;
  for (const char byte : bytes) {
    hex.push_back("0123456789abcdef"[static_cast<unsigned char>(byte) >> 4U]);
    hex.push_back("0123456789abcdef"[static_cast<unsigned char>(byte) & 15U]);
  }
  return hex;
}

// A member of a vector, as bytes.
inline std::string bytes_of(const nlohmann::json& object, const char* name) { return bytes_from_hex(object.at(name).get<std::string>()); }

inline std::filesystem::path vectors_folder() { return repository().parent_path() / "shared/vectors"; }

// A null value, and a message, where the file is not there.
inline nlohmann::json vectors_in(const std::string& file) {
  const std::string text = text_of_file(vectors_folder() / file);
  if (text.empty()) {
    MESSAGE("skipped: no " << file << " beside the repository");
    return nullptr;
  }
  return nlohmann::json::parse(text, nullptr, false);
}


// `accepts(group, test)` says whether the platform takes the vector; "acceptable" ones may go either way.
template <class Accepts>
void check_vectors(const nlohmann::json& vectors, Accepts accepts, int& checked) {
  for (const auto& group : vectors["testGroups"]) {
    for (const auto& test : group["tests"]) {
      const std::string result = test["result"];
      const bool is_accepted = accepts(group, test);
      if (result == "acceptable") continue;
      ++checked;
      CHECK_MESSAGE(is_accepted == (result == "valid"), "tcId " << test["tcId"].get<int>() << ": " << test["comment"].get<std::string>());
    }
  }
}

}  // namespace stadttor::testing
