#include <doctest/doctest.h>

#include <string>

#include "services/find_service/service_pages.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::find_service;
using namespace stadttor::testing;
using semantics::Page;
using semantics::Property;

namespace {

city::ServiceDetails details() {
  city::ServiceDetails service;
  service.id = "hund-anmelden";
  service.documents = {"Formular"};
  service.steps = {"Ausfüllen", "Abgeben"};
  service.costs = {{"Erster Hund", "96 Euro"}};
  service.deadline = "zwei Wochen";
  service.legal_basis = {{"Satzung", ""}, {"Gesetz", "https://example.org/"}, {"Böse", "javascript:alert(1)"}};
  service.offices = {"steueramt", "gibt-es-nicht"};
  service.related = {"hund-abmelden", "gibt-es-nicht"};
  return service;
}

semantics::Tree shown(const SmallCity& city, std::string_view id, const city::ServiceDetails* details, const semantics::ActionQueue& actions = {}, bool* try_again = nullptr) {
  return city.page([&](const Screen& screen, Page& page) {
    const ServiceAnswer answer = show_service(screen, page, *city.catalogue.find_service(id), details);
    if (try_again != nullptr) *try_again = answer.try_again;
  }, actions);
}

}  // namespace

TEST_SUITE("services/find_service") {
  TEST_CASE("a service says what to bring, how it goes, what it costs and who is responsible") {
    const auto dog = details();
    const auto tree = shown(SmallCity(), "hund-anmelden", &dog);

    CHECK(has_node(tree, "heading", "Hund anmelden"));
    CHECK(has_node(tree, "region", "Das brauchen Sie"));
    CHECK(has_node(tree, "listitem", "Formular"));
    CHECK(has_node(tree, "region", "So geht es"));
    CHECK(has_node(tree, "definition", "96 Euro"));
    CHECK(has_node(tree, "term", "Frist"));
    CHECK(has_node(tree, "heading", "Steueramt"));
    CHECK(has_node(tree, "link", "Hund abmelden"));
  }

  TEST_CASE("what a service does not say has no empty part") {
    city::ServiceDetails bare;
    bare.id = "hund-anmelden";
    const auto tree = shown(SmallCity(), "hund-anmelden", &bare);

    for (const auto* name : {"Das brauchen Sie", "So geht es", "Kosten und Fristen", "Voraussetzungen", "Passende Leistungen", "Für wen", "Was online geht"}) {
      CHECK_MESSAGE(!has_node(tree, "region", name), name);
    }
    CHECK_FALSE(has_node(tree, "disclosure", "Rechtsgrundlagen"));
  }

  TEST_CASE("ids that name nothing are left out") {
    const auto dog = details();

    CHECK_FALSE(has_text(shown(SmallCity(), "hund-anmelden", &dog), "gibt-es-nicht"));
  }

  TEST_CASE("without its details a service says so, whom to call, and may try again") {
    const SmallCity city;
    bool try_again = false;
    const auto tree = shown(city, "hund-anmelden", nullptr, {}, &try_again);

    CHECK(has_node(tree, "heading", "Hund anmelden"));
    CHECK(has_text(tree, "Jeder Hund zahlt Steuer"));
    CHECK(has_node(tree, "message", "Einzelheiten sind gerade nicht erreichbar"));
    CHECK(has_node(tree, "link", "115 anrufen"));
    CHECK_FALSE(try_again);
    shown(city, "hund-anmelden", nullptr, press_on(tree, "button", "Erneut versuchen"), &try_again);
    CHECK(try_again);
  }

  TEST_CASE("a service in another language is marked, its frame is not") {
    auto home = details();
    home.id = "wohnsitz";
    home.language = "de";
    const auto tree = shown(SmallCity("en"), "wohnsitz", &home);
    const auto heading = find_node(tree, "heading", "Wohnsitz anmelden");
    const auto deadline = find_node(tree, "term", "Deadline");

    CHECK(tree.property_of(tree.node(heading), Property::Language) == "de");
    CHECK(has_text(tree, "Deutsch"));
    if (!CHECK(deadline != semantics::kNoNode)) return;
    CHECK(tree.property_of(tree.node(deadline), Property::Language) == "en");
  }

  TEST_CASE("services of a life situation are those that name it") {
    const SmallCity city;
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_situation(screen, page, *city.catalogue.find_situation("umzug")); });

    CHECK(has_node(tree, "link", "Hund anmelden"));
    CHECK(has_node(tree, "link", "Wohnsitz anmelden"));
    CHECK_FALSE(has_node(tree, "link", "Hund abmelden"));
  }

  TEST_CASE("A to Z has a part for each letter and a link to it") {
    const auto tree = SmallCity().page([](const Screen& screen, Page& page) { show_service_list(screen, page); });
    const auto letter = find_node(tree, "link", "W");
    const auto part = find_node(tree, "region", "W");

    if (!CHECK((letter != semantics::kNoNode && part != semantics::kNoNode))) return;
    CHECK(tree.property_of(tree.node(letter), Property::Href) == "#" + std::string(tree.property_of(tree.node(part), Property::Anchor)));
    CHECK(has_text(tree, "3 Leistungen von A bis Z."));
    CHECK_FALSE(has_node(tree, "region", "A"));
  }
}
