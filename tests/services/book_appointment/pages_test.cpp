// The pages of appointments, used by a citizen with a booking and an office behind them.
#include <doctest/doctest.h>

#include "services/book_appointment/appointment_pages.h"
#include "services/book_appointment/booking_world.h"
#include "services/book_appointment/calendar_entry.h"
#include "presentation/outline/outline.h"

using namespace stadttor;
using namespace stadttor::testing;
using semantics::ActionKind;

namespace {

struct Citizen : BookingWorld {
  city::Address address{"de", city::PageKind::Appointments, {}, {}, {}};
  AppointmentEntries entries;
  AppointmentAnswer answer;
  kept_data::Profile profile;
  std::vector<const city::ServiceDetails*> details;
  semantics::NodeKey focus{};
  semantics::Tree tree;
  std::string file;

  Citizen() { show(); }

  void goes_to(std::string_view part, std::string query = {}) {
    address.id = part;
    address.query = std::move(query);
    show();
  }
  void show(semantics::ActionQueue actions = {}) {
    for (int build = 0; build < 4; ++build) {
      if (address.id != kOwnPart) booking->look();
      if (address.id == kTimePart) booking->look_for_days();
      rests();
      AppointmentFacts facts{state(), &profile, details, nullptr, clock.now()};
      tree = city.page([&](const services::Screen& screen, semantics::Page& page) {
        answer = show_appointments(screen, page, address, facts, entries);
        if (page.wanted_focus() != semantics::NodeKey{}) focus = page.wanted_focus();
      }, actions);
      actions.clear();
      if (answer.calendar_file) file = answer.calendar_file->second;
      carry_out(answer.wish, city.catalogue, *booking);
      rests();
      if (answer.next) address = *answer.next;
      if (auto person = booking->take_person()) entries.person = *person;
      if (const auto next = booking->take_next()) {
        address.id = next->part;
        address.query = next->appointment;
      }
    }
  }
  bool act(std::string_view role, std::string_view name, ActionKind kind, std::string value = {}) {
    const auto index = find_node(tree, role, name);
    if (index == semantics::kNoNode) return false;
    show({{kind, tree.node(index).key, std::move(value)}});
    return true;
  }
  bool press(std::string_view name) { return act("button", name, ActionKind::Press); }
  bool tick(std::string_view name) { return act("checkbox", name, ActionKind::SetChecked, "1"); }
  bool type(std::string_view name, std::string text) { return act("textbox", name, ActionKind::SetValue, std::move(text)); }
  bool sees(std::string_view role, std::string_view name) const { return has_node(tree, role, name); }
  bool reads(std::string_view text) const { return has_text(tree, text); }

  void books_dog() {
    CHECK(tick("Hund anmelden"));
    goes_to(kTimePart);
    CHECK(press("Montag, 30. November 2026, 10:00, Steueramt"));
    CHECK(type("Vor- und Familienname", "Änne Müller"));
    CHECK(type("E-Mail", "aenne@example.org"));
    CHECK(press("Weiter: prüfen"));
    CHECK(press("Termin verbindlich buchen"));
  }
};

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("from what for to a booked appointment, without one step that was not asked for") {
    Citizen citizen;
    CHECK(citizen.sees("heading", "Termine"));
    CHECK(citizen.sees("group", "Wofür möchten Sie kommen?"));
    CHECK_FALSE(citizen.sees("link", "Zeit wählen"));
    citizen.books_dog();
    CHECK(citizen.address.id == kOwnPart);
    CHECK(citizen.sees("heading", "Mein Termin"));
    CHECK(citizen.reads("Der Termin steht fest."));
    CHECK(citizen.reads("B100"));
    CHECK(citizen.reads("Montag, 30. November 2026, 10:00"));
    CHECK(citizen.office.processes.at(100).name == "Änne Müller");
    citizen.goes_to({});
    CHECK(citizen.sees("link", "Montag, 30. November 2026, 10:00"));
  }

  TEST_CASE("only days with free times are buttons, and weeks without any are not there") {
    Citizen citizen;
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    CHECK(citizen.sees("button", "30. Nov."));
    CHECK_FALSE(citizen.reads("1. Dez."));
    CHECK(citizen.press("30. Nov."));
    CHECK(citizen.sees("heading", "Montag, 30. November 2026"));
    CHECK(citizen.sees("button", "11:00"));
    CHECK(citizen.sees("radio", "Nebenstelle"));
    // Nobody has to pass all other days to get to the times of one.
    CHECK(citizen.tree.find(citizen.focus) == find_node(citizen.tree, "region", "Montag, 30. November 2026"));
    CHECK(citizen.sees("columnheader", "Montag"));
    CHECK_FALSE(citizen.sees("columnheader", "Sonntag"));
  }

