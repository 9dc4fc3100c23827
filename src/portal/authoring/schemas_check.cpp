#include "portal/authoring/pack_checks.h"
#include "portal/authoring/schema_folder.h"

namespace stadttor::portal::authoring {

namespace {

// Problems in what the manifest took over belong to the file it comes from.
void assign_inherited_places(const PackSource& source, Problems& found) {
  for (Problem& problem : found) {
    if (problem.file != "portal.json" || problem.pointer.empty()) continue;
    problem.file = manifest_file(source, problem.pointer.substr(1, problem.pointer.find('/', 1) - 1));
  }
}

}  // namespace

void check_schemas(const PackSource& source, const std::filesystem::path& schemas, Problems& problems) {
  Problems found;
  SchemaFolder folder(schemas, found);
  // A manifest that could not be read has been named already.
  if (!source.manifest.empty()) folder.check("portal", source.manifest, "portal.json");
  assign_inherited_places(source, found);
  for (const auto& entry : source.services) folder.check("service", entry.second.content, entry.second.name);
  for (const auto& entry : source.offices) folder.check("office", entry.second.content, entry.second.name);
  for (const auto& entry : source.pages) folder.check("page", entry.second.content, entry.second.name);
  for (const auto& entry : source.places) folder.check("places", entry.second.content, entry.second.name);
  for (const auto& entry : source.figures) folder.check("figure", entry.second.content, entry.second.name);
  for (const auto& entry : source.forms) folder.check("form", entry.second.content, entry.second.name);
  for (const auto& entry : source.form_plans) {
    if (!entry.second.content.is_null()) folder.check("plan", entry.second.content, entry.second.name);
  }
  if (!source.streets.content.is_null()) folder.check("streets", source.streets.content, source.streets.name);
  if (!source.report_words.content.is_null()) folder.check("report_words", source.report_words.content, source.report_words.name);
  if (!source.market.content.is_null()) folder.check("market", source.market.content, source.market.name);
  if (!source.market_plan.content.is_null()) folder.check("plan", source.market_plan.content, source.market_plan.name);
  if (!source.appointments.content.is_null()) folder.check("appointments", source.appointments.content, source.appointments.name);
  if (!source.reports.content.is_null()) folder.check("reports", source.reports.content, source.reports.name);
  if (!source.sample_reports.content.is_null()) folder.check("sample_reports", source.sample_reports.content, source.sample_reports.name);
  if (!source.whats_on.content.is_null()) folder.check("whats_on", source.whats_on.content, source.whats_on.name);
  if (!source.theme.content.is_null()) folder.check("theme", source.theme.content, source.theme.name);
  if (!source.synonyms.content.is_null()) folder.check("synonyms", source.synonyms.content, source.synonyms.name);
  problems.insert(problems.end(), found.begin(), found.end());
}

}  // namespace stadttor::portal::authoring
