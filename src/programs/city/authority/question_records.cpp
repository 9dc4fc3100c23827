#include "programs/city/authority/question_records.h"

#include "programs/city/database/statement.h"

namespace stadttor::city_server::authority {

Outcome keep_question(Connection& connection, const Question& question, const AuditEntry& audit) {
  const auto lock = connection.locked();
  return connection.transact([&]() -> Outcome {
    TRY(write_audit(connection, audit));
    TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
      INSERT INTO question (reply_id, submission_id, clerk, asked_at, text_jwe, metadata_jwe, data_jwe, event)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))"));
    insertion.bind(1, question.reply_id).bind(2, question.submission_id).bind(3, question.clerk).bind(4, question.asked_at);
    return insertion.bind(5, question.text_jwe).bind(6, question.metadata_jwe).bind(7, question.data_jwe).bind(8, question.event).run();
  });
}

Outcome mark_question_sent(Connection& connection, const std::string& reply_id, const AuditEntry& audit) {
  const auto lock = connection.locked();
  return connection.transact([&]() -> Outcome {
    TRY(write_audit(connection, audit));
    TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), "UPDATE question SET sent_at = ?2 WHERE reply_id = ?1"));
    return update.bind(1, reply_id).bind(2, audit.at).run();
  });
}

Outcome mark_question_answered(Connection& connection, const std::string& reply_id) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), "UPDATE question SET is_answered = 1 WHERE reply_id = ?1"));
  return update.bind(1, reply_id).run();
}

Result<std::vector<Question>> read_questions(Connection& connection, const std::string& submission_id) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT reply_id, submission_id, clerk, asked_at, text_jwe, metadata_jwe, data_jwe, event, sent_at FROM question
    WHERE submission_id = ?1 ORDER BY asked_at, rowid)"));
  query.bind(1, submission_id);
  std::vector<Question> questions;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return questions;
    questions.push_back({query.text(0), query.text(1), query.text(2), query.number(3), query.text(4), query.text(5), query.text(6), query.text(7), query.number(8) != 0});
  }
}

Result<std::vector<std::string>> read_followers(Connection& connection, const std::string& submission_id) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT submission_id FROM application WHERE follows = ?1 AND state <> 4 ORDER BY submitted_at, rowid"));
  query.bind(1, submission_id);
  std::vector<std::string> ids;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return ids;
    ids.push_back(query.text(0));
  }
}

}  // namespace stadttor::city_server::authority
