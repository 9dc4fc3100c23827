#include "programs/city/pack_import.h"

#include <map>
#include <string>
#include <vector>

#include "programs/city/database/pack_versions.h"
#include "programs/city/event_log.h"
#include "programs/city/site/pack_inventory.h"
#include "programs/city/site/pack_problems.h"
#include "programs/city/utc_time.h"

namespace stadttor::city_server {
namespace {

constexpr const char* kManifestPack = "portal";

std::vector<PackProblem> problems_told_to_operator(const std::filesystem::path& site) {
  Result<std::vector<PackProblem>> read = read_pack_problems(site);
  if (!read.ok()) {
    log_event(LogLevel::Warning, "problem_list_unreadable",
              {{"problem", text_from_error(read.error())}, {"remedy", "run ./dev build again"}});
    return {};
  }
  for (const PackProblem& found : read.value()) {
    log_event(LogLevel::Warning, "pack_problem",
              {{"file", found.file}, {"pointer", found.pointer}, {"problem", found.problem}, {"remedy", found.remedy}});
  }
  return std::move(read).value();
}

Outcome record(Connection& connection, const ServedPack& pack, std::int64_t problem_count) {
  TRY_ASSIGN(const Recorded recorded,
             record_pack_version(connection, {pack.pack_id, pack.version, iso_text_now(), problem_count}));
  if (recorded == Recorded::New) {
    log_event(LogLevel::Info, "pack_recorded",
              {{"pack", pack.pack_id}, {"version", pack.version}, {"problems", std::to_string(problem_count)}});
  }
  return Done{};
}

}  // namespace

Outcome import_packs(Connection& connection, const std::filesystem::path& site, const PortalManifest& manifest) {
  for (const std::string& complaint : manifest.complaints) {
    log_event(LogLevel::Warning, "manifest_problem", {{"file", "daten/portal.json"}, {"problem", complaint}});
  }
  std::vector<ServedPack> packs = served_packs_from_site(site);
  packs.push_back({kManifestPack, manifest.version});

  std::map<std::string, std::int64_t> problem_counts;
  for (const ServedPack& pack : packs) problem_counts[pack.pack_id] = 0;
  for (const PackProblem& found : problems_told_to_operator(site)) {
    const auto owner = problem_counts.find(pack_id_from_file(found.file));
    ++(owner == problem_counts.end() ? problem_counts[kManifestPack] : owner->second);
  }
  for (const ServedPack& pack : packs) TRY(record(connection, pack, problem_counts[pack.pack_id]));
  return Done{};
}

}  // namespace stadttor::city_server
