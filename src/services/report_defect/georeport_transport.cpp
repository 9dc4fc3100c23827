#include "services/report_defect/georeport_transport.h"

#include <algorithm>
#include <cstdlib>

namespace stadttor::services::report_defect {

using protocols::RetryAdvice;
using protocols::open311::Arrival;
using protocols::open311::EarlierReport;
using protocols::open311::Position;
using protocols::open311::ReportReceipt;
using protocols::open311::ServiceDefinition;
using protocols::open311::ServiceRequest;
using protocols::open311::ServiceType;

std::optional<Position> parse_position(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return std::nullopt;
  return Position{std::strtod(text.substr(0, comma).c_str(), nullptr), std::strtod(text.substr(comma + 1).c_str(), nullptr)};
}

protocols::open311::Report report_to_send(const kept_data::Report& report) {
  protocols::open311::Report sent;
  sent.service_code = report.service_code;
  if (const auto position = parse_position(report.position.reveal<"the place of a report is sent with it">())) sent.position = Personal<Position>(*position);
  sent.address = report.address;
  for (const kept_data::ReportAnswer& answer : report.answers) sent.attributes.push_back({answer.code, answer.values});
  sent.description = report.description;
  sent.first_name = report.first_name;
  sent.last_name = report.last_name;
  sent.email = report.email;
  sent.phone = report.phone;
  sent.post_key = report.post_key;
  return sent;
}

void GeoReportTransport::check(const kept_data::Report& report, Answer<Done> answer) {
  client_.request_service_types([this, sent = report_to_send(report), answer = std::move(answer)](const Result<std::vector<ServiceType>>& types, const RetryAdvice& advice) {
    if (!types.ok()) return answer(types.error(), advice);
    const auto& all = types.value();
    const auto type = std::find_if(all.begin(), all.end(), [&sent](const ServiceType& one) { return one.code == sent.service_code; });
    if (type == all.end()) return answer(Error{ErrorKind::MalformedData, "service_code", "a kind of report that is no longer taken", NextStep::CorrectInput}, {});
    if (!type->has_definition) return answer(check_report(sent, nullptr), {});
    client_.request_definition(sent.service_code, [sent, answer](const Result<ServiceDefinition>& definition, const RetryAdvice& later) {
      if (!definition.ok()) return answer(definition.error(), later);
      answer(check_report(sent, &definition.value()), {});
    });
  });
}

void GeoReportTransport::post(const kept_data::Report& report, const Personal<std::string>& photo, Answer<ReportReceipt> answer) {
  protocols::open311::Report sent = report_to_send(report);
  if (!photo.is_empty()) sent.photo = protocols::open311::Photo{report.photo_type, photo};
  client_.post(sent, std::move(answer));
}

EarlierReport find_earlier(const kept_data::Report& report, const std::vector<ServiceRequest>& published) {
  const auto sent = report_to_send(report);
  EarlierReport first = find_earlier_report(sent, report.posted_at, published);
  if (first.arrival == Arrival::Arrived) return first;
  EarlierReport last = find_earlier_report(sent, report.last_posted_at, published);
  return last.arrival == Arrival::NotSeen ? first : last;
}

void GeoReportTransport::ask_earlier(const kept_data::Report& report, Answer<EarlierReport> answer) {
  client_.request_reports(filter_for_earlier(report_to_send(report), report.posted_at, clock_.now()),
                          [report, answer = std::move(answer)](const Result<std::vector<ServiceRequest>>& published, const RetryAdvice& advice) {
                            if (!published.ok()) return answer(published.error(), advice);
                            answer(find_earlier(report, published.value()), {});
                          });
}

void GeoReportTransport::ask_number(const kept_data::Report& report, Answer<std::string> answer) {
  client_.request_report_id(report.token, [answer = std::move(answer)](const Result<ReportReceipt>& receipt, const RetryAdvice& advice) {
    if (!receipt.ok()) return answer(receipt.error(), advice);
    answer(receipt.value().id, {});
  });
}

}  // namespace stadttor::services::report_defect
