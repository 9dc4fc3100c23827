#include "programs/city/open311/report_schema.h"

#include <array>

namespace stadttor::city_server::open311 {
namespace {

// Times are seconds since 1970, positions millionths of a degree (both 0: none), stages those of report_records.h. What the public may see is the
// view, and the API reads nothing else: words and photo only once a clerk has released them, contacts never.
constexpr std::array<Migration, 1> kMigrations = {{
    {1, R"(
      CREATE TABLE report (
        number               INTEGER PRIMARY KEY AUTOINCREMENT,
        token                TEXT NOT NULL UNIQUE,
        service_code         TEXT NOT NULL,
        stage                INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),
        is_published         INTEGER NOT NULL,
        note                 TEXT NOT NULL DEFAULT '',
        agency               TEXT NOT NULL,
        description          TEXT NOT NULL,
        description_released INTEGER NOT NULL DEFAULT 0,
        photo                TEXT NOT NULL DEFAULT '',
        photo_released       INTEGER NOT NULL DEFAULT 0,
        address              TEXT NOT NULL,
        address_id           TEXT NOT NULL,
        latitude             INTEGER NOT NULL,
        longitude            INTEGER NOT NULL,
        attributes           TEXT NOT NULL,
        requested_at         INTEGER NOT NULL,
        updated_at           INTEGER NOT NULL,
        expected_at          INTEGER NOT NULL,
        duplicate_of         INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX report_by_time ON report (requested_at DESC, number DESC);
      CREATE INDEX report_by_service ON report (service_code, requested_at DESC, number DESC);
      CREATE INDEX report_by_change ON report (updated_at);
      CREATE INDEX report_by_stage ON report (stage, requested_at DESC, number DESC);
      CREATE TABLE report_photo (
        name       TEXT PRIMARY KEY,
        number     INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        media_type TEXT NOT NULL,
        bytes      BLOB NOT NULL
      ) STRICT;
      CREATE TABLE report_contact (
        number     INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
        first_name TEXT NOT NULL,
        last_name  TEXT NOT NULL,
        email      TEXT NOT NULL,
        phone      TEXT NOT NULL
      ) STRICT;
      CREATE TABLE report_note (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        number   INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        at       INTEGER NOT NULL,
        stage    INTEGER NOT NULL,
        note     TEXT NOT NULL
      ) STRICT;
      CREATE INDEX report_note_by_report ON report_note (number, sequence);
      CREATE TABLE posted_key (
        key_hash     TEXT PRIMARY KEY,
        content_hash TEXT NOT NULL,
        number       INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        posted_at    INTEGER NOT NULL
      ) STRICT;
      CREATE VIEW public_report AS
        SELECT number, service_code, stage, note, agency,
          CASE WHEN description_released THEN description ELSE '' END AS description,
          description <> '' AND NOT description_released AS withholds_description,
          CASE WHEN photo_released THEN photo ELSE '' END AS photo,
          photo <> '' AND NOT photo_released AS withholds_photo,
          address, address_id, latitude, longitude, attributes, requested_at, updated_at, expected_at, duplicate_of
        FROM report WHERE is_published;
    )"},
}};

}  // namespace

Schema report_schema() { return {kMigrations.data(), kMigrations.size()}; }

}  // namespace stadttor::city_server::open311
