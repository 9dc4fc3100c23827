// The inbox's own database, apart from the city's: what was received is kept encrypted, as it came.
#pragma once

#include "programs/city/database/migrations.h"

namespace stadttor::city_server::authority {

Schema inbox_schema();

}  // namespace stadttor::city_server::authority
