#include "services/apply/told_file.h"

#include <cstdlib>

namespace stadttor::services::apply {

std::uint64_t ToldFile::size() const { return std::strtoull(lines[2].c_str(), nullptr, 10); }

ToldFile read_told_file(std::string_view told) {
  ToldFile file;
  for (std::string& line : file.lines) {
    const std::size_t end = told.find('\n');
    line = told.substr(0, end);
    if (end == std::string_view::npos) return file;
    told.remove_prefix(end + 1);
  }
  file.content = told;
  return file;
}

}  // namespace stadttor::services::apply
