#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

namespace {

constexpr const char* kDescription = "Melden Sie jeden Hund innerhalb von zwei Wochen an.";
const std::string kPlace = "services/hund-anmelden.json#/texts/de/description: ";

std::string complaints_about(const std::string& description) {
  PackFolder folder;
  folder.replace("services/hund-anmelden.json", kDescription, kDescription + (" " + description));
  return folder.complaints();
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("hostile texts are named") {
    CHECK(complaints_about("<script>alert(1)</script>") ==
          kPlace + "Im Text steht HTML: „</script>“. Es wird nicht ausgeführt, sondern als Text gezeigt.\n" + kPlace +
              "Im Text steht HTML: „<script>“. Es wird nicht ausgeführt, sondern als Text gezeigt.\n");
    CHECK(complaints_about("[x](javascript:alert(1))") ==
          kPlace + "Der Verweis auf „javascript:alert(1)“ ist nicht erlaubt. Gezeigt wird nur sein Text.\n");
    CHECK(complaints_about("[x](data:text/html,x)") ==
          kPlace + "Der Verweis auf „data:text/html,x“ ist nicht erlaubt. Gezeigt wird nur sein Text.\n");
    CHECK(complaints_about("[x](http://example.org)") ==
          kPlace + "Der Verweis auf „http://example.org“ ist nicht erlaubt. Gezeigt wird nur sein Text.\n");
    CHECK(complaints_about("![x](https://example.org/x.png)") ==
          kPlace + "Im Text steht ein Bild: „https://example.org/x.png“. Gezeigt wird nur seine Beschreibung.\n");
  }

  TEST_CASE("links into the portal must lead somewhere") {
    CHECK(complaints_about("[x](/de/aemter/steueramt) [x](/de/leistungen/hund-anmelden#kosten) "
                           "[x](/de/seiten/impressum) [x](/de/suche)") == "");
    CHECK(complaints_about("[x](/de/aemter/kasse)") ==
          kPlace + "Der Verweis „/de/aemter/kasse“ führt auf keine Seite dieses Portals.\n");
    CHECK(complaints_about("[x](/de/nirgends/hin)") ==
          kPlace + "Der Verweis „/de/nirgends/hin“ führt auf keine Seite dieses Portals.\n");
  }

  TEST_CASE("formatted texts of offices, pages and events are looked at, too") {
    PackFolder folder;
    folder.replace("offices/steueramt.json", "\"summary\":", "\"directions\": \"a <br>\", \"summary\":");
    folder.replace("pages/impressum.json", "Angaben", "<b> Angaben");
    folder.replace("aktuelles.json", "\"summary\": \"Sechzig",
                   "\"description\": \"Hier <i> und da\", \"summary\": \"Sechzig");

    CHECK(folder.complaints() ==
          "aktuelles.json#/events/0/texts/de/description: Im Text steht HTML: „<i>“. Es wird nicht ausgeführt, sondern "
          "als Text gezeigt.\n"
          "offices/steueramt.json#/texts/de/directions: Im Text steht HTML: „<br>“. Es wird nicht ausgeführt, sondern "
          "als Text gezeigt.\n"
          "pages/impressum.json#/texts/de/body: Im Text steht HTML: „<b>“. Es wird nicht ausgeführt, sondern als Text "
          "gezeigt.\n");
  }

  TEST_CASE("texts in a language nobody is offered, and languages without texts, are named") {
    PackFolder folder;
    folder.replace("pages/impressum.json",
                   "\"de\":", R"("de_simple": {"title": "Impressum", "body": "Angaben nach dem Gesetz."}, "de":)");
    folder.replace("portal.json", "\"en\": {\"name\"", "\"fr\": {\"name\"");

    CHECK(folder.complaints() ==
          "pages/impressum.json#/texts/de_simple: Die Sprache „de_simple“ bietet das Portal nicht an. Diese Texte "
          "sieht niemand.\n"
          "portal.json#/situations/0/texts: Die Übersetzung in „en“ fehlt. Gezeigt wird der deutsche Text.\n"
          "portal.json#/situations/0/texts/fr: Die Sprache „fr“ bietet das Portal nicht an. Diese Texte sieht "
          "niemand.\n");
  }
}
