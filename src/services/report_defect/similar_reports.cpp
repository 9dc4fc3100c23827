#include "services/report_defect/similar_reports.h"

#include <algorithm>

#include "services/report_defect/georeport_transport.h"

namespace stadttor::services::report_defect {

using protocols::open311::RequestStatus;
using protocols::open311::ServiceRequest;

namespace {

constexpr double kNearby = 150;
constexpr std::size_t kMost = 5;

// "Münzgasse" of "Münzgasse 15 (am Brunnen)".
std::string street_of(const std::string& address) {
  const std::size_t end = address.find_first_of("0123456789(,");
  std::string street = address.substr(0, end);
  while (!street.empty() && street.back() == ' ') street.pop_back();
  return street;
}

}  // namespace

std::vector<SimilarReport> similar_reports(const kept_data::Report& report, const std::vector<ServiceRequest>& published) {
  const std::string& address = report.address.reveal<"compared on the device with published reports">();
  const auto position = parse_position(report.position.reveal<"compared on the device with published reports">());
  const std::string street = street_of(address);
  std::vector<SimilarReport> similar;
  for (const ServiceRequest& request : published) {
    if (request.service_code != report.service_code || request.status != RequestStatus::Open) continue;
    if (position && request.position) {
      const double metres = city::metres_between({position->latitude, position->longitude}, {request.position->latitude, request.position->longitude});
      if (metres <= kNearby) similar.push_back({&request, metres});
    } else if (street.size() > 3 && request.address.find(street) != std::string::npos) {
      similar.push_back({&request, -1});
    }
  }
  std::stable_sort(similar.begin(), similar.end(), [](const SimilarReport& a, const SimilarReport& b) { return a.metres < b.metres; });
  if (similar.size() > kMost) similar.resize(kMost);
  return similar;
}

}  // namespace stadttor::services::report_defect
