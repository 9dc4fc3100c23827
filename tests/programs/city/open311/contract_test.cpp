// The GeoReport server against what others say of GeoReport: its own schemas, and the portal's client.
#include "forms/schema/schema.h"
#include "programs/city/open311/report_world.h"
#include "protocols/open311/earlier_report.h"
#include "protocols/open311/report_client.h"
#include "support/later_answers.h"
#include "support/scripted_http.h"
#include "support/vectors.h"

namespace stadttor::city_server::open311 {
namespace {

namespace client = protocols::open311;

// The portal's client, with the server at the other end of its wire.
class Portal {
 public:
  Portal(ReportWorld& world, Format format)
      : http_(shop_.loop, [&world](const platform::HttpRequest& sent) { return carried(world, sent); }), reports(http_, "/open311/v2", format, {"kleinstadt", ""}) {}

  template <class Value, class Ask>
  Result<Value> answer(Ask ask) {
    Result<Value> given = Error{ErrorKind::TimedOut, "test", "nothing was answered", NextStep::None};
    ask([&given](Result<Value> result, protocols::RetryAdvice) { given = std::move(result); });
    shop_.loop.run();
    return given;
  }

 private:
  static Result<platform::HttpResponse> carried(ReportWorld& world, const platform::HttpRequest& sent) {
    IncomingRequest request = ReportWorld::request_to(sent.method, sent.url);
    request.content_type = "application/x-www-form-urlencoded";
    request.body = sent.body;
    request.body_state = sent.body.empty() ? BodyState::Absent : BodyState::Read;
    const Answer answer = world.server->answer(request);
    return platform::HttpResponse{answer.status, answer.body, std::string(answer.header("Retry-After"))};
  }

  testing::Workshop shop_;
  testing::ScriptedHttp http_;

 public:
  client::ReportClient reports;
};

client::Report lamp() {
  client::Report report;
  report.service_code = "laterne";
  report.position = Personal<Position>(Position{51.4308123, 9.8712345});
  report.attributes.push_back({"stoerung", Personal<std::vector<std::string>>({"dunkel"})});
  report.attributes.push_back({"schaden", Personal<std::vector<std::string>>({"glas", "mast"})});
  report.description = Personal<std::string>("Dunkel & still\nseit Montag: ä+%");
  report.email = Personal<std::string>("anna@example.org");
  return report;
}

// The schemas require texts where the standard's own examples have null.
JsonValue without_nulls(const JsonValue& value) {
  if (value.is(JsonKind::List)) {
    std::vector<JsonValue> items;
    for (const JsonValue& item : value.items()) items.push_back(without_nulls(item));
    return JsonValue::list(std::move(items));
  }
  if (!value.is(JsonKind::Object)) return value;
  std::vector<JsonValue::Member> members;
  for (const auto& [name, content] : value.members()) {
    if (!content.is(JsonKind::Null)) members.emplace_back(name, without_nulls(content));
  }
  return JsonValue::object(std::move(members));
}

void check_against(const std::string& schema_name, const JsonValue& value) {
  const std::filesystem::path folder = testing::vectors_folder() / "open311/schema";
  forms::SchemaOptions options;
  options.dialect = forms::SchemaDialect::Draft7;
  options.find_document = [&folder](const std::string& uri) -> std::optional<JsonValue> {
    const std::string name = uri.substr(uri.find_last_of('/') + 1);
    if (!std::filesystem::exists(folder / name)) return std::nullopt;
    return testing::json_of_file(folder / name);
  };
  const auto schema = forms::Schema::compile(testing::json_of_file(folder / schema_name), options, "file:///schema/" + schema_name);
  if (!CHECK_MESSAGE(schema.ok(), schema_name)) return;
  for (const forms::SchemaProblem& problem : schema.value().problems_of(without_nulls(value))) CHECK_MESSAGE(false, schema_name << " at " << problem.instance << ": " << problem.keyword);
}

}  // namespace

TEST_SUITE("city/open311") {
  TEST_CASE("answers are what GeoReport's schemas say") {
    if (testing::is_without_vectors("open311/schema/service.json")) return;
    ReportWorld world;
    for (int at = 0; at < 2; ++at) CHECK(world.post(std::string("service_code=laterne&attribute[stoerung]=dunkel&description=x") + kPlace).status == 200);
    const JsonValue services = testing::json_of_text(world.get("/services.json").body);
    for (const JsonValue& service : services.items()) check_against("service.json", service);
    const JsonValue requests = testing::json_of_text(world.get("/requests.json").body);
    for (const JsonValue& request : requests.items()) check_against("request.json", request);
    check_against("service-definition.json", testing::json_of_text(world.get("/services/laterne.json").body));
  }

  TEST_CASE("the portal's client reads kinds, questions, receipts and reports in both formats") {
    for (const Format format : {Format::Json, Format::Xml}) {
      ReportWorld world;
      Portal portal(world, format);
      const auto types = portal.answer<std::vector<client::ServiceType>>([&](auto answer) { portal.reports.request_service_types(answer); });
      if (!CHECK((types.ok() && types.value().size() == 3))) return;
      CHECK(types.value()[0].keywords == std::vector<std::string>{"Licht", "Lampe"});
      CHECK(types.value()[1].name == "Wilder Müll & <Unrat>");
      CHECK(types.value()[2].delivery == client::Delivery::Batch);
      const auto definition = portal.answer<client::ServiceDefinition>([&](auto answer) { portal.reports.request_definition("laterne", answer); });
      if (!CHECK((definition.ok() && definition.value().attributes.size() == 5))) return;
      CHECK(client::check_report(lamp(), &definition.value()).ok());
      const auto receipt = portal.answer<client::ReportReceipt>([&](auto answer) { portal.reports.post(lamp(), answer); });
      if (!CHECK(receipt.ok())) return;
      CHECK(receipt.value().service_notice == "Danke. Ihre Worte werden erst geprüft.");
      const auto one = portal.answer<client::ServiceRequest>([&](auto answer) { portal.reports.request_report(receipt.value().id, answer); });
      if (!CHECK((one.ok() && one.value().position))) return;
      CHECK(one.value().position->latitude == 51.430812);
      CHECK(one.value().status == client::RequestStatus::Open);
    }
  }

  TEST_CASE("a lost answer is found again: perhaps while words are withheld, surely once they are released") {
    ReportWorld world;
    Portal portal(world, Format::Json);
    const platform::Instant sent_at = world.now * 1000;
    const auto receipt = portal.answer<client::ReportReceipt>([&](auto answer) { portal.reports.post(lamp(), answer); });
    if (!CHECK(receipt.ok())) return;
    const auto found = [&] {
      const auto published = portal.answer<std::vector<client::ServiceRequest>>([&](auto answer) { portal.reports.request_reports(client::filter_for_earlier(lamp(), sent_at, sent_at + 60'000), answer); });
      CHECK(published.ok());
      return published.ok() ? client::find_earlier_report(lamp(), sent_at, published.value()) : client::EarlierReport{};
    };
    CHECK(found().arrival == client::Arrival::Perhaps);
    CHECK(release(world.connection, 1, ReportPart::Description, Release::Public, world.now).ok());
    CHECK(found().arrival == client::Arrival::Arrived);
    CHECK(found().id == receipt.value().id);
  }
}
}  // namespace stadttor::city_server::open311
