// Places, figures and the weekly market: what is said about broken ones, what is shown of them, and that a city without them
// is as it was.
#include <doctest/doctest.h>

#include "city/catalogue.h"
#include "city/figures.h"
#include "city/market.h"
#include "city/places.h"
#include "portal/authoring/discovery_json.h"
#include "portal/authoring/pack_folder.h"
#include "portal/authoring/plan_shapes.h"

using namespace stadttor;
using namespace stadttor::portal::authoring;

namespace {

class DiscoveryFolder : public PackFolder {
 public:
  DiscoveryFolder() {
    replace("portal.json", "\"pages\": [", "\"figures\": [\"geburten\"], \"pages\": [");
    replace("offices/steueramt.json", "\"town\": \"Kleinstadt\"", "\"town\": \"Kleinstadt\", \"district\": \"Mitte\"");
    write("places/baeder.json", R"({"kind": "pool", "places": [
      {"id": "freibad", "name": "Freibad", "address": {"street": "Ufer", "house_number": "2", "postal_code": "12345", "town": "Kleinstadt", "district": "Nord"},
       "position": {"latitude": 51.51, "longitude": 9.51}, "hours": [{"day": "monday", "from": "09:00", "to": "18:00"}],
       "texts": {"de": {"note": "Nur im Sommer."}, "en": {"note": "In summer only."}}}]})");
    write("figures/geburten.json", R"({"id": "geburten", "chart": "stacked", "years": [2024, 2025],
      "series": [{"id": "alle", "values": [12, 14], "texts": {"de": {"name": "Alle"}}}],
      "texts": {"de": {"title": "Geburten", "summary": "Es werden mehr.", "unit": "Kinder", "source": "Standesamt"}}})");
    write("market/market.json", R"({"sites": [{"id": "platz", "name": "Platz", "address": "Markt 1"}],
      "hours": [{"day": "friday", "from": "08:00", "to": "12:00", "site": "platz"}],
      "plan": {"site": "platz", "background": "market/plan.json"},
      "stalls": [{"id": "fisch", "number": "1", "name": "Fisch", "goods": ["fish"], "days": ["friday"], "shape": [[0, 0], [9, 0], [9, 9]],
                  "texts": {"de": {"offer": "Frischer Fisch."}}}],
      "texts": {"de": {"description": "Jeden Freitag."}}})");
    write("market/plan.json", R"({"width": 90, "height": 50, "shapes": [
      {"kind": "building", "points": [[0, 40], [90, 40], [90, 50]], "text": "Rathaus"}, {"kind": "path", "points": [[0, 20], [90, 20]], "width": 3}]})");
  }
};

std::string file_of(const CompiledPack& compiled, const std::string& path) {
  const auto found = compiled.files.find("daten/" + compiled.version + "/" + path);
  return found == compiled.files.end() ? std::string() : found->second;
}

}  // namespace

