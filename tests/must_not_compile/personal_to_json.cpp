// expect: no matching function for call to .*basic_json|no matching conversion for functional-style cast from .*Personal|no matching constructor for initialization
#include <nlohmann/json.hpp>

#include "foundation/personal.h"

nlohmann::json json_from(const stadttor::Personal<std::string>& name) { return nlohmann::json(name); }
