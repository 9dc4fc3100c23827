#include "protocols/zms/booking_client.h"

#include "foundation/json_reader.h"
#include "foundation/url.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::protocols::zms {

using platform::HttpRequest;
using platform::HttpResponse;

namespace {

// Sixty days of twenty offices fit, with every quarter of an hour.
constexpr std::size_t kLongestAnswer = 4U << 20U;

enum class Does { Reads, Changes };

HttpRequest get(std::string path) { return {"GET", std::move(path), {{"accept", "application/json"}}, {}}; }

HttpRequest post(std::string path, std::string body) {
  return {"POST", std::move(path), {{"content-type", "application/json"}, {"accept", "application/json"}}, std::move(body)};
}

// Empty where the body is no list of errors: then somebody in between has answered.
std::vector<ErrorCode> codes_from(const std::string& body) {
  std::vector<ErrorCode> codes;
  auto document = JsonDocument::parse(body, "errors");
  if (!document.ok()) return codes;
  const JsonValue json = document.value().root().as_value();
  for (const JsonValue& error : read_items(json, "errors")) codes.push_back(error_code_from(read_text(error, "errorCode")));
  return codes;
}

Setback setback_of(const HttpResponse& response, Does does) {
  const std::vector<ErrorCode> codes = codes_from(response.body);
  const RetryAdvice advice = advice_for(response.status, response.retry_after);
  Setback setback;
  setback.wait_milliseconds = advice.wait_milliseconds;
  setback.code = weightiest(codes);
  const bool is_told = setback.code != ErrorCode::UnknownError;
  if (is_told) setback.step = step_for(setback.code);
  else if (response.status >= 400 && !advice.may_work_later) setback.step = Step::ContactOffice;
  // A refusal in the interface's own words has changed nothing; what somebody in between says, says nothing about it.
  setback.is_unclear = does == Does::Changes && (!is_told || response.status >= 500) && response.status != 429;
  return setback;
}

Error error_of(int status, const std::string& where) {
  return {status >= 500 ? ErrorKind::ServerFailed : ErrorKind::ServerRefused, where, "HTTP " + std::to_string(status), NextStep::TryAgain};
}

// `read` sees the body and where it is from.
template <class Value, class Read>
platform::HttpCallback told_to(BookingAnswer<Value> answer, std::string where, Does does, Read read) {
  return [answer = std::move(answer), where = std::move(where), does, read = std::move(read)](Result<HttpResponse> response) {
    const bool is_change = does == Does::Changes;
    if (!response.ok()) return answer(response.error(), {ErrorCode::UnknownError, Step::TryLater, true, is_change, 0});
    const HttpResponse& given = response.value();
    if (given.status != 200) return answer(error_of(given.status, where), setback_of(given, does));
    const Setback unread{ErrorCode::UnknownError, Step::TryLater, false, is_change, 0};
    if (given.body.size() > kLongestAnswer) return answer(Error{ErrorKind::MalformedData, where, "more than 4 MiB", NextStep::TryAgain}, unread);
    // Servers answer 200 with a list of errors, too.
    if (!codes_from(given.body).empty()) return answer(error_of(given.status, where), setback_of(given, does));
    // What cannot be read may have been cut off, and says nothing about what was done.
    answer(read(given.body, where), unread);
  };
}

// An answer about another appointment is none.
auto reading_of(const AppointmentAccess& access) {
  return [number = access.process_id](const std::string& body, const std::string& where) -> Result<Appointment> {
    TRY_ASSIGN(Appointment appointment, parse_appointment(body, where));
    if (appointment.access.process_id != number) return Error{ErrorKind::MalformedData, where, "another appointment than was asked for", NextStep::TryAgain};
    return appointment;
  };
}

}  // namespace

void BookingClient::request_offices_and_services(BookingAnswer<OfficesAndServices> answer) {
  calls_.send(get("/offices-and-services/"), told_to<OfficesAndServices>(std::move(answer), "/offices-and-services/", Does::Reads, parse_offices_and_services));
}

void BookingClient::request_free_days(const CalendarQuestion& question, BookingAnswer<FreeDays> answer) {
  calls_.send(get(path_from_question(question)), told_to<FreeDays>(std::move(answer), "/available-calendar/", Does::Reads, parse_free_days));
}

void BookingClient::reserve(const Reservation& reservation, BookingAnswer<Appointment> answer) {
  const auto read = [slot = reservation.slot, office = reservation.office_id](const std::string& body, const std::string& where) -> Result<Appointment> {
    TRY_ASSIGN(Appointment appointment, parse_appointment(body, where));
    const bool is_it = appointment.begins == slot && (appointment.office_id == office || appointment.office_id == 0);
    if (!is_it) return Error{ErrorKind::MalformedData, where, "another time than was asked for", NextStep::TryAgain};
    return appointment;
  };
  calls_.send(post("/reserve-appointment/", body_from_reservation(reservation)), told_to<Appointment>(std::move(answer), "/reserve-appointment/", Does::Changes, read));
}

void BookingClient::update(const AppointmentAccess& access, const Person& person, BookingAnswer<Appointment> answer) {
  std::string body = body_from_person(access, person).reveal<"the office is told what it asks for, as the citizen was shown">();
  calls_.send(post("/update-appointment/", std::move(body)), told_to<Appointment>(std::move(answer), "/update-appointment/", Does::Changes, reading_of(access)));
}

void BookingClient::post_access(const char* path, const AppointmentAccess& access, BookingAnswer<Appointment> answer) {
  std::string body = body_from_access(access).reveal<"the key to an appointment goes to the office that gave it">();
  calls_.send(post(path, std::move(body)), told_to<Appointment>(std::move(answer), path, Does::Changes, reading_of(access)));
}

void BookingClient::preconfirm(const AppointmentAccess& access, BookingAnswer<Appointment> answer) { post_access("/preconfirm-appointment/", access, std::move(answer)); }
void BookingClient::confirm(const AppointmentAccess& access, BookingAnswer<Appointment> answer) { post_access("/confirm-appointment/", access, std::move(answer)); }
void BookingClient::cancel(const AppointmentAccess& access, BookingAnswer<Appointment> answer) { post_access("/cancel-appointment/", access, std::move(answer)); }

void BookingClient::request_appointment(const AppointmentAccess& access, BookingAnswer<Appointment> answer) {
  const std::string& key = access.auth_key.reveal<"the key to an appointment goes to the office that gave it">();
  calls_.send(get("/appointment/?processId=" + std::to_string(access.process_id) + "&authKey=" + percent_encoded(key)),
              told_to<Appointment>(std::move(answer), "/appointment/", Does::Reads, reading_of(access)));
}

void BookingClient::request_challenge(BookingAnswer<Challenge> answer) {
  calls_.send(get("/captcha-challenge/"), told_to<Challenge>(std::move(answer), "/captcha-challenge/", Does::Reads, parse_challenge));
}

void BookingClient::verify(const Challenge& challenge, const platform::PuzzleSolution& solution, BookingAnswer<std::string> answer) {
  calls_.send(post("/captcha-verify/", body_from_solution(challenge, solution)), told_to<std::string>(std::move(answer), "/captcha-verify/", Does::Reads, parse_verification));
}

}  // namespace stadttor::protocols::zms
