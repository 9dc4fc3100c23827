// The calls to a GeoReport server. One call, one answer; order, repeats and what is kept are the outbox's.
#pragma once

#include "protocols/open311/report.h"
#include "protocols/open311/requests.h"
#include "protocols/open311/services.h"
#include "protocols/open_calls.h"
#include "protocols/retry_advice.h"

namespace stadttor::protocols::open311 {

// What a server says in its errors is not passed on: it repeats what was sent, and errors carry no personal values.
class ReportClient {
 public:
  // `base` is the endpoint's: "https://example.org/georeport/v2".
  ReportClient(platform::HttpClient& http, std::string base, Format format, Access access);

  // BCP 47. From now on texts are asked for in this language rather than in one of the browser's; empty: in those.
  void speak(std::string language) { language_ = std::move(language); }

  void request_service_types(Answer<std::vector<ServiceType>> answer);
  void request_definition(const std::string& service_code, Answer<ServiceDefinition> answer);
  void request_reports(const RequestFilter& filter, Answer<std::vector<ServiceRequest>> answer);
  void request_report(const std::string& id, Answer<ServiceRequest> answer);
  // The receipt has no id as long as there is none: ask later.
  void request_report_id(const std::string& token, Answer<ReportReceipt> answer);

  // Makes a new report each time. Whoever is told that it may work later, or loses the answer with the device, asks first
  // (earlier_report.h).
  void post(const Report& report, Answer<ReportReceipt> answer);

 private:
  std::string path(const std::string& resource) const;
  std::string jurisdiction_query() const;
  platform::HttpRequest get(std::string path) const;

  OpenCalls calls_;
  Format format_;
  Access access_;
  std::string language_;
};

// Discovery lies at an address of its own, which the city's pack knows: ".../discovery.json" or ".xml".
class DiscoveryClient {
 public:
  DiscoveryClient(platform::HttpClient& http, std::string url, Format format);
  void request_endpoint(Answer<Endpoint> answer);

 private:
  OpenCalls calls_;
  Format format_;
};

}  // namespace stadttor::protocols::open311
