#include "programs/city/authority/audit_log.h"

#include "programs/city/database/statement.h"

namespace stadttor::city_server::authority {

std::string_view words_of_act(Act act) {
  switch (act) {
    case Act::LoggedIn: return "angemeldet";
    case Act::LoggedOut: return "abgemeldet";
    case Act::Received: return "eingegangen";
    case Act::Opened: return "geöffnet";
    case Act::SavedAttachment: return "Anlage gespeichert";
    case Act::Accepted: return "angenommen";
    case Act::Rejected: return "zurückgewiesen";
    case Act::Reported: return "Entscheidung gemeldet";
    case Act::Erased: return "Inhalt gelöscht";
    case Act::Asked: return "Rückfrage gestellt";
    case Act::QuestionSent: return "Rückfrage gesendet";
    case Act::Released: return "veröffentlicht";
    case Act::Withheld: return "Veröffentlichung zurückgenommen";
    case Act::ToldState: return "Stand geändert";
    case Act::MarkedSame: return "Zugehörigkeit geändert";
    case Act::HandedOn: return "Zuständigkeit geändert";
  }
  return {};
}

Outcome write_audit(Connection& connection, const AuditEntry& entry) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), "INSERT INTO audit (at, clerk, act, submission_id) VALUES (?1, ?2, ?3, ?4)"));
  return insertion.bind(1, entry.at).bind(2, entry.clerk).bind(3, static_cast<std::int64_t>(entry.act)).bind(4, entry.submission_id).run();
}

Result<std::vector<AuditEntry>> read_audit(Connection& connection, const std::string& submission_id, int most) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT at, clerk, act, submission_id FROM audit WHERE ?1 = '' OR submission_id = ?1 ORDER BY number DESC LIMIT ?2)"));
  query.bind(1, submission_id).bind(2, std::int64_t{most});
  std::vector<AuditEntry> entries;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return entries;
    entries.push_back({query.number(0), query.text(1), static_cast<Act>(query.number(2)), query.text(3)});
  }
}

}  // namespace stadttor::city_server::authority
