#include "portal/authoring/search_documents.h"

#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal;
using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("services, offices, situations and pages can be found as they are shown") {
    PackFolder folder;
    folder.replace(
        "services/hund-anmelden.json", "\"texts\": {",
        R"("texts": {"en": {"name": "Register a dog", "summary": "For every dog.", "description": "Within **two** weeks.", "words": ["dog tax"]}, )");
    folder.write("search/synonyms.json", R"({"groups": [["hund", "köter"], ["allein"]]})");
    const Pack pack = pack_from_source(read_pack(folder.pack()));

    InterfaceTexts interface;
    interface.texts = {{"page.map", "City map"}, {"place.kinds.toilet", "Public toilets"}};

    const auto documents = search_documents_from(pack, interface, "en");

    if (!CHECK(documents.size() == 5)) return;
    CHECK(documents[0].kind == search::DocumentKind::Service);
    CHECK(documents[0].language == "en");
    CHECK(documents[0].title == "Register a dog");
    CHECK(documents[0].words == std::vector<std::string>{"dog tax", "Hund anmelden", "hundesteuer"});
    CHECK(documents[0].text.find("Within **two** weeks.") == 0);
    CHECK(documents[1].kind == search::DocumentKind::Office);
    CHECK(documents[1].language == "de");
    CHECK(documents[2].title == "Animals");
    CHECK(documents[3].kind == search::DocumentKind::Page);
    CHECK(documents[4].kind == search::DocumentKind::City);
    CHECK(documents[4].id == "stadtplan");
    CHECK(documents[4].title == "City map");
    CHECK(documents[4].text.find("Public toilets") != std::string::npos);
    CHECK(synonyms_from(pack).groups == std::vector<std::vector<std::string>>{{"hund", "köter"}});
  }

  TEST_CASE("where appointments are booked is found in a city that has any, and only there") {
    PackFolder folder;
    const auto titles = [&folder] {
      InterfaceTexts interface;
      interface.texts = {{"page.appointments", "Termin buchen"}, {"book.cancel", "Termin absagen"}};
      std::vector<std::string> found;
      for (const auto& document : search_documents_from(pack_from_source(read_pack(folder.pack())), interface, "de")) {
        if (document.id == "termine") found.push_back(document.title + ": " + document.text);
      }
      return found;
    };
    CHECK(titles().empty());
    folder.replace("portal.json", "{", R"({"appointments": {"api": "/api/citizen"}, )");
    CHECK(titles().empty());
    folder.write("appointments.json", R"({"services": [], "offices": []})");
    if (!CHECK(titles().size() == 1)) return;
    CHECK(titles()[0].find("Termin buchen: ") == 0);
    CHECK(titles()[0].find("Termin absagen") != std::string::npos);
  }
}
