// The two mails about an appointment: one with the link that confirms it, one that says it holds.
#pragma once

#include "programs/city/zms/appointment_desk.h"

namespace stadttor::city_server::zms {

// `key` opens the appointment: whoever reads the mail can confirm and cancel it. `portal` is where the link leads,
// "<portal>/de/termine/meiner#nummer=100001&schluessel=...": behind the "#", so that no server's log ever has it.
Mail confirmation_mail(const AppointmentDesk& desk, const AppointmentRecord& appointment, const std::string& key, const std::string& portal);
Mail confirmed_mail(const AppointmentDesk& desk, const AppointmentRecord& appointment, const std::string& key, const std::string& portal);

}  // namespace stadttor::city_server::zms
