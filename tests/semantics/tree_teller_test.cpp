#include "semantics/tree_teller.h"

#include <doctest/doctest.h>

#include <string>

#include "semantics/page.h"

using namespace stadttor::semantics;

namespace {

Tree page_with(const std::string& heading, bool has_map) {
  Tree tree;
  const ActionQueue actions;
  {
    Page page(tree, actions);
    auto main = page.main();
    page.heading(1, heading);
    if (has_map) {
      auto map = page.scene("map", "Stadtplan", {.kind = "map", .source = "/daten/1/karte.pmtiles"});
      page.link("office", "Bürgerbüro", "/de/aemter/buergerbuero", {.position = "52.1,8.2"});
    }
  }
  return tree;
}

bool are_same(const Tree& told, const Tree& shown) { return told.size() == shown.size() && told.node(0).subtree_hash == shown.node(0).subtree_hash; }

}  // namespace

TEST_SUITE("semantics") {
  TEST_CASE("a listener is told the whole page, then what changes, and has the same page each time") {
    TreeTeller teller;
    Tree heard = empty_page();
    CHECK_FALSE(teller.is_listened_to());

    const Tree first = page_with("Stadtplan", true);
    if (!CHECK(apply_change_bytes(teller.whole(first), heard).ok())) return;
    CHECK(teller.is_listened_to());
    CHECK(are_same(heard, first));

    const Tree second = page_with("Stadt in Zahlen", false);
    if (!CHECK(apply_change_bytes(teller.changes_to(second), heard).ok())) return;
    CHECK(are_same(heard, second));
  }

  TEST_CASE("a second listener gets the whole page while the first goes on with changes") {
    TreeTeller teller;
    Tree early = empty_page();
    Tree late = empty_page();
    const Tree first = page_with("Stadtplan", true);
    if (!CHECK(apply_change_bytes(teller.whole(first), early).ok())) return;
    if (!CHECK(apply_change_bytes(teller.whole(first), late).ok())) return;

    const Tree second = page_with("Stadtplan und mehr", true);
    const std::vector<std::uint8_t> changes = teller.changes_to(second);

    CHECK(apply_change_bytes(changes, early).ok());
    CHECK(apply_change_bytes(changes, late).ok());
    CHECK(are_same(early, second));
    CHECK(are_same(late, second));
  }

  TEST_CASE("nobody is told anything once listening has ended") {
    TreeTeller teller;
    (void)teller.whole(page_with("Stadtplan", true));

    teller.stop();

    CHECK_FALSE(teller.is_listened_to());
  }
}
