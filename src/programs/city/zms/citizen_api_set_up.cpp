#include "programs/city/zms/citizen_api_set_up.h"

#include "programs/city/event_log.h"

namespace stadttor::city_server::zms {

namespace {

// The connection has to outlive the desk that refers to it.
struct OpenDesk {
  Connection connection;
  std::unique_ptr<CitizenApi> api = {};
};

}  // namespace

Result<std::optional<ServerPart>> open_citizen_api(const AppointmentPlaces& places, CitizenApiSettings settings, const UnixClock& now) {
  Result<std::optional<BookingPlan>> plan = booking_plan_from_site(places.site);
  if (!plan.ok()) {
    log_event(LogLevel::Warning, "appointments_left_out", {{"problem", text_from_error(plan.error())}, {"remedy", "run ./dev build again"}});
    return std::optional<ServerPart>();
  }
  if (!plan.value()) return std::optional<ServerPart>();
  const std::filesystem::path folder = places.city_database.parent_path();
  TRY_ASSIGN(Connection connection, Connection::open(folder / "appointments.sqlite", appointment_schema()));
  // What is erased is not left behind in free pages.
  TRY(connection.execute("PRAGMA secure_delete = ON"));
  TRY_ASSIGN(Captcha captcha, Captcha::make(now));
  log_event(LogLevel::Info, "appointments_imported",
            {{"offices", std::to_string(plan.value()->offices.size())}, {"services", std::to_string(plan.value()->services.size())}, {"mails", (folder / "outgoing_mail").string()}});
  const auto open = std::make_shared<OpenDesk>(OpenDesk{std::move(connection)});
  const std::string time_zone = plan.value()->time_zone;
  // A clock cannot be moved, so the desk is made where it stays.
  std::unique_ptr<AppointmentDesk> desk(
      new AppointmentDesk{open->connection, *std::move(plan).value(), WallClock(time_zone), now, std::move(captcha), OutgoingBox(folder / "outgoing_mail")});
  open->api = std::make_unique<CitizenApi>(std::move(desk), std::move(settings));
  return std::optional<ServerPart>(ServerPart{&CitizenApi::owns, [open](const IncomingRequest& request) { return open->api->answer(request); }});
}

}  // namespace stadttor::city_server::zms
