#include "programs/city/database/pack_versions.h"

#include "programs/city/database/statement.h"

namespace stadttor::city_server {
namespace {

Result<Recorded> find_recorded(Connection& connection, const PackVersion& pack) {
  TRY_ASSIGN(Statement query,
             Statement::prepare(connection.handle(),
                                "SELECT version FROM pack_version WHERE pack_id = ?1 ORDER BY sequence DESC LIMIT 1"));
  TRY_ASSIGN(const Row row, query.bind(1, pack.pack_id).step());
  return row == Row::Present && query.text(0) == pack.version ? Recorded::AlreadyKnown : Recorded::New;
}

Outcome renew_problem_count(Connection& connection, const PackVersion& pack) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), R"(
    UPDATE pack_version SET problem_count = ?3 WHERE pack_id = ?1 AND version = ?2)"));
  return update.bind(1, pack.pack_id).bind(2, pack.version).bind(3, pack.problem_count).run();
}

Outcome insert(Connection& connection, const PackVersion& pack) {
  // REPLACE gives a version that comes back after another one a new place at the end of the sequence.
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT OR REPLACE INTO pack_version (pack_id, version, imported_at, problem_count) VALUES (?1, ?2, ?3, ?4))"));
  return insertion.bind(1, pack.pack_id)
      .bind(2, pack.version)
      .bind(3, pack.imported_at)
      .bind(4, pack.problem_count)
      .run();
}

}  // namespace

Result<Recorded> record_pack_version(Connection& connection, const PackVersion& pack) {
  const auto lock = connection.locked();
  Recorded recorded = Recorded::New;
  TRY(connection.transact([&]() -> Outcome {
    TRY_ASSIGN(recorded, find_recorded(connection, pack));
    return recorded == Recorded::New ? insert(connection, pack) : renew_problem_count(connection, pack);
  }));
  return recorded;
}

Result<std::vector<PackVersion>> read_pack_versions(Connection& connection) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT pack_id, version, imported_at, problem_count FROM pack_version ORDER BY pack_id, sequence DESC)"));
  std::vector<PackVersion> versions;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return versions;
    versions.push_back({query.text(0), query.text(1), query.text(2), query.number(3)});
  }
}

}  // namespace stadttor::city_server
