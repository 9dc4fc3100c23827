#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "city/address.h"
#include "foundation/url.h"

using namespace stadttor;
using namespace stadttor::city;

TEST_SUITE("city") {
  TEST_CASE("every page's address comes back from its path") {
    const std::vector<Address> addresses = {
        {"de", PageKind::Start, "", "", ""},           {"en", PageKind::Situations, "", "", ""},
        {"tr", PageKind::Situation, "umzug", "", ""},  {"uk", PageKind::Services, "", "", ""},
        {"ar", PageKind::Service, "hund-anmelden", "", ""}, {"de-simple", PageKind::Offices, "", "", ""},
        {"de", PageKind::Office, "buergerbuero", "", ""},   {"de", PageKind::Search, "", "hund & katze", ""},
        {"de", PageKind::WhatsOn, "", "", ""},         {"de", PageKind::Event, "markt-2026", "", ""},
        {"de", PageKind::CityMap, "", "", ""},         {"ar", PageKind::Place, "luhebad", "", ""},
        {"de", PageKind::Figures, "", "", "abfall"},   {"en", PageKind::Market, "", "", ""},
        {"de", PageKind::Stall, "fisch-petersen", "", ""},
        {"de", PageKind::Form, "hund-anmelden", "", ""},    {"en", PageKind::FormStep, "hund-anmelden", "", "", "dog_owner"},
        {"ar", PageKind::FormCheck, "hund-anmelden", "", ""}, {"de", PageKind::FormCopy, "hund-anmelden", "", ""},
        {"de", PageKind::FormStep, "hund-anmelden", "", "feld-dog", "dogs"},
        {"de", PageKind::About, "impressum", "", ""},  {"de", PageKind::ViewSettings, "", "", ""},
        {"de", PageKind::Service, "hund-anmelden", "", "kosten"},
        {"de", PageKind::FormDisclosure, "hund-anmelden", "", ""}, {"de", PageKind::MyData, "", "", ""}, {"en", PageKind::MyData, "zugang", "", ""},
        {"de", PageKind::Cases, "", "", ""},           {"de", PageKind::Cases, "", "00ff17a0", ""},
        {"de", PageKind::Appointments, "", "hund-anmelden", ""}, {"de", PageKind::Appointments, "meiner", "00ff17a0", ""},
        {"de", PageKind::Appointments, "zeit", "", ""},
    };

    for (const Address& address : addresses) {
      const std::string path = path_of(address);
      const Address again = parse_address(path, "xx");

      CHECK_MESSAGE(again == address, path);
      CHECK_MESSAGE(again.anchor == address.anchor, path);
      CHECK_MESSAGE(is_allowed_url(path), path);
    }
  }

  TEST_CASE("addresses are spelled in German, below their language") {
    CHECK(path_to("de", PageKind::Start) == "/de/");
    CHECK(path_to("de", PageKind::Service, "hund-anmelden") == "/de/leistungen/hund-anmelden");
    CHECK(path_to("en", PageKind::Situations) == "/en/lebenslagen");
    CHECK(path_to("ar", PageKind::About, "impressum") == "/ar/seiten/impressum");
    CHECK(path_to("en", PageKind::Place, "luhebad") == "/en/stadtplan/luhebad");
    CHECK(path_to("tr", PageKind::Figures) == "/tr/stadt-in-zahlen");
    CHECK(path_to("uk", PageKind::Stall, "fisch") == "/uk/wochenmarkt/fisch");
  }

  TEST_CASE("an application's pages lie below its first step") {
    CHECK(path_to("de", PageKind::Form, "hund-anmelden") == "/de/antraege/hund-anmelden");
    CHECK(path_of({"de", PageKind::FormStep, "hund-anmelden", "", "", "halter"}) == "/de/antraege/hund-anmelden/halter");
    CHECK(path_to("en", PageKind::FormCheck, "hund-anmelden") == "/en/antraege/hund-anmelden/angaben-pruefen");
    CHECK(path_to("en", PageKind::FormCopy, "hund-anmelden") == "/en/antraege/hund-anmelden/antrag-abgeben");
    CHECK(path_to("en", PageKind::FormDisclosure, "hund-anmelden") == "/en/antraege/hund-anmelden/absenden");
    CHECK(path_to("de", PageKind::MyData) == "/de/meine-daten");
    CHECK(path_to("de", PageKind::MyData, "zugang") == "/de/meine-daten/zugang");
    CHECK(parse_address("/de/antraege", "de").page == PageKind::NotFound);
    CHECK(parse_address("/de/antraege/hund-anmelden/kein-schritt", "de").page == PageKind::NotFound);
    CHECK(parse_address("/de/antraege/hund-anmelden/halter/mehr", "de").page == PageKind::NotFound);
    CHECK_FALSE(is_form_page(PageKind::Service));
  }

  TEST_CASE("what is searched for stands in the fragment, which is never sent") {
    const std::string path = path_of({"de", PageKind::Search, "", "Grüner Hund", ""});

    CHECK(path == "/de/suche#q=Gr%C3%BCner%20Hund");
    CHECK(parse_address(path, "de").query == "Grüner Hund");
    CHECK(parse_address("/de/suche?q=hund", "de").query.empty());
    CHECK(parse_address("/de/suche?x=1#q=a+b", "de").query == "a b");
  }

  TEST_CASE("any other fragment is an anchor") {
    const Address address = parse_address("/de/leistungen/hund-anmelden#kosten", "de");

    CHECK(address.anchor == "kosten");
    CHECK(address.query.empty());
    CHECK(path_of(address) == "/de/leistungen/hund-anmelden#kosten");
  }

  TEST_CASE("scheme and host are passed over") {
    CHECK(parse_address("https://stadt.example/en/aemter", "de") == Address{"en", PageKind::Offices, "", "", ""});
    CHECK(parse_address("https://stadt.example", "de") == Address{"de", PageKind::Start, "", "", ""});
  }

  TEST_CASE("a slash too many changes nothing") {
    CHECK(parse_address("/de//leistungen/", "de").page == PageKind::Services);
    CHECK(parse_address("de/leistungen", "de").page == PageKind::Services);
    CHECK(parse_address("/de", "xx").page == PageKind::Start);
  }

  TEST_CASE("the root is the start page in the fallback language") {
    for (const auto* path : {"", "/", "//", "?x=1"}) CHECK(parse_address(path, "uk") == Address{"uk", PageKind::Start, "", "", ""});
  }

  TEST_CASE("what is no page of the portal is not found, in the language it begins with") {
    for (const auto* path : {"/en/nichts", "/en/leistungen/a/b", "/en/seiten", "/en/suche/x", "/en/ansicht/x", "/en/leistungen/a/b/c", "/en/Leistungen"}) {
      const Address address = parse_address(path, "de");

      CHECK_MESSAGE(address.page == PageKind::NotFound, path);
      CHECK_MESSAGE(address.language == "en", path);
    }
  }

  TEST_CASE("a path that does not begin with a language is not found, in the fallback language") {
    for (const auto* path : {"/12345/leistungen", "/d/leistungen", "/impressum", "/leistungen/hund-anmelden", "/index.html", "/favicon.ico"}) {
      const Address address = parse_address(path, "de");

      CHECK_MESSAGE(address.page == PageKind::NotFound, path);
      CHECK_MESSAGE(address.language == "de", path);
    }
  }

  TEST_CASE("any bytes as a path give an address that can be written again") {
    for (int first = 0; first < 256; ++first) {
      for (const auto* frame : {"/de/leistungen/", "/", "/de/suche#q=", "/de/#", ""}) {
        const std::string path = std::string(frame) + static_cast<char>(first) + "x";
        const std::string again = path_of(parse_address(path, "de"));
        CHECK_MESSAGE(is_allowed_url(again), path);
      }
    }
  }
}
