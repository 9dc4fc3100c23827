#include <array>

#include "programs/city/zms/appointment_records.h"

namespace stadttor::city_server::zms {

namespace {

// Times are seconds since 1970; states and endings are those of appointment_records.h, 0 to 2 hold a counter. Numbers of appointments
// are never given twice, so that an old key opens nothing new; they begin where they have six digits.
constexpr std::array<Migration, 1> kMigrations = {{
    {1, R"(
      CREATE TABLE appointment (
        process_id     INTEGER PRIMARY KEY AUTOINCREMENT,
        key_hash       TEXT NOT NULL,
        office_id      INTEGER NOT NULL,
        counter        TEXT NOT NULL,
        begins_at      INTEGER NOT NULL,
        ends_at        INTEGER NOT NULL CHECK (ends_at > begins_at),
        services       TEXT NOT NULL,
        slots          INTEGER NOT NULL CHECK (slots > 0),
        status         INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
        status_until   INTEGER NOT NULL DEFAULT 0,
        ending         INTEGER NOT NULL DEFAULT 0 CHECK (ending BETWEEN 0 AND 3),
        changed_at     INTEGER NOT NULL,
        number         TEXT NOT NULL,
        family_name    TEXT NOT NULL DEFAULT '',
        email          TEXT NOT NULL DEFAULT '',
        telephone      TEXT NOT NULL DEFAULT '',
        further        TEXT NOT NULL DEFAULT '',
        second_further TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX appointment_by_time ON appointment (office_id, begins_at);
      CREATE INDEX appointment_by_status ON appointment (status, status_until);
      CREATE TRIGGER appointment_overlaps BEFORE INSERT ON appointment
        WHEN EXISTS (SELECT 1 FROM appointment AS other
                     WHERE other.office_id = NEW.office_id AND other.counter = NEW.counter AND other.status <= 2
                       AND other.begins_at < NEW.ends_at AND other.ends_at > NEW.begins_at)
        BEGIN SELECT RAISE(ABORT, 'the counter is taken at that time'); END;
      INSERT INTO sqlite_sequence (name, seq) VALUES ('appointment', 100000);
    )"},
}};

}  // namespace

Schema appointment_schema() { return {kMigrations.data(), kMigrations.size()}; }

}  // namespace stadttor::city_server::zms
