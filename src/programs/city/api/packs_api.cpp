// GET /api/packs: which data packs the server has served in which versions, the present version of each first.
#include "programs/city/api/json_object.h"
#include "programs/city/api/municipal_apis.h"
#include "programs/city/api/problem.h"
#include "programs/city/database/pack_versions.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server {
namespace {

JsonObject version_object(const PackVersion& pack) {
  return JsonObject()
      .add("version", pack.version)
      .add("imported_at", pack.imported_at)
      .add("problem_count", pack.problem_count);
}

// {"packs":[{"id":"services","versions":[{"version":...,"imported_at":...,"problem_count":...}]}]}
Answer packs_answer(Connection& connection) {
  const Result<std::vector<PackVersion>> read = read_pack_versions(connection);
  if (!read.ok()) {
    log_event(LogLevel::Failure, "database_failed", {{"problem", text_from_error(read.error())}});
    return server_failure_answer();
  }
  std::vector<JsonObject> packs;
  std::vector<JsonObject> versions;
  const std::vector<PackVersion>& rows = read.value();
  for (std::size_t at = 0; at < rows.size(); ++at) {
    versions.push_back(version_object(rows[at]));
    const bool last_of_pack = at + 1 == rows.size() || rows[at + 1].pack_id != rows[at].pack_id;
    if (!last_of_pack) continue;
    packs.push_back(JsonObject().add("id", rows[at].pack_id).add("versions", versions));
    versions.clear();
  }
  Answer answer;
  answer.content_type = "application/json";
  answer.body = JsonObject().add("packs", packs).text();
  return answer;
}

}  // namespace

void add_pack_routes(ApiRoutes& routes, Connection& connection) {
  routes.add({"GET", "/api/packs", "application/json",
              [&connection](const IncomingRequest&) { return packs_answer(connection); }});
}

}  // namespace stadttor::city_server
