#include "presentation/imgui/font_measures.h"

#include <cstddef>
#include <cstdint>

namespace stadttor::presentation::imgui {

namespace {

constexpr std::size_t kFirstTable = 12;
constexpr std::size_t kTableEntry = 16;
constexpr std::size_t kTablesAtMost = 64;

std::uint32_t number_at(std::string_view file, std::size_t at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    const std::uint32_t byte = at + i < file.size() ? static_cast<unsigned char>(file[at + i]) : 0U;
    number = number << 8U | byte;
  }
  return number;
}

// Where a table begins; 0 where there is none.
std::size_t table_of(std::string_view file, std::string_view tag) {
  for (std::size_t i = 0; i < kTablesAtMost; ++i) {
    const std::size_t entry = kFirstTable + i * kTableEntry;
    if (entry + kTableEntry > file.size()) return 0;
    if (file.substr(entry, 4) == tag) return number_at(file, entry + 8, 4);
  }
  return 0;
}

}  // namespace

FontMeasures measures_of_font(std::string_view file) {
  const std::size_t head = table_of(file, "head");
  const std::size_t heights = table_of(file, "hhea");
  const std::uint32_t em = head == 0 ? 0 : number_at(file, head + 18, 2);
  if (em == 0 || heights == 0) return {};
  const auto share = [&](std::size_t at) { return static_cast<float>(static_cast<std::int16_t>(number_at(file, heights + at, 2))) / static_cast<float>(em); };
  return {share(4), -share(6)};
}

}  // namespace stadttor::presentation::imgui
