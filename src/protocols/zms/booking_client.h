// The calls to a ZMS citizen API. One call, one answer; order, repeats, the proof of work and what is kept are services/book_appointment's.
#pragma once

#include "protocols/open_calls.h"
#include "protocols/retry_advice.h"
#include "protocols/zms/appointment.h"
#include "protocols/zms/error_code.h"
#include "protocols/zms/free_days.h"
#include "protocols/zms/offices.h"
#include "protocols/zms/proof_of_work.h"

namespace stadttor::protocols::zms {

// Why a call has not done what it was to do.
struct Setback {
  ErrorCode code = ErrorCode::UnknownError;
  Step step = Step::TryLater;
  bool is_network = false;  // nobody answered
  // The server may have done it nevertheless: whoever asked for a change looks at the appointment before asking again.
  bool is_unclear = false;
  std::int64_t wait_milliseconds = 0;  // Retry-After
};

// The setback counts only where there is no value.
template <class Value>
using BookingAnswer = std::function<void(Result<Value>, Setback)>;

// Messages of the server are not passed on: they may repeat what was sent, and errors carry no personal values.
class BookingClient {
 public:
  // `base` is the interface's: "/api/citizen".
  BookingClient(platform::HttpClient& http, std::string base) : calls_(http, std::move(base)) {}

  void request_offices_and_services(BookingAnswer<OfficesAndServices> answer);
  void request_free_days(const CalendarQuestion& question, BookingAnswer<FreeDays> answer);
  void reserve(const Reservation& reservation, BookingAnswer<Appointment> answer);
  void update(const AppointmentAccess& access, const Person& person, BookingAnswer<Appointment> answer);
  void preconfirm(const AppointmentAccess& access, BookingAnswer<Appointment> answer);
  void confirm(const AppointmentAccess& access, BookingAnswer<Appointment> answer);
  void cancel(const AppointmentAccess& access, BookingAnswer<Appointment> answer);
  void request_appointment(const AppointmentAccess& access, BookingAnswer<Appointment> answer);
  void request_challenge(BookingAnswer<Challenge> answer);
  // The token that reserving wants.
  void verify(const Challenge& challenge, const platform::PuzzleSolution& solution, BookingAnswer<std::string> answer);

 private:
  void post_access(const char* path, const AppointmentAccess& access, BookingAnswer<Appointment> answer);

  OpenCalls calls_;
};

}  // namespace stadttor::protocols::zms
