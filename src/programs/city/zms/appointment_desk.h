// What the appointment server's calls share, the frame around each of them, and what every call does first: what has run out is ended.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "foundation/json.h"
#include "programs/city/database/connection.h"
#include "programs/city/exchange.h"
#include "programs/city/zms/appointment_records.h"
#include "programs/city/zms/booking_plan.h"
#include "programs/city/zms/captcha.h"
#include "programs/city/zms/outgoing_box.h"
#include "protocols/zms/error_statement.h"

namespace stadttor::city_server::zms {

using protocols::zms::ErrorCode;
using Errors = std::vector<ErrorCode>;

struct AppointmentDesk {
  Connection& connection;  // of appointment_schema()
  BookingPlan plan;
  WallClock clock;
  UnixClock now;
  Captcha captcha;
  OutgoingBox box;
  Moment swept_at = 0;
};

struct AskedCall {
  const IncomingRequest& request;
  JsonValue body;           // of a POST; anything that is no object has no members
  std::string portal;       // "https://www.musterstadt.example", where links in mails lead
  std::string own_address;  // of the server itself, likewise
};

// An error is the database's or the cryptography's and becomes "internalError", told in the log.
using DeskCall = std::function<Result<Answer>(AppointmentDesk&, const AskedCall&)>;

struct DeskRoute {
  const char* method;
  const char* path;  // below "/api/citizen", with its slash at the end
  DeskCall call;
};

// Several files, one for each thing that is done.
std::vector<DeskRoute> office_routes();       // offices-and-services
std::vector<DeskRoute> calendar_routes();     // available-calendar
std::vector<DeskRoute> reservation_routes();  // reserve-appointment
std::vector<DeskRoute> appointment_routes();  // appointment, update-, preconfirm-, confirm-, cancel-appointment, my-appointments
std::vector<DeskRoute> captcha_routes();      // captcha-details, captcha-challenge, captcha-verify

Answer json_answer(std::string body);
Answer error_answer(const Errors& errors);

// Reservations and confirmations that have run out end, and personal data goes a day after the appointment; what is left without it, a
// month later. There is no timer: whoever asks sees what is so at that time.
Outcome end_what_has_run_out(AppointmentDesk& desk);

inline constexpr Moment kKeepPersonalSeconds = 24L * 60 * 60;
inline constexpr Moment kKeepRecordSeconds = 30L * 24 * 60 * 60;

}  // namespace stadttor::city_server::zms
