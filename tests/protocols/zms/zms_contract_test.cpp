// The citizen API's own contract cases: what it answers is read, and what we would send is what it takes.
#include <set>

#include "protocols/zms/appointment.h"
#include "protocols/zms/error_code.h"
#include "protocols/zms/error_statement.h"
#include "protocols/zms/free_days.h"
#include "protocols/zms/offices.h"
#include "support/wycheproof.h"

using namespace stadttor;
using namespace stadttor::protocols::zms;
using Json = nlohmann::json;

namespace {

// The case that the suite calls so, or nothing where the vectors are not there.
Json contract(const std::string& suite, const std::string& test) {
  static const Json cases = testing::vectors_in("zms/citizenapi-expected.json");
  for (const Json& one : cases) {
    if (one["suite"] == suite && one["test"] == test) return one;
  }
  return nullptr;
}

std::string answer_of(const std::string& suite, const std::string& test) {
  const Json one = contract(suite, test);
  return one.is_null() ? "" : one["expectedResponse"].dump();
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("all errors of the interface are known by the name the server sends, each with a next step") {
    const Json errors = testing::vectors_in("zms/citizenapi-errors.json");
    if (errors.is_null()) return;
    CHECK(errors.size() == 67);
    std::set<ErrorCode> codes;
    for (const Json& error : errors) {
      const std::string name = error["errorCode"];
      const ErrorCode code = error_code_from(name);
      CHECK_MESSAGE(code != ErrorCode::UnknownError, name);
      CHECK(error_code_name(code) == name);
      codes.insert(code);
      const bool is_for_later = step_for(code) == Step::TryLater;
      const int status = error["statusCode"];
      // What the server calls its own failure passes, except for what it does not have at all.
      if (status >= 500 && status != 501) CHECK_MESSAGE(is_for_later, name);
    }
    CHECK(codes.size() == 67);
    CHECK(error_code_from("somethingNew") == ErrorCode::UnknownError);
    CHECK(step_for(error_code_from("appointmentNotAvailable")) == Step::ChooseAnother);
    CHECK(step_for(error_code_from("captchaExpired")) == Step::ProveAgain);
    CHECK(step_for(error_code_from("preconfirmationExpired")) == Step::BookAgain);
    CHECK(step_for(error_code_from("IP_BLACKLISTED")) == Step::ContactOffice);
  }

  TEST_CASE("a server says each error with the status and the weight the interface has for it") {
    const Json errors = testing::vectors_in("zms/citizenapi-errors.json");
    if (errors.is_null()) return;
    for (const Json& error : errors) {
      const ErrorCode code = error_code_from(error["errorCode"].get<std::string>());
      const Json said = Json::parse(body_from_errors({code}), nullptr, false)["errors"][0];
      CHECK(said["errorCode"] == error["errorCode"]);
      CHECK_MESSAGE(said["statusCode"] == error["statusCode"], error["errorCode"].dump());
      CHECK_MESSAGE(said["errorType"] == error["errorType"], error["errorCode"].dump());
      CHECK(!said["errorMessage"].get<std::string>().empty());
    }
  }

  TEST_CASE("of several errors the heaviest status counts, and one without a name is 520") {
    CHECK(status_of({ErrorCode::InvalidEmail, ErrorCode::EmailIsRequired}) == 406);
    CHECK(status_of({ErrorCode::UnknownError}) == 520);
    CHECK(status_of({}) == 520);
    CHECK(body_from_errors({ErrorCode::MismatchedArrays}).find("MISMATCHED_ARRAYS") != std::string::npos);
  }

  TEST_CASE("of several errors the one that stands in the way of the others comes first") {
    CHECK(weightiest({ErrorCode::InvalidEmail, ErrorCode::CaptchaExpired}) == ErrorCode::CaptchaExpired);
    CHECK(weightiest({ErrorCode::CaptchaExpired, ErrorCode::ServiceUnavailable}) == ErrorCode::ServiceUnavailable);
    CHECK(weightiest({}) == ErrorCode::UnknownError);
  }

  TEST_CASE("every error of the contract cases is known") {
    const Json cases = testing::vectors_in("zms/citizenapi-expected.json");
    for (const Json& one : cases) {
      const Json& expected = one["expectedResponse"];
      if (!expected.is_object() || !expected.contains("errors")) continue;
      for (const Json& error : expected["errors"]) CHECK(error_code_from(error.value("errorCode", "")) != ErrorCode::UnknownError);
    }
  }

  TEST_CASE("an appointment is read in each of its states, null and missing places too") {
    const std::pair<const char*, AppointmentStatus> states[] = {{"AppointmentById", AppointmentStatus::Confirmed},        {"AppointmentCancel", AppointmentStatus::Deleted},
                                                                {"AppointmentConfirm", AppointmentStatus::Confirmed},     {"AppointmentPreconfirm", AppointmentStatus::Preconfirmed},
                                                                {"AppointmentReserve", AppointmentStatus::Reserved},      {"AppointmentUpdate", AppointmentStatus::Reserved}};
    for (const auto& state : states) {
      const std::string body = answer_of(state.first, "testRendering");
      if (body.empty()) return;
      const auto appointment = parse_appointment(body, state.first);
      if (!CHECK(appointment.ok())) continue;
      CHECK(appointment.value().status == state.second);
      CHECK(appointment.value().access.process_id == 101002);
      CHECK(appointment.value().access.auth_key.reveal<"a test reads it">() == "fb43");
    }
    const auto confirmed = parse_appointment(answer_of("AppointmentById", "testRendering"), "test");
    if (!CHECK(confirmed.ok())) return;
    CHECK(confirmed.value().begins == 1724907600);
    CHECK(confirmed.value().rules.custom_label == "Nachname des Kindes");
    CHECK(confirmed.value().rules.reservation_minutes == 15);
    if (CHECK(confirmed.value().services.size() == 1)) CHECK(confirmed.value().services[0].service_id == 1063424);
    // Asked for nothing by phone: then it is not required either, though the server says so.
    const auto reserved = parse_appointment(answer_of("AppointmentReserve", "testRendering"), "test");
    if (CHECK(reserved.ok())) CHECK_FALSE(reserved.value().rules.is_telephone_required);
  }

  TEST_CASE("an answer without number or key is no appointment") {
    for (const char* body : {"", "[]", "{}", "<html>", R"({"processId":1})", R"({"processId":0,"authKey":"a"})", R"({"processId":null,"authKey":"a"})"}) {
      CHECK_FALSE_MESSAGE(parse_appointment(body, "test").ok(), body);
    }
  }

  TEST_CASE("what is sent has the names and kinds of the contract") {
    const Json reserve = contract("AppointmentReserve", "testRendering");
    const Json update = contract("AppointmentUpdate", "testRendering");
    if (reserve.is_null() || update.is_null()) return;
    CHECK(Json::parse(body_from_reservation({32526616522, 10546, {{1063423, 1}}, ""})) == reserve["parameters"]);
    const AppointmentAccess access{101002, Personal<std::string>("fb43")};
    const auto personal = [](const char* text) { return Personal<std::string>(text); };
    const Person person{personal("TEST_USER"), personal("test@muenchen.de"), personal("123456789"), personal("Some custom text"), personal("Another custom text")};
    CHECK(Json::parse(body_from_person(access, person).reveal<"a test reads it">()) == update["parameters"]);
    CHECK(Json::parse(body_from_access(access).reveal<"a test reads it">()) == contract("AppointmentCancel", "testRendering")["parameters"]);
  }

  TEST_CASE("offices, services and relations are read, and only offices that do it all in one visit are offered") {
    const std::string body = answer_of("OfficesServicesRelations", "testRendering");
    if (body.empty()) return;
    const auto all = parse_offices_and_services(body, "test");
    if (!CHECK(all.ok())) return;
    CHECK(all.value().offices[0].latitude.value_or(0) == 48.12750898398659);
    CHECK(all.value().offices[0].address == "Alte Jakobstraße 105, 10178 Berlin");
    CHECK(offices_for(all.value(), {{1, 1}}) == std::vector<std::int64_t>{9999998, 9999999});
    CHECK(offices_for(all.value(), {{1, 2}}).empty());
    CHECK(offices_for(all.value(), {}).empty());
    CHECK_FALSE(parse_offices_and_services("{}", "test").ok());
  }

  TEST_CASE("services go together where both say so, within the office's slots") {
    const char* body = R"({"offices":[{"id":10,"name":"a","slotsPerAppointment":"3"},{"id":11,"name":"b"}],
      "services":[{"id":1,"name":"x","maxQuantity":2,"combinable":{"1":{"2":[10,11]}}},{"id":2,"name":"y","maxQuantity":1,"combinable":{"1":{"1":[10,11]}}},{"id":3,"name":"z","combinable":[]}],
      "relations":[{"officeId":10,"serviceId":1,"slots":1},{"officeId":11,"serviceId":1,"slots":1},{"officeId":10,"serviceId":2,"slots":2},{"officeId":11,"serviceId":2,"slots":2},{"officeId":10,"serviceId":3,"slots":1}]})";
    const auto all = parse_offices_and_services(body, "test");
    if (!CHECK(all.ok())) return;
    CHECK(offices_for(all.value(), {{1, 1}, {2, 1}}) == std::vector<std::int64_t>{10, 11});
    CHECK(offices_for(all.value(), {{1, 2}, {2, 1}}) == std::vector<std::int64_t>{11});
    CHECK(offices_for(all.value(), {{1, 1}, {3, 1}}).empty());
  }
}
