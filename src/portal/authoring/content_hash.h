// Names content by its bytes: equal content has the same name in every build.
#pragma once

#include <map>
#include <string>

namespace stadttor::portal::authoring {

// The first 16 hexadecimal digits of SHA-256 over all paths and contents.
std::string content_hash_of(const std::map<std::string, std::string>& files);

}  // namespace stadttor::portal::authoring
