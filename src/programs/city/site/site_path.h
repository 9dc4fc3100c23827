// From the path of a request to a name inside the site's folder. What could lead out of the folder, or to a hidden
// file, has no name here and is answered as unknown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stadttor::city_server {

// "/de/leistungen/" -> "de/leistungen"; "/" -> "". `path` is percent-decoded once and only once.
std::optional<std::string> find_site_name(std::string_view path);

// "de" of "/de/leistungen", also for paths that have no site name; empty for "/".
std::string_view first_segment(std::string_view path);

// The Cache-Control value: files whose name changes with their content are kept for a year, everything else is asked
// for again, so that an update of the site arrives with the next visit.
std::string_view cache_control_from_name(std::string_view site_name);

}  // namespace stadttor::city_server
