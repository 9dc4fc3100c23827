// An appointment server with two small offices over a database of its own, asked as a browser asks it, at a time the test sets.
#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <nlohmann/json.hpp>

#include "programs/city/temporary_folder.h"
#include "programs/city/zms/citizen_api.h"

namespace stadttor::city_server::zms {

using Json = nlohmann::json;

// The town hall: steps of 10 minutes, two counters, mails. The annex: steps of 15 minutes, one counter, no mails, a proof first.
// Services: 21 identity card (1 step), 22 moving (2 steps), 23 wedding (4 steps, alone). Services 21 and 22 go together in the town
// hall, the annex does 21 alone.
inline constexpr const char* kSmallPlan = R"({
  "city": "Kleinstadt", "ars": "990000000001", "time_zone": "Europe/Berlin",
  "services": [
    {"id": 21, "service": "ausweis", "name": "Ausweis", "most": 6},
    {"id": 22, "service": "umzug", "name": "Umzug", "most": 2},
    {"id": 23, "service": "hochzeit", "name": "Hochzeit", "most": 1, "alone": true}],
  "offices": [
    {"id": 11, "office": "rathaus", "name": "Rathaus", "short_name": "Rathaus", "number_prefix": "R", "sender": "rathaus@kleinstadt.example",
     "street": "Am Markt 1a", "town": "12345 Kleinstadt", "latitude": 51.5, "longitude": 9.5,
     "slot_minutes": 10, "book_ahead_days": 60, "notice_minutes": 0, "reservation_minutes": 15, "activation_minutes": 30,
     "slots_per_appointment": 6, "appointments_per_mail": 2, "email": "required", "telephone": "optional",
     "further_fields": [{"label": "Name des Kindes", "required": true}, {"label": "Bemerkung"}],
     "hours": [{"day": 0, "from": "08:00", "to": "12:00"}, {"day": 1, "from": "08:00", "to": "10:00"}, {"day": 1, "from": "10:00", "to": "12:00"},
               {"day": 3, "from": "08:00", "to": "12:00"}, {"day": 6, "from": "01:00", "to": "04:00"}],
     "exceptions": [{"from_date": "2026-12-24", "to_date": "2026-12-26", "hours": []},
                    {"from_date": "2026-12-31", "to_date": "2026-12-31", "hours": [{"from": "08:00", "to": "09:00"}]}],
     "counters": [{"id": "eins"}, {"id": "zwei", "services": [21], "hours": [{"day": 0, "from": "08:00", "to": "09:00"}, {"day": 3, "from": "08:30", "to": "10:00"}]}],
     "services": [{"id": 21, "slots": 1}, {"id": 22, "slots": 2}, {"id": 23, "slots": 4}]},
    {"id": 12, "office": "nebenstelle", "name": "Nebenstelle", "slot_minutes": 15, "book_ahead_days": 14, "notice_minutes": 60, "reservation_minutes": 10,
     "activation_minutes": 0, "email": "none", "telephone": "required", "captcha": true,
     "hours": [{"day": 0, "from": "09:00", "to": "10:00"}],
     "counters": [{"id": "eins"}], "services": [{"id": 21, "slots": 1, "most": 1}]}]
})";

// 2026-11-30T06:00:00Z, a Monday: 7 o'clock in the town.
inline constexpr Moment kMonday = 1796018400;
inline constexpr Moment kEight = kMonday + 3600;

class SmallDesk {
 public:
  explicit SmallDesk(CitizenApiSettings settings = {{}, "https://kleinstadt.example", {1000, 1000}, {100000, 1000}}, const std::string& plan = kSmallPlan)
      : connection(Connection::open(folder.path() / "appointments.sqlite", appointment_schema()).value()) {
    const UnixClock clock = [this] { return now.load(); };
    std::unique_ptr<AppointmentDesk> made(new AppointmentDesk{connection, parse_booking_plan(plan, "plan").value(), WallClock("Europe/Berlin"), clock, Captcha::make(clock).value(),
                                                              OutgoingBox(folder.path() / "mails")});
    desk = made.get();
    api = std::make_unique<CitizenApi>(std::move(made), std::move(settings));
  }

