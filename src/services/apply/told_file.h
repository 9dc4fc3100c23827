// A chosen file as the presentation tells it: id, media type, size in bytes and name, one a line, and the bytes behind a fifth line's beginning.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stadttor::services::apply {

struct ToldFile {
  std::array<std::string, 4> lines;         // id, media type, size, name
  std::optional<std::string_view> content;  // of what was told; missing where the file is larger than any page takes, or could not be read

  std::uint64_t size() const;
};

ToldFile read_told_file(std::string_view told);

}  // namespace stadttor::services::apply
