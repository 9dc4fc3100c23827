#include "programs/city/fit_connect/case_events.h"

#include "programs/city/database/statement.h"
#include "programs/city/fit_connect/security_event_token.h"

namespace stadttor::city_server {

Outcome append_event(Connection& connection, const CaseEvent& event) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO case_event (case_id, submission_id, jti, name, token) VALUES (?1, ?2, ?3, ?4, ?5))"));
  return insertion.bind(1, event.case_id).bind(2, event.submission_id).bind(3, event.jti).bind(4, event.name).bind(5, event.token).run();
}

Result<EventPage> read_events(Connection& connection, std::string_view case_id, std::int64_t limit, std::int64_t offset) {
  EventPage page;
  TRY_ASSIGN(Statement count, Statement::prepare(connection.handle(), "SELECT count(*) FROM case_event WHERE case_id = ?1"));
  TRY_ASSIGN(const Row counted, count.bind(1, case_id).step());
  if (counted == Row::Present) page.total = count.number(0);
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT token FROM case_event WHERE case_id = ?1 ORDER BY sequence LIMIT ?2 OFFSET ?3)"));
  query.bind(1, case_id).bind(2, limit).bind(3, offset);
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return page;
    page.tokens.push_back(query.text(0));
  }
}

Result<bool> has_event(Connection& connection, std::string_view submission_id, std::string_view name) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT 1 FROM case_event WHERE submission_id = ?1 AND name = ?2"));
  TRY_ASSIGN(const Row row, query.bind(1, submission_id).bind(2, name).step());
  return row == Row::Present;
}

Result<bool> is_known_event(Connection& connection, std::string_view jti) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT 1 FROM case_event WHERE jti = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, jti).step());
  return row == Row::Present;
}

Outcome record_own_event(DeliveryService& service, const SubmissionRecord& submission, const std::string& name, const std::string& content) {
  const EventStatement statement{service.keys.issuer, submission.submission_id, submission.case_id, name, content, service.now()};
  TRY_ASSIGN(const EventToken token, sign_event(service.keys.signing, statement));
  return append_event(service.connection, {submission.case_id, submission.submission_id, token.id, name, token.compact});
}

}  // namespace stadttor::city_server
