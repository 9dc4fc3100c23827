// The database of reports, apart from the city's others: it holds what citizens wrote in the open, and who asked for an answer.
#pragma once

#include "programs/city/database/migrations.h"

namespace stadttor::city_server::open311 {

Schema report_schema();

}  // namespace stadttor::city_server::open311