  Answer ask(const std::string& method, std::string path, const std::string& body = {}, const std::string& client = "192.0.2.1") {
    IncomingRequest request;
    request.method = method;
    request.host = "kleinstadt.example";
    request.client_address = client;
    if (const std::size_t mark = path.find('?'); mark != std::string::npos) {
      std::string query = path.substr(mark + 1) + "&";
      for (std::size_t end = query.find('&'); end != std::string::npos; query.erase(0, end + 1), end = query.find('&')) {
        const std::string pair = query.substr(0, end);
        request.query.emplace_back(pair.substr(0, pair.find('=')), pair.substr(std::min(pair.size(), pair.find('=') + 1)));
      }
      path.resize(mark);
    }
    request.path = "/api/citizen" + path;
    if (method == "POST") {
      request.content_type = "application/json";
      request.body_state = BodyState::Read;
      request.body = body;
    }
    return api->answer(request);
  }

  static Json json_of(const Answer& answer) { return Json::parse(answer.body, nullptr, false); }

  Json get(const std::string& path) { return json_of(ask("GET", path)); }
  Json post(const std::string& path, const Json& body) { return json_of(ask("POST", path, body.dump())); }

  // The code of the first error, or "".
  static std::string error_in(const Json& json) { return json.contains("errors") ? json["errors"][0]["errorCode"].get<std::string>() : ""; }

  Json reserve(Moment begins, const Json& services = Json::array({"21"}), const Json& counts = Json::array({1}), int office = 11) {
    return post("/reserve-appointment/", {{"timestamp", std::to_string(begins)}, {"officeId", office}, {"serviceId", services}, {"serviceCount", counts}});
  }

  static Json access(const Json& process) { return {{"processId", process["processId"]}, {"authKey", process["authKey"]}}; }

  static Json with_person(const Json& process, const std::string& email = "erika@post.example") {
    Json body = access(process);
    body.update({{"familyName", "Musterfrau"}, {"email", email}, {"telephone", "05541 123456"}, {"customTextfield", "Mia"}, {"customTextfield2", ""}});
    return body;
  }

  // Reserved, filled in and on its way: "preconfirmed".
  Json preconfirm(Moment begins, const std::string& email = "erika@post.example") {
    const Json reserved = reserve(begins);
    post("/update-appointment/", with_person(reserved, email));
    return post("/preconfirm-appointment/", access(reserved));
  }

  Json book(Moment begins, const std::string& email = "erika@post.example") { return post("/confirm-appointment/", access(preconfirm(begins, email))); }

  Json show(const Json& process) {
    return get("/appointment/?processId=" + std::to_string(process["processId"].get<std::int64_t>()) + "&authKey=" + process["authKey"].get<std::string>());
  }

  // Times of one office on one day.
  std::vector<Moment> times(const std::string& date, const std::string& services = "21", const std::string& counts = "1", int office = 11) {
    const Json calendar = get("/available-calendar/?startDate=" + date + "&endDate=" + date + "&officeIds=" + std::to_string(office) + "&serviceIds=" + services + "&serviceCounts=" + counts);
    std::vector<Moment> found;
    for (const Json& day : calendar.value("availableDays", Json::array())) {
      for (const Json& offered : day["offices"]) {
        for (const Json& time : offered["appointments"]) found.push_back(time.get<Moment>());
      }
    }
    return found;
  }

  std::size_t mails() const {
    std::error_code failure;
    std::size_t count = 0;
    for (std::filesystem::directory_iterator at(folder.path() / "mails", failure), end; !failure && at != end; at.increment(failure)) ++count;
    return count;
  }

  TemporaryFolder folder;
  Connection connection;
  std::atomic<Moment> now = kMonday;
  AppointmentDesk* desk = nullptr;
  std::unique_ptr<CitizenApi> api;
};

}  // namespace stadttor::city_server::zms
