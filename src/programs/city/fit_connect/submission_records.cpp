#include "programs/city/fit_connect/submission_records.h"

#include <array>

#include "programs/city/database/statement.h"
#include "protocols/jose/json_web_encryption.h"

namespace stadttor::city_server {
namespace {

// In the order of SubmissionState.
constexpr std::array<std::string_view, 6> kStates = {"announced", "submitted", "forwarded", "accepted", "rejected", "deleted"};

std::string selecting(std::string_view condition) {
  return std::string("SELECT submission_id, case_id, destination_id, client_id, service_name, service_identifier, state, changed_at, "
                     "content_hash, encrypted_metadata, encrypted_data FROM submission ")
      .append(condition);
}

std::string_view text_of(SubmissionState state) { return kStates[static_cast<std::size_t>(state)]; }

SubmissionState state_of(std::string_view text) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (kStates[i] == text) return static_cast<SubmissionState>(i);
  }
  return SubmissionState::Deleted;  // the table's own check leaves nothing else
}

SubmissionRecord record_in(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), state_of(row.text(6)), row.number(7),
          row.text(8), row.text(9), row.text(10)};
}

Result<std::optional<SubmissionRecord>> find_one(Connection& connection, const std::string& sql, std::string_view id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), sql));
  TRY_ASSIGN(const Row row, query.bind(1, id).step());
  if (row == Row::NoMore) return std::optional<SubmissionRecord>();
  return std::optional<SubmissionRecord>(record_in(query));
}

}  // namespace

Outcome insert_submission(Connection& connection, const SubmissionRecord& submission, const std::vector<std::string>& attachment_ids) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO submission (submission_id, case_id, destination_id, client_id, service_name, service_identifier, state, changed_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))"));
  insertion.bind(1, submission.submission_id).bind(2, submission.case_id).bind(3, submission.destination_id);
  insertion.bind(4, submission.client_id).bind(5, submission.service_name).bind(6, submission.service_identifier);
  TRY(insertion.bind(7, text_of(submission.state)).bind(8, submission.changed_at).run());
  std::int64_t position = 0;
  for (const std::string& id : attachment_ids) {
    TRY_ASSIGN(Statement attachment, Statement::prepare(connection.handle(), R"(
      INSERT INTO submission_attachment (submission_id, attachment_id, position) VALUES (?1, ?2, ?3))"));
    TRY(attachment.bind(1, submission.submission_id).bind(2, id).bind(3, position++).run());
  }
  return Done{};
}

Result<std::optional<SubmissionRecord>> find_submission(Connection& connection, std::string_view submission_id) {
  return find_one(connection, selecting("WHERE submission_id = ?1"), submission_id);
}

Result<std::optional<SubmissionRecord>> find_submission_of_case(Connection& connection, std::string_view case_id) {
  return find_one(connection, selecting("WHERE case_id = ?1 ORDER BY rowid DESC LIMIT 1"), case_id);
}

Result<std::vector<SubmissionRecord>> submissions_waiting_since(Connection& connection, SubmissionState state, std::int64_t since) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), selecting("WHERE state = ?1 AND changed_at <= ?2")));
  query.bind(1, text_of(state)).bind(2, since);
  std::vector<SubmissionRecord> waiting;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return waiting;
    waiting.push_back(record_in(query));
  }
}

Result<PickupList> submissions_for_pickup(Connection& connection, const std::vector<std::string>& destination_ids, std::int64_t limit,
                                          std::int64_t offset) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT submission_id, case_id, destination_id FROM submission WHERE state = 'submitted' ORDER BY changed_at, rowid)"));
  PickupList list;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return list;
    const std::string destination_id = query.text(2);
    bool is_wanted = false;
    for (const std::string& id : destination_ids) is_wanted = is_wanted || id == destination_id;
    if (!is_wanted) continue;
    const bool is_shown = list.total >= offset && static_cast<std::int64_t>(list.submissions.size()) < limit;
    if (is_shown) list.submissions.push_back({query.text(0), query.text(1), destination_id, {}, {}, {}, SubmissionState::Submitted, 0, {}, {}, {}});
    ++list.total;
  }
}

Outcome store_content(Connection& connection, const SubmissionRecord& submission) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), R"(
    UPDATE submission SET content_hash = ?2, encrypted_metadata = ?3, encrypted_data = ?4 WHERE submission_id = ?1)"));
  update.bind(1, submission.submission_id).bind(2, submission.content_hash);
  return update.bind(3, submission.encrypted_metadata).bind(4, submission.encrypted_data).run();
}

Outcome store_state(Connection& connection, std::string_view submission_id, SubmissionState state, std::int64_t now) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), "UPDATE submission SET state = ?2, changed_at = ?3 WHERE submission_id = ?1"));
  return update.bind(1, submission_id).bind(2, text_of(state)).bind(3, now).run();
}

Outcome erase_content(Connection& connection, std::string_view submission_id) {
  TRY_ASSIGN(Statement content, Statement::prepare(connection.handle(), R"(
    UPDATE submission SET encrypted_metadata = '', encrypted_data = '' WHERE submission_id = ?1)"));
  TRY(content.bind(1, submission_id).run());
  TRY_ASSIGN(Statement attachments, Statement::prepare(connection.handle(), "UPDATE submission_attachment SET jwe = '' WHERE submission_id = ?1"));
  return attachments.bind(1, submission_id).run();
}

Result<std::vector<StoredAttachment>> read_attachments(Connection& connection, std::string_view submission_id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT attachment_id, jwe FROM submission_attachment WHERE submission_id = ?1 ORDER BY position)"));
  query.bind(1, submission_id);
  std::vector<StoredAttachment> attachments;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return attachments;
    attachments.push_back({query.text(0), query.text(1)});
  }
}

Outcome store_attachment(Connection& connection, std::string_view submission_id, std::string_view attachment_id, std::string_view jwe) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), R"(
    UPDATE submission_attachment SET jwe = ?3 WHERE submission_id = ?1 AND attachment_id = ?2)"));
  return update.bind(1, submission_id).bind(2, attachment_id).bind(3, jwe).run();
}

protocols::fit_connect::AuthenticationTags tags_of(const SubmissionRecord& submission, const std::vector<StoredAttachment>& attachments) {
  using protocols::jose::authentication_tag_of;
  protocols::fit_connect::AuthenticationTags tags;
  tags.metadata = authentication_tag_of(submission.encrypted_metadata);
  tags.data = authentication_tag_of(submission.encrypted_data);
  for (const StoredAttachment& attachment : attachments) tags.attachments[attachment.id] = authentication_tag_of(attachment.jwe);
  return tags;
}

}  // namespace stadttor::city_server
