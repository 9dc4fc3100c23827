#include "programs/city/fit_connect/destination_records.h"

#include "programs/city/database/statement.h"

namespace stadttor::city_server {
namespace {

Outcome insert_service(Connection& connection, std::string_view destination_id, const OfferedService& service) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO destination_service (destination_id, identifier, form_id, region, schema_uri, mime_type) VALUES (?1, ?2, ?3, ?4, ?5, ?6))"));
  insertion.bind(1, destination_id).bind(2, service.identifier).bind(3, service.form_id).bind(4, service.region);
  return insertion.bind(5, service.schema_uri).bind(6, service.mime_type).run();
}

Result<std::vector<OfferedService>> read_services(Connection& connection, std::string_view destination_id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT identifier, form_id, region, schema_uri, mime_type FROM destination_service WHERE destination_id = ?1 ORDER BY rowid)"));
  query.bind(1, destination_id);
  std::vector<OfferedService> services;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return services;
    services.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)});
  }
}

// The services are read afterwards: one statement at a time.
DestinationRecord destination_in(const Statement& row) { return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), {}}; }

}  // namespace

Outcome store_destination(Connection& connection, const DestinationRecord& destination) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO destination (destination_id, office_id, office_name, status, encryption_kid) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (destination_id) DO UPDATE SET office_id = ?2, office_name = ?3, status = ?4, encryption_kid = ?5)"));
  insertion.bind(1, destination.destination_id).bind(2, destination.office_id).bind(3, destination.office_name);
  TRY(insertion.bind(4, destination.status).bind(5, destination.encryption_key_id).run());
  TRY_ASSIGN(Statement removal, Statement::prepare(connection.handle(), "DELETE FROM destination_service WHERE destination_id = ?1"));
  TRY(removal.bind(1, destination.destination_id).run());
  for (const OfferedService& service : destination.services) TRY(insert_service(connection, destination.destination_id, service));
  return Done{};
}

Outcome store_destination_key(Connection& connection, std::string_view destination_id, std::string_view key_id, std::string_view jwk) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT OR REPLACE INTO destination_key (destination_id, kid, jwk) VALUES (?1, ?2, ?3))"));
  return insertion.bind(1, destination_id).bind(2, key_id).bind(3, jwk).run();
}

Outcome set_destination_status(Connection& connection, std::string_view destination_id, std::string_view status) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), "UPDATE destination SET status = ?2 WHERE destination_id = ?1"));
  return update.bind(1, destination_id).bind(2, status).run();
}

Result<std::optional<DestinationRecord>> find_destination(Connection& connection, std::string_view destination_id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT destination_id, office_id, office_name, status, encryption_kid FROM destination WHERE destination_id = ?1)"));
  TRY_ASSIGN(const Row row, query.bind(1, destination_id).step());
  if (row == Row::NoMore) return std::optional<DestinationRecord>();
  DestinationRecord destination = destination_in(query);
  TRY_ASSIGN(destination.services, read_services(connection, destination_id));
  return std::optional<DestinationRecord>(std::move(destination));
}

Result<std::vector<DestinationRecord>> read_destinations(Connection& connection) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT destination_id, office_id, office_name, status, encryption_kid FROM destination ORDER BY office_name, destination_id)"));
  std::vector<DestinationRecord> destinations;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) break;
    destinations.push_back(destination_in(query));
  }
  for (DestinationRecord& destination : destinations) {
    TRY_ASSIGN(destination.services, read_services(connection, destination.destination_id));
  }
  return destinations;
}

Result<std::optional<std::string>> find_destination_key(Connection& connection, std::string_view destination_id, std::string_view key_id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT jwk FROM destination_key WHERE destination_id = ?1 AND kid = ?2"));
  TRY_ASSIGN(const Row row, query.bind(1, destination_id).bind(2, key_id).step());
  if (row == Row::NoMore) return std::optional<std::string>();
  return std::optional<std::string>(query.text(0));
}

}  // namespace stadttor::city_server
