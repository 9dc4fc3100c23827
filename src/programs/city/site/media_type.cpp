#include "programs/city/site/media_type.h"

#include <array>
#include <utility>

namespace stadttor::city_server {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

constexpr std::array<Entry, 25> kMediaTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".geojson", "application/geo+json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".woff2", "font/woff2"},
    {".svg", "image/svg+xml; charset=utf-8"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/vnd.microsoft.icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
    {".ics", "text/calendar; charset=utf-8"},
    {".pdf", "application/pdf"},
    {".gz", "application/gzip"},
    {".zip", "application/zip"},
    {".pmtiles", "application/vnd.pmtiles"},
    {".bin", "application/octet-stream"},
}};

}  // namespace

std::string_view media_type_from_name(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot != std::string_view::npos) {
    for (const auto& [suffix, media_type] : kMediaTypes) {
      if (file_name.substr(dot) == suffix) return media_type;
    }
  }
  return "application/octet-stream";
}

bool can_run_script(std::string_view media_type) {
  constexpr std::array<std::string_view, 5> kActive = {"text/html", "text/javascript", "image/svg+xml",
                                                       "application/xml", "application/pdf"};
  for (const std::string_view active : kActive) {
    if (media_type.substr(0, active.size()) == active) return true;
  }
  return false;
}

}  // namespace stadttor::city_server
