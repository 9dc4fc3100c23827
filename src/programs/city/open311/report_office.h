// What the city has of reports, for as long as the server runs: the API and the clerks' pages share it.
#pragma once

#include "programs/city/database/connection.h"
#include "programs/city/open311/service_catalogue.h"

namespace stadttor::city_server::open311 {

struct ReportOffice {
  ServiceCatalogue catalogue;
  Connection connection;  // of report_schema()
};

}  // namespace stadttor::city_server::open311
