// An appointment for calendars (iCalendar, RFC 5545): where, when, which number, without the name of whoever comes.
#pragma once

#include "programs/city/zms/appointment_desk.h"

namespace stadttor::city_server::zms {

// Of a confirmed appointment an event, of a cancelled one that the event is off; of any other nothing. `stamp` is the moment in which
// it is written.
std::string calendar_file_of(const BookingPlan& plan, const AppointmentRecord& appointment, Moment stamp);

}  // namespace stadttor::city_server::zms
