#include "portal/authoring/schema_folder.h"

#include "portal/authoring/json_file.h"
#include "portal/authoring/schema_check.h"

namespace stadttor::portal::authoring {

void SchemaFolder::check(const std::string& name, const Json& value, const std::string& file) {
  const Json& rules = schema(name);
  if (rules.is_object()) report_broken_rules(rules, value, "", ProblemLog(*problems_, file));
}

const Json& SchemaFolder::schema(const std::string& name) {
  const auto known = schemas_.find(name);
  if (known != schemas_.end()) return known->second;
  const std::string file = name + ".schema.json";
  std::vector<Problem> found;
  Json rules = read_json_file(folder_ / file, ProblemLog(found, "schemas/" + file)).value_or(nullptr);
  if (found.empty()) report_unsupported_rules(rules, ProblemLog(found, "schemas/" + file));
  if (!found.empty()) rules = nullptr;
  problems_->insert(problems_->end(), found.begin(), found.end());
  return schemas_.emplace(name, std::move(rules)).first->second;
}

}  // namespace stadttor::portal::authoring
