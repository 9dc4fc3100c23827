#include "programs/city/fit_connect/delivery_service.h"

#include "programs/city/event_log.h"
#include "programs/city/fit_connect/deadlines.h"
#include "programs/city/fit_connect/submission_problem.h"

namespace stadttor::city_server {
namespace {

Answer told_failure(const Error& error) {
  log_event(LogLevel::Failure, "database_failed", {{"problem", text_from_error(error)}});
  return server_failure_answer();
}

}  // namespace

ApiFunction served(std::shared_ptr<DeliveryService> service, ServiceCall call) {
  return [service = std::move(service), call = std::move(call)](const IncomingRequest& request) {
    const auto lock = service->connection.locked();
    if (const Outcome outcome = carry_out_deadlines(*service); !outcome.ok()) return told_failure(outcome.error());
    Result<Answer> answer = call(*service, request);
    return answer.ok() ? std::move(answer).value() : told_failure(answer.error());
  };
}

ApiFunction served_with_grant(std::shared_ptr<DeliveryService> service, GrantedCall call) {
  return served(std::move(service), [call = std::move(call)](DeliveryService& own, const IncomingRequest& request) -> Result<Answer> {
    TRY_ASSIGN(const std::optional<Grant> grant, find_grant(own.connection, request.authorization, own.now()));
    if (!grant) return no_token_answer();
    return call(own, *grant, request);
  });
}

void add_delivery_service(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  add_token_route(routes, service);
  add_destination_routes(routes, service);
  add_sending_routes(routes, service);
  add_receiving_routes(routes, service);
  add_event_routes(routes, service);
  add_reply_routes(routes, service);
  add_routing_routes(routes, service);
}

}  // namespace stadttor::city_server
