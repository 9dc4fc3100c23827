#include "programs/city/site/site_path.h"

#include <algorithm>

namespace stadttor::city_server {
namespace {

bool is_harmless_letter(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  return code >= 0x20 && code != 0x7f && letter != '\\';
}

bool is_harmless_segment(std::string_view segment) {
  // ".well-known" is the one public name with a dot in front (RFC 8615).
  if (segment.empty() || (segment.front() == '.' && segment != ".well-known")) return false;
  return std::all_of(segment.begin(), segment.end(), is_harmless_letter);
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

}  // namespace

std::optional<std::string> find_site_name(std::string_view path) {
  if (path.empty() || path.front() != '/') return std::nullopt;
  path.remove_prefix(1);
  if (!path.empty() && path.back() == '/') path.remove_suffix(1);

  std::string name(path);
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (!is_harmless_segment(path.substr(0, slash))) return std::nullopt;
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
    if (path.empty()) return std::nullopt;  // "a//": an empty last segment
  }
  return name;
}

std::string_view first_segment(std::string_view path) {
  const std::size_t start = path.find_first_not_of('/');
  if (start == std::string_view::npos) return {};
  path.remove_prefix(start);
  return path.substr(0, path.find('/'));
}

std::string_view cache_control_from_name(std::string_view site_name) {
  constexpr std::string_view kForever = "public, max-age=31536000, immutable";
  if (starts_with(site_name, "assets/")) return kForever;
  // "daten/<version>/file", but not "daten/portal.json".
  constexpr std::string_view kPacks = "daten/";
  const bool versioned =
      starts_with(site_name, kPacks) && site_name.find('/', kPacks.size()) != std::string_view::npos;
  return versioned ? kForever : "no-cache";
}

}  // namespace stadttor::city_server
