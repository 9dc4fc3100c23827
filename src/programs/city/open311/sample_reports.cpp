#include "programs/city/open311/sample_reports.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "programs/city/event_log.h"
#include "programs/city/open311/report_desk.h"
#include "programs/city/open311/report_records.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

struct SampleNote {
  std::int64_t at = 0;
  Stage stage = Stage::Received;
  std::string note;
};

struct Sample {
  NewReport report;
  bool is_released = true;
  int duplicate_of = 0;  // which of the samples, from 1
  std::vector<SampleNote> notes;
};

std::int64_t moment_of(JsonReader entry, std::int64_t now) { return now - static_cast<std::int64_t>(entry.number_or("days_ago", 0) * kDay); }

Stage stage_of(const std::string& word) {
  if (word == "in_process") return Stage::InProcess;
  if (word == "processed") return Stage::Processed;
  return word == "rejected" ? Stage::Rejected : Stage::Received;
}

Sample read_sample(JsonReader entry, const ServiceCatalogue& catalogue, std::int64_t now) {
  Sample sample;
  NewReport& report = sample.report;
  report.service_code = entry.required_text("service");
  const OfferedService* service = catalogue.find(report.service_code);
  if (service == nullptr) {
    entry.report("service", "no kind of report has this code");
    return sample;
  }
  report.agency = service->agency;
  JsonReader position = entry.member("position");
  report.position = Position{position.required_number("latitude"), position.required_number("longitude")};
  report.address = entry.optional_text("address");
  report.description = Personal<std::string>(entry.optional_text("description"));
  entry.each_member("attributes", [&report](const std::string& code, JsonReader values) {
    ReportAnswer answer{code, {}};
    for (std::size_t at = 0; at < values.size(); ++at) answer.values.push_back(values.at(at).as_text());
    report.answers.push_back(std::move(answer));
  });
  report.requested_at = moment_of(entry, now);
  report.expected_at = service->days == 0 ? 0 : report.requested_at + service->days * kDay;
  sample.is_released = entry.flag_or("released", true);
  sample.duplicate_of = static_cast<int>(entry.number_or("duplicate_of", 0));
  entry.each("history", [&](JsonReader note) { sample.notes.push_back({moment_of(note, now), stage_of(note.required_text("status")), note.optional_text("note")}); });
  return sample;
}

Outcome keep_sample(Connection& connection, const Sample& sample, std::vector<std::int64_t>& numbers) {
  TRY_ASSIGN(const Receipt receipt, keep_report(connection, sample.report, {}));
  numbers.push_back(receipt.number);
  if (sample.is_released && !sample.report.description.is_empty()) {
    TRY(release(connection, receipt.number, ReportPart::Description, Release::Public, sample.report.requested_at));
  }
  for (const SampleNote& note : sample.notes) TRY(change_stage(connection, receipt.number, note.stage, note.note, note.at));
  const auto original = static_cast<std::size_t>(sample.duplicate_of);
  if (original == 0 || original > numbers.size()) return Done{};
  const std::int64_t changed_at = sample.notes.empty() ? sample.report.requested_at : sample.notes.back().at;
  return mark_duplicate(connection, receipt.number, numbers[original - 1], changed_at);
}

}  // namespace

Outcome import_sample_reports(Connection& connection, const ServiceCatalogue& catalogue, const std::string& text, std::int64_t now) {
  TRY_ASSIGN(const bool has_any, has_reports(connection));
  if (has_any) return Done{};
  Result<JsonDocument> document = JsonDocument::parse(text, "meldungen-beispiele.json");
  std::vector<Sample> samples;
  if (document.ok()) {
    document.value().root().each("reports", [&](JsonReader entry) { samples.push_back(read_sample(entry, catalogue, now)); });
  }
  const Outcome read = document.ok() ? document.value().finish() : Outcome(document.error());
  if (!read.ok()) {
    log_event(LogLevel::Warning, "samples_left_out", {{"problem", text_from_error(read.error())}});
    return Done{};
  }
  std::vector<std::int64_t> numbers;
  for (const Sample& sample : samples) TRY(keep_sample(connection, sample, numbers));
  log_event(LogLevel::Info, "samples_imported", {{"reports", std::to_string(numbers.size())}});
  return Done{};
}

}  // namespace stadttor::city_server::open311
