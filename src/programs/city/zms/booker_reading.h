// What an office wants to know of whoever books, as update-appointment brings it. What it does not ask for is not kept, even if it is
// sent.
#pragma once

#include "foundation/json.h"
#include "programs/city/zms/appointment_desk.h"

namespace stadttor::city_server::zms {

// `errors` names every field that is missing or cannot be used.
Booker read_booker(const Office& office, const JsonValue& body, Errors& errors);

}  // namespace stadttor::city_server::zms
