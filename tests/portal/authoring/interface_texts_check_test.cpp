#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"
#include "portal/authoring/plural_forms.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("a language without interface words is named") {
    PackFolder folder;
    folder.remove("../languages/en.json");

    CHECK(folder.complaints() ==
          "languages/en.json#: Für die Sprache „en“ fehlen die Texte der Oberfläche. Sie erscheinen auf Deutsch.\n");
  }

  TEST_CASE("words that are missing or too many are named") {
    PackFolder folder;
    folder.replace("../languages/en.json", "\"menu.open\"", "\"menu.opn\"");

    CHECK(folder.complaints() ==
          "languages/en.json#/texts: Der Text „menu.open“ fehlt. Er erscheint auf Deutsch.\n"
          "languages/en.json#/texts/menu.opn: Den Text „menu.opn“ verwendet die Oberfläche nicht.\n");
  }

  TEST_CASE("each language has the plural forms of its own") {
    PackFolder folder;
    folder.replace("portal.json", "[\"de\", \"en\"]", "[\"de\", \"uk\"]");
    folder.replace("portal.json", "\"en\": {\"claim\"", "\"uk\": {\"claim\"");
    folder.replace("portal.json", "\"en\": {\"name\"", "\"uk\": {\"name\"");
    folder.write("../languages/uk.json", R"({"name": "Українська", "direction": "ltr", "texts": {"menu.open": "Меню",
      "hits.one": "{count} результат", "hits.few": "{count} результати", "hits.other": "{count} результату", "hits.two": "", "hello": "{name}"}})");

    CHECK(folder.complaints() ==
          "languages/uk.json#/texts: Der Text „hits.many“ fehlt. Er erscheint auf Deutsch.\n"
          "languages/uk.json#/texts/hits.two: Der Text ist leer.\n"
          "languages/uk.json#/texts/hits.two: Den Text „hits.two“ verwendet die Oberfläche nicht.\n");
    CHECK(plural_forms_of("de-simple") == std::set<std::string>{"one", "other"});
    CHECK(plural_forms_of("ar").size() == 6);
  }

  TEST_CASE("placeholders must be those of the German text") {
    PackFolder folder;
    folder.replace("../languages/en.json", "{name}", "{Name}");

    const auto problems = folder.problems();
    if (!CHECK(problems.size() == 1)) return;
    CHECK(problems[0].file == "languages/en.json");
    CHECK(problems[0].pointer == "/texts/hello");
    CHECK(problems[0].remedy == "Verwenden Sie genau diese, unverändert geschrieben: {name}.");
  }

  TEST_CASE("a broken file of interface words is named and breaks nothing else") {
    PackFolder folder;
    folder.write("../languages/en.json", "{\"name\": \"Engl");

    CHECK(
        folder.complaints() ==
        "languages/en.json#: Zeile 1: Die Datei endet mitten im Inhalt; sie ist abgeschnitten. Sie wird übergangen.\n");
  }
}
