// Puts the GeoReport server together at the server's start, where the city's pack has a list of what can be reported.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "programs/city/open311/georeport.h"
#include "programs/city/open311/report_office.h"
#include "programs/city/server.h"

namespace stadttor::city_server::open311 {

// Null where the pack has no reports. Errors are the database's.
Result<std::shared_ptr<ReportOffice>> open_report_office(const std::filesystem::path& site, const std::filesystem::path& database, std::int64_t now);

ServerPart georeport_part(std::shared_ptr<ReportOffice> office, GeoReportSettings settings, UnixClock now);

// Where the reports' database lies: beside the city's.
std::filesystem::path report_database(const std::filesystem::path& city_database);

}  // namespace stadttor::city_server::open311
