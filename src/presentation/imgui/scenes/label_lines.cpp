#include "presentation/imgui/scenes/label_lines.h"

namespace stadttor::presentation::imgui {

namespace {

constexpr std::string_view kEllipsis = "…";

bool is_within_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80; }

}  // namespace

std::string shortened(std::string_view text, double most, double size, const TextWidth& width_of) {
  std::string result(text);
  while (width_of(result, size) > most && !text.empty()) {
    do {
      text.remove_suffix(1);
    } while (!text.empty() && (is_within_letter(text.data()[text.size()]) || text.back() == ' '));
    result = std::string(text).append(kEllipsis);
  }
  return result;
}

std::vector<std::string> lines_of(std::string_view text, double most, std::size_t most_lines, double size, const TextWidth& width_of) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t end = 0;  // of what fits
    if (lines.size() + 1 < most_lines) {
      for (std::size_t gap = text.find(' '); end < text.size(); gap = text.find(' ', gap + 1)) {
        const std::size_t next = gap == std::string_view::npos ? text.size() : gap;
        if (width_of(text.substr(0, next), size) > most) break;
        end = next;
        if (gap == std::string_view::npos) break;
      }
    }
    // The last line, or a word wider than a line.
    if (end == 0) {
      lines.push_back(shortened(text, most, size, width_of));
      break;
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == text.size() ? end : end + 1);
  }
  return lines;
}

bool is_whole(const std::vector<std::string>& lines, std::string_view text) {
  std::size_t size = lines.empty() ? 0 : lines.size() - 1;  // blanks between lines
  for (const std::string& line : lines) size += line.size();
  return size == text.size() && (lines.empty() || text.substr(text.size() - lines.back().size()) == lines.back());
}

}  // namespace stadttor::presentation::imgui
