// What happens to one appointment, by whoever has its number and key: look at it, say who comes, confirm, cancel. A call that comes a
// second time, because its answer was lost, is answered as the first one was.
#include <algorithm>

#include "programs/city/zms/access_key.h"
#include "programs/city/zms/appointment_mail.h"
#include "programs/city/zms/booker_reading.h"
#include "programs/city/zms/calendar_file.h"
#include "programs/city/zms/constant_time.h"
#include "programs/city/zms/desk_json.h"
#include "programs/city/zms/wanted_visit.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::city_server::zms {

namespace {

constexpr std::size_t kLongestKey = 100;

struct Opened {
  AppointmentRecord record;
  std::string key;
  const Office* office = nullptr;
};

// `errors` says why it does not open.
Result<Opened> open_appointment(AppointmentDesk& desk, const std::string& process_id, std::string key, Errors& errors) {
  const std::optional<std::int64_t> id = find_id(process_id);
  if (!id) errors.push_back(ErrorCode::InvalidProcessId);
  if (key.empty() || key.size() > kLongestKey) errors.push_back(ErrorCode::InvalidAuthKey);
  if (!errors.empty()) return Opened{};
  TRY_ASSIGN(std::optional<AppointmentRecord> record, find_appointment(desk.connection, *id));
  if (!record) {
    errors.push_back(ErrorCode::AppointmentNotFound);
    return Opened{};
  }
  TRY_ASSIGN(const std::string hash, hash_of_access_key(key));
  if (!equals_in_constant_time(hash, record->key_hash)) {
    errors.push_back(ErrorCode::AuthKeyMismatch);
    return Opened{};
  }
  const Office* office = desk.plan.find_office(record->office_id);
  return Opened{*std::move(record), std::move(key), office};
}

Result<Opened> open_from_body(AppointmentDesk& desk, const JsonValue& body, Errors& errors) {
  return open_appointment(desk, protocols::zms::read_text(body, "processId"), protocols::zms::read_text(body, "authKey"), errors);
}

Answer appointment_answer(const AppointmentDesk& desk, const Opened& opened) {
  return json_answer(text_of(process_json(desk.plan, opened.record, {opened.key, {}, calendar_file_of(desk.plan, opened.record, desk.now())})));
}

// Why one that is no longer reserved cannot go on.
ErrorCode reservation_error(const AppointmentRecord& record) {
  return record.ending == Ending::Cancelled ? ErrorCode::AppointmentNotFound : ErrorCode::ProcessNotReservedAnymore;
}

ErrorCode confirmation_error(const AppointmentRecord& record) {
  if (record.ending == Ending::ActivationExpired) return ErrorCode::PreconfirmationExpired;
  return record.ending == Ending::Cancelled ? ErrorCode::AppointmentNotFound : ErrorCode::ProcessNotPreconfirmedAnymore;
}

Result<bool> has_too_many(AppointmentDesk& desk, const Office& office, const std::string& email, std::int64_t but) {
  if (office.appointments_per_mail == 0 || email.empty()) return false;
  TRY_ASSIGN(const std::int64_t others, count_with_email(desk.connection, office.id, email, but, desk.now()));
  return others >= office.appointments_per_mail;
}

Outcome change_status(AppointmentDesk& desk, Opened& opened, Status status, Moment until) {
  opened.record.status = status;
  opened.record.status_until = until;
  return store_status(desk.connection, opened.record, desk.now());
}

Outcome confirm(AppointmentDesk& desk, const AskedCall& asked, Opened& opened) {
  TRY(desk.connection.transact([&] { return change_status(desk, opened, Status::Confirmed, 0); }));
  desk.box.remove(opened.record.process_id);
  if (opened.record.booker.email.empty()) return Done{};
  return desk.box.put(opened.record.process_id, confirmed_mail(desk, opened.record, opened.key, asked.portal));
}

Result<Answer> show(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  const NamedValues& query = asked.request.query;
  TRY_ASSIGN(const Opened opened, open_appointment(desk, std::string(value_of(query, "processId")), std::string(value_of(query, "authKey")), errors));
  if (!errors.empty()) return error_answer(errors);
  if (opened.record.status == Status::Deleted) return error_answer({ErrorCode::AppointmentNotFound});
  return appointment_answer(desk, opened);
}

Result<Answer> update(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  TRY_ASSIGN(Opened opened, open_from_body(desk, asked.body, errors));
  if (!errors.empty()) return error_answer(errors);
  if (opened.record.status != Status::Reserved) return error_answer({reservation_error(opened.record)});
  if (opened.office == nullptr) return error_answer({ErrorCode::ScopeNotFound});
  const Booker booker = read_booker(*opened.office, asked.body, errors);
  if (!errors.empty()) return error_answer(errors);
  TRY_ASSIGN(const bool is_too_many, has_too_many(desk, *opened.office, booker.email, opened.record.process_id));
  if (is_too_many) return error_answer({ErrorCode::TooManyAppointmentsWithSameMail});
  TRY(desk.connection.transact([&] { return store_booker(desk.connection, opened.record.process_id, booker); }));
  opened.record.booker = booker;
  return appointment_answer(desk, opened);
}

Result<Answer> preconfirm(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  TRY_ASSIGN(Opened opened, open_from_body(desk, asked.body, errors));
  if (!errors.empty()) return error_answer(errors);
  AppointmentRecord& record = opened.record;
  if (record.status == Status::Preconfirmed || record.status == Status::Confirmed) return appointment_answer(desk, opened);
  if (record.status != Status::Reserved) return error_answer({reservation_error(record)});
  if (opened.office == nullptr) return error_answer({ErrorCode::ScopeNotFound});
  const bool lacks_email = opened.office->email == Asked::Required && record.booker.email.empty();
  if (record.booker.family_name.empty() || lacks_email) return error_answer({ErrorCode::ProcessInvalid});
  TRY_ASSIGN(const bool is_too_many, has_too_many(desk, *opened.office, record.booker.email, record.process_id));
  if (is_too_many) return error_answer({ErrorCode::TooManyAppointmentsWithSameMail});
  if (opened.office->activation_minutes == 0 || record.booker.email.empty()) {
    TRY(confirm(desk, asked, opened));
    return appointment_answer(desk, opened);
  }
  // An appointment that begins before the time to confirm it is over must be confirmed before it begins.
  const Moment until = std::min(desk.now() + Moment{opened.office->activation_minutes} * 60, record.place.time.begins);
  const auto waiting_for_the_link = [&]() -> Outcome {
    TRY(change_status(desk, opened, Status::Preconfirmed, until));
    // Without its mail nobody could confirm it, so it stays reserved where that cannot be written.
    return desk.box.put(record.process_id, confirmation_mail(desk, record, opened.key, asked.portal));
  };
  TRY(desk.connection.transact(waiting_for_the_link));
  return appointment_answer(desk, opened);
}

Result<Answer> confirm_appointment(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  TRY_ASSIGN(Opened opened, open_from_body(desk, asked.body, errors));
  if (!errors.empty()) return error_answer(errors);
  if (opened.record.status == Status::Confirmed) return appointment_answer(desk, opened);
  if (opened.record.status != Status::Preconfirmed) return error_answer({confirmation_error(opened.record)});
  TRY(confirm(desk, asked, opened));
  return appointment_answer(desk, opened);
}

Result<Answer> cancel(AppointmentDesk& desk, const AskedCall& asked) {
  Errors errors;
  TRY_ASSIGN(Opened opened, open_from_body(desk, asked.body, errors));
  if (!errors.empty()) return error_answer(errors);
  AppointmentRecord& record = opened.record;
  if (record.status == Status::Deleted) return appointment_answer(desk, opened);
  const bool has_begun = record.place.time.begins <= desk.now();
  if (has_begun || record.status == Status::Anonymized) return error_answer({ErrorCode::AppointmentCanNotBeCanceled});
  record.ending = Ending::Cancelled;
  record.booker = {};
  const auto giving_back = [&]() -> Outcome {
    TRY(change_status(desk, opened, Status::Deleted, 0));
    return erase_booker(desk.connection, record.process_id);
  };
  TRY(desk.connection.transact(giving_back));
  desk.box.remove(record.process_id);
  return appointment_answer(desk, opened);
}

// Nobody can log in here, so nobody has appointments of an account. The status differs from the error's own, as the contract has it.
Result<Answer> refuse_without_login(AppointmentDesk&, const AskedCall&) {
  Answer answer = error_answer({ErrorCode::AuthKeyMismatch});
  answer.status = 401;
  answer.add_header("WWW-Authenticate", "Bearer");
  return answer;
}

}  // namespace

std::vector<DeskRoute> appointment_routes() {
  return {{"GET", "/appointment/", show},
          {"POST", "/update-appointment/", update},
          {"POST", "/preconfirm-appointment/", preconfirm},
          {"POST", "/confirm-appointment/", confirm_appointment},
          {"POST", "/cancel-appointment/", cancel},
          {"GET", "/my-appointments/", refuse_without_login}};
}

}  // namespace stadttor::city_server::zms
