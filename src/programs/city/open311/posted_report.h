// Reads the form that carries a report (GeoReport v2, "POST Service Request"), urlencoded or as multipart with a photo, and holds it against the
// catalogue. What is wrong is told all at once, so that nobody sends five times.
#pragma once

#include "programs/city/open311/fault.h"
#include "programs/city/open311/report_records.h"
#include "programs/city/open311/service_catalogue.h"

namespace stadttor::city_server::open311 {

inline constexpr std::size_t kLargestPhoto = 5 * 1024 * 1024;  // bytes

struct PostedReport {
  NewReport report;  // without its times
  const OfferedService* service = nullptr;
  std::string content_hash;  // of all that was sent
};

// Nothing where `faults` has something. device_id and account_id are read over: who sends is nobody's affair.
std::optional<PostedReport> read_posted_report(const IncomingRequest& request, const ServiceCatalogue& catalogue, Faults& faults);

}  // namespace stadttor::city_server::open311
