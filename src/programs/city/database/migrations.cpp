#include "programs/city/database/migrations.h"

#include <array>

#include "programs/city/database/statement.h"
#include "programs/city/utc_time.h"

namespace stadttor::city_server {
namespace {

constexpr std::array<Migration, 3> kMigrations = {{
    {1, R"(
      CREATE TABLE pack_version (
        pack_id       TEXT NOT NULL,
        version       TEXT NOT NULL,
        imported_at   TEXT NOT NULL,
        problem_count INTEGER NOT NULL CHECK (problem_count >= 0),
        sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
        UNIQUE (pack_id, version)
      ) STRICT;
    )"},
    // FIT-Connect: who may call, where applications go, what has been sent, and what was said about it. Times are seconds
    // since 1970; what is encrypted stays so.
    {2, R"(
      CREATE TABLE api_client (
        client_id   TEXT PRIMARY KEY,
        secret_hash TEXT NOT NULL,
        scope       TEXT NOT NULL
      ) STRICT;
      CREATE TABLE access_token (
        token_hash TEXT PRIMARY KEY,
        client_id  TEXT NOT NULL REFERENCES api_client ON DELETE CASCADE,
        scope      TEXT NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE destination (
        destination_id TEXT PRIMARY KEY,
        office_id      TEXT NOT NULL,
        office_name    TEXT NOT NULL,
        status         TEXT NOT NULL CHECK (status IN ('created', 'active', 'inactive', 'decommissioned')),
        encryption_kid TEXT NOT NULL
      ) STRICT;
      CREATE TABLE destination_key (
        destination_id TEXT NOT NULL REFERENCES destination ON DELETE CASCADE,
        kid            TEXT NOT NULL,
        jwk            TEXT NOT NULL,
        PRIMARY KEY (destination_id, kid)
      ) STRICT;
      CREATE TABLE destination_service (
        destination_id TEXT NOT NULL REFERENCES destination ON DELETE CASCADE,
        identifier     TEXT NOT NULL,
        form_id        TEXT NOT NULL,
        region         TEXT NOT NULL,
        schema_uri     TEXT NOT NULL,
        mime_type      TEXT NOT NULL,
        PRIMARY KEY (destination_id, identifier, schema_uri)
      ) STRICT;
      CREATE TABLE submission (
        submission_id      TEXT PRIMARY KEY,
        case_id            TEXT NOT NULL,
        destination_id     TEXT NOT NULL,
        client_id          TEXT NOT NULL,
        service_name       TEXT NOT NULL,
        service_identifier TEXT NOT NULL,
        state              TEXT NOT NULL CHECK (state IN ('announced', 'submitted', 'forwarded', 'accepted', 'rejected', 'deleted')),
        changed_at         INTEGER NOT NULL,
        content_hash       TEXT NOT NULL DEFAULT '',
        encrypted_metadata TEXT NOT NULL DEFAULT '',
        encrypted_data     TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX submission_by_case ON submission (case_id);
      CREATE INDEX submission_by_state ON submission (state, changed_at);
      CREATE TABLE submission_attachment (
        submission_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
        attachment_id TEXT NOT NULL,
        position      INTEGER NOT NULL,
        jwe           TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (submission_id, attachment_id)
      ) STRICT;
      CREATE TABLE case_event (
        sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id       TEXT NOT NULL,
        submission_id TEXT NOT NULL,
        jti           TEXT NOT NULL UNIQUE,
        name          TEXT NOT NULL,
        token         TEXT NOT NULL
      ) STRICT;
      CREATE INDEX case_event_by_case ON case_event (case_id, sequence);
    )"},
    {3, R"(
      CREATE TABLE reply (
        sequence           INTEGER PRIMARY KEY AUTOINCREMENT,
        reply_id           TEXT NOT NULL UNIQUE,
        case_id            TEXT NOT NULL,
        encrypted_metadata TEXT NOT NULL,
        encrypted_data     TEXT NOT NULL,
        is_submitted       INTEGER NOT NULL DEFAULT 0 CHECK (is_submitted IN (0, 1))
      ) STRICT;
      CREATE INDEX reply_by_case ON reply (case_id, sequence);
    )"},
}};

Outcome apply(Connection& connection, const Migration& migration) {
  TRY(connection.execute(migration.sql));
  TRY_ASSIGN(Statement record, Statement::prepare(connection.handle(),
                                                  "INSERT INTO schema_version (version, applied_at) VALUES (?1, ?2)"));
  return record.bind(1, std::int64_t{migration.version}).bind(2, iso_text_now()).run();
}

}  // namespace

Schema city_schema() { return {kMigrations.data(), kMigrations.size()}; }

int newest_schema_version() { return kMigrations.back().version; }

Result<int> read_schema_version(Connection& connection) {
  TRY_ASSIGN(Statement query,
             Statement::prepare(connection.handle(), "SELECT coalesce(max(version), 0) FROM schema_version"));
  TRY_ASSIGN(const Row row, query.step());
  return row == Row::Present ? static_cast<int>(query.number(0)) : 0;
}

Outcome migrate(Connection& connection, const Schema& schema, const std::string& where) {
  return connection.transact([&]() -> Outcome {
    TRY(connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT"));
    TRY_ASSIGN(const int present, read_schema_version(connection));
    if (present > schema.newest_version()) {
      return Error{ErrorKind::NotSupported, where,
                   "was written by a newer city server (schema " + std::to_string(present) + ", this one knows " +
                       std::to_string(schema.newest_version()) +
                       "); start that one, or name another file with --database FILE",
                   NextStep::CorrectInput};
    }
    for (std::size_t at = 0; at < schema.count; ++at) {
      if (schema.steps[at].version > present) TRY(apply(connection, schema.steps[at]));
    }
    return Done{};
  });
}

}  // namespace stadttor::city_server
