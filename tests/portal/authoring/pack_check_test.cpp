#include "portal/authoring/pack_check.h"

#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("a sound pack has no problems") { CHECK(PackFolder().complaints() == ""); }

  TEST_CASE("what reading found is said, too") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json", "\"related\": [],", "\"related\": [], \"related\": [],");

    CHECK(
        folder.complaints() ==
        "services/hund-anmelden.json#/related: Diese Angabe steht zweimal im selben Abschnitt. Nur die erste gilt.\n");
  }

  TEST_CASE("every kind of file is checked against its schema") {
    PackFolder folder;
    folder.replace("portal.json", "\"990000000001\"", "\"9900\"");
    folder.replace("services/hund-anmelden.json", "\"words\"", "\"wörter\"");
    folder.replace("offices/steueramt.json", "\"12345\"", "12345");
    folder.replace("pages/impressum.json", "\"Angaben nach § 5 DDG.\"", "\"\"");
    folder.replace("aktuelles.json", "2026-12-05", "2026-13-05");
    folder.replace("theme.json", "\"#000000\"", "0");
    folder.write("search/synonyms.json", R"({"groups": "perso"})");
    folder.write("../languages/en.json", R"({"name": "English", "direction": "quer", "texts": {"menu.open": "Open menu",
      "hits.one": "One hit", "hits.other": "{count} hits", "hello": "Hello {name}"}})");

    CHECK(folder.complaints() ==
          "aktuelles.json#/events/0/date: „2026-13-05“ ist kein Datum des Kalenders.\n"
          "languages/en.json#/direction: Der Wert „quer“ ist nicht vorgesehen.\n"
          "offices/steueramt.json#/address/postal_code: Hier steht eine Zahl, erwartet wird ein Text in "
          "Anführungszeichen.\n"
          "pages/impressum.json#/texts/de/body: Der Text ist leer.\n"
          "portal.json#/ars: „9900“ hat nicht die verlangte Form.\n"
          "search/synonyms.json#/groups: Hier steht ein Text, erwartet wird eine Liste in eckigen Klammern.\n"
          "services/hund-anmelden.json#/texts/de: Die Angabe „words“ fehlt.\n"
          "services/hund-anmelden.json#/texts/de/wörter: Die Angabe „wörter“ ist hier nicht bekannt und bleibt ohne "
          "Wirkung.\n"
          "theme.json#/light: Die Farbe „--st-color-text“ fehlt.\n"
          "theme.json#/light/--st-color-text: Hier steht eine Zahl, erwartet wird ein Text in Anführungszeichen.\n");
  }

  TEST_CASE("missing German texts are named") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json", "\"de\"", "\"en\"");

    CHECK(folder.complaints() == "services/hund-anmelden.json#/texts: Die deutschen Texte fehlen.\n");
  }

  TEST_CASE("a text that is too long is named with both lengths") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json", "Für jeden Hund zahlen Sie Steuern.", std::string(214, 'x'));

    const auto problems = folder.problems();
    if (!CHECK(problems.size() == 1)) return;
    CHECK(problems[0].pointer == "/texts/de/summary");
    CHECK(problems[0].problem == "Der Text ist 214 Zeichen lang, erlaubt sind 200.");
    CHECK(problems[0].remedy == "Kürzen Sie die Kurzbeschreibung.");
  }

  TEST_CASE("a schema that cannot be used is named instead of being ignored") {
    PackFolder folder;
    folder.write("../schemas/portal.schema.json", R"({"not": {}})");
    const auto problems =
        check_pack(read_pack(folder.pack()),
                   {folder.pack() / "../schemas", folder.pack() / "../languages", folder.pack() / "../pairs.json"});

    if (!CHECK(problems.size() == 7)) return;
    CHECK(problems[0].file == "schemas/language.schema.json");
    CHECK(problems[3].file == "schemas/portal.schema.json");
    CHECK(problems[3].pointer == "/not");
  }

  TEST_CASE("problems are told in text and JSON") {
    const Problem problem{"services/x.json", "/id", "Das ist falsch.", "Ändern Sie es.", Severity::Warning};

    CHECK(text_from_problem(problem) == "services/x.json#/id: Hinweis: Das ist falsch. Ändern Sie es.");
    CHECK(
        json_from_problems({problem}) ==
        R"([{"file":"services/x.json","pointer":"/id","problem":"Das ist falsch.","remedy":"Ändern Sie es.","severity":"warning"}])");
    CHECK_FALSE(has_error({problem}));
    CHECK(has_error({problem, Problem{}}));
  }
}
