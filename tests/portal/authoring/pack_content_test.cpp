#include "portal/authoring/pack_content.h"

#include <doctest/doctest.h>

#include "city/catalogue.h"
#include "city/details.h"
#include "portal/authoring/pack_folder.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;

namespace {

Pack pack_of(const PackFolder& folder) { return pack_from_source(read_pack(folder.pack())); }

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("a broken service leaves the others in place") {
    PackFolder folder;
    folder.write("services/katze.json", "{\"id\": \"katze\", \"texts\": {\"de\": {\"name\": \"Kat");
    folder.write("services/vogel.json", "{\"id\": \"vogel\", \"texts\": {\"de\": {\"name\": \"V\xF6gel\"}}}");
    folder.write("services/fisch.json", R"({"id": "fisch", "texts": {"en": {"name": "Fish"}}})");
    folder.write("services/maus.json", R"(["maus"])");

    const Pack pack = pack_of(folder);

    if (!CHECK(pack.services.size() == 1)) return;
    CHECK(pack.services[0].id == "hund-anmelden");
  }

  TEST_CASE("values of a wrong type are left out, the rest of the entry is shown") {
    PackFolder folder;
    folder.write("services/hund-anmelden.json",
                 R"x({"id": 7, "situations": "tiere", "offices": [3, "steueramt"], "related": {},
      "legal_basis": [{"name": "§ 1", "url": "javascript:alert(1)"}, "§ 2"],
      "texts": {"de": {"name": "Hund", "summary": ["x"], "steps": ["a", 2], "costs": [{"label": "x"}]}, "en": "Dog"}})x");

    const Pack pack = pack_of(folder);

    if (!CHECK(pack.services.size() == 1)) return;
    const ServiceContent& service = pack.services[0];
    CHECK(service.id == "hund-anmelden");
    CHECK(service.situations.empty());
    CHECK(service.offices == std::vector<std::string>{"steueramt"});
    if (!CHECK(service.legal_basis.size() == 1)) return;
    CHECK(service.legal_basis[0].url == "");
    CHECK(service.texts.size() == 1);
    CHECK(service.texts.at("de").summary == "");
    CHECK(service.texts.at("de").steps == std::vector<std::string>{"a"});
    CHECK(service.texts.at("de").costs.empty());
  }

  TEST_CASE("references to what is not shown are left out") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json", "\"related\": []",
                   "\"related\": [\"katze\", \"hund-anmelden\", \"hund-anmelden\"]");
    folder.replace("portal.json", "\"popular\": [", "\"popular\": [\"katze\", ");
    folder.replace("portal.json", "\"pages\": [", "\"pages\": [\"datenschutz\", ");

    const Pack pack = pack_of(folder);

    CHECK(pack.services[0].related == std::vector<std::string>{"hund-anmelden"});
    CHECK(pack.popular == std::vector<std::string>{"hund-anmelden"});
    CHECK(pack.pages.size() == 1);
  }

  TEST_CASE("hours and dates that cannot be are left out") {
    PackFolder folder;
    folder.replace(
        "offices/steueramt.json", "\"hours\": [",
        R"("hours": [{"day": "monday", "from": "14:00", "to": "13:00"}, {"day": "someday", "from": "08:00", "to": "09:00"}, )");
    folder.replace("offices/steueramt.json", "2026-12-26", "2026-12-01");
    folder.replace("aktuelles.json", "2026-12-05", "bald");

    const Pack pack = pack_of(folder);

    CHECK(pack.offices[0].facts.weekly.days[0].size() == 1);
    CHECK(pack.offices[0].facts.exceptions.empty());
    CHECK(pack.events.empty());
    CHECK(pack.notices.size() == 1);
  }

  TEST_CASE("languages and origins that could harm the site are left out") {
    PackFolder folder;
    folder.replace("portal.json", "[\"de\", \"en\"]", "[\"../..\", \"de\", \"de\", \"en\", \"e\\u0000n\"]");
    folder.replace("portal.json", "\"connect\": []",
                   R"("connect": ["https://api.example", "https://x.example; script-src *", "http://x.example"])");

    const Pack pack = pack_of(folder);

    CHECK(pack.city.languages == std::vector<std::string>{"de", "en"});
    CHECK(pack.city.connect == std::vector<std::string>{"https://api.example"});
  }

  TEST_CASE("a pack without a manifest still shows its services") {
    PackFolder folder;
    folder.write("portal.json", "{\"id\":");

    const CompiledPack compiled = folder.compiled();

    const auto start = compiled.files.find("daten/" + compiled.version + "/de/start.json");
    if (!CHECK(start != compiled.files.end())) return;
    const auto catalogue = city::read_catalogue(start->second, "start.json");
    if (!CHECK(catalogue.ok())) return;
    CHECK(catalogue.value().services.size() == 1);
    CHECK(catalogue.value().city.name == "pack");
    CHECK(catalogue.value().texts("menu.open") == "Menü öffnen");
  }

  TEST_CASE("a module without its endpoint shows nothing, and nothing else breaks") {
    PackFolder folder;
    folder.replace("portal.json", ", \"endpoint\": \"aktuelles.json\"", "");

    const CompiledPack compiled = folder.compiled();

    const auto whats_on =
        city::read_whats_on(compiled.files.at("daten/" + compiled.version + "/de/aktuelles.json"), "whats on");
    if (!CHECK(whats_on.ok())) return;
    CHECK(whats_on.value().events.empty());
    CHECK(compiled.files.count("daten/" + compiled.version + "/de/leistungen/hund-anmelden.json") == 1);
  }

  TEST_CASE("hostile texts come out as harmless blocks") {
    PackFolder folder;
    folder.replace("services/hund-anmelden.json", "Melden Sie jeden Hund",
                   "Hallo <script>alert(1)</script> [Klick](javascript:alert(1)) jeden Hund");

    const CompiledPack compiled = folder.compiled();

    const std::string json = compiled.files.at("daten/" + compiled.version + "/de/leistungen/hund-anmelden.json");
    CHECK(json.find("javascript:") == std::string::npos);
    CHECK(json.find("\"href\"") == std::string::npos);
    CHECK(json.find(R"("p":["Hallo <script>alert(1)</script> Klick jeden Hund)") != std::string::npos);
  }
}
