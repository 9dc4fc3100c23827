#include <doctest/doctest.h>

#include <string>

#include "services/find_service/search_page.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::find_service;
using namespace stadttor::testing;
using semantics::Page;

namespace {

struct Shown {
  semantics::Tree tree;
  bool try_again = false;

  explicit Shown(const SearchResults& results, const semantics::ActionQueue& actions = {}) {
    tree = SmallCity().page([&](const Screen& screen, Page& page) { try_again = show_search_page(screen, page, results).try_again; }, actions);
  }
};

}  // namespace

TEST_SUITE("services/find_service") {
  TEST_CASE("before anything is asked the page says what to do and which other ways there are") {
    const Shown shown({});

    CHECK(has_node(shown.tree, "heading", "Suche"));
    CHECK(has_node(shown.tree, "link", "Leistungen A bis Z"));
    CHECK(has_node(shown.tree, "link", "Lebenslagen"));
    CHECK(has_node(shown.tree, "link", "115 anrufen"));
  }

  TEST_CASE("while the index is on its way the page says so") {
    CHECK(has_node(Shown({"hund", SearchProgress::Loading, {}}).tree, "status", "Die Suche wird geladen …"));
  }

  TEST_CASE("results are counted, in order, and say why they were found") {
    const Shown shown({"hund", SearchProgress::Answered,
                       {{"Hund anmelden", "Steuer", "/de/leistungen/hund-anmelden", "search.kind.service", "", {"„hund“ steht im Namen."}},
                        {"Steueramt", "", "/de/aemter/steueramt", "search.kind.office", "de", {}}}});

    CHECK(has_node(shown.tree, "heading", "Suche nach „hund“"));
    CHECK(has_node(shown.tree, "status", "2 Treffer"));
    CHECK(has_text(shown.tree, "„hund“ steht im Namen."));
    CHECK(has_node(shown.tree, "link", "So entsteht die Reihenfolge"));
    CHECK(find_node(shown.tree, "link", "Hund anmelden") < find_node(shown.tree, "link", "Steueramt"));
  }

  TEST_CASE("when nothing is found the page says so, with what was typed, and what to do") {
    const Shown shown({"<b>xyz", SearchProgress::Answered, {}});

    CHECK(has_node(shown.tree, "status", "Zu „<b>xyz“ wurde nichts gefunden."));
    CHECK(has_text(shown.tree, "Versuchen Sie es mit weniger oder anderen Wörtern"));
  }

  TEST_CASE("without the index the page names that, offers other ways, and may try again") {
    const SearchResults down{"hund", SearchProgress::Unavailable, {}};
    const Shown shown(down);

    CHECK(has_node(shown.tree, "message", "Die Suche ist gerade nicht erreichbar"));
    CHECK(has_node(shown.tree, "link", "Leistungen A bis Z"));
    CHECK_FALSE(shown.try_again);
    CHECK(Shown(down, press_on(shown.tree, "button", "Erneut versuchen")).try_again);
  }
}
