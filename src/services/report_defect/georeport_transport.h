// Reports over a city's GeoReport server: what is kept of a report, as the protocol's calls.
#pragma once

#include "protocols/open311/report_client.h"
#include "services/report_defect/report_courier.h"

namespace stadttor::services::report_defect {

// "51.43210,9.87140", as scenes name positions.
std::optional<protocols::open311::Position> parse_position(const std::string& text);

protocols::open311::Report report_to_send(const kept_data::Report& report);

// Whether one of the attempts is among what is published.
protocols::open311::EarlierReport find_earlier(const kept_data::Report& report, const std::vector<protocols::open311::ServiceRequest>& published);

class GeoReportTransport : public ReportTransport {
 public:
  GeoReportTransport(protocols::open311::ReportClient& client, platform::Clock& clock) : client_(client), clock_(clock) {}

  void check(const kept_data::Report& report, Answer<Done> answer) override;
  void post(const kept_data::Report& report, const Personal<std::string>& photo, Answer<protocols::open311::ReportReceipt> answer) override;
  void ask_earlier(const kept_data::Report& report, Answer<protocols::open311::EarlierReport> answer) override;
  void ask_number(const kept_data::Report& report, Answer<std::string> answer) override;

 private:
  protocols::open311::ReportClient& client_;
  platform::Clock& clock_;
};

}  // namespace stadttor::services::report_defect
