#include "protocols/open311/report.h"

#include "foundation/url.h"
#include "protocols/open311/date_time.h"
#include "protocols/open311/earlier_report.h"
#include "protocols/open311/report_client.h"
#include "support/later_answers.h"
#include "support/scripted_http.h"

using namespace stadttor;
using namespace stadttor::platform;
using namespace stadttor::protocols;
using namespace stadttor::protocols::open311;
using testing::ScriptedHttp;
using testing::Workshop;

namespace {

constexpr Instant kSent = 1'795'600'000'000;
const Access kAccess{"musterstadt.example", "portal-key"};

Report street_lamp() {
  Report report;
  report.service_code = "3.2";
  report.position = Personal<Position>({50.8612345, 6.9712345});
  report.attributes.push_back({"LAMP", Personal<std::vector<std::string>>({"12 & 13"})});
  report.attributes.push_back({"WHEN", Personal<std::vector<std::string>>({"dusk", "dawn"})});
  report.description = Personal<std::string>("Die Laterne flackert.");
  return report;
}

ServiceDefinition lamp_definition() {
  ServiceDefinition definition{"3.2", {}};
  definition.attributes.push_back({"READ", AttributeKind::Text, "", "", {}, 0, false, false});
  definition.attributes.push_back({"LAMP", AttributeKind::Text, "", "", {}, 1, true, true});
  definition.attributes.push_back({"WHEN", AttributeKind::SeveralOfList, "", "", {{"dusk", ""}, {"dawn", ""}}, 2, true, false});
  return definition;
}

ServiceRequest published_lamp() {
  ServiceRequest request;
  request.id = "12504-2026";
  request.service_code = "3.2";
  request.description = "Die Laterne\r\nflackert.";
  request.requested_at = kSent + 2000;
  request.position = Position{50.861235, 6.971235};
  return request;
}

template <class Value>
struct Given {
  Result<Value> result = Error{ErrorKind::TimedOut, "test", "nothing was answered", NextStep::None};
  RetryAdvice advice;
};

struct Exchange {
  Workshop shop;
  Result<HttpResponse> response = HttpResponse{};
  ScriptedHttp http{shop.loop, [this](const HttpRequest&) { return response; }};
  ReportClient client{http, "https://a.example/v2", Format::Json, kAccess};

  template <class Value, class Call>
  Given<Value> ask(Call call) {
    Given<Value> given;
    call([&given](Result<Value> result, RetryAdvice advice) { given = {std::move(result), advice}; });
    shop.loop.run();
    return given;
  }
  Given<ReportReceipt> post() {
    return ask<ReportReceipt>([this](auto answer) { client.post(street_lamp(), answer); });
  }
};

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("a report becomes a form with the standard's names, six decimals and nothing that was not given") {
    CHECK(body_from_report(street_lamp(), kAccess).bytes.reveal<"a test reads it">() ==
          "api_key=portal-key&jurisdiction_id=musterstadt.example&service_code=3.2&lat=50.861235&long=6.971235&attribute%5BLAMP%5D=12%20%26%2013"
          "&attribute%5BWHEN%5D%5B%5D=dusk&attribute%5BWHEN%5D%5B%5D=dawn&description=Die%20Laterne%20flackert.");
  }

  TEST_CASE("a report with a photo is a form of parts, and the same report is the same bytes") {
    Report report = street_lamp();
    report.post_key = "k1";
    report.attributes[0].code = "A\"\r\nB";
    report.photo = Photo{"image/jpeg", Personal<std::string>(std::string("\xff\xd8\0--", 5))};
    const PostedBody body = body_from_report(report, kAccess);
    CHECK(body.content_type == "multipart/form-data; boundary=stadttor-k1");
    const std::string& bytes = body.bytes.reveal<"a test reads it">();
    CHECK(bytes.find("--stadttor-k1\r\nContent-Disposition: form-data; name=\"service_code\"\r\n\r\n3.2\r\n") != std::string::npos);
    CHECK(bytes.find("name=\"attribute[A%22%0D%0AB]\"\r\n\r\n12 & 13\r\n") != std::string::npos);
    const std::string photo = "--stadttor-k1\r\nContent-Disposition: form-data; name=\"media\"; filename=\"foto.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" +
                              std::string("\xff\xd8\0--", 5) + "\r\n--stadttor-k1--\r\n";
    CHECK(bytes.substr(bytes.size() - photo.size()) == photo);
    CHECK(body_from_report(report, kAccess).bytes.reveal<"a test reads it">() == bytes);
  }

  TEST_CASE("a report is checked against the definition as it is now, and the fault names its place") {
    const auto fault = [](const Report& report, const ServiceDefinition& definition) {
      const Outcome outcome = check_report(report, &definition);
      return outcome.ok() ? std::string() : outcome.error().where;
    };
    CHECK(fault(street_lamp(), lamp_definition()).empty());
    ServiceDefinition changed = lamp_definition();
    changed.attributes[2].values.pop_back();
    CHECK(fault(street_lamp(), changed) == "WHEN");
    changed.attributes.pop_back();
    CHECK(fault(street_lamp(), changed) == "WHEN");
    changed = lamp_definition();
    changed.attributes.push_back({"NEW", AttributeKind::Number, "", "", {}, 3, true, true});
    CHECK(fault(street_lamp(), changed) == "NEW");
    changed = lamp_definition();
    changed.attributes[2].kind = AttributeKind::OneOfList;
    CHECK(fault(street_lamp(), changed) == "WHEN");
    Report nowhere = street_lamp();
    nowhere.position.reset();
    CHECK(fault(nowhere, lamp_definition()) == "position");
    Report wordy = street_lamp();
    std::string words;
    for (int i = 0; i < 4000; ++i) words += "ä";
    wordy.description = Personal<std::string>(words);
    CHECK(fault(wordy, lamp_definition()).empty());
    wordy.description = Personal<std::string>(words + "!");
    CHECK(fault(wordy, lamp_definition()) == "description");
  }

