// The precompressed variants of a file (RFC 9110 section 8.4.1) and which of them a client can read.
#pragma once

#include <string_view>
#include <vector>

namespace stadttor::city_server {

struct ContentCoding {
  std::string_view name;    // in Accept-Encoding and Content-Encoding
  std::string_view suffix;  // of the file beside the original
};

// What the client accepts, smallest result first; empty means: only the original.
std::vector<ContentCoding> accepted_codings(std::string_view accept_encoding);

// All codings the site may hold beside a file.
const std::vector<ContentCoding>& known_codings();

}  // namespace stadttor::city_server
