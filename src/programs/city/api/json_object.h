// Writes the small JSON objects of the APIs, members in the order they were added.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stadttor::city_server {

class JsonObject {
 public:
  JsonObject& add(std::string_view name, std::string_view text);
  JsonObject& add(std::string_view name, std::int64_t number);
  JsonObject& add(std::string_view name, const std::vector<JsonObject>& list);

  // Always valid UTF-8: what is not (a path a client has sent) becomes U+FFFD.
  std::string text() const { return "{" + members_ + "}"; }

 private:
  JsonObject& add_written(std::string_view name, std::string_view value);

  std::string members_;
};

}  // namespace stadttor::city_server
