// What can be booked: what is said about a list that nobody could book from, and what the city's server reads of a sound one.
#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

namespace {

class BookableFolder : public PackFolder {
 public:
  BookableFolder() {
    write("appointments.json", R"({
      "public_holidays": [{"date": "2027-01-01", "name": "Neujahr"}],
      "services": [{"zms": "21", "service": "hund-anmelden", "most": 3}],
      "offices": [{
        "zms": "11", "office": "steueramt", "short_name": "Steuern", "slot_minutes": 15, "book_ahead_days": 30,
        "reservation_minutes": 15, "activation_minutes": 0, "slots_per_appointment": 4, "email": "optional",
        "closures": [{"from_date": "2027-02-01", "to_date": "2027-02-02", "reason": "Umzug"}],
        "counters": [{"id": "eins", "services": ["hund-anmelden"]}, {"id": "zwei", "hours": [{"day": "friday", "from": "09:00", "to": "11:00"}]}],
        "services": [{"service": "hund-anmelden", "slots": 2}]
      }]})");
  }

  // What is said of the file after one change.
  std::string complaint(const std::string& before, const std::string& after) const {
    const std::string sound = text("appointments.json");
    replace("appointments.json", before, after);
    std::string said = complaints();
    write("appointments.json", sound);
    return said;
  }
};

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("a sound list of appointments is not complained about, and a city needs none") {
    const BookableFolder folder;
    CHECK(folder.complaints() == "");
    folder.remove("appointments.json");
    CHECK(folder.complaints() == "");
  }

  TEST_CASE("offices and services of appointments are the catalogue's, each with a number of its own") {
    const BookableFolder folder;
    CHECK(folder.complaint(R"("office": "steueramt")", R"("office": "steuerbuero")").find("/offices/0/office: Ein Amt „steuerbuero“ gibt es nicht.") != std::string::npos);
    CHECK(folder.complaint(R"("zms": "21", "service": "hund-anmelden")", R"("zms": "21", "service": "hunde")").find("/services/0/service: Eine Leistung „hunde“ gibt es nicht.") !=
          std::string::npos);
    CHECK(folder.complaint(R"("services": [{"zms": "21",)", R"("services": [{"zms": "21", "service": "hund-anmelden"}, {"zms": "21",)") ==
          "appointments.json#/services/1/service: Eine Leistung „hund-anmelden“ steht hier zum zweiten Mal.\n"
          "appointments.json#/services/1/zms: Die Nummer 21 hat schon /services/0.\n");
  }

  TEST_CASE("a service that nobody could ever book is named, with the reason") {
    const BookableFolder folder;
    CHECK(folder.complaint(R"("slots": 2)", R"("slots": 5)") ==
          "appointments.json#/offices/0/services/0/slots: Die Leistung braucht 5 Zeitschritte, ein Besuch darf aber nur 4 haben.\n");
    // The second counter is open for two hours, which is enough, and adjoining hours are one.
    CHECK(folder.complaint(R"("slot_minutes": 15)", R"("slot_minutes": 60)") == "");
    CHECK(folder.complaint(R"("from": "09:00", "to": "11:00"})", R"("from": "09:00", "to": "09:20"}, {"day": "friday", "from": "09:20", "to": "09:40"})") == "");
    folder.replace("appointments.json", R"(, {"id": "zwei", "hours": [{"day": "friday", "from": "09:00", "to": "11:00"}]})", "");
    CHECK(folder.complaint(R"({"id": "eins",)", R"({"id": "eins", "hours": [{"day": "monday", "from": "08:00", "to": "08:20"}],)") ==
          "appointments.json#/offices/0/services/0/slots: Die Leistung dauert 30 Minuten, so lange ist kein Schalter ohne Pause geöffnet.\n");
  }

  TEST_CASE("a service without a counter, and a counter for a service the office does not have, are named") {
    const BookableFolder folder;
    CHECK(folder.complaint(R"("id": "zwei")", R"("id": "eins")") == "appointments.json#/offices/0/counters/1/id: Einen Schalter „eins“ gibt es hier schon.\n");
    folder.replace("appointments.json", R"(, {"id": "zwei", "hours": [{"day": "friday", "from": "09:00", "to": "11:00"}]})", "");
    const std::string said = folder.complaint(R"("services": ["hund-anmelden"])", R"("services": ["hund-abmelden"])");
    CHECK(said ==
          "appointments.json#/offices/0/counters/0/services/0: Die Leistung „hund-abmelden“ bietet dieses Amt nicht an.\n"
          "appointments.json#/offices/0/services/0: Kein Schalter macht „hund-anmelden“. Die Leistung lässt sich hier nicht buchen.\n");
  }

  TEST_CASE("steps of no length, overlapping hours, closures that end before they begin, and mails to nobody are named") {
    const BookableFolder folder;
    CHECK(folder.complaint(R"("slots": 2)", R"("slots": 0)").find("/offices/0/services/0/slots") != std::string::npos);
    CHECK(folder.complaint(R"("slot_minutes": 15)", R"("slot_minutes": 0)").find("/offices/0/slot_minutes") != std::string::npos);
    CHECK(folder.complaint(R"("to": "11:00"})", R"("to": "11:00"}, {"day": "friday", "from": "10:30", "to": "12:00"})") ==
          "appointments.json#/offices/0/counters/1/hours/1: Die Öffnungszeit überschneidet sich mit /offices/0/counters/1/hours/0.\n");
    CHECK(folder.complaint("2027-02-02", "2027-01-31") == "appointments.json#/offices/0/closures/0/to_date: Der Zeitraum endet, bevor er beginnt. Er wird übergangen.\n");
    CHECK(folder.complaint(R"("activation_minutes": 0, "slots_per_appointment": 4, "email": "optional")", R"("activation_minutes": 30, "slots_per_appointment": 4, "email": "none")") ==
          "appointments.json#/offices/0/activation_minutes: Ohne E-Mail-Adresse kann niemand den Termin bestätigen.\n");
  }

  TEST_CASE("the server's file has names, address and closed days of the catalogue, and numbers instead of ids") {
    const BookableFolder folder;
    const CompiledPack pack = folder.compiled();
    const auto file = pack.files.find("daten/" + pack.version + "/termine.json");
    if (!CHECK(file != pack.files.end())) return;
    const Json json = Json::parse(file->second, nullptr, false);
    CHECK(json["time_zone"] == "Europe/Berlin");
    CHECK(json["services"] == Json::parse(R"([{"id": 21, "service": "hund-anmelden", "name": "Hund anmelden", "most": 3, "alone": false}])"));
    const Json& office = json["offices"][0];
    CHECK(office["id"] == 11);
    CHECK(office["name"] == "Steueramt");
    CHECK(office["street"] == "Markt 1");
    CHECK(office["hours"][0]["from"] == "08:00");
    CHECK(office["services"] == Json::parse(R"([{"id": 21, "slots": 2}])"));
    CHECK(office["counters"][0] == Json::parse(R"({"id": "eins", "services": [21]})"));
    CHECK(office["counters"][1]["hours"][0]["day"] == 4);
    if (!CHECK(office["exceptions"].size() == 3)) return;
    CHECK(office["exceptions"][0]["from_date"] == "2026-12-24");
    CHECK(office["exceptions"][1]["from_date"] == "2027-02-01");
    CHECK(office["exceptions"][2]["from_date"] == "2027-01-01");
  }

  TEST_CASE("what the catalogue does not have is left out of the server's file") {
    const BookableFolder folder;
    folder.replace("appointments.json", R"("office": "steueramt")", R"("office": "steuerbuero")");
    const CompiledPack pack = folder.compiled();
    const auto file = pack.files.find("daten/" + pack.version + "/termine.json");
    if (!CHECK(file != pack.files.end())) return;
    CHECK(Json::parse(file->second, nullptr, false)["offices"].empty());
  }
}
