#include "services/explore_city/city_map.h"

#include <doctest/doctest.h>

#include <string>

#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::explore_city;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::Page;
using semantics::Property;

namespace {

city::Place place(std::string id, std::string kind, std::string name, std::string district, double latitude) {
  city::Place one;
  one.id = std::move(id);
  one.kind = std::move(kind);
  one.name = std::move(name);
  one.district = std::move(district);
  one.street_line = "Weg 1";
  one.town_line = "12344 Musterstadt";
  one.position = {latitude, 9.87};
  return one;
}

city::Places town() {
  return {{place("steueramt", "office", "Steueramt", "Altstadt", 51.43), place("park", "playground", "Am Park", "Weststadt", 51.44),
           place("bach", "playground", "Bachspielplatz", "Altstadt", 51.432), place("bahnhof", "stop", "Bahnhof", "Nordstadt", 51.445)}};
}

struct Map {
  city::Places places = town();
  SmallCity city;
  MapChoice choice;
  semantics::Tree tree;

  void show(const semantics::ActionQueue& actions = {}) {
    const auto build = [&](const Screen& screen, Page& page) { show_city_map(screen, page, &places, choice); };
    tree = city.page(build, actions);
    if (!actions.empty()) tree = city.page(build);
  }
  void act(ActionKind kind, std::string_view role, std::string_view name, std::string value) {
    const auto index = find_node(tree, role, name);
    if (!CHECK(index != semantics::kNoNode)) return;
    show({{kind, tree.node(index).key, std::move(value)}});
  }
  std::string links() const {
    std::string names;
    for (semantics::NodeIndex index = 0; index < tree.size(); ++index) {
      const auto& node = tree.node(index);
      if (node.role == semantics::Role::Link && tree.has_property(node, Property::Position)) names.append(tree.name_of(index)).append(";");
    }
    return names;
  }
};

}  // namespace

