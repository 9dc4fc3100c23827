// What stands before every call: origin, rate, address, method, body; and ZMS' own contract cases.
#include "programs/city/zms/citizen_api.h"

#include <map>

#include "programs/city/site/file_text.h"
#include "programs/city/zms/small_desk.h"
#include "support/vectors.h"

namespace stadttor::city_server::zms {
namespace {

// Cases that are no statement about this API, each with its reason.
const std::map<std::string, std::string>& left_out_cases() {
  static const std::string kBackend = "an exception of the backend, which this server does not have";
  static const std::string kData = "its answer is Munich's data; the same shape is checked with the small town's";
  static const std::map<std::string, std::string> kCases = {
      {"AppointmentById/testInvalidAuthKey", "a number and a text are the same in a query"},
      {"AppointmentById/testAppointmentNotFound", kBackend},
      {"AppointmentById/testAuthKeyMismatchException", kBackend},
      {"AppointmentById/testInvalidApiClientException", kBackend},
      {"AppointmentById/testDepartmentNotFoundException", kBackend},
      {"AppointmentById/testMailNotFoundException", kBackend},
      {"AppointmentById/testOrganisationNotFoundException", kBackend},
      {"AppointmentById/testProviderNotFoundException", kBackend},
      {"AppointmentById/testRequestNotFoundException", kBackend},
      {"AppointmentById/testScopeNotFoundException", kBackend},
      {"AppointmentById/testProcessInvalidException", kBackend},
      {"AppointmentReserve/testAppointmentNotAvailable", kData},
      {"AppointmentReserve/testProcessInvalid", kBackend},
      {"AppointmentReserve/testProcessAlreadyExists", kBackend},
      {"AppointmentUpdate/testTooManyEmailsAtLocation", kBackend},
      {"AppointmentUpdate/testAppointmentNotFoundException", kBackend},
      {"AppointmentUpdate/testAuthKeyMismatchException", kBackend},
      {"AppointmentUpdate/testProcessInvalid", kBackend},
      {"AppointmentUpdate/testProcessNotReservedAnymore", kBackend},
      {"AppointmentUpdate/testEmailRequired", kBackend},
      {"AppointmentUpdate/testTelephoneRequired", kBackend},
      {"MyAppointments/testBasicRendering", "nobody can log in here"},
      {"AvailableCalendar/testRendering", kData},
      {"AvailableCalendar/testEmptyCalendar", kData},
      {"Captcha/testCaptchaDetails", "the addresses are another server's; its members are checked with the small town's"},
      {"CaptchaVerify/testVerifySolutionSuccess", "its proof is a dummy"},
      {"CaptchaVerify/testVerifySolutionMissingValidField", "an answer of another ALTCHA server"},
      {"CaptchaVerify/testVerifySolutionInvalidCaptcha", "its proof is a dummy"},
      {"CaptchaVerify/testVerifySolutionInvalidBase64", "without its request; the answer is checked in captcha_test"},
      {"OfficesServicesRelations/testRendering", kData},
      {"OfficesServicesRelations/testDisplayNotPublicRequests", kData},
      {"OfficesServicesRelations/testOfficesNotFound", kBackend},
      {"OfficesServicesRelations/testServicesNotFound", kBackend},
  };
  return kCases;
}

const std::map<std::string, const char*>& paths_by_suite() {
  static const std::map<std::string, const char*> kPaths = {
      {"AppointmentById", "/appointment/"},           {"AppointmentCancel", "/cancel-appointment/"}, {"AppointmentConfirm", "/confirm-appointment/"}, {"AppointmentPreconfirm", "/preconfirm-appointment/"},
      {"AppointmentReserve", "/reserve-appointment/"}, {"AppointmentUpdate", "/update-appointment/"}, {"MyAppointments", "/my-appointments/"},         {"AvailableCalendar", "/available-calendar/"}};
  return kPaths;
}

std::string query_of(const Json& parameters) {
  std::string query = "?";
  for (const auto& member : parameters.items()) query.append(member.key()).append("=").append(member.value().is_string() ? member.value().get<std::string>() : member.value().dump()).append("&");
  return query;
}

// Codes with their statuses, in their order.
std::string errors_in(const Json& body) {
  std::string text;
  for (const Json& error : body.value("errors", Json::array())) text.append(error["errorCode"].get<std::string>()).append(" ").append(error["statusCode"].dump()).append("\n");
  return text;
}

Json contract_cases() {
  if (testing::is_without_vectors("zms/citizenapi-expected.json")) return Json::array();
  return Json::parse(testing::text_of_file(testing::vectors_folder() / "zms/citizenapi-expected.json"), nullptr, false);
}

// What a case speaks of must be there: an appointment in the state that the call needs.
Json process_for(SmallDesk& desk, const std::string& suite) {
  if (suite == "AppointmentUpdate") return desk.reserve(kEight);
  if (suite == "AppointmentPreconfirm") {
    const Json reserved = desk.reserve(kEight);
    return desk.post("/update-appointment/", SmallDesk::with_person(reserved));
  }
  return desk.preconfirm(kEight);
}

// Its own appointment and office for Munich's.
Json parameters_for(SmallDesk& desk, const Json& one) {
  Json parameters = one["parameters"];
  const std::string suite = one["suite"];
  const Json process = suite == "AppointmentReserve" ? Json() : process_for(desk, suite);
  if (parameters.contains("processId") && parameters["processId"] == "101002") parameters["processId"] = std::to_string(process["processId"].get<int>());
  if (parameters.contains("authKey") && parameters["authKey"] == "fb43") parameters["authKey"] = process["authKey"];
  if (parameters.contains("officeId") && parameters["officeId"] == 10546) parameters["officeId"] = 11;
  if (parameters.contains("serviceId") && parameters["serviceId"] == Json::array({"1063423"})) parameters["serviceId"] = {"21"};
  if (parameters.contains("timestamp") && parameters["timestamp"] == "32526616522") parameters["timestamp"] = std::to_string(kEight);
  return parameters;
}

}  // namespace

TEST_SUITE("programs/city/zms") {
  TEST_CASE("the contract's cases are answered with the errors, statuses and members they demand") {
    int asked = 0;
    int left_out = 0;
    for (const Json& one : contract_cases()) {
      const std::string name = one["suite"].get<std::string>() + "/" + one["test"].get<std::string>();
      if (left_out_cases().count(name) > 0) {
        ++left_out;
        continue;
      }
      ++asked;
      SmallDesk desk;
      const std::string path = paths_by_suite().at(one["suite"]);
      const Json parameters = one["suite"] == "MyAppointments" ? Json::object() : parameters_for(desk, one);
      const bool is_post = one["method"] == "POST" && one["suite"] != "MyAppointments";
      const Answer answer = is_post ? desk.ask("POST", path, parameters.dump()) : desk.ask("GET", path + query_of(parameters));
      const Json body = SmallDesk::json_of(answer);
      const Json& expected = one["expectedResponse"];
      CHECK_MESSAGE(errors_in(body) == errors_in(expected), name);
      if (one.contains("status")) CHECK_MESSAGE(answer.status == one["status"], name);
      if (expected.contains("errors")) continue;
      for (const auto& member : expected.items()) CHECK_MESSAGE(body.contains(member.key()), name << ": " << member.key());
      CHECK_MESSAGE(body["status"] == (one["suite"] == "AppointmentById" ? Json("preconfirmed") : expected["status"]), name);
    }
    MESSAGE("contract cases: " << asked << " asked, " << left_out << " left out");
    CHECK((asked == 0 || asked + left_out == 97));
  }

  TEST_CASE("a scope has the members of the contract's scope, and so has an office") {
    SmallDesk desk;
    const Json body = desk.get("/offices-and-services/");
    for (const Json& one : contract_cases()) {
      if (one["suite"] != "OfficesServicesRelations" || one["test"] != "testRendering") continue;
      for (const char* list : {"offices", "services", "relations"}) {
        for (const auto& member : one["expectedResponse"][list][0].items()) CHECK_MESSAGE(body[list][0].contains(member.key()), list << ": " << member.key());
      }
      for (const auto& member : one["expectedResponse"]["offices"][0]["scope"].items()) CHECK_MESSAGE(body["offices"][0]["scope"].contains(member.key()), member.key());
    }
    CHECK(body["offices"].size() == 2);
    CHECK(body["relations"].size() == 4);
    CHECK(body["services"][0]["combinable"] == Json::parse(R"({"1": {"22": [11]}})"));
    CHECK(body["services"][2]["combinable"] == Json::array());
  }

  TEST_CASE("offices and services can be asked for one by one") {
    SmallDesk desk;
    CHECK(desk.get("/offices-and-services/?serviceId=22")["offices"].size() == 1);
    CHECK(desk.get("/offices-and-services/?locationId=12")["services"].size() == 1);
    CHECK(SmallDesk::error_in(desk.get("/offices-and-services/?locationId=99")) == "providerNotFound");
    CHECK(SmallDesk::error_in(desk.get("/offices-and-services/?serviceId=99")) == "requestNotFound");
    CHECK(SmallDesk::error_in(desk.get("/offices-and-services/?serviceId=x")) == "invalidServiceId");
  }

  TEST_CASE("after sixty calls in a minute a client waits, and another one does not") {
    SmallDesk desk(CitizenApiSettings{});
    for (int i = 0; i < 60; ++i) CHECK(desk.ask("GET", "/captcha-details/").status == 200);
    const Answer refused = desk.ask("GET", "/captcha-details/");
    CHECK(refused.status == 429);
    CHECK(SmallDesk::error_in(SmallDesk::json_of(refused)) == "rateLimitExceeded");
    CHECK(refused.header("Retry-After") == "1");
    CHECK(desk.ask("GET", "/captcha-details/", "", "192.0.2.9").status == 200);
    desk.now += 1;
    CHECK(desk.ask("GET", "/captcha-details/").status == 200);
  }

  TEST_CASE("pages of the portal may ask, and no others") {
    CitizenApiSettings settings;
    settings.portal_origins = {"https://portal.example"};
    SmallDesk desk(settings);
    IncomingRequest request;
    request.method = "GET";
    request.path = "/api/citizen/captcha-details/";
    request.host = "kleinstadt.example";
    for (const char* origin : {"", "https://kleinstadt.example", "https://portal.example"}) {
      request.origin = origin;
      CHECK(desk.api->answer(request).status == 200);
      CHECK(desk.api->answer(request).header("Access-Control-Allow-Origin") == origin);
    }
    request.method = "OPTIONS";
    CHECK(desk.api->answer(request).status == 204);
    request.origin = "https://elsewhere.example";
    CHECK(desk.api->answer(request).status == 403);
    CHECK(desk.api->answer(request).header("Access-Control-Allow-Origin") == "");
  }

  TEST_CASE("unknown addresses, wrong methods and bodies that cannot be read are refused in the standard's own form") {
    SmallDesk desk;
    const auto refusal = [](const Answer& answer) { return std::to_string(answer.status) + " " + SmallDesk::error_in(SmallDesk::json_of(answer)); };
    CHECK(refusal(desk.ask("GET", "/available-days/")) == "404 notFound");
    CHECK(refusal(desk.ask("GET", "/")) == "404 notFound");
    CHECK(refusal(desk.ask("GET", "/cancel-appointment/")) == "405 requestMethodNotAllowed");
    CHECK(refusal(desk.ask("POST", "/available-calendar/", "{}")) == "405 requestMethodNotAllowed");
    CHECK(refusal(desk.ask("POST", "/cancel-appointment/", "{")) == "400 invalidRequest");
    CHECK(refusal(desk.ask("POST", "/cancel-appointment/", "{\"a\":\"" + std::string(40'000, 'x') + "\"}")) == "413 requestEntityTooLarge");
    CHECK(desk.ask("GET", "/captcha-details").status == 200);  // without the slash at the end
    CHECK(CitizenApi::owns("/api/citizen/x"));
    CHECK(!CitizenApi::owns("/api/citizens"));
  }

  TEST_CASE("a request that names another host cannot make a mail lead there") {
    SmallDesk desk({{"https://portal.example"}, "https://kleinstadt.example", {1000, 1000}, {1000, 1000}});
    const auto link_for = [&desk](const std::string& host, const std::string& origin) {
      const Json reserved = desk.reserve(kEight);
      desk.post("/update-appointment/", SmallDesk::with_person(reserved));
      IncomingRequest request;
      request.method = "POST";
      request.path = "/api/citizen/preconfirm-appointment/";
      request.host = host;
      request.origin = origin;
      request.content_type = "application/json";
      request.body_state = BodyState::Read;
      request.body = SmallDesk::access(reserved).dump();
      CHECK(desk.api->answer(request).status == 200);
      const std::string mail = find_file_text(desk.folder.path() / "mails" / (reserved["processId"].dump() + "-bestaetigen.eml")).value_or("");
      desk.post("/cancel-appointment/", SmallDesk::access(reserved));
      const std::size_t begin = mail.find("http");
      return mail.substr(begin, mail.find("/de/termine") - begin);
    };
    CHECK(link_for("evil.example", "") == "https://kleinstadt.example");
    CHECK(link_for("evil.example", "https://evil.example") == "https://kleinstadt.example");
    CHECK(link_for("localhost.evil.example", "") == "https://kleinstadt.example");
    CHECK(link_for("kleinstadt.example", "https://portal.example") == "https://portal.example");
    CHECK(link_for("localhost:8080", "http://localhost:8080") == "http://localhost:8080");
  }

  TEST_CASE("what is typed into fields cannot add fields to a mail, and long texts are refused") {
    SmallDesk desk;
    const Json reserved = desk.reserve(kEight);
    Json body = SmallDesk::with_person(reserved);
    body["familyName"] = "Muster\r\nBcc: all@post.example";
    CHECK(desk.post("/update-appointment/", body)["familyName"] == "Muster  Bcc: all@post.example");
    body["email"] = "a@post.example\nBcc: b@post.example";
    CHECK(SmallDesk::error_in(desk.post("/update-appointment/", body)) == "invalidEmail");
    body = SmallDesk::with_person(reserved);
    body["customTextfield"] = std::string(251, 'x');
    body["customTextfield2"] = std::string(251, 'x');
    body["familyName"] = std::string(101, 'x');
    const Json refused = desk.post("/update-appointment/", body);
    CHECK(errors_in(refused) == "invalidFamilyName 400\ninvalidCustomTextfield 400\ninvalidCustomTextfield2 400\n");
    body = SmallDesk::with_person(reserved, "");
    const Answer answer = desk.ask("POST", "/update-appointment/", body.dump());
    CHECK(answer.status == 406);
    CHECK(SmallDesk::error_in(SmallDesk::json_of(answer)) == "emailIsRequired");
  }
}

}  // namespace stadttor::city_server::zms
