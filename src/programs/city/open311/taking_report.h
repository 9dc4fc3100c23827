// The one call of the public that changes something: a post becomes a report, once for each key its sender gave.
#pragma once

#include "programs/city/open311/posted_report.h"

namespace stadttor::city_server::open311 {

struct TakenReport {
  const OfferedService* service = nullptr;  // lives as long as the catalogue
  Receipt receipt;
};

// Nothing was kept where `faults` has something.
Result<TakenReport> take_report(Connection& connection, const ServiceCatalogue& catalogue, const IncomingRequest& request, std::int64_t now, Faults& faults);

}  // namespace stadttor::city_server::open311
