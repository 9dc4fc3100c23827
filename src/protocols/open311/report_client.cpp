#include "protocols/open311/report_client.h"

#include "foundation/url.h"

namespace stadttor::protocols::open311 {

using platform::HttpRequest;
using platform::HttpResponse;

namespace {

// 10,000 published reports fit.
constexpr std::size_t kLongestAnswer = 8U << 20U;

const char* media_type_of(Format format) { return format == Format::Json ? "application/json" : "text/xml"; }

HttpRequest plain_get(std::string path, Format format) { return {"GET", std::move(path), {{"accept", media_type_of(format)}}, {}}; }

// The errors of the standard: 400 an argument, 403 the key, 404 a code or id that is not there.
Error error_of(int status, const std::string& where) {
  const std::string detail = "HTTP " + std::to_string(status);
  if (status == 400 || status == 422) return {ErrorKind::ServerRefused, where, detail + ", an argument is missing or wrong", NextStep::CorrectInput};
  if (status == 403 || status == 401) return {ErrorKind::ServerRefused, where, detail + ", the portal's key is missing or not known", NextStep::ContactOffice};
  if (status == 404) return {ErrorKind::NotFound, where, detail, NextStep::ContactOffice};
  if (status > 404 && status < 500) return {ErrorKind::ServerRefused, where, detail, NextStep::ContactOffice};
  return {ErrorKind::ServerFailed, where, detail, NextStep::TryAgain};
}

// `read` sees the body and where it is from.
template <class Value, class Read>
platform::HttpCallback told_to(Answer<Value> answer, std::string where, Read read) {
  return [answer = std::move(answer), where = std::move(where), read = std::move(read)](Result<HttpResponse> response) {
    if (!response.ok()) return answer(response.error(), {true, 0});
    const HttpResponse& given = response.value();
    // The standard says 200; servers that say 201 to a post mean the same. Another success is somebody in between.
    if (given.status != 200 && given.status != 201) {
      return answer(error_of(given.status, where), given.status < 400 ? RetryAdvice{true, 0} : advice_for(given.status, given.retry_after));
    }
    if (given.body.size() > kLongestAnswer) return answer(Error{ErrorKind::MalformedData, where, "more than 8 MiB", NextStep::ContactOffice}, {});
    // What cannot be read may have been cut off, and says nothing about what was done.
    answer(read(given.body, where), {true, 0});
  };
}

template <class Value>
void refuse(const Answer<Value>& answer, const char* what) {
  answer(Error{ErrorKind::MalformedData, what, "an id with characters that do not belong there", NextStep::ContactOffice}, {});
}

}  // namespace

ReportClient::ReportClient(platform::HttpClient& http, std::string base, Format format, Access access)
    : calls_(http, std::move(base)), format_(format), access_(std::move(access)) {}

std::string ReportClient::path(const std::string& resource) const { return resource + std::string(extension_of(format_)); }

std::string ReportClient::jurisdiction_query() const { return query_from_filter({}, access_.jurisdiction); }

HttpRequest ReportClient::get(std::string path) const {
  HttpRequest request = plain_get(std::move(path), format_);
  if (!language_.empty()) request.headers.emplace_back("accept-language", language_);
  return request;
}

void ReportClient::request_service_types(Answer<std::vector<ServiceType>> answer) {
  const auto read = [format = format_](const std::string& body, const std::string& where) { return parse_service_types(format, body, where); };
  calls_.send(get(path("/services") + jurisdiction_query()), told_to<std::vector<ServiceType>>(std::move(answer), path("/services"), read));
}

void ReportClient::request_definition(const std::string& service_code, Answer<ServiceDefinition> answer) {
  if (!is_path_part(service_code)) return refuse(answer, "service_code");
  const std::string place = path("/services/" + percent_encoded(service_code));
  const auto read = [format = format_, service_code](const std::string& body, const std::string& where) -> Result<ServiceDefinition> {
    TRY_ASSIGN(ServiceDefinition definition, parse_service_definition(format, body, where));
    if (definition.service_code != service_code) return Error{ErrorKind::MalformedData, where, "another definition than was asked for", NextStep::ContactOffice};
    return definition;
  };
  calls_.send(get(place + jurisdiction_query()), told_to<ServiceDefinition>(std::move(answer), place, read));
}

void ReportClient::request_reports(const RequestFilter& filter, Answer<std::vector<ServiceRequest>> answer) {
  const auto read = [format = format_](const std::string& body, const std::string& where) { return parse_requests(format, body, where); };
  calls_.send(get(path("/requests") + query_from_filter(filter, access_.jurisdiction)),
              told_to<std::vector<ServiceRequest>>(std::move(answer), path("/requests"), read));
}

void ReportClient::request_report(const std::string& id, Answer<ServiceRequest> answer) {
  if (!is_path_part(id)) return refuse(answer, "service_request_id");
  const auto read = [format = format_, id](const std::string& body, const std::string& where) -> Result<ServiceRequest> {
    TRY_ASSIGN(std::vector<ServiceRequest> requests, parse_requests(format, body, where));
    if (requests.size() != 1 || requests[0].id != id) return Error{ErrorKind::MalformedData, where, "another report than was asked for", NextStep::ContactOffice};
    return std::move(requests[0]);
  };
  // A report's id is not named in errors: it leads to what the citizen has written.
  calls_.send(get(path("/requests/" + percent_encoded(id)) + jurisdiction_query()), told_to<ServiceRequest>(std::move(answer), path("/requests/{id}"), read));
}

void ReportClient::request_report_id(const std::string& token, Answer<ReportReceipt> answer) {
  if (!is_path_part(token)) return refuse(answer, "token");
  const auto read = [format = format_](const std::string& body, const std::string& where) { return parse_receipt(format, body, where); };
  calls_.send(get(path("/tokens/" + percent_encoded(token)) + jurisdiction_query()), told_to<ReportReceipt>(std::move(answer), path("/tokens/{token}"), read));
}

void ReportClient::post(const Report& report, Answer<ReportReceipt> answer) {
  const auto read = [format = format_](const std::string& body, const std::string& where) { return parse_receipt(format, body, where); };
  const PostedBody body = body_from_report(report, access_);
  HttpRequest request{"POST", path("/requests"), {{"content-type", body.content_type}, {"accept", media_type_of(format_)}},
                      body.bytes.reveal<"a report goes to the town's server, as its citizen was shown">()};
  if (!report.post_key.empty()) request.headers.emplace_back("idempotency-key", report.post_key);
  calls_.send(std::move(request), told_to<ReportReceipt>(std::move(answer), path("/requests"), read));
}

DiscoveryClient::DiscoveryClient(platform::HttpClient& http, std::string url, Format format) : calls_(http, std::move(url)), format_(format) {}

void DiscoveryClient::request_endpoint(Answer<Endpoint> answer) {
  const auto read = [format = format_](const std::string& body, const std::string& where) -> Result<Endpoint> {
    TRY_ASSIGN(const Discovery discovery, parse_discovery(format, body, where));
    return choose_endpoint(discovery, where);
  };
  calls_.send(plain_get("", format_), told_to<Endpoint>(std::move(answer), "discovery", read));
}

}  // namespace stadttor::protocols::open311
