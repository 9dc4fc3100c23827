// Which reports a caller asks for ("GET Service Requests", with the extensions page, page_size, updated_after, updated_before and
// agency_responsible that servers in Germany have): from an address's query to a query of the records.
#pragma once

#include "programs/city/open311/fault.h"
#include "programs/city/open311/report_records.h"
#include "programs/city/open311/service_catalogue.h"

namespace stadttor::city_server::open311 {

ReportQuery read_report_filter(const NamedValues& query, const ServiceCatalogue& catalogue, std::int64_t now, Faults& faults);

}  // namespace stadttor::city_server::open311
