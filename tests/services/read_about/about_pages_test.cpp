#include <doctest/doctest.h>

#include <string>

#include "services/read_about/about_pages.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::read_about;
using namespace stadttor::testing;
using semantics::Page;
using semantics::Property;

TEST_SUITE("services/read_about") {
  TEST_CASE("an address that leads nowhere offers ways on") {
    const auto tree = SmallCity().page([](const Screen& screen, Page& page) { show_not_found(screen, page); });

    CHECK(has_node(tree, "heading", "Diese Seite gibt es nicht"));
    for (const auto* name : {"Startseite", "Leistungen A bis Z", "Lebenslagen", "Suche", "115 anrufen"}) CHECK_MESSAGE(has_node(tree, "link", name), name);
  }

  TEST_CASE("a page about the portal shows its text") {
    const SmallCity city;
    city::AboutDetails details;
    details.id = "impressum";
    details.body = {{city::BlockKind::Paragraph, 0, {{city::RunKind::Plain, "Herausgeber", ""}}, {}}};
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_about_page(screen, page, *city.catalogue.find_about_page("impressum"), &details); });

    CHECK(has_node(tree, "heading", "Impressum"));
    CHECK(has_node(tree, "paragraph", "Herausgeber"));
  }

  TEST_CASE("a page that could not be loaded says so and may try again") {
    const SmallCity city;
    AboutAnswer answer;
    const auto show = [&](const Screen& screen, Page& page) { answer = show_about_page(screen, page, *city.catalogue.find_about_page("impressum"), nullptr); };
    const auto tree = city.page(show);

    CHECK(has_node(tree, "message", "Einzelheiten sind gerade nicht erreichbar"));
    CHECK_FALSE(answer.try_again);
    city.page(show, press_on(tree, "button", "Erneut versuchen"));
    CHECK(answer.try_again);
  }
}
