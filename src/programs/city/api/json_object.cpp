#include "programs/city/api/json_object.h"

#include <nlohmann/json.hpp>

namespace stadttor::city_server {
namespace {

std::string quoted(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

JsonObject& JsonObject::add_written(std::string_view name, std::string_view value) {
  if (!members_.empty()) members_.push_back(',');
  members_.append(quoted(name)).append(":").append(value);
  return *this;
}

JsonObject& JsonObject::add(std::string_view name, std::string_view text) { return add_written(name, quoted(text)); }

JsonObject& JsonObject::add(std::string_view name, std::int64_t number) {
  return add_written(name, std::to_string(number));
}

JsonObject& JsonObject::add(std::string_view name, const std::vector<JsonObject>& list) {
  std::string written = "[";
  for (const JsonObject& entry : list) {
    if (written.size() > 1) written.push_back(',');
    written.append(entry.text());
  }
  return add_written(name, written + "]");
}

}  // namespace stadttor::city_server
