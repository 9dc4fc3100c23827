// An appointment in the vault is read as it was written.
#include "kept_data/kept_appointment.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::kept_data;

namespace {

std::string text_of(const Appointment& appointment) { return json_from_appointment(appointment).reveal<"a test compares what is kept">(); }

Appointment full_one() {
  Appointment one;
  one.state = AppointmentState::Cancelling;
  one.process_id = 101002;
  one.auth_key = Personal<std::string>("fb43");
  one.number = "B12";
  one.begins = 1796029500;
  one.office_id = 10;
  one.office = "buergerbuero";
  one.office_name = "Bürgerbüro";
  one.hint = "Zimmer 3";
  one.services = {{1001, "hund-anmelden", "Hund anmelden", 2}, {1002, "", "Anderes", 1}};
  one.person = {Personal<std::string>("Änne"), Personal<std::string>("a@b.example"), {}, Personal<std::string>("Kind"), {}};
  one.booked_at = 1795593600000;
  one.ledger_number = 7;
  one.watches = true;
  one.replaces = "00ff";
  return one;
}

}  // namespace

TEST_SUITE("kept_data") {
  TEST_CASE("an appointment is read as it was written, in each of its states") {
    for (const AppointmentState state : {AppointmentState::Booking, AppointmentState::Booked, AppointmentState::Cancelling, AppointmentState::Cancelled}) {
      Appointment one = full_one();
      one.state = state;
      const auto read = parse_appointment(json_from_appointment(one));
      if (!CHECK(read.ok())) return;
      CHECK(text_of(read.value()) == text_of(one));
      CHECK(read.value().state == state);
    }
  }

  TEST_CASE("stored names never change") {
    CHECK(text_of(full_one()) ==
          R"({"state":"cancelling","processId":101002,"authKey":"fb43","number":"B12","begins":1796029500,"officeId":10,"office":"buergerbuero","officeName":"Bürgerbüro","hint":"Zimmer 3",)"
          R"("services":[{"id":1001,"service":"hund-anmelden","name":"Hund anmelden","count":2},{"id":1002,"name":"Anderes","count":1}],)"
          R"("person":{"familyName":"Änne","email":"a@b.example","customText":"Kind"},"bookedAt":1795593600000,"ledgerNumber":7,"watches":true,"replaces":"00ff"})");
  }

  TEST_CASE("a state of a later version, and what is no appointment, are refused") {
    std::string text = text_of(full_one());
    text.replace(text.find("cancelling"), 10, "handedOver");
    CHECK_FALSE(parse_appointment(Personal<std::string>(text)).ok());
    CHECK_FALSE(parse_appointment(Personal<std::string>(R"({"state":"booked"})")).ok());
    CHECK_FALSE(parse_appointment(Personal<std::string>("[]")).ok());
  }
}
