// A whole file as bytes. Used for the site's files, which are small enough to be held in memory one at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace stadttor::city_server {

// Absent when the file does not exist, is not a regular file or cannot be read.
std::optional<std::string> find_file_text(const std::filesystem::path& file);

// 16 hexadecimal digits that change with the content.
std::string fingerprint_from_text(std::string_view text);

}  // namespace stadttor::city_server
