// expect: Personal
#include <nlohmann/json.hpp>

#include "foundation/personal.h"

void put(nlohmann::json& json, const stadttor::Personal<std::string>& name) { json["name"] = name; }