  TEST_CASE("the list has the days of the calendar, and the times of the one that is chosen right below it") {
    Citizen citizen;
    citizen.office.free[BookingOffice::kMain].insert(monday_at(10) + 86'400);
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    CHECK(citizen.act("radiogroup", "Ansicht", ActionKind::SetValue, "list"));
    CHECK_FALSE(citizen.sees("table", "Tage mit freien Terminen"));
    CHECK(citizen.sees("button", "Montag, 30. November 2026"));
    CHECK_FALSE(citizen.sees("button", "11:00"));
    CHECK(citizen.press("Dienstag, 1. Dezember 2026"));
    CHECK(citizen.sees("button", "10:00"));
    CHECK_FALSE(citizen.sees("button", "11:00"));
    CHECK(citizen.press("10:00"));
    CHECK(citizen.address.id == kPersonPart);
  }

  TEST_CASE("the next times are those of different days and halves of days, and further ones only where there are no more") {
    Citizen citizen;
    auto& free = citizen.office.free[BookingOffice::kMain];
    free.clear();
    for (int day = 0; day < 4; ++day) {
      for (const int hour : {9, 10, 11, 13, 14}) free.insert(monday_at(hour) + day * 86'400);
    }
    citizen.office.free[BookingOffice::kBranch].clear();
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    CHECK(citizen.sees("button", "Montag, 30. November 2026, 09:00, Steueramt"));
    CHECK_FALSE(citizen.sees("button", "Montag, 30. November 2026, 10:00, Steueramt"));
    CHECK(citizen.sees("button", "Montag, 30. November 2026, 13:00, Steueramt"));
    CHECK(citizen.sees("button", "Mittwoch, 2. Dezember 2026, 13:00, Steueramt"));
    CHECK_FALSE(citizen.reads("Donnerstag, 3. Dezember 2026, 09:00, Steueramt"));
  }

  TEST_CASE("what is chosen is told with where it can be done; what cannot be done in one visit is not") {
    Citizen citizen;
    citizen.tick("Hund anmelden");
    CHECK(citizen.sees("status", "Gewählt: Hund anmelden. Das geht hier: Steueramt, Nebenstelle."));
    CHECK(citizen.sees("region", "Ihr Termin"));
    citizen.address.query = "hund-anmelden";
    citizen.show();
    // Whoever comes from the service's page goes on at once.
    CHECK(find_node(citizen.tree, "region", "Ihr Termin") < find_node(citizen.tree, "group", "Noch etwas im selben Termin?"));
  }

  TEST_CASE("what to bring is said for each service") {
    Citizen citizen;
    city::ServiceDetails dog, pass;
    dog.id = citizen.city.catalogue.services[1].id;
    dog.documents = {"Chipnummer"};
    pass.id = citizen.city.catalogue.services[2].id;
    pass.documents = {"Passfoto"};
    citizen.details = {&dog, &pass};
    citizen.books_dog();
    CHECK(citizen.reads("Chipnummer"));
    CHECK(citizen.reads("Passfoto"));
    CHECK(citizen.sees("heading", citizen.city.catalogue.services[2].name));
  }

  TEST_CASE("on a computer that others use, too, the browser is asked not to remember whose appointment it is") {
    Citizen citizen;
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    citizen.press("Montag, 30. November 2026, 10:00, Steueramt");
    const auto token = [&citizen] { 
      const auto field = find_node(citizen.tree, "textbox", "Vor- und Familienname");
      return field == semantics::kNoNode ? std::string_view() : citizen.tree.property_of(citizen.tree.node(field), semantics::Property::Autocomplete);
    };
    CHECK(token() == "name");
    citizen.city.is_shared_computer = true;
    citizen.show();
    CHECK(token() == "off");
  }

  TEST_CASE("only what the office asks for is asked, and it is offered from the citizen's own data") {
    Citizen citizen;
    citizen.office.wants_email = false;
    kept_data::Person& self = citizen.profile.add("self");
    self.set("given-name", Personal<std::string>("Änne"));
    self.set("family-name", Personal<std::string>("Müller"));
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    citizen.press("Montag, 30. November 2026, 10:00, Steueramt");
    CHECK(citizen.sees("textbox", "Vor- und Familienname"));
    CHECK_FALSE(citizen.sees("textbox", "E-Mail"));
    CHECK_FALSE(citizen.sees("textbox", "Telefon"));
    CHECK(citizen.reads("Noch 15 Minuten für Sie reserviert."));
    CHECK(citizen.press("Aus Ihren Daten übernehmen: Änne Müller"));
    CHECK(citizen.press("Weiter: prüfen"));
    CHECK(citizen.address.id == kCheckPart);
    CHECK(citizen.sees("heading", "Das erfährt das Amt"));
  }

  TEST_CASE("what is missing is told with the way to it, and nothing goes on") {
    Citizen citizen;
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    citizen.press("Montag, 30. November 2026, 10:00, Steueramt");
    CHECK(citizen.press("Weiter: prüfen"));
    CHECK(citizen.address.id == kPersonPart);
    CHECK(citizen.tree.find(citizen.focus) == find_node(citizen.tree, "message", "Bitte prüfen Sie Ihre Angaben"));
    CHECK(citizen.act("link", "Bitte ausfüllen: E-Mail", ActionKind::Press));
    CHECK(citizen.tree.find(citizen.focus) == find_node(citizen.tree, "textbox", "E-Mail"));
    CHECK(citizen.sees("link", "Bitte ausfüllen: Vor- und Familienname"));
    CHECK(citizen.type("E-Mail", "niemand"));
    CHECK(citizen.reads("Bitte geben Sie eine E-Mail-Adresse wie name@beispiel.de ein."));
  }

  TEST_CASE("a time that was taken is told, with the nearest others; what was entered is still there") {
    Citizen citizen;
    citizen.tick("Hund anmelden");
    citizen.entries.person.family_name = Personal<std::string>("Änne");
    citizen.goes_to(kTimePart);
    citizen.office.free[BookingOffice::kMain].erase(monday_at(10));
    citizen.press("Montag, 30. November 2026, 10:00, Steueramt");
    CHECK(citizen.sees("message", "Dieser Termin ist gerade vergeben worden"));
    CHECK(citizen.tree.find(citizen.focus) == find_node(citizen.tree, "message", "Dieser Termin ist gerade vergeben worden"));
    CHECK(citizen.sees("heading", "Das ist in der Nähe noch frei"));
    CHECK(citizen.sees("button", "Montag, 30. November 2026, 11:00, Steueramt"));
    CHECK_FALSE(citizen.entries.person.family_name.is_empty());
  }

  TEST_CASE("cancelling is asked once more, and moving begins with the times") {
    Citizen citizen;
    citizen.books_dog();
    CHECK(citizen.press("Termin absagen"));
    CHECK(citizen.office.standing() == 1);
    CHECK(citizen.press("Nein, behalten"));
    CHECK(citizen.press("Termin verschieben"));
    CHECK(citizen.address.id == kTimePart);
    CHECK(citizen.sees("message", "Sie verschieben einen Termin"));
    citizen.goes_to(kOwnPart, citizen.first()->id);
    CHECK(citizen.press("Termin absagen"));
    CHECK(citizen.press("Ja, absagen"));
    CHECK(citizen.reads("Dieser Termin besteht nicht mehr."));
    CHECK(citizen.office.standing() == 0);
  }

  TEST_CASE("behind a lock nothing can be booked, and the way to open it is shown") {
    Citizen citizen;
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    citizen.press("Montag, 30. November 2026, 10:00, Steueramt");
    citizen.type("Vor- und Familienname", "Änne Müller");
    citizen.type("E-Mail", "aenne@example.org");
    citizen.is_vault_open = false;
    citizen.booking->follow_vault(Vaulting::Locked);
    citizen.goes_to(kCheckPart);
    CHECK_FALSE(citizen.sees("button", "Termin verbindlich buchen"));
    CHECK(citizen.sees("link", "Zu „Meine Daten“"));
  }

  TEST_CASE("a city without appointments says where to turn") {
    Citizen citizen;
    citizen.city.catalogue.appointments.reset();
    citizen.show();
    CHECK(citizen.sees("message", "Termine gibt es hier nicht online"));
    CHECK(citizen.reads("115"));
  }

  TEST_CASE("both hours of the night in which clocks go back are told apart") {
    Citizen citizen;
    citizen.clock.set(instant_in_utc({2027, 10, 25}, 9, 0));
    citizen.city.now = LocalTime{{2027, 10, 25}, {600}};
    // 2:30 comes twice on 31 October 2027; 29 February 2028 is a day like others.
    citizen.office.free = {{BookingOffice::kMain, {instant_in_utc({2027, 10, 31}, 0, 30) / 1000, instant_in_utc({2027, 10, 31}, 1, 30) / 1000}}};
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    CHECK(citizen.reads("2:30 (vor der Zeitumstellung)"));
    CHECK(citizen.reads("2:30 (nach der Zeitumstellung)"));
    citizen.booking->forget_visit();
    citizen.clock.set(instant_in_utc({2028, 2, 28}, 9, 0));
    citizen.office.free = {{BookingOffice::kMain, {instant_in_utc({2028, 2, 29}, 9, 0) / 1000}}};
    citizen.goes_to({});
    citizen.tick("Hund anmelden");
    citizen.goes_to(kTimePart);
    CHECK(citizen.sees("button", "29. Feb."));
  }

  TEST_CASE("the calendar's file has the time in UTC, two alarms, no line too long, and not the key") {
    Citizen citizen;
    citizen.books_dog();
    CHECK(citizen.press("In den Kalender (.ics)"));
    const std::string& file = citizen.file;
    CHECK(file.find("DTSTART:20261130T090000Z\r\n") != std::string::npos);
    CHECK(file.find("SUMMARY:Termin: Hund anmelden\r\n") != std::string::npos);
    CHECK(file.find("TRIGGER:-PT1H\r\n") != std::string::npos);
    CHECK(file.find("TRIGGER:-P1D\r\n") != std::string::npos);
    CHECK(file.find("Bürgerbüro\\, Marktplatz 2\\, 12344 Musterstadt") != std::string::npos);
    CHECK(file.find("key100") == std::string::npos);
    for (std::size_t begin = 0; begin < file.size();) {
      const std::size_t end = file.find("\r\n", begin);
      if (!CHECK(end != std::string::npos)) return;
      CHECK(end - begin <= 75);
      begin = end + 2;
    }
  }
}
