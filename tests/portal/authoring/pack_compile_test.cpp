#include "portal/authoring/pack_compile.h"

#include <doctest/doctest.h>

#include "city/catalogue.h"
#include "city/details.h"
#include "portal/authoring/alphabet_order.h"
#include "portal/authoring/pack_folder.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;

namespace {

// The text of a file below the version, or an empty one.
std::string file_of(const CompiledPack& compiled, const std::string& path) {
  const auto found = compiled.files.find("daten/" + compiled.version + "/" + path);
  return found == compiled.files.end() ? std::string() : found->second;
}

city::Catalogue catalogue_of(const CompiledPack& compiled, const std::string& language) {
  auto read = city::read_catalogue(file_of(compiled, language + "/start.json"), "start.json");
  CHECK(read.ok());
  return read.ok() ? std::move(read).value() : city::Catalogue{};
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("the client reads a compiled catalogue") {
    PackFolder folder;

    const city::Catalogue catalogue = catalogue_of(folder.compiled(), "en");

    CHECK(catalogue.language == "en");
    CHECK(catalogue.city.name == "Kleinstadt");
    CHECK(catalogue.city.claim == "On the river");
    CHECK(catalogue.city.crest == "/assets/bilder/wappen.svg");
    CHECK(catalogue.city.address_lines == "Markt 1");
    CHECK(catalogue.languages.size() == 2);
    CHECK(catalogue.popular == std::vector<std::string>{"hund-anmelden"});
    CHECK(catalogue.texts("menu.open") == "Open menu");
    if (!CHECK(catalogue.situations.size() == 1)) return;
    CHECK(catalogue.situations[0].name == "Animals");
    CHECK(catalogue.situations[0].language == "");
    if (!CHECK(catalogue.services.size() == 1)) return;
    CHECK(catalogue.services[0].name == "Hund anmelden");
    CHECK(catalogue.services[0].letter == "H");
    CHECK(catalogue.services[0].language == "de");
    if (!CHECK(catalogue.about_pages.size() == 1)) return;
    CHECK(catalogue.about_pages[0].title == "Impressum");
  }

  TEST_CASE("a city that wants its pages drawn says so in the compiled manifest, others say nothing") {
    PackFolder folder;
    CHECK(folder.compiled().files.at("daten/portal.json").find("presentation") == std::string::npos);

    folder.replace("portal.json", "\"embed_origins\"", "\"presentation\": \"canvas\", \"embed_origins\"");

    CHECK(folder.compiled().files.at("daten/portal.json").find("\"canvas\"") != std::string::npos);
  }

  TEST_CASE("the compiled manifest names the city's key, by which applications find their way") {
    const PackFolder folder;
    CHECK(folder.compiled().files.at("daten/portal.json").find("\"ars\":\"990000000001\"") != std::string::npos);
  }

  TEST_CASE("what the portal needs for sending stands in every language's start, and nowhere without it") {
    const PackFolder folder;
    const CompiledPack on_paper = folder.compiled();
    for (const char* language : {"/de/", "/en/"}) {
      CHECK(on_paper.files.at("daten/" + on_paper.version + language + "start.json").find("\"sending\"") == std::string::npos);
    }
    const CompiledPack online = folder.compiled({{"gateway", "/fit-connect"}, {"issuer", "https://zustelldienst.example"}, {"statement_key", {{"kty", "EC"}}}});
    for (const char* language : {"/de/", "/en/"}) {
      CHECK(online.files.at("daten/" + online.version + language + "start.json").find("\"sending\":{\"gateway\":\"/fit-connect\"") != std::string::npos);
    }
  }

  TEST_CASE("the client reads compiled offices with their hours") {
    PackFolder folder;

    const city::Catalogue catalogue = catalogue_of(folder.compiled(), "de");

    if (!CHECK(catalogue.offices.size() == 1)) return;
    const city::Office& office = catalogue.offices[0];
    CHECK(office.address.street_line == "Markt 1");
    CHECK(office.address.town_line == "12345 Kleinstadt");
    CHECK(office.latitude == doctest::Approx(51.5));
    if (!CHECK(office.weekly.days[0].size() == 1)) return;
    CHECK(office.weekly.days[0][0].from == TimeOfDay{480});
    if (!CHECK(office.exceptions.size() == 1)) return;
    CHECK(office.exceptions[0].from_date == Date{2026, 12, 24});
    CHECK(office.exceptions[0].to_date == Date{2026, 12, 26});
    CHECK(office.exceptions[0].reason == "Weihnachten");
  }

  TEST_CASE("the client reads compiled details") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json",
                   "\"words\":", R"("costs": [{"label": "Hund", "amount": "96 EUR"}], "steps": ["Gehen."], "words":)");
    const CompiledPack compiled = folder.compiled();

