// The media type of a file of the site, by its name.
#pragma once

#include <string_view>

namespace stadttor::city_server {

// Text types come with their charset; what is unknown is application/octet-stream, which a browser only saves.
std::string_view media_type_from_name(std::string_view file_name);

// A browser may run script in it, or takes its fetch policy from it: documents, pictures in SVG, workers.
bool can_run_script(std::string_view media_type);

}  // namespace stadttor::city_server
