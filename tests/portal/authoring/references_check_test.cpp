#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("references to what is not there are named at their place") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json", "[\"tiere\"]", "[\"tiere\", \"umzug\"]");
    folder.replace("services/hund-anmelden.json", "[\"steueramt\"]", "[\"steuerbuero\"]");
    folder.replace("services/hund-anmelden.json", "\"related\": []",
                   "\"related\": [\"hund-abmelden\", \"hund-anmelden\"]");
    folder.replace("portal.json", "\"popular\": [", "\"popular\": [\"katze\", ");
    folder.replace("portal.json", "\"pages\": [\"impressum\"]", "\"pages\": [\"datenschutz\"]");

    CHECK(folder.complaints() ==
          "pages/impressum.json#: Auf diese Seite führt kein Weg: portal.json nennt sie nicht.\n"
          "portal.json#/pages/0: Eine Seite „datenschutz“ gibt es nicht.\n"
          "portal.json#/popular/0: Eine Leistung „katze“ gibt es nicht.\n"
          "services/hund-anmelden.json#/offices/0: Ein Amt „steuerbuero“ gibt es nicht.\n"
          "services/hund-anmelden.json#/related/0: Eine Leistung „hund-abmelden“ gibt es nicht.\n"
          "services/hund-anmelden.json#/related/1: Die Leistung verweist auf sich selbst.\n"
          "services/hund-anmelden.json#/situations/1: Eine Lebenslage „umzug“ gibt es nicht.\n");
  }

  TEST_CASE("a file whose name is not its id is named") {
    PackFolder folder;
    folder.replace("offices/steueramt.json", "\"id\": \"steueramt\"", "\"id\": \"kasse\"");

    CHECK(folder.complaints() ==
          "offices/steueramt.json#/id: Die Kennung „kasse“ ist nicht der Dateiname. Es gilt der Dateiname.\n");
  }

  TEST_CASE("an id given twice is named") {
    PackFolder folder;
    folder.replace("portal.json", "\"situations\": [",
                   R"("situations": [{"id": "tiere", "texts": {"de": {"name": "Hunde", "summary": "Noch einmal."},
                                                              "en": {"name": "Dogs", "summary": "Once more."}}}, )");
    folder.replace(
        "aktuelles.json", "\"notices\": [",
        R"("notices": [{"id": "sperrung", "date": "2026-11-20", "texts": {"de": {"title": "Bau", "summary": "Noch einmal."}}}, )");

    CHECK(folder.complaints() ==
          "aktuelles.json#/notices/1/id: Die Kennung „sperrung“ gibt es schon unter /notices/0. Dieser Eintrag wird "
          "übergangen.\n"
          "portal.json#/situations/1/id: Die Kennung „tiere“ gibt es schon unter /situations/0. Dieser Eintrag wird "
          "übergangen.\n");
  }

  TEST_CASE("a module without its endpoint is named") {
    PackFolder folder;
    folder.replace("portal.json", ", \"endpoint\": \"aktuelles.json\"", "");
    CHECK(folder.complaints() ==
          "portal.json#/modules/1: Dem Modul „whats-on“ fehlt die Angabe „endpoint“. Es bleibt leer.\n");

    folder.replace("portal.json", "\"id\": \"whats-on\", \"provider\": \"pack\"",
                   "\"id\": \"whats-on\", \"provider\": \"http\"");
    CHECK(folder.complaints() ==
          "portal.json#/modules/1: Dem Modul „whats-on“ fehlt die Angabe „endpoint“. Es bleibt leer.\n");
  }

  TEST_CASE("endpoints that cannot be read are named") {
    PackFolder folder;
    folder.replace("portal.json", "\"aktuelles.json\"", "\"../aktuelles.json\"");
    CHECK(folder.complaints() ==
          "portal.json#/modules/1/endpoint: Die Datei „../aktuelles.json“ gibt es im Datenpaket nicht.\n");

    folder.replace("portal.json", "\"pack\", \"endpoint\": \"../aktuelles.json\"",
                   "\"http\", \"endpoint\": \"http://api.example/x\"");
    CHECK(folder.complaints() ==
          "portal.json#/modules/1/endpoint: „http://api.example/x“ ist keine verschlüsselte Adresse. Das Modul bleibt "
          "leer.\n");

    folder.replace("portal.json", "http://api.example/x", "https://api.example/x");
    CHECK(folder.complaints() ==
          "portal.json#/modules/1/endpoint: Der Browser darf „https://api.example“ nicht ansprechen: Die Adresse fehlt "
          "unter /connect.\n");

    folder.replace("portal.json", "\"connect\": []", "\"connect\": [\"https://api.example\"]");
    CHECK(folder.complaints() == "");
  }

  TEST_CASE("a module nobody knows is named") {
    PackFolder folder;
    folder.replace("portal.json", "\"id\": \"services\"", "\"id\": \"dienste\"");

    CHECK(folder.complaints() ==
          "portal.json#/modules/0/id: Das Modul „dienste“ kennt dieses Portal nicht. Es wird übergangen.\n");
  }

  TEST_CASE("pictures that do not exist are named") {
    PackFolder folder;
    folder.remove("bilder");

    CHECK(folder.complaints() ==
          "portal.json#/crest: Das Bild „bilder/wappen.svg“ gibt es im Datenpaket nicht. Die Stelle bleibt leer.\n");
  }
}
