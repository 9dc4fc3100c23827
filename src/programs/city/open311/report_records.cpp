#include "programs/city/open311/report_records.h"

#include <cmath>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/database/statement.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server::open311 {
namespace {

using protocols::open311::Position;

constexpr double kMillionths = 1e6;
constexpr std::size_t kSecretSize = 16;
constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::int64_t kContactsKeptFor = 30 * kDay;
constexpr std::int64_t kKeysKeptFor = 7 * kDay;

Result<std::string> random_name() {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string bytes, random.bytes(kSecretSize));
  return protocols::jose::base64url_from_bytes(bytes);
}

std::string_view ending_of(const std::string& media_type) {
  if (media_type == "image/png") return ".png";
  return media_type == "image/webp" ? ".webp" : ".jpg";
}

Result<std::int64_t> insert_report(Connection& connection, const NewReport& report, const std::string& token, const std::string& photo) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO report (token, service_code, stage, is_published, agency, description, photo, address, address_id, latitude, longitude,
      attributes, requested_at, updated_at, expected_at) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13) RETURNING number)"));
  const Position position = report.position.value_or(Position{});
  insertion.bind(1, token).bind(2, report.service_code).bind(3, std::int64_t{report.is_published}).bind(4, report.agency);
  insertion.bind(5, report.description.reveal<"kept for the clerk who reads it">()).bind(6, photo).bind(7, report.address).bind(8, report.address_id);
  insertion.bind(9, millionths_of(position.latitude)).bind(10, millionths_of(position.longitude)).bind(11, text_from_answers(report.answers));
  insertion.bind(12, report.requested_at).bind(13, report.expected_at);
  TRY_ASSIGN(const Row row, insertion.step());
  const std::int64_t number = row == Row::Present ? insertion.number(0) : 0;
  TRY(insertion.run());
  return number;
}

Outcome insert_contact(Connection& connection, std::int64_t number, const ReportContact& contact) {
  if (contact.is_empty()) return Done{};
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), "INSERT INTO report_contact (number, first_name, last_name, email, phone) VALUES (?1, ?2, ?3, ?4, ?5)"));
  return insertion.bind(1, number)
      .bind(2, contact.first_name.reveal<"kept for the clerk who answers">())
      .bind(3, contact.last_name.reveal<"kept for the clerk who answers">())
      .bind(4, contact.email.reveal<"kept for the clerk who answers">())
      .bind(5, contact.phone.reveal<"kept for the clerk who answers">())
      .run();
}

Outcome insert_photo(Connection& connection, std::int64_t number, const std::string& name, const std::optional<ReportPhoto>& photo) {
  if (!photo) return Done{};
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), "INSERT INTO report_photo (name, number, media_type, bytes) VALUES (?1, ?2, ?3, ?4)"));
  return insertion.bind(1, name).bind(2, number).bind(3, photo->media_type).bind_bytes(4, photo->bytes).run();
}

Outcome insert_key(Connection& connection, const PostKey& key, std::int64_t number, std::int64_t now) {
  if (key.key_hash.empty()) return Done{};
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), "INSERT INTO posted_key (key_hash, content_hash, number, posted_at) VALUES (?1, ?2, ?3, ?4)"));
  return insertion.bind(1, key.key_hash).bind(2, key.content_hash).bind(3, number).bind(4, now).run();
}

Outcome insert_all(Connection& connection, const NewReport& report, const std::string& photo, const PostKey& key, Receipt& receipt) {
  TRY_ASSIGN(receipt.number, insert_report(connection, report, receipt.token, photo));
  TRY(insert_contact(connection, receipt.number, report.contact));
  TRY(insert_photo(connection, receipt.number, photo, report.photo));
  return insert_key(connection, key, receipt.number, report.requested_at);
}

}  // namespace

std::string_view detailed_status_of(Stage stage) {
  switch (stage) {
    case Stage::Received: return "RECEIVED";
    case Stage::InProcess: return "IN_PROCESS";
    case Stage::Processed: return "PROCESSED";
    case Stage::Rejected: return "REJECTED";
  }
  return {};
}

bool is_closed(Stage stage) { return stage == Stage::Processed || stage == Stage::Rejected; }

std::string text_from_answers(const std::vector<ReportAnswer>& answers) {
  JsonWriter json;
  json.begin_list();
  for (const ReportAnswer& answer : answers) {
    json.begin_object().member("code", answer.code).name("values").begin_list();
    for (const std::string& value : answer.values) json.text(value);
    json.end_list().end_object();
  }
  return json.end_list().take();
}

std::vector<ReportAnswer> answers_from_text(const std::string& text) {
  std::vector<ReportAnswer> answers;
  Result<JsonDocument> document = JsonDocument::parse(text, "answers");
  if (!document.ok()) return answers;
  JsonReader root = document.value().root();
  for (std::size_t at = 0; at < root.size(); ++at) answers.push_back({root.at(at).optional_text("code"), root.at(at).texts("values")});
  return answers;
}

std::int64_t millionths_of(double degrees) { return static_cast<std::int64_t>(std::llround(degrees * kMillionths)); }

std::optional<Position> position_from_millionths(std::int64_t latitude, std::int64_t longitude) {
  if (latitude == 0 && longitude == 0) return std::nullopt;
  return Position{static_cast<double>(latitude) / kMillionths, static_cast<double>(longitude) / kMillionths};
}

Result<Receipt> keep_report(Connection& connection, const NewReport& report, const PostKey& key) {
  Receipt receipt;
  TRY_ASSIGN(receipt.token, random_name());
  std::string photo;
  if (report.photo) {
    TRY_ASSIGN(photo, random_name());
    photo.append(ending_of(report.photo->media_type));
  }
  const auto lock = connection.locked();
  TRY(connection.transact([&] { return insert_all(connection, report, photo, key, receipt); }));
  return receipt;
}

Result<std::optional<Receipt>> find_posted(Connection& connection, const PostKey& key) {
  if (key.key_hash.empty()) return std::optional<Receipt>();
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT number, token, content_hash FROM posted_key JOIN report USING (number) WHERE key_hash = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, key.key_hash).step());
  if (row == Row::NoMore) return std::optional<Receipt>();
  if (query.text(2) != key.content_hash) return Error{ErrorKind::ChangedElsewhere, "posted_key", "the key came with another report", NextStep::CorrectInput};
  return std::optional<Receipt>(Receipt{query.number(0), query.text(1)});
}

Result<bool> has_reports(Connection& connection) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT 1 FROM report LIMIT 1"));
  TRY_ASSIGN(const Row row, query.step());
  return row == Row::Present;
}

Outcome forget_what_is_over(Connection& connection, std::int64_t now) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement contacts, Statement::prepare(connection.handle(), "DELETE FROM report_contact WHERE number IN (SELECT number FROM report WHERE stage IN (2, 3) AND updated_at < ?1)"));
  TRY(contacts.bind(1, now - kContactsKeptFor).run());
  TRY_ASSIGN(Statement keys, Statement::prepare(connection.handle(), "DELETE FROM posted_key WHERE posted_at < ?1"));
  return keys.bind(1, now - kKeysKeptFor).run();
}

}  // namespace stadttor::city_server::open311
