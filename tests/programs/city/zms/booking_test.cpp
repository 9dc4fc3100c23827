// What becomes of an appointment: from the first click to the day it is forgotten.
#include <set>
#include <thread>

#include "programs/city/site/file_text.h"
#include "programs/city/zms/small_desk.h"
#include "protocols/zms/appointment.h"

namespace stadttor::city_server::zms {

TEST_SUITE("programs/city/zms") {
  TEST_CASE("an appointment is reserved, filled in, preconfirmed with a mail, and confirmed with the mail's link") {
    SmallDesk desk;
    const Json reserved = desk.reserve(kEight, {"21", "22"}, {2, 1});
    if (!CHECK(SmallDesk::error_in(reserved) == "")) return;
    CHECK(reserved["status"] == "reserved");
    CHECK(reserved["timestamp"] == std::to_string(kEight));
    CHECK(reserved["slotCount"] == 4);
    CHECK(reserved["serviceId"] == 21);
    CHECK(reserved["serviceCount"] == 2);
    CHECK(reserved["subRequestCounts"] == Json::parse(R"([{"id": 22, "name": "Umzug", "count": 1}])"));
    CHECK(reserved["displayNumber"] == "R-001");
    CHECK(reserved["authKey"].get<std::string>().size() >= 32);
    CHECK(desk.post("/update-appointment/", SmallDesk::with_person(reserved))["familyName"] == "Musterfrau");

    const Json preconfirmed = desk.post("/preconfirm-appointment/", SmallDesk::access(reserved));
    CHECK(preconfirmed["status"] == "preconfirmed");
    CHECK(preconfirmed["icsContent"].is_null());
    const auto mail = find_file_text(desk.folder.path() / "mails" / "100001-bestaetigen.eml");
    if (!CHECK(mail)) return;
    CHECK(mail->find("To: erika@post.example\n") != std::string::npos);
    CHECK(mail->find("https://kleinstadt.example/de/termine/meiner#nummer=100001&schluessel=" + reserved["authKey"].get<std::string>()) != std::string::npos);

    const Json confirmed = desk.post("/confirm-appointment/", SmallDesk::access(reserved));
    CHECK(confirmed["status"] == "confirmed");
    CHECK(desk.show(reserved)["email"] == "erika@post.example");
    CHECK(!find_file_text(desk.folder.path() / "mails" / "100001-bestaetigen.eml"));
    CHECK(find_file_text(desk.folder.path() / "mails" / "100001-gebucht.eml"));
  }

  TEST_CASE("a call that comes a second time is answered as the first one was, and writes no second mail") {
    SmallDesk desk;
    const Json process = desk.preconfirm(kEight);
    desk.desk->box.remove(process["processId"].get<std::int64_t>());
    CHECK(desk.post("/preconfirm-appointment/", SmallDesk::access(process))["status"] == "preconfirmed");
    CHECK(desk.mails() == 0);
    CHECK(desk.post("/confirm-appointment/", SmallDesk::access(process))["status"] == "confirmed");
    CHECK(desk.post("/confirm-appointment/", SmallDesk::access(process))["status"] == "confirmed");
    CHECK(desk.post("/cancel-appointment/", SmallDesk::access(process))["status"] == "deleted");
    CHECK(desk.post("/cancel-appointment/", SmallDesk::access(process))["status"] == "deleted");
  }

  TEST_CASE("where an office sends no mails, an appointment holds at once") {
    SmallDesk desk;
    const std::string token = desk.desk->captcha.make_token("192.0.2.1").value();
    const Json reserved = desk.post("/reserve-appointment/", {{"timestamp", std::to_string(kEight + 3600)}, {"officeId", 12}, {"serviceId", {"21"}}, {"captchaToken", token}});
    CHECK(reserved["captchaToken"] == token);
    Json body = SmallDesk::access(reserved);
    body.update({{"familyName", "Musterfrau"}, {"telephone", "+49 5541/12345"}, {"email", "erika@post.example"}, {"customTextfield", "Mia"}});
    const Json updated = desk.post("/update-appointment/", body);
    CHECK(updated["telephone"] == "+49 5541/12345");
    CHECK(updated["email"] == "");  // not asked for, so not kept
    CHECK(updated["customTextfield"] == "");
    CHECK(desk.post("/preconfirm-appointment/", SmallDesk::access(reserved))["status"] == "confirmed");
    CHECK(desk.mails() == 0);
  }

  TEST_CASE("a reservation runs out, is free again, and says so to whoever comes too late") {
    SmallDesk desk;
    const Json reserved = desk.reserve(kEight, {"22"}, {1});
    CHECK(desk.times("2026-11-30", "22").front() == kEight + 1200);
    desk.now += 15 * 60 - 1;
    CHECK(desk.times("2026-11-30", "22").front() == kEight + 1200);
    desk.now += 1;
    CHECK(desk.times("2026-11-30", "22").front() == kEight);
    CHECK(SmallDesk::error_in(desk.post("/update-appointment/", SmallDesk::with_person(reserved))) == "processNotReservedAnymore");
    CHECK(SmallDesk::error_in(desk.post("/preconfirm-appointment/", SmallDesk::access(reserved))) == "processNotReservedAnymore");
    CHECK(SmallDesk::error_in(desk.show(reserved)) == "appointmentNotFound");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"22"}, {1})) == "");
  }

  TEST_CASE("an appointment that nobody confirms is free again, its personal data and its mail are gone") {
    SmallDesk desk;
    const Json process = desk.preconfirm(kEight);
    CHECK(desk.mails() == 1);
    desk.now += 30 * 60;
    CHECK(SmallDesk::error_in(desk.post("/confirm-appointment/", SmallDesk::access(process))) == "preconfirmationExpired");
    CHECK(desk.mails() == 0);
    const auto record = find_appointment(desk.connection, process["processId"].get<std::int64_t>());
    if (!CHECK(record.ok())) return;
    CHECK(record.value()->booker.family_name == "");
    CHECK(record.value()->booker.email == "");
    CHECK(desk.times("2026-11-30").front() == kEight);
  }

  TEST_CASE("it has to be confirmed before it begins") {
    SmallDesk desk;
    desk.now = kEight - 10 * 60;
    const Json process = desk.preconfirm(kEight);
    desk.now = kEight;
    CHECK(SmallDesk::error_in(desk.post("/confirm-appointment/", SmallDesk::access(process))) == "preconfirmationExpired");
  }

  TEST_CASE("moved: the new one is reserved while the old one holds, then the old one is given back") {
    SmallDesk desk;
    const Json old = desk.book(kEight);
    const Json fresh = desk.book(kEight + 3600);
    CHECK(desk.show(old)["status"] == "confirmed");
    CHECK(desk.post("/cancel-appointment/", SmallDesk::access(old))["status"] == "deleted");
    CHECK(desk.show(fresh)["status"] == "confirmed");
    CHECK(desk.times("2026-11-30").front() == kEight);
  }

  TEST_CASE("what is cancelled is forgotten at once, and its calendar entry is called off") {
    SmallDesk desk;
    const Json process = desk.book(kEight);
    const Json cancelled = desk.post("/cancel-appointment/", SmallDesk::access(process));
    CHECK(cancelled["familyName"] == "");
    CHECK(cancelled["icsContent"].get<std::string>().find("METHOD:CANCEL\r\n") != std::string::npos);
    CHECK(desk.mails() == 0);
    CHECK(find_appointment(desk.connection, process["processId"].get<std::int64_t>()).value()->booker.email == "");
    CHECK(SmallDesk::error_in(desk.show(process)) == "appointmentNotFound");
    CHECK(SmallDesk::error_in(desk.post("/confirm-appointment/", SmallDesk::access(process))) == "appointmentNotFound");
  }

  TEST_CASE("what has begun can no longer be cancelled; a day later its name is forgotten, a month later the rest") {
    SmallDesk desk;
    const Json process = desk.book(kEight);
    desk.now = kEight;
    CHECK(SmallDesk::error_in(desk.post("/cancel-appointment/", SmallDesk::access(process))) == "appointmentCanNotBeCanceled");
    desk.now = kEight + 600 + kKeepPersonalSeconds - 1;
    CHECK(desk.show(process)["familyName"] == "Musterfrau");
    desk.now += 1;
    CHECK(desk.show(process)["familyName"] == "");
    CHECK(desk.show(process)["status"] == "anonymized");
    CHECK(desk.mails() == 0);
    desk.now += kKeepRecordSeconds;
    CHECK(SmallDesk::error_in(desk.show(process)) == "appointmentNotFound");
    CHECK(!find_appointment(desk.connection, process["processId"].get<std::int64_t>()).value());
  }

  TEST_CASE("an address books as often as the office allows, whatever its letters, and again after one was cancelled") {
    SmallDesk desk;
    const Json first = desk.book(kEight);
    desk.book(kEight + 600);
    const Json third = desk.reserve(kEight + 1200);
    CHECK(SmallDesk::error_in(desk.post("/update-appointment/", SmallDesk::with_person(third, "Erika@Post.example"))) == "tooManyAppointmentsWithSameMail");
    CHECK(SmallDesk::error_in(desk.post("/update-appointment/", SmallDesk::with_person(third, "other@post.example"))) == "");
    desk.post("/cancel-appointment/", SmallDesk::access(first));
    CHECK(SmallDesk::error_in(desk.post("/update-appointment/", SmallDesk::with_person(third, "Erika@Post.example"))) == "");
  }

  TEST_CASE("number and key belong together; another key opens nothing and learns nothing") {
    SmallDesk desk;
    Json process = desk.book(kEight);
    process["authKey"] = "another-key-of-the-same-kind-000";
    for (const char* call : {"/update-appointment/", "/preconfirm-appointment/", "/confirm-appointment/", "/cancel-appointment/"}) {
      CHECK(SmallDesk::error_in(desk.post(call, SmallDesk::access(process))) == "authKeyMismatch");
    }
    CHECK(SmallDesk::error_in(desk.show(process)) == "authKeyMismatch");
    process["processId"] = 999999;
    CHECK(SmallDesk::error_in(desk.show(process)) == "appointmentNotFound");
  }

  TEST_CASE("the key is not in the database") {
    SmallDesk desk;
    const Json process = desk.book(kEight);
    const auto record = find_appointment(desk.connection, process["processId"].get<std::int64_t>());
    CHECK(record.value()->key_hash.find(process["authKey"].get<std::string>()) == std::string::npos);
    CHECK(!record.value()->key_hash.empty());
  }

  TEST_CASE("only days and times that can be booked are told, and the nearest ones before and after") {
    SmallDesk desk;
    const std::string rest = "&officeIds=11&serviceIds=22&serviceCounts=1";
    const Json month = desk.get("/available-calendar/?startDate=2026-11-01&endDate=2026-12-31&slotsStartDate=2026-12-05&slotsEndDate=2026-12-05" + rest);
    CHECK(month["prevBookableDate"] == "2026-12-03");
    CHECK(month["nextBookableDate"] == "2026-12-06");
    CHECK(month["availableDays"][0]["date"] == "2026-11-30");
    CHECK(month["availableDays"][0]["offices"].empty());
    CHECK(month["availableDays"][0]["providerIDs"] == "11");
    for (const Json& day : month["availableDays"]) CHECK(day["date"] != "2026-12-24");
    const Json late = desk.get("/available-calendar/?startDate=2027-06-01&endDate=2027-06-30" + rest);
    CHECK(late["availableDays"].empty());
    CHECK(late["nextBookableDate"].is_null());
    CHECK(late["prevBookableDate"] == "2027-01-28");
    const Json early = desk.get("/available-calendar/?startDate=2020-01-01&endDate=2020-01-31" + rest);
    CHECK(early["prevBookableDate"].is_null());
    CHECK(early["nextBookableDate"] == "2026-11-30");
  }

  TEST_CASE("a day that is fully booked is not told") {
    SmallDesk desk;
    for (int i = 0; i < 12; ++i) desk.reserve(kEight + i * 1200, {"22"}, {1});
    const Json calendar = desk.get("/available-calendar/?startDate=2026-11-30&endDate=2026-12-01&officeIds=11&serviceIds=22&serviceCounts=1");
    if (!CHECK(calendar["availableDays"].size() == 1)) return;
    CHECK(calendar["availableDays"][0]["date"] == "2026-12-01");
    CHECK(calendar["prevBookableDate"].is_null());
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"22"}, {1})) == "appointmentNotAvailable");
  }

  TEST_CASE("what is too soon or too far off cannot be booked, nor can a time between the steps") {
    SmallDesk desk;
    CHECK(SmallDesk::error_in(desk.reserve(kEight + 60)) == "appointmentNotAvailable");
    CHECK(SmallDesk::error_in(desk.reserve(kEight - 86'400 * 7)) == "appointmentNotAvailable");
    CHECK(SmallDesk::error_in(desk.reserve(kEight + 86'400 * 63)) == "appointmentNotAvailable");
    CHECK(SmallDesk::error_in(desk.reserve(kEight + 86'400 * 56)) == "");
    desk.now = kEight + 1;
    CHECK(SmallDesk::error_in(desk.reserve(kEight)) == "appointmentNotAvailable");
    CHECK(desk.times("2026-11-30").front() == kEight + 600);
  }

  TEST_CASE("services are combined where an office does them all, and within its limits") {
    SmallDesk desk;
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"21", "23"}, {1, 1})) == "invalidLocationAndServiceCombination");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"22"}, {1}, 12)) == "invalidLocationAndServiceCombination");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"21"}, {7})) == "tooManyServicesPerAppointment");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"21", "21"}, {3, 4})) == "tooManyServicesPerAppointment");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"21", "22"}, {5, 1})) == "tooManySlotsPerAppointment");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"99"}, {1})) == "requestNotFound");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"21"}, {1}, 99)) == "providerNotFound");
    CHECK(SmallDesk::error_in(desk.reserve(kEight, {"21", "22"}, {1})) == "MISMATCHED_ARRAYS");
  }

  TEST_CASE("a portal's own reader takes what is said about offices, days and appointments") {
    SmallDesk desk;
    const auto offices = protocols::zms::parse_offices_and_services(desk.ask("GET", "/offices-and-services/").body, "offices");
    if (!CHECK(offices.ok())) return;
    CHECK(offices.value().offices.size() == 2);
    CHECK(offices.value().offices[0].address == "Am Markt 1a, 12345 Kleinstadt");
    CHECK(offices.value().offices[0].rules.custom_label == "Name des Kindes");
    CHECK(offices.value().offices[0].rules.is_custom_required);
    CHECK(offices.value().offices[1].rules.is_captcha_required);
    CHECK(protocols::zms::offices_for(offices.value(), {{21, 2}, {22, 1}}) == std::vector<std::int64_t>{11});
    CHECK(protocols::zms::offices_for(offices.value(), {{21, 1}}) == std::vector<std::int64_t>{11, 12});
    CHECK(protocols::zms::offices_for(offices.value(), {{21, 1}, {23, 1}}).empty());

    protocols::zms::CalendarQuestion question;
    question.from = {2026, 11, 30};
    question.until = {2026, 12, 6};
    question.office_ids = {11};
    question.services = {{21, 1}};
    const auto days = protocols::zms::parse_free_days(desk.ask("GET", protocols::zms::path_from_question(question)).body, "days");
    if (!CHECK(days.ok())) return;
    CHECK(days.value().days.size() == 4);

    const auto reservation = protocols::zms::body_from_reservation({kEight, 11, {{21, 1}, {22, 1}}, ""});
    const auto appointment = protocols::zms::parse_appointment(desk.ask("POST", "/reserve-appointment/", reservation).body, "appointment");
    if (!CHECK(appointment.ok())) return;
    CHECK(appointment.value().status == protocols::zms::AppointmentStatus::Reserved);
    CHECK(appointment.value().services.size() == 2);
    CHECK(appointment.value().rules.reservation_minutes == 15);
  }

  TEST_CASE("of many who want the last places as many get one as there are, and no counter is taken twice") {
    SmallDesk desk;
    std::atomic<int> given = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> citizens;
    for (int i = 0; i < 40; ++i) {
      citizens.emplace_back([&desk, &given, &refused, i] {
        const Json answer = desk.reserve(kEight + (i % 5) * 600);
        (SmallDesk::error_in(answer).empty() ? given : refused) += SmallDesk::error_in(answer) == "appointmentNotAvailable" || SmallDesk::error_in(answer).empty() ? 1 : 100;
      });
    }
    for (std::thread& citizen : citizens) citizen.join();
    CHECK(given == 10);  // five times at two counters
    CHECK(refused == 30);
    std::set<std::pair<std::string, Moment>> places;
    const auto all = taken_times(desk.connection, 11, {kMonday, kMonday + 86'400});
    if (!CHECK(all.ok())) return;
    for (const TakenTime& taken : all.value()) places.emplace(taken.counter, taken.time.begins);
    CHECK(places.size() == 10);
  }

  TEST_CASE("the database itself refuses a second appointment at a counter that is taken") {
    SmallDesk desk;
    AppointmentRecord record;
    record.key_hash = "x";
    record.office_id = 11;
    record.place = {"eins", {kEight, kEight + 1200}};
    record.slots = 2;
    record.number = "1";
    CHECK(insert_appointment(desk.connection, record, kMonday).ok());
    record.place.time = {kEight + 600, kEight + 1800};
    CHECK(!insert_appointment(desk.connection, record, kMonday).ok());
    record.place.time = {kEight + 1200, kEight + 1800};
    CHECK(insert_appointment(desk.connection, record, kMonday).ok());
  }
}

}  // namespace stadttor::city_server::zms
