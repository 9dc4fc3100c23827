// Appointments in the database. A database of their own, because it holds names: it can be kept, backed up and deleted apart from the
// rest. Callers hold the connection's lock; what may happen to an appointment is decided elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/database/connection.h"
#include "programs/city/database/migrations.h"
#include "programs/city/zms/free_times.h"

namespace stadttor::city_server::zms {

// No two appointments that hold a counter overlap: the database itself refuses the second one.
Schema appointment_schema();

// Stored as numbers: the order is for ever.
enum class Status : unsigned char { Reserved, Preconfirmed, Confirmed, Deleted, Anonymized };
// Why it is deleted, which is said to whoever comes too late.
enum class Ending : unsigned char { None, ReservationExpired, ActivationExpired, Cancelled };

struct Booker {
  std::string family_name, email, telephone, further, second_further;
};

struct AppointmentRecord {
  std::int64_t process_id = 0;
  std::string key_hash;
  std::int64_t office_id = 0;
  TakenTime place;
  std::vector<WantedService> services;
  int slots = 0;
  Status status = Status::Reserved;
  Moment status_until = 0;  // Reserved, Preconfirmed: when it runs out
  Ending ending = Ending::None;
  std::string number;  // what is called
  Booker booker;
};

// Gives it its process id.
Result<std::int64_t> insert_appointment(Connection& connection, const AppointmentRecord& appointment, Moment now);
Result<std::optional<AppointmentRecord>> find_appointment(Connection& connection, std::int64_t process_id);
Outcome store_booker(Connection& connection, std::int64_t process_id, const Booker& booker);
Outcome store_status(Connection& connection, const AppointmentRecord& appointment, Moment now);
// Name, addresses and further answers are gone from the database after this.
Outcome erase_booker(Connection& connection, std::int64_t process_id);

// What holds a counter of the office in that stretch, what begins earlier first.
Result<std::vector<TakenTime>> taken_times(Connection& connection, std::int64_t office_id, const Stretch& stretch);
// How many appointments to come have this address at the office, the given one left out. Letters are compared without case.
Result<std::int64_t> count_with_email(Connection& connection, std::int64_t office_id, std::string_view email, std::int64_t but, Moment now);
// How many have been given for that stretch, whatever has become of them.
Result<std::int64_t> count_given(Connection& connection, std::int64_t office_id, const Stretch& stretch);

}  // namespace stadttor::city_server::zms
