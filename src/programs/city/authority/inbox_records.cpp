#include "programs/city/authority/inbox_records.h"

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "programs/city/database/statement.h"

namespace stadttor::city_server::authority {

using protocols::fit_connect::AuthenticationTags;

namespace {

constexpr const char* kEntryColumns =
    "submission_id, case_id, destination_id, service_identifier, service_name, submitted_at, received_at, state, reported_at, follows, "
    "(SELECT count(*) FROM question WHERE question.submission_id = application.submission_id AND is_answered = 0), "
    "(SELECT count(*) FROM application later WHERE later.follows = application.submission_id AND later.state = 0)";
constexpr int kEntryCount = 12;

InboxEntry entry_of(const Statement& query) {
  InboxEntry entry;
  entry.submission_id = query.text(0);
  entry.case_id = query.text(1);
  entry.destination_id = query.text(2);
  entry.service_identifier = query.text(3);
  entry.service_name = query.text(4);
  entry.submitted_at = query.number(5);
  entry.received_at = query.number(6);
  entry.state = static_cast<InboxState>(query.number(7));
  entry.is_reported = query.number(8) != 0;
  entry.follows = query.text(9);
  entry.open_questions = static_cast<int>(query.number(10));
  entry.new_answers = static_cast<int>(query.number(11));
  return entry;
}

std::string text_of_tags(const AuthenticationTags& tags) {
  JsonWriter json;
  json.begin_object().member("metadata", tags.metadata).member("data", tags.data).name("attachments").begin_object();
  for (const auto& [id, tag] : tags.attachments) json.member(id, tag);
  return json.end_object().end_object().take();
}

Result<AuthenticationTags> parse_tags(const std::string& text) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text, "confirmed tags"));
  JsonReader reader = document.root();
  AuthenticationTags tags;
  tags.metadata = reader.required_text("metadata");
  tags.data = reader.optional_text("data");
  reader.each_member("attachments", [&tags](const std::string& id, JsonReader tag) { tags.attachments[id] = tag.as_text(); });
  TRY(document.finish());
  return tags;
}

Outcome insert(Connection& connection, const InboxApplication& application) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO application (submission_id, case_id, destination_id, service_identifier, service_name, submitted_at, received_at,
      state, metadata_jwe, data_jwe, confirmed_tags, follows) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
      coalesce((SELECT submission_id FROM application WHERE case_id = ?2 AND follows = '' AND state <> 4 ORDER BY received_at LIMIT 1), '')))"));
  const InboxEntry& entry = application.entry;
  insertion.bind(1, entry.submission_id).bind(2, entry.case_id).bind(3, entry.destination_id).bind(4, entry.service_identifier);
  insertion.bind(5, entry.service_name).bind(6, entry.submitted_at).bind(7, entry.received_at);
  insertion.bind(8, static_cast<std::int64_t>(InboxState::New)).bind(9, application.metadata_jwe).bind(10, application.data_jwe);
  TRY(insertion.bind(11, text_of_tags(application.confirmed)).run());
  for (const auto& [id, jwe] : application.attachments) {
    TRY_ASSIGN(Statement attachment, Statement::prepare(connection.handle(), "INSERT INTO attachment (submission_id, attachment_id, jwe) VALUES (?1, ?2, ?3)"));
    TRY(attachment.bind(1, entry.submission_id).bind(2, id).bind(3, jwe).run());
  }
  return Done{};
}

Outcome run_for(Connection& connection, const char* sql, const std::string& submission_id) {
  TRY_ASSIGN(Statement statement, Statement::prepare(connection.handle(), sql));
  return statement.bind(1, submission_id).run();
}

// The change and what the audit says of it.
Outcome change(Connection& connection, const AuditEntry& audit, const std::function<Outcome()>& work) {
  const auto lock = connection.locked();
  return connection.transact([&]() -> Outcome {
    TRY(write_audit(connection, audit));
    return work();
  });
}

}  // namespace

std::string_view words_of_state(InboxState state) {
  switch (state) {
    case InboxState::New: return "Neu";
    case InboxState::Opened: return "In Bearbeitung";
    case InboxState::Accepted: return "Angenommen";
    case InboxState::Rejected: return "Zurückgewiesen";
    case InboxState::Erased: return "Gelöscht";
  }
  return {};
}

