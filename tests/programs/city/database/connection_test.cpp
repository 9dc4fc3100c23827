#include "programs/city/database/connection.h"

#include <doctest/doctest.h>

#include "programs/city/database/migrations.h"
#include "programs/city/database/pack_versions.h"
#include "programs/city/database/statement.h"
#include "programs/city/temporary_folder.h"

namespace stadttor::city_server {
namespace {

std::string setting(Connection& connection, std::string_view pragma) {
  Result<Statement> query = Statement::prepare(connection.handle(), pragma);
  if (!query.ok() || !query.value().step().ok()) return "failed";
  return query.value().text(0);
}

}  // namespace

TEST_SUITE("programs/city") {
  TEST_CASE("a new database is created with its folder, in the newest schema, safe against loss of power") {
    const TemporaryFolder folder;

    Result<Connection> connection = Connection::open(folder.path() / "new" / "city.sqlite");

    if (!CHECK(connection.ok())) return;
    CHECK(read_schema_version(connection.value()).value() == newest_schema_version());
    CHECK(setting(connection.value(), "PRAGMA journal_mode") == "wal");
    CHECK(setting(connection.value(), "PRAGMA synchronous") == "2");
    CHECK(setting(connection.value(), "PRAGMA foreign_keys") == "1");
  }

  TEST_CASE("an existing database is opened with what it holds") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "city.sqlite";
    {
      Result<Connection> first = Connection::open(file);
      if (!CHECK(first.ok())) return;
      CHECK(record_pack_version(first.value(), {"services", "1", "2026-11-22T12:00:00Z", 3}).ok());
    }

    Result<Connection> second = Connection::open(file);

    if (!CHECK(second.ok())) return;
    const auto versions = read_pack_versions(second.value());
    if (!CHECK(versions.value().size() == 1)) return;
    CHECK(versions.value()[0].problem_count == 3);
  }

  TEST_CASE("a database of a newer program is refused and left as it is") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "city.sqlite";
    {
      Result<Connection> connection = Connection::open(file);
      if (!CHECK(connection.ok())) return;
      CHECK(connection.value().execute("INSERT INTO schema_version VALUES (999, 'later')").ok());
    }

    const Result<Connection> refused = Connection::open(file);

    if (!CHECK_FALSE(refused.ok())) return;
    CHECK(refused.error().detail.find("newer city server (schema 999") != std::string::npos);
    CHECK(refused.error().detail.find("--database FILE") != std::string::npos);
  }

  TEST_CASE("a file that is not a database is refused with a remedy") {
    const TemporaryFolder folder;
    folder.write("city.sqlite", std::string(8192, 'x'));

    const Result<Connection> refused = Connection::open(folder.path() / "city.sqlite");

    if (!CHECK_FALSE(refused.ok())) return;
    CHECK(refused.error().detail.find("restore it from a backup") != std::string::npos);
  }

  TEST_CASE("a transaction that fails leaves nothing behind") {
    const TemporaryFolder folder;
    Result<Connection> connection = Connection::open(folder.path() / "city.sqlite");
    if (!CHECK(connection.ok())) return;

    const Outcome outcome = connection.value().transact([&]() -> Outcome {
      TRY(connection.value().execute("INSERT INTO pack_version VALUES ('a', '1', 'now', 0, 1)"));
      return connection.value().execute("INSERT INTO pack_version VALUES ('b', '1', 'now', -1, 2)");
    });

    CHECK_FALSE(outcome.ok());
    CHECK(read_pack_versions(connection.value()).value().empty());
  }

  TEST_CASE("a version is recorded once, and anew when it comes back after another one") {
    const TemporaryFolder folder;
    Result<Connection> connection = Connection::open(folder.path() / "city.sqlite");
    if (!CHECK(connection.ok())) return;
    Connection& database = connection.value();

    CHECK(record_pack_version(database, {"services", "1", "first", 0}).value() == Recorded::New);
    CHECK(record_pack_version(database, {"services", "1", "again", 2}).value() == Recorded::AlreadyKnown);
    CHECK(record_pack_version(database, {"services", "2", "second", 0}).value() == Recorded::New);
    CHECK(record_pack_version(database, {"services", "1", "back", 0}).value() == Recorded::New);

    const auto versions = read_pack_versions(database).value();
    if (!CHECK(versions.size() == 2)) return;
    CHECK(versions[0].version == "1");
    CHECK(versions[0].imported_at == "back");
  }

  TEST_CASE("text is bound, never pasted into SQL") {
    const TemporaryFolder folder;
    Result<Connection> connection = Connection::open(folder.path() / "city.sqlite");
    if (!CHECK(connection.ok())) return;
    const std::string hostile = "'); DROP TABLE pack_version; --";

    CHECK(record_pack_version(connection.value(), {hostile, "1", "now", 0}).ok());

    CHECK(read_pack_versions(connection.value()).value()[0].pack_id == hostile);
  }
}
}  // namespace stadttor::city_server
