// GET /api/health: whether the server can do its work, for the operator's monitoring.
#include "programs/city/api/json_object.h"
#include "programs/city/api/municipal_apis.h"
#include "programs/city/api/problem.h"
#include "programs/city/database/migrations.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server {
namespace {

Answer health_answer(Connection& connection) {
  const auto lock = connection.locked();
  const Result<int> schema = read_schema_version(connection);
  if (!schema.ok()) {
    log_event(LogLevel::Failure, "database_failed", {{"problem", text_from_error(schema.error())}});
    return problem_answer({503, "database-unavailable", "Datenbank nicht erreichbar",
                           "Der Server läuft, kann seine Datenbank aber nicht lesen."});
  }
  Answer answer;
  answer.content_type = "application/json";
  answer.body = JsonObject().add("status", "ok").add("schema_version", schema.value()).text();
  return answer;
}

}  // namespace

void add_health_routes(ApiRoutes& routes, Connection& connection) {
  routes.add({"GET", "/api/health", "application/json",
              [&connection](const IncomingRequest&) { return health_answer(connection); }});
}

}  // namespace stadttor::city_server
