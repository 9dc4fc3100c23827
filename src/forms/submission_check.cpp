#include "forms/submission_check.h"

namespace stadttor::forms {

Result<std::vector<SchemaProblem>> submission_problems(const Definition& form, const Personal<JsonValue>& submission) {
  if (form.schema.is(JsonKind::Null)) return std::vector<SchemaProblem>{};
  TRY_ASSIGN(const Schema schema, Schema::compile(form.schema, {}, form.id + "/schema"));
  return schema.problems_of(submission.reveal<"held against the authority's schema">());
}

}  // namespace stadttor::forms