  TEST_CASE("a post answers with an id, a token or neither, and asks for a repeat only where one may work") {
    Exchange exchange;
    exchange.response = HttpResponse{201, R"([{"token":"t-1"}])", {}};
    const auto token = exchange.post();
    if (CHECK(token.result.ok())) CHECK((token.result.value().id.empty() && token.result.value().token == "t-1"));
    CHECK(exchange.http.requests[0].url == "https://a.example/v2/requests.json");
    exchange.response = HttpResponse{200, "[{}]", {}};
    CHECK(exchange.post().result.ok());

    for (const int status : {408, 425, 429, 500, 502, 503, 504, 301}) {
      exchange.response = HttpResponse{status, "<html>", "30"};
      const auto given = exchange.post();
      CHECK_FALSE(given.result.ok());
      CHECK(given.advice.may_work_later);
    }
    for (const int status : {400, 401, 403, 404, 409, 413, 422}) {
      exchange.response = HttpResponse{status, R"([{"code":400,"description":"Die Laterne flackert. is invalid"}])", {}};
      const auto given = exchange.post();
      CHECK_FALSE(given.advice.may_work_later);
      // The server repeats what was sent; the error must not.
      if (CHECK_FALSE(given.result.ok())) CHECK(text_from_error(given.result.error()).find("Laterne") == std::string::npos);
    }
    exchange.response = Error{ErrorKind::NetworkUnreachable, "a.example", "", NextStep::TryAgain};
    CHECK(exchange.post().advice.may_work_later);
    exchange.response = HttpResponse{200, "[{\"service_request_id\":", {}};
    CHECK(exchange.post().advice.may_work_later);
  }

  TEST_CASE("questions to a server carry codes and times, and answers to other questions are refused") {
    Exchange exchange;
    exchange.response = HttpResponse{200, "[]", {}};
    const RequestFilter filter = filter_for_earlier(street_lamp(), kSent, kSent + 60'000);
    CHECK(exchange.ask<std::vector<ServiceRequest>>([&](auto answer) { exchange.client.request_reports(filter, answer); }).result.ok());
    const std::string from = percent_encoded(text_from_instant(kSent - 600'000));
    CHECK(exchange.http.requests[0].url.rfind("https://a.example/v2/requests.json?jurisdiction_id=musterstadt.example&service_code=3.2&start_date=" + from, 0) == 0);
    CHECK(exchange.http.requests[0].url.find("Laterne") == std::string::npos);
    exchange.response = HttpResponse{200, R"([{"service_request_id":"2"}])", {}};
    CHECK_FALSE(exchange.ask<ServiceRequest>([&](auto answer) { exchange.client.request_report("1", answer); }).result.ok());
    CHECK(exchange.ask<ServiceRequest>([&](auto answer) { exchange.client.request_report("2", answer); }).result.ok());
    const std::size_t count = exchange.http.requests.size();
    CHECK_FALSE(exchange.ask<ServiceRequest>([&](auto answer) { exchange.client.request_report("../admin", answer); }).result.ok());
    CHECK(exchange.http.requests.size() == count);
  }

  TEST_CASE("a report whose answer was lost is found again by kind, place, time and words") {
    const auto arrival = [](const std::vector<ServiceRequest>& published) { return find_earlier_report(street_lamp(), kSent, published); };
    CHECK(arrival({published_lamp()}).arrival == Arrival::Arrived);
    CHECK(arrival({published_lamp()}).id == "12504-2026");
    CHECK(arrival({}).arrival == Arrival::NotSeen);
    const auto changed = [&](auto change) {
      ServiceRequest request = published_lamp();
      change(request);
      return arrival({request}).arrival;
    };
    CHECK(changed([](ServiceRequest& r) { r.service_code = "3.1"; }) == Arrival::NotSeen);
    CHECK(changed([](ServiceRequest& r) { r.requested_at = kSent - 601'000; }) == Arrival::NotSeen);
    CHECK(changed([](ServiceRequest& r) { r.requested_at = kSent - 599'000; }) == Arrival::Arrived);
    CHECK(changed([](ServiceRequest& r) { r.position->latitude += 0.002; }) == Arrival::NotSeen);
    CHECK(changed([](ServiceRequest& r) { r.position->latitude += 0.0005; }) == Arrival::Perhaps);
    CHECK(changed([](ServiceRequest& r) { r.description.clear(); }) == Arrival::Perhaps);
    CHECK(changed([](ServiceRequest& r) { r.description = "Der Gehweg ist kaputt."; }) == Arrival::NotSeen);
    CHECK(changed([](ServiceRequest& r) { r.position.reset(); }) == Arrival::Perhaps);
  }

  TEST_CASE("of two reports that are the same nobody can say which is the citizen's") {
    const EarlierReport earlier = find_earlier_report(street_lamp(), kSent, {published_lamp(), published_lamp()});
    CHECK(earlier.arrival == Arrival::Perhaps);
    CHECK(earlier.id.empty());
  }

  TEST_CASE("a report client that has gone answers nobody") {
    Workshop shop;
    ScriptedHttp http(shop.loop, [](const HttpRequest&) -> Result<HttpResponse> { return HttpResponse{200, "[{}]", {}}; });
    bool is_answered = false;
    {
      ReportClient client(http, "", Format::Xml, kAccess);
      client.post(street_lamp(), [&](Result<ReportReceipt>, RetryAdvice) { is_answered = true; });
    }
    shop.loop.run();
    CHECK_FALSE(is_answered);
  }
}
