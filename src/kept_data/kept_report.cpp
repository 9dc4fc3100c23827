#include "kept_data/kept_report.h"

#include <array>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"

namespace stadttor::kept_data {

namespace {

// In the order of ReportState.
constexpr std::array<std::string_view, 7> kStates = {"draft", "ready", "posting", "sent", "unclear", "stopped", "followed"};

void write_answer(JsonWriter& json, const ReportAnswer& answer) {
  json.begin_object().member("code", answer.code).member("question", answer.question).name("values").begin_list();
  for (const std::string& value : answer.values.reveal<"kept in the vault as part of a report">()) json.text(value);
  json.end_list().optional_member("said", answer.said.reveal<"kept in the vault as part of a report">()).end_object();
}

ReportAnswer read_answer(JsonReader reader) {
  ReportAnswer answer{reader.required_text("code"), reader.optional_text("question"), {}, Personal<std::string>(reader.optional_text("said"))};
  answer.values = Personal<std::vector<std::string>>(reader.texts("values"));
  return answer;
}

void write_citizens_part(JsonWriter& json, const Report& report) {
  const auto write = [&json](std::string_view name, const Personal<std::string>& value) { json.optional_member(name, value.reveal<"kept in the vault as part of a report">()); };
  write("address", report.address);
  write("position", report.position);
  write("description", report.description);
  write("firstName", report.first_name);
  write("lastName", report.last_name);
  write("email", report.email);
  write("phone", report.phone);
  json.name("answers").begin_list();
  for (const ReportAnswer& answer : report.answers) write_answer(json, answer);
  json.end_list();
}

void write_number(JsonWriter& json, std::string_view name, std::int64_t value) {
  if (value != 0) json.name(name).number(value);
}

std::int64_t read_number(JsonReader& reader, std::string_view name) { return static_cast<std::int64_t>(reader.number_or(name, 0)); }

}  // namespace

std::string_view report_state_name(ReportState state) { return kStates[static_cast<std::size_t>(state)]; }

Personal<std::string> json_from_report(const Report& report) {
  JsonWriter json;
  json.begin_object().member("state", report_state_name(report.state)).member("serviceCode", report.service_code).member("serviceName", report.service_name);
  write_citizens_part(json, report);
  json.optional_member("photo", report.photo).optional_member("photoType", report.photo_type);
  write_number(json, "photoBytes", static_cast<std::int64_t>(report.photo_bytes));
  json.optional_member("postKey", report.post_key);
  write_number(json, "begunAt", report.begun_at);
  write_number(json, "postedAt", report.posted_at);
  write_number(json, "lastPostedAt", report.last_posted_at);
  write_number(json, "notBefore", report.not_before);
  write_number(json, "attempts", report.attempts);
  json.optional_member("trouble", report.trouble).optional_member("detail", report.detail);
  json.optional_member("number", report.number).optional_member("token", report.token).optional_member("notice", report.notice);
  json.name("news").begin_list();
  for (const ReportNews& news : report.news) {
    json.begin_object().member("status", news.status).optional_member("note", news.note).name("when").number(news.when).end_object();
  }
  json.end_list();
  write_number(json, "ledgerNumber", static_cast<std::int64_t>(report.ledger_number));
  json.optional_member("ledgerHash", report.ledger_hash);
  return Personal<std::string>(json.end_object().take());
}

Result<Report> parse_report(const Personal<std::string>& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json.reveal<"a report is read to be shown or carried on">(), "report"));
  JsonReader reader = document.root();
  Report report;
  const std::string state = reader.required_text("state");
  std::size_t at = 0;
  while (at < kStates.size() && kStates[at] != state) ++at;
  if (at == kStates.size()) return Error{ErrorKind::NotSupported, "report#/state", "a state that a later version knows", NextStep::None};
  report.state = static_cast<ReportState>(at);
  report.service_code = reader.required_text("serviceCode");
  report.service_name = reader.required_text("serviceName");
  const auto personal = [&reader](std::string_view name) { return Personal<std::string>(reader.optional_text(name)); };
  report.address = personal("address");
  report.position = personal("position");
  report.description = personal("description");
  report.first_name = personal("firstName");
  report.last_name = personal("lastName");
  report.email = personal("email");
  report.phone = personal("phone");
  reader.each("answers", [&report](JsonReader answer) { report.answers.push_back(read_answer(answer)); });
  report.photo = reader.optional_text("photo");
  report.photo_type = reader.optional_text("photoType");
  report.photo_bytes = static_cast<std::uint64_t>(read_number(reader, "photoBytes"));
  report.post_key = reader.optional_text("postKey");
  report.begun_at = read_number(reader, "begunAt");
  report.posted_at = read_number(reader, "postedAt");
  report.last_posted_at = read_number(reader, "lastPostedAt");
  report.not_before = read_number(reader, "notBefore");
  report.attempts = static_cast<unsigned>(read_number(reader, "attempts"));
  report.trouble = reader.optional_text("trouble");
  report.detail = reader.optional_text("detail");
  report.number = reader.optional_text("number");
  report.token = reader.optional_text("token");
  report.notice = reader.optional_text("notice");
  reader.each("news", [&report](JsonReader news) {
    report.news.push_back({news.required_text("status"), news.optional_text("note"), static_cast<std::int64_t>(news.number_or("when", 0))});
  });
  report.ledger_number = static_cast<std::uint64_t>(read_number(reader, "ledgerNumber"));
  report.ledger_hash = reader.optional_text("ledgerHash");
  TRY(document.finish());
  return report;
}

}  // namespace stadttor::kept_data
