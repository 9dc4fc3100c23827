// Reports of the demo city, as old as they say on the day they are read, so that the demo is never out of date.
#pragma once

#include "programs/city/open311/service_catalogue.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server::open311 {

// Into a database without reports; another is left as it is. What is wrong with a sample is named in the log.
Outcome import_sample_reports(Connection& connection, const ServiceCatalogue& catalogue, const std::string& text, std::int64_t now);

}  // namespace stadttor::city_server::open311
