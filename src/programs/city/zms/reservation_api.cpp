// POST /reserve-appointment/: holds a counter for as long as it takes to fill in the rest. Whoever comes second is told so.
#include <algorithm>

#include "platform/native/secure_random_native.h"
#include "programs/city/zms/access_key.h"
#include "programs/city/zms/desk_json.h"
#include "programs/city/zms/wanted_visit.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::city_server::zms {

namespace {

using protocols::zms::read_items;
using protocols::zms::read_text;

struct ReservationQuestion {
  const Office* office = nullptr;
  Visit visit;
  Moment begins = 0;
};

std::string text_from_item(const JsonValue& item) { return item.is(JsonKind::Number) ? text_from_number(item.as_number()) : item.as_text(); }

std::optional<std::vector<std::int64_t>> read_service_ids(const JsonValue& body) {
  std::vector<std::int64_t> ids;
  for (const JsonValue& item : read_items(body, "serviceId")) {
    const std::optional<std::int64_t> id = find_id(text_from_item(item));
    if (!id) return {};
    ids.push_back(*id);
  }
  if (ids.empty()) return {};
  return ids;
}

// One of each where nothing is said.
std::optional<std::vector<int>> read_counts(const JsonValue& body, std::size_t services) {
  std::string list;
  for (const JsonValue& item : read_items(body, "serviceCount")) list.append(list.empty() ? "" : ",").append(text_from_item(item));
  if (list.empty()) return std::vector<int>(services, 1);
  return find_counts(list);
}

std::optional<Moment> read_moment(const JsonValue& body) {
  const std::string text = read_text(body, "timestamp");
  if (text.empty() || text.size() > 12 || text.find_first_not_of("0123456789") != std::string::npos) return {};
  Moment moment = 0;
  for (const char digit : text) moment = moment * 10 + (digit - '0');
  if (moment == 0) return {};
  return moment;
}

ReservationQuestion read_reservation(const BookingPlan& plan, const JsonValue& body, Errors& errors) {
  ReservationQuestion question;
  const std::optional<std::int64_t> office_id = find_id(read_text(body, "officeId"));
  const auto services = read_service_ids(body);
  const auto counts = read_counts(body, services ? services->size() : 0);
  const std::optional<Moment> begins = read_moment(body);
  if (!office_id) errors.push_back(ErrorCode::InvalidOfficeId);
  if (!services) errors.push_back(ErrorCode::InvalidServiceId);
  if (!counts) errors.push_back(ErrorCode::InvalidServiceCount);
  if (!begins) errors.push_back(ErrorCode::InvalidTimestamp);
  if (errors.empty() && services->size() != counts->size()) errors.push_back(ErrorCode::MismatchedArrays);
  if (!errors.empty()) return question;
  question.begins = *begins;
  question.office = plan.find_office(*office_id);
  if (question.office == nullptr) {
    errors.push_back(ErrorCode::ProviderNotFound);
    return question;
  }
  if (std::optional<Visit> visit = find_visit(plan, *question.office, wanted_services(*services, *counts), errors)) question.visit = *std::move(visit);
  return question;
}

bool can_be_asked_for(const Office& office, Moment begins, const AppointmentDesk& desk) {
  const BookingWindow window = booking_window(office, desk.now(), desk.clock);
  const Date date = desk.clock.date_at(begins);
  return begins >= window.earliest && date <= window.until;
}

// "B-017": counted for each office and day, never given twice on it.
Result<std::string> next_number(AppointmentDesk& desk, const Office& office, const Date& date) {
  TRY_ASSIGN(const std::int64_t given, count_given(desk.connection, office.id, {desk.clock.moment_at(date, {}), desk.clock.moment_at(day_after(date), {})}));
  std::string digits = std::to_string(given + 1);
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  return office.number_prefix.empty() ? digits : office.number_prefix + "-" + digits;
}

// Nothing where no counter is free then. Runs within a transaction.
Result<std::optional<AppointmentRecord>> take_counter(AppointmentDesk& desk, const ReservationQuestion& question, const std::string& key_hash) {
  const Office& office = *question.office;
  const Stretch time{question.begins, question.begins + Moment{office.slot_minutes} * 60 * question.visit.slots};
  TRY_ASSIGN(const std::vector<TakenTime> taken, taken_times(desk.connection, office.id, {time.begins - 86'400, time.ends}));
  const std::optional<std::string> counter = find_counter(office, question.visit, question.begins, taken, desk.clock);
  if (!counter) return std::optional<AppointmentRecord>();
  AppointmentRecord record;
  record.key_hash = key_hash;
  record.office_id = office.id;
  record.place = {*counter, time};
  record.services = question.visit.services;
  record.slots = question.visit.slots;
  record.status_until = desk.now() + Moment{office.reservation_minutes} * 60;
  TRY_ASSIGN(record.number, next_number(desk, office, desk.clock.date_at(question.begins)));
  TRY_ASSIGN(record.process_id, insert_appointment(desk.connection, record, desk.now()));
  return std::optional<AppointmentRecord>(std::move(record));
}

Result<Answer> reserve_answer(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  const ReservationQuestion question = read_reservation(desk.plan, asked.body, errors);
  if (!errors.empty()) return error_answer(errors);
  const std::string token = read_text(asked.body, "captchaToken");
  TRY_ASSIGN(const std::optional<ErrorCode> captcha, find_captcha_error(desk, {question.office}, token, asked.request.client_address));
  if (captcha) return error_answer({*captcha});
  if (!can_be_asked_for(*question.office, question.begins, desk)) return error_answer({ErrorCode::AppointmentNotAvailable});
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string key, make_access_key(random));
  TRY_ASSIGN(const std::string key_hash, hash_of_access_key(key));
  std::optional<AppointmentRecord> record;
  TRY(desk.connection.transact([&]() -> Outcome {
    TRY_ASSIGN(record, take_counter(desk, question, key_hash));
    return Done{};
  }));
  if (!record) return error_answer({ErrorCode::AppointmentNotAvailable});
  return json_answer(text_of(process_json(desk.plan, *record, {key, token, {}})));
}

}  // namespace

std::vector<DeskRoute> reservation_routes() { return {{"POST", "/reserve-appointment/", reserve_answer}}; }

}  // namespace stadttor::city_server::zms
