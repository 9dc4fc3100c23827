#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("opening hours must begin before they end") {
    PackFolder folder;
    folder.replace("offices/steueramt.json", "\"08:00\", \"to\": \"12:00\"", "\"12:00\", \"to\": \"08:00\"");

    CHECK(folder.complaints() ==
          "offices/steueramt.json#/hours/0: Die Öffnungszeit endet um 08:00, beginnt aber um 12:00. Der Eintrag wird "
          "übergangen.\n");
  }

  TEST_CASE("opening hours must not overlap, but may adjoin") {
    PackFolder folder;
    folder.replace(
        "offices/steueramt.json", "\"hours\": [",
        R"("hours": [{"day": "monday", "from": "12:00", "to": "13:00"}, {"day": "tuesday", "from": "08:00", "to": "12:00"}, )");
    CHECK(folder.complaints() == "");

    folder.replace("offices/steueramt.json", "\"from\": \"12:00\"", "\"from\": \"11:59\"");
    CHECK(folder.complaints() ==
          "offices/steueramt.json#/hours/2: Die Öffnungszeit überschneidet sich mit /hours/0.\n");
  }

  TEST_CASE("times that no clock shows are named") {
    PackFolder folder;
    folder.replace("offices/steueramt.json", "\"12:00\"", "\"24:30\"");

    CHECK(folder.complaints() ==
          "offices/steueramt.json#/hours/0: „from“ und „to“ müssen Uhrzeiten von 00:00 bis 24:00 sein. Der Eintrag "
          "wird übergangen.\n");
  }

  TEST_CASE("exceptions must begin before they end, and so must their hours") {
    PackFolder folder;
    folder.replace("offices/steueramt.json", "2026-12-26\", \"hours\": []",
                   R"(2026-12-23", "hours": [{"from": "09:00", "to": "09:00"}])");

    CHECK(folder.complaints() ==
          "offices/steueramt.json#/exceptions/0/hours/0: Die Öffnungszeit endet um 09:00, beginnt aber um 09:00. Der "
          "Eintrag wird übergangen.\n"
          "offices/steueramt.json#/exceptions/0/to_date: Der Zeitraum endet, bevor er beginnt. Die Ausnahme wird "
          "übergangen.\n");
  }

  TEST_CASE("dates that no calendar shows are named") {
    PackFolder folder;
    folder.replace("offices/steueramt.json", "2026-12-24", "2026-02-30");

    CHECK(folder.complaints() ==
          "offices/steueramt.json#/exceptions/0/from_date: „2026-02-30“ ist kein Datum des Kalenders.\n");
  }

  TEST_CASE("events must begin before they end") {
    PackFolder folder;
    folder.replace("aktuelles.json", "\"20:00\"", "\"02:00\"");
    CHECK(folder.complaints() ==
          "aktuelles.json#/events/0/to: Die Veranstaltung endet um 02:00, beginnt aber um 11:00.\n");

    folder.replace("aktuelles.json", "\"from\": \"11:00\", ", "");
    CHECK(folder.complaints() == "aktuelles.json#/events/0: Die Veranstaltung hat ein Ende, aber keinen Beginn.\n");
  }
}
