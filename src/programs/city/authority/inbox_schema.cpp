#include "programs/city/authority/inbox_schema.h"

#include <array>

namespace stadttor::city_server::authority {
namespace {

// Times are seconds since 1970; bytes are base64url. The states are those of inbox_records.h. The audit names applications that may be gone,
// so it refers to none.
constexpr std::array<Migration, 2> kMigrations = {{
    {1, R"(
      CREATE TABLE clerk (
        name       TEXT PRIMARY KEY,
        salt       TEXT NOT NULL,
        proof      TEXT NOT NULL,
        memory_kib INTEGER NOT NULL,
        passes     INTEGER NOT NULL,
        lanes      INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE application (
        submission_id      TEXT PRIMARY KEY,
        case_id            TEXT NOT NULL,
        destination_id     TEXT NOT NULL,
        service_identifier TEXT NOT NULL,
        service_name       TEXT NOT NULL,
        submitted_at       INTEGER NOT NULL,
        received_at        INTEGER NOT NULL,
        state              INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
        metadata_jwe       TEXT NOT NULL,
        data_jwe           TEXT NOT NULL,
        confirmed_tags     TEXT NOT NULL,
        decision_event     TEXT NOT NULL DEFAULT '',
        reported_at        INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX application_by_time ON application (submitted_at DESC);
      CREATE TABLE attachment (
        submission_id TEXT NOT NULL REFERENCES application (submission_id) ON DELETE CASCADE,
        attachment_id TEXT NOT NULL,
        jwe           TEXT NOT NULL,
        PRIMARY KEY (submission_id, attachment_id)
      ) STRICT;
      CREATE TABLE audit (
        number        INTEGER PRIMARY KEY AUTOINCREMENT,
        at            INTEGER NOT NULL,
        clerk         TEXT NOT NULL,
        act           INTEGER NOT NULL,
        submission_id TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_by_application ON audit (submission_id, number);
    )"},
    // What the citizen sends into a case that is here already follows the application it began with.
    {2, R"(
      ALTER TABLE application ADD COLUMN follows TEXT NOT NULL DEFAULT '';
      CREATE INDEX application_by_case ON application (case_id);
      CREATE INDEX application_by_followed ON application (follows);
      CREATE TABLE question (
        reply_id      TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL,
        clerk         TEXT NOT NULL,
        asked_at      INTEGER NOT NULL,
        text_jwe      TEXT NOT NULL,
        metadata_jwe  TEXT NOT NULL,
        data_jwe      TEXT NOT NULL,
        event         TEXT NOT NULL,
        sent_at       INTEGER NOT NULL DEFAULT 0,
        is_answered   INTEGER NOT NULL DEFAULT 0 CHECK (is_answered IN (0, 1))
      ) STRICT;
      CREATE INDEX question_by_application ON question (submission_id, asked_at);
    )"},
}};

}  // namespace

Schema inbox_schema() { return {kMigrations.data(), kMigrations.size()}; }

}  // namespace stadttor::city_server::authority