Outcome keep_application(Connection& connection, const InboxApplication& application) {
  const InboxEntry& entry = application.entry;
  return change(connection, {entry.received_at, {}, Act::Received, entry.submission_id}, [&] { return insert(connection, application); });
}

Result<bool> has_application(Connection& connection, const std::string& submission_id) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT 1 FROM application WHERE submission_id = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, submission_id).step());
  return row == Row::Present;
}

Result<std::vector<InboxEntry>> read_entries(Connection& connection, std::optional<InboxState> state) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), std::string("SELECT ") + kEntryColumns +
                                                                          " FROM application WHERE follows = '' AND (?1 < 0 OR state = ?1) ORDER BY submitted_at DESC, submission_id LIMIT 500"));
  query.bind(1, state ? static_cast<std::int64_t>(*state) : std::int64_t{-1});
  std::vector<InboxEntry> entries;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return entries;
    entries.push_back(entry_of(query));
  }
}

Result<std::optional<InboxApplication>> find_application(Connection& connection, const std::string& submission_id) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), std::string("SELECT ") + kEntryColumns +
                                                                          ", metadata_jwe, data_jwe, confirmed_tags, decision_event FROM application WHERE submission_id = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, submission_id).step());
  if (row == Row::NoMore) return std::optional<InboxApplication>();
  InboxApplication application{entry_of(query), query.text(kEntryCount), query.text(kEntryCount + 1), {}, {}, query.text(kEntryCount + 3)};
  TRY_ASSIGN(application.confirmed, parse_tags(query.text(kEntryCount + 2)));
  TRY_ASSIGN(Statement attachments, Statement::prepare(connection.handle(), "SELECT attachment_id, jwe FROM attachment WHERE submission_id = ?1 ORDER BY attachment_id"));
  attachments.bind(1, submission_id);
  while (true) {
    TRY_ASSIGN(const Row next, attachments.step());
    if (next == Row::NoMore) return std::optional<InboxApplication>(std::move(application));
    application.attachments.emplace_back(attachments.text(0), attachments.text(1));
  }
}

Outcome mark_opened(Connection& connection, const AuditEntry& audit) {
  return change(connection, audit, [&] { return run_for(connection, "UPDATE application SET state = 1 WHERE submission_id = ?1 AND state = 0", audit.submission_id); });
}

Outcome mark_decided(Connection& connection, InboxState decision, const std::string& event, const AuditEntry& audit) {
  return change(connection, audit, [&]() -> Outcome {
    // Only an open one: of two clerks who decide at once, the second is told.
    TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), R"(
      UPDATE application SET state = ?2, decision_event = ?3 WHERE submission_id = ?1 AND state IN (0, 1) RETURNING state)"));
    TRY_ASSIGN(const Row row, update.bind(1, audit.submission_id).bind(2, static_cast<std::int64_t>(decision)).bind(3, event).step());
    if (row == Row::Present) return Done{};
    return Error{ErrorKind::ChangedElsewhere, audit.submission_id, "has been decided already", NextStep::None};
  });
}

Outcome mark_reported(Connection& connection, const AuditEntry& audit) {
  return change(connection, audit, [&]() -> Outcome {
    TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), "UPDATE application SET reported_at = ?2 WHERE submission_id = ?1"));
    return update.bind(1, audit.submission_id).bind(2, audit.at).run();
  });
}

Outcome erase_content(Connection& connection, const AuditEntry& audit) {
  return change(connection, audit, [&]() -> Outcome {
    // With what went back and forth about it.
    TRY(run_for(connection, "DELETE FROM question WHERE submission_id = ?1", audit.submission_id));
    TRY(run_for(connection, "DELETE FROM attachment WHERE submission_id IN (SELECT submission_id FROM application WHERE ?1 IN (submission_id, follows))", audit.submission_id));
    return run_for(connection, "UPDATE application SET state = 4, metadata_jwe = '', data_jwe = '', decision_event = '' WHERE ?1 IN (submission_id, follows)", audit.submission_id);
  });
}

Outcome note(Connection& connection, const AuditEntry& audit) {
  const auto lock = connection.locked();
  return write_audit(connection, audit);
}

}  // namespace stadttor::city_server::authority
