// The schemas of assets/schemas by name. A schema that is missing or asks for what the check does not know is named
// itself and not used.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/problem_list.h"

namespace stadttor::portal::authoring {

class SchemaFolder {
 public:
  SchemaFolder(std::filesystem::path folder, std::vector<Problem>& problems)
      : folder_(std::move(folder)), problems_(&problems) {}

  // `name` is "service" for service.schema.json.
  void check(const std::string& name, const Json& value, const std::string& file);

 private:
  const Json& schema(const std::string& name);  // null where it cannot be used

  std::filesystem::path folder_;
  std::vector<Problem>* problems_;
  std::map<std::string, Json> schemas_;
};

}  // namespace stadttor::portal::authoring