    const auto service = city::read_service_details(file_of(compiled, "en/leistungen/hund-anmelden.json"), "service");
    if (!CHECK(service.ok())) return;
    CHECK(service.value().language == "de");
    CHECK(city::plain_text(service.value().description) == "Melden Sie jeden Hund innerhalb von zwei Wochen an.\n");
    CHECK(service.value().steps == std::vector<std::string>{"Gehen."});
    CHECK(service.value().costs.size() == 1);
    CHECK(service.value().offices == std::vector<std::string>{"steueramt"});

    const auto office = city::read_office_details(file_of(compiled, "de/aemter/steueramt.json"), "office");
    if (!CHECK(office.ok())) return;
    CHECK(office.value().services == std::vector<std::string>{"hund-anmelden"});

    const auto page = city::read_about_details(file_of(compiled, "de/seiten/impressum.json"), "page");
    if (!CHECK(page.ok())) return;
    CHECK(city::plain_text(page.value().body) == "Angaben nach § 5 DDG.\n");

    const auto whats_on = city::read_whats_on(file_of(compiled, "de/aktuelles.json"), "whats on");
    if (!CHECK(whats_on.ok())) return;
    if (!CHECK(whats_on.value().events.size() == 1)) return;
    CHECK(whats_on.value().events[0].from == "11:00");
    CHECK(whats_on.value().notices.size() == 1);
    CHECK(file_of(compiled, "en/suche.bin") == "index of en");
  }

  TEST_CASE("the manifest names the version, and equal packs give equal bytes") {
    PackFolder folder;
    const CompiledPack compiled = folder.compiled();

    CHECK(compiled.version.size() == 16);
    const Json manifest = Json::parse(compiled.files.at("daten/portal.json"), nullptr, false);
    CHECK(text_of(manifest, "version") == compiled.version);
    CHECK(manifest["languages"] == Json::parse(R"([{"tag": "de", "name": "Deutsch", "direction": "ltr"},
                                                   {"tag": "en", "name": "English", "direction": "ltr"}])",
                                               nullptr, false));
    CHECK(folder.compiled().files == compiled.files);
    folder.replace("services/hund-anmelden.json", "Melden", "Bringen");
    CHECK(folder.compiled().version != compiled.version);
  }

  TEST_CASE("events come by date, notices newest first") {
    PackFolder folder;
    folder.write("aktuelles.json", R"({
      "events": [{"id": "b", "date": "2026-12-05", "from": "11:00", "texts": {"de": {"title": "B"}}},
                 {"id": "a", "date": "2026-12-05", "from": "09:00", "texts": {"de": {"title": "A"}}},
                 {"id": "c", "date": "2026-11-05", "texts": {"de": {"title": "C"}}}],
      "notices": [{"id": "x", "date": "2026-01-01", "texts": {"de": {"title": "X"}}},
                  {"id": "y", "date": "2026-02-01", "texts": {"de": {"title": "Y"}}}]})");

    const auto whats_on = city::read_whats_on(file_of(folder.compiled(), "de/aktuelles.json"), "whats on");

    if (!CHECK((whats_on.ok() && whats_on.value().events.size() == 3 && whats_on.value().notices.size() == 2))) return;
    CHECK(whats_on.value().events[0].id == "c");
    CHECK(whats_on.value().events[1].id == "a");
    CHECK(whats_on.value().notices[0].id == "y");
  }

  TEST_CASE("names stand in the order and under the letters of the language") {
    const AlphabetOrder german("de");
    CHECK(german.comes_before("Ämter", "Bauen"));
    CHECK(german.comes_before("Abfall", "Ämter"));
    CHECK(german.letter_of("Ämter") == "A");
    CHECK(german.letter_of("ändern") == "A");
    CHECK(german.letter_of("115 anrufen") == "#");
    CHECK(AlphabetOrder("tr").letter_of("Çocuk") == "Ç");
    CHECK(AlphabetOrder("uk").letter_of("Собака") == "С");
    CHECK(AlphabetOrder("uk").letter_of("Hund anmelden") == "H");
    CHECK(AlphabetOrder("de-simple").letter_of("Über·setzen") == "U");
  }
}
