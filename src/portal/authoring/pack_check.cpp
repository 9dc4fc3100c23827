#include "portal/authoring/pack_check.h"

#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

std::vector<Problem> check_pack(const PackSource& source, const CheckInputs& inputs) {
  std::vector<Problem> problems = source.problems;
  check_schemas(source, inputs.schemas, problems);
  check_ids(source, problems);
  check_references(source, problems);
  check_modules(source, problems);
  check_formatted_texts(source, problems);
  check_translations(source, problems);
  check_hours(source, problems);
  check_whats_on(source, problems);
  check_figures(source, problems);
  check_forms(source, problems);
  check_market(source, problems);
  check_appointments(source, problems);
  check_reports(source, problems);
  check_pictures(source, problems);
  check_map(source, problems);
  check_interface_texts(source, inputs.languages, inputs.schemas, problems);
  check_theme(source, inputs.contrast_pairs, problems);
  sort_problems(problems);
  return problems;
}

}  // namespace stadttor::portal::authoring