TEST_SUITE("portal/authoring") {
  TEST_CASE("sound places, figures and markets have no problems") { CHECK(DiscoveryFolder().complaints() == ""); }

  TEST_CASE("the client reads compiled places, with the offices among them") {
    const auto read = city::read_places(file_of(DiscoveryFolder().compiled(), "en/stadt/orte.json"), "places");
    if (!CHECK((read.ok() && read.value().places.size() == 2))) return;

    CHECK(read.value().places[0].id == "freibad");
    CHECK(read.value().places[0].name_language == "de");
    CHECK(read.value().places[0].note == "In summer only.");
    CHECK(read.value().places[0].note_language == "");
    CHECK(read.value().places[0].street_line == "Ufer 2");
    CHECK(read.value().places[0].has_hours());
    CHECK(read.value().places[1].kind == "office");
    CHECK(read.value().places[1].district == "Mitte");
  }

  TEST_CASE("the client reads compiled figures and markets, and the catalogue says that they are there") {
    const CompiledPack compiled = DiscoveryFolder().compiled();

    const auto catalogue = city::read_catalogue(file_of(compiled, "en/start.json"), "start");
    if (!CHECK(catalogue.ok())) return;
    CHECK(catalogue.value().has_figures);
    CHECK(catalogue.value().has_market);
    const auto figures = city::read_figures(file_of(compiled, "en/stadt/zahlen.json"), "figures");
    if (!CHECK((figures.ok() && figures.value().figures.size() == 1))) return;
    CHECK(figures.value().figures[0].language == "de");
    CHECK(figures.value().figures[0].series[0].values[1].value_or(0) == doctest::Approx(14));
    const auto market = city::read_market(file_of(compiled, "en/stadt/wochenmarkt.json"), "market");
    if (!CHECK((market.ok() && market.value().stalls.size() == 1))) return;
    CHECK(market.value().stalls[0].shape == "0,0 9,0 9,9");
    CHECK(market.value().stalls[0].name_language == "de");
    CHECK(market.value().plan.background == kMarketPlanFile);
    CHECK(file_of(compiled, kMarketPlanFile) ==
          R"({"height":50,"shapes":[{"kind":"building","points":"0,40 90,40 90,50","text":"Rathaus"},{"kind":"path","points":"0,20 90,20","width":3}],"width":90})");
  }

  TEST_CASE("a city without places, figures and market is as it was") {
    const CompiledPack compiled = PackFolder().compiled();

    const auto catalogue = city::read_catalogue(file_of(compiled, "de/start.json"), "start");
    if (!CHECK(catalogue.ok())) return;
    CHECK_FALSE(catalogue.value().has_figures);
    CHECK_FALSE(catalogue.value().has_market);
    CHECK(catalogue.value().city.map_tiles.empty());
    CHECK(file_of(compiled, "de/stadt/zahlen.json").empty());
    CHECK(file_of(compiled, "de/stadt/wochenmarkt.json").empty());
    CHECK(file_of(compiled, kMarketPlanFile).empty());
    const auto places = city::read_places(file_of(compiled, "de/stadt/orte.json"), "places");
    CHECK((places.ok() && places.value().places.size() == 1));
  }

  TEST_CASE("a catalogue from before there were figures and markets is still read") {
    const auto old = city::read_catalogue(R"({"language": "de", "city": {"id": "x", "name": "X"}})", "start");
    if (!CHECK(old.ok())) return;
    CHECK_FALSE(old.value().has_figures);
    CHECK_FALSE(old.value().has_market);
  }

  TEST_CASE("a map folder makes the catalogue name the tiles") {
    DiscoveryFolder folder;
    folder.write("map/street.geojson", "{}");
    const auto catalogue = city::read_catalogue(file_of(folder.compiled(), "de/start.json"), "start");
    if (!CHECK(catalogue.ok())) return;
    CHECK(catalogue.value().city.map_tiles == "karte.pmtiles");
  }

  TEST_CASE("each file of places, figures, market and plan is checked against its schema") {
    DiscoveryFolder folder;
    folder.replace("places/baeder.json", "\"pool\"", "\"palace\"");
    folder.replace("figures/geburten.json", "\"Kinder\"", "7");
    folder.replace("market/market.json", "[\"fish\"]", "[\"gold\"]");
    folder.replace("market/plan.json", "\"path\"", "\"road\"");

    CHECK(folder.complaints() ==
          "figures/geburten.json#/texts/de/unit: Hier steht eine Zahl, erwartet wird ein Text in Anführungszeichen.\n"
          "market/market.json#/stalls/0/goods/0: Der Wert „gold“ ist nicht vorgesehen.\n"
          "market/plan.json#/shapes/1/kind: Der Wert „road“ ist nicht vorgesehen.\n"
          "places/baeder.json#/kind: Der Wert „palace“ ist nicht vorgesehen.\n");
  }

  TEST_CASE("ids that are taken, also by an office, are named, and the first one is shown") {
    DiscoveryFolder folder;
    folder.write("places/zweite.json", folder.text("places/baeder.json"));
    folder.replace("places/zweite.json", "\"texts\"", "\"phone\": \"115\", \"texts\"");
    CHECK(folder.complaints() ==
          "places/zweite.json#/places/0/id: Die Kennung „freibad“ gibt es schon in places/baeder.json. Dieser Eintrag wird übergangen.\n");
    CHECK(pack_from_source(read_pack(folder.pack())).places.size() == 1);

    folder.remove("places/zweite.json");
    folder.replace("places/baeder.json", "\"freibad\"", "\"steueramt\"");
    CHECK(folder.complaints() ==
          "places/baeder.json#/places/0/id: Die Kennung „steueramt“ gibt es schon in offices/steueramt.json. Dieser Eintrag wird übergangen.\n");
    CHECK(pack_from_source(read_pack(folder.pack())).places.empty());
  }

  TEST_CASE("hours of places and markets are checked as those of offices are") {
    DiscoveryFolder folder;
    folder.replace("places/baeder.json", "\"to\": \"18:00\"", "\"to\": \"08:00\"");
    folder.replace("market/market.json", "\"to\": \"12:00\"", "\"to\": \"07:00\"");

    CHECK(folder.complaints().find("places/baeder.json#/places/0/hours/0: Die Öffnungszeit endet um 08:00") != std::string::npos);
    CHECK(folder.complaints().find("market/market.json#/hours/0: Die Öffnungszeit endet um 07:00") != std::string::npos);
    CHECK(pack_from_source(read_pack(folder.pack())).market.empty());
  }

  TEST_CASE("a series whose values do not fit the years is named and left out") {
    DiscoveryFolder folder;
    folder.replace("figures/geburten.json", "[12, 14]", "[12]");
    CHECK(folder.complaints() == "figures/geburten.json#/series/0/values: Es sind 1 Werte für 2 Jahre. Diese Reihe wird nicht gezeigt.\n");
    CHECK(pack_from_source(read_pack(folder.pack())).figures.empty());
  }

  TEST_CASE("years that do not ascend and negative values in a stack are named") {
    DiscoveryFolder folder;
    folder.replace("figures/geburten.json", "[2024, 2025]", "[2025, 2024]");
    folder.replace("figures/geburten.json", "[12, 14]", "[-12, null]");
    CHECK(folder.complaints() ==
          "figures/geburten.json#/series/0/values/0: Ein Wert unter 0 lässt sich nicht aufeinanderstapeln.\n"
          "figures/geburten.json#/years/1: Die Jahre steigen hier nicht an. Die Zahlenreihe wird nicht gezeigt.\n");
    CHECK(pack_from_source(read_pack(folder.pack())).figures.empty());
  }

  TEST_CASE("figures that are listed and not there, or there and not listed, are named") {
    DiscoveryFolder folder;
    folder.replace("portal.json", "\"figures\": [\"geburten\"]", "\"figures\": [\"sterne\"]");
    CHECK(folder.complaints() ==
          "figures/geburten.json#: Diese Zahlenreihe sieht niemand: portal.json nennt sie nicht.\n"
          "portal.json#/figures/0: Eine Zahlenreihe „sterne“ gibt es nicht.\n");
  }

  TEST_CASE("stalls and shapes beyond the plan are named; the stall stays in the list") {
    DiscoveryFolder folder;
    folder.replace("market/market.json", "[9, 9]]", "[9, 99]]");
    folder.replace("market/plan.json", "[90, 50]]", "[91, 50]]");
    CHECK(folder.complaints() ==
          "market/market.json#/stalls/0/shape/2: Der Punkt liegt außerhalb des Plans, der 90 mal 50 Einheiten groß ist.\n"
          "market/plan.json#/shapes/0/points/2: Der Punkt liegt außerhalb des Plans, der 90 mal 50 Einheiten groß ist.\n");
    const MarketContent market = pack_from_source(read_pack(folder.pack())).market;
    if (!CHECK(market.stalls.size() == 1)) return;
    CHECK(market.stalls[0].facts.shape.empty());
  }

  TEST_CASE("a plan that is not there, days without a market and sites that are none are named") {
    DiscoveryFolder folder;
    folder.replace("market/market.json", "[\"friday\"]", "[\"friday\", \"monday\"]");
    folder.replace("market/market.json", "\"plan\": {\"site\": \"platz\"", "\"plan\": {\"site\": \"hafen\"");
    folder.remove("market/plan.json");
    CHECK(folder.complaints() ==
          "market/market.json#/plan/background: Die Datei „market/plan.json“ gibt es im Datenpaket nicht. Der Markt wird ohne Plan gezeigt.\n"
          "market/market.json#/plan/site: Einen Platz „hafen“ gibt es nicht.\n"
          "market/market.json#/stalls/0/days/1: An diesem Tag ist kein Markt. Der Tag wird übergangen.\n");
    const MarketContent market = pack_from_source(read_pack(folder.pack())).market;
    CHECK(market.plan.width == 0);
    if (!CHECK(market.stalls.size() == 1)) return;
    CHECK(market.stalls[0].facts.days.size() == 1);
  }

  TEST_CASE("a shape with too few points is named and not drawn, and so is lettering without a text") {
    DiscoveryFolder folder;
    folder.write("market/plan.json", R"({"width": 90, "height": 50, "shapes": [{"kind": "water", "points": [[0, 0], [9, 9]]}, {"kind": "text", "points": [[5, 5]]}]})");
    CHECK(folder.complaints() ==
          "market/plan.json#/shapes/0/points: Für „water“ sind das zu wenige Punkte. Die Form wird nicht gezeichnet.\n"
          "market/plan.json#/shapes/1: Der Beschriftung fehlt der Text.\n");
    CHECK(plan_background_from(read_pack(folder.pack()).market_plan.content)["shapes"].size() == 1);
  }

  TEST_CASE("languages that the city does not offer and links that lead nowhere are named in these packs, too") {
    DiscoveryFolder folder;
    folder.replace("places/baeder.json", "\"en\": {", "\"fr\": {");
    folder.replace("market/market.json", "Jeden Freitag.", "Jeden Freitag, [Anmeldung](/de/leistungen/nirgends).");
    CHECK(folder.complaints().find("places/baeder.json#/places/0/texts/fr: Die Sprache „fr“ bietet das Portal nicht an.") != std::string::npos);
    CHECK(folder.complaints().find("market/market.json#/texts/de/description: Der Verweis „/de/leistungen/nirgends“") != std::string::npos);
  }

  TEST_CASE("broken files of these packs leave the rest of the city in place") {
    DiscoveryFolder folder;
    folder.write("places/baeder.json", R"({"kind": "pool", "places": [7, {"id": "a"}, {"id": "b", "name": "B", "position": {"latitude": "x", "longitude": 1}}]})");
    folder.write("figures/geburten.json", "[]");
    folder.write("market/market.json", R"({"sites": 3, "hours": {}, "stalls": [{"id": "x"}], "plan": "market/plan.json"})");
    const Pack pack = pack_from_source(read_pack(folder.pack()));
    CHECK(pack.places.empty());
    CHECK(pack.figures.empty());
    CHECK(pack.market.empty());
    CHECK(pack.services.size() == 1);
  }
}
