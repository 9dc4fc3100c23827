#include "programs/city/fit_connect/reply_records.h"

#include "programs/city/database/statement.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::city_server {
namespace {

ReplyRecord record_in(const Statement& row) { return {row.text(0), row.text(1), row.text(2), row.text(3), row.number(4) != 0}; }

}  // namespace

Outcome insert_reply(Connection& connection, const ReplyRecord& reply) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO reply (reply_id, case_id, encrypted_metadata, encrypted_data) VALUES (?1, ?2, ?3, ?4))"));
  return insertion.bind(1, reply.reply_id).bind(2, reply.case_id).bind(3, reply.encrypted_metadata).bind(4, reply.encrypted_data).run();
}

Outcome mark_reply_submitted(Connection& connection, std::string_view reply_id) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), "UPDATE reply SET is_submitted = 1 WHERE reply_id = ?1"));
  return update.bind(1, reply_id).run();
}

Result<std::optional<ReplyRecord>> find_reply(Connection& connection, std::string_view reply_id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT reply_id, case_id, encrypted_metadata, encrypted_data, is_submitted FROM reply WHERE reply_id = ?1)"));
  TRY_ASSIGN(const Row row, query.bind(1, reply_id).step());
  if (row == Row::NoMore) return std::optional<ReplyRecord>();
  return std::optional<ReplyRecord>(record_in(query));
}

Result<ReplyPage> read_replies(Connection& connection, std::string_view case_id, std::int64_t limit, std::int64_t offset) {
  ReplyPage page;
  TRY_ASSIGN(Statement count, Statement::prepare(connection.handle(), "SELECT count(*) FROM reply WHERE case_id = ?1 AND is_submitted = 1"));
  TRY_ASSIGN(const Row counted, count.bind(1, case_id).step());
  if (counted == Row::Present) page.total = count.number(0);
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT reply_id, case_id, encrypted_metadata, encrypted_data, is_submitted FROM reply
    WHERE case_id = ?1 AND is_submitted = 1 ORDER BY sequence LIMIT ?2 OFFSET ?3)"));
  query.bind(1, case_id).bind(2, limit).bind(3, offset);
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return page;
    page.replies.push_back(record_in(query));
  }
}

protocols::fit_connect::AuthenticationTags tags_of(const ReplyRecord& reply) {
  using protocols::jose::authentication_tag_of;
  return {std::string(authentication_tag_of(reply.encrypted_metadata)), std::string(authentication_tag_of(reply.encrypted_data)), {}};
}

}  // namespace stadttor::city_server