TEST_SUITE("services/explore_city") {
  TEST_CASE("the map's alternative lists every place by district, each with its position") {
    Map map;
    map.show();

    CHECK(map.links() == "Steueramt;Bachspielplatz;Bahnhof;Am Park;");
    CHECK(has_node(map.tree, "status", "4 Orte"));
    CHECK(has_node(map.tree, "heading", "Nordstadt"));
    const auto link = find_node(map.tree, "link", "Bachspielplatz");
    CHECK(map.tree.property_of(map.tree.node(link), Property::Position) == "51.43200,9.87000");
    CHECK(map.tree.property_of(map.tree.node(link), Property::Href) == "/de/stadtplan/bach");
    CHECK(map.tree.property_of(map.tree.node(find_node(map.tree, "link", "Steueramt")), Property::Href) == "/de/aemter/steueramt");
  }

  TEST_CASE("kinds can be chosen together and taken back, and how many there are is said") {
    Map map;
    map.show();

    map.act(ActionKind::SetChecked, "checkbox", "Spielplätze (2)", "1");
    CHECK(map.links() == "Bachspielplatz;Am Park;");
    CHECK(has_node(map.tree, "status", "2 Orte"));
    map.act(ActionKind::SetChecked, "checkbox", "Haltestellen (1)", "1");
    CHECK(map.links() == "Bachspielplatz;Bahnhof;Am Park;");
    map.act(ActionKind::SetChecked, "checkbox", "Spielplätze (2)", "0");
    CHECK(has_node(map.tree, "status", "1 Ort"));
    map.act(ActionKind::Press, "button", "Alle Orte zeigen", "");
    CHECK(has_node(map.tree, "status", "4 Orte"));
    CHECK_FALSE(has_node(map.tree, "button", "Alle Orte zeigen"));
  }

  TEST_CASE("from a chosen place the nearest comes first, with its distance") {
    Map map;
    map.show();
    CHECK_FALSE(has_node(map.tree, "option", "Entfernung"));

    map.act(ActionKind::Choose, "select", "Entfernung von", "bahnhof");
    CHECK(map.links() == "Bahnhof;Am Park;Bachspielplatz;Steueramt;");
    CHECK(has_node(map.tree, "paragraph", "Spielplatz · 560 m"));
    CHECK(has_node(map.tree, "paragraph", "Amt · 1,7 km"));
    CHECK_FALSE(has_node(map.tree, "heading", "Nordstadt"));
    map.act(ActionKind::Choose, "select", "Sortieren nach", "name");
    CHECK(map.links() == "Steueramt;Am Park;Bachspielplatz;Bahnhof;");
    CHECK(has_node(map.tree, "paragraph", "Spielplatz · 560 m"));
    map.act(ActionKind::Choose, "select", "Sortieren nach", "distance");
    map.act(ActionKind::Choose, "select", "Entfernung von", "");
    CHECK(map.links() == "Steueramt;Bachspielplatz;Bahnhof;Am Park;");
    CHECK_FALSE(has_text(map.tree, "560 m"));
  }

  TEST_CASE("from where the citizen is the nearest comes first, until another place is chosen for that") {
    Map map;
    map.choice.set_from("bahnhof");
    map.choice.set_here(city::Position{0, 0});
    map.show();
    CHECK(map.choice.from.empty());
    CHECK(has_node(map.tree, "option", "Entfernung"));
    CHECK(has_text(map.tree, "km"));

    map.act(ActionKind::Choose, "select", "Entfernung von", "bahnhof");
    CHECK_FALSE(map.choice.here.has_value());
    CHECK(map.links() == "Bahnhof;Am Park;Bachspielplatz;Steueramt;");
  }

  TEST_CASE("distances count from offices and stops only") {
    Map map;
    map.show();

    CHECK(has_node(map.tree, "option", "Haltestelle Bahnhof"));
    CHECK(has_node(map.tree, "option", "Steueramt"));
    CHECK_FALSE(has_node(map.tree, "option", "Am Park"));
  }

  TEST_CASE("tiles are named where the city has a map, and are not where it has none") {
    Map map;
    map.show();
    const auto scene = [&] { return find_node(map.tree, "scene", "Karte von Musterstadt mit den Orten der Liste"); };
    CHECK_FALSE(map.tree.has_property(map.tree.node(scene()), Property::Source));
    CHECK(map.tree.property_of(map.tree.node(scene()), Property::Extent) == "9.8680,51.4280,9.8720,51.4470");

    map.city.catalogue.city.map_tiles = "karte.pmtiles";
    map.city.data_path = "/daten/1/";
    map.show();
    CHECK(map.tree.property_of(map.tree.node(scene()), Property::Source) == "/daten/1/karte.pmtiles");
  }

  TEST_CASE("places that cannot be had are named and may be asked for again") {
    const SmallCity city;
    MapChoice choice;
    bool try_again = false;
    const auto show = [&](const Screen& screen, Page& page) { try_again = show_city_map(screen, page, nullptr, choice); };
    const auto tree = city.page(show);

    CHECK_FALSE(try_again);
    city.page(show, press_on(tree, "button", "Erneut versuchen"));
    CHECK(try_again);
  }

  TEST_CASE("a place's page says where it is, when it is open and how one gets in") {
    SmallCity city("en");
    auto bath = place("bad", "pool", "Luhebad", "Altstadt", 51.43);
    bath.name_language = "de";
    bath.weekly.days[1] = {{{540}, {1260}, false}};
    bath.accessibility = {"lift"};
    bath.note = "Mit Sauna.";
    bath.note_language = "de";
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_place(screen, page, bath); });

    CHECK(tree.property_of(tree.node(find_node(tree, "heading", "Luhebad")), Property::Language) == "de");
    CHECK(tree.property_of(tree.node(find_node(tree, "paragraph", "Mit Sauna.")), Property::Language) == "de");
    CHECK(has_text(tree, "21:00"));
    CHECK(has_node(tree, "listitem", "Lift"));
    CHECK(has_node(tree, "scene", "Location on the city map: Luhebad"));
    CHECK(has_node(tree, "link", "To the city map"));
  }
}
