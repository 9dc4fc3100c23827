// Third-party test data that lies beside the repository; tests that need it are skipped with the reason where it does not.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "foundation/json_reader.h"
#include "support/text_file.h"

namespace stadttor::testing {

inline std::filesystem::path vectors_folder() { return repository().parent_path() / "shared/vectors"; }

// Says so where there is nothing at this place below the vectors.
inline bool is_without_vectors(const std::string& path) {
  if (std::filesystem::exists(vectors_folder() / path)) return false;
  MESSAGE("skipped: there is no " << (vectors_folder() / path).string());
  return true;
}

// Null where it cannot be read.
inline JsonValue json_of_text(const std::string& text, const std::string& name = "test") {
  auto document = JsonDocument::parse(text, name);
  CHECK_MESSAGE(document.ok(), name);
  return document.ok() ? document.value().root().as_value() : JsonValue();
}

inline JsonValue json_of_file(const std::filesystem::path& file) { return json_of_text(text_of_file(file), file.string()); }

}  // namespace stadttor::testing
