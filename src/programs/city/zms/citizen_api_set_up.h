// Puts the appointment server together at the city server's start: what can be booked, its database, its box for mails.
#pragma once

#include <filesystem>
#include <optional>

#include "programs/city/zms/citizen_api.h"

namespace stadttor::city_server::zms {

struct AppointmentPlaces {
  std::filesystem::path site;
  std::filesystem::path city_database;  // its own lies beside it, and so does the box
};

// Nothing where the city gives no appointments. A list of them that cannot be read is told in the log, and the rest of the city runs.
Result<std::optional<ServerPart>> open_citizen_api(const AppointmentPlaces& places, CitizenApiSettings settings, const UnixClock& now);

}  // namespace stadttor::city_server::zms
