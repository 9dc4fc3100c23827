// Files as text, for fixtures and goldens.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace stadttor::testing {

inline std::filesystem::path repository() { return STADTTOR_SOURCE; }

// Empty where there is no such file.
inline std::string text_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return text.str();
}

inline bool write_text_file(const std::filesystem::path& file, const std::string& text) {
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  return static_cast<bool>(stream.flush());
}

}  // namespace stadttor::testing
