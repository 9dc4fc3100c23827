#include <doctest/doctest.h>

#include <string>

#include "presentation/outline/outline.h"
#include "services/screen.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::testing;
using semantics::Page;
using semantics::Property;
using semantics::State;

namespace {

city::TextBlocks blocks_from(std::string_view json) {
  auto document = JsonDocument::parse(json, "blocks");
  if (!CHECK(document.ok())) return {};
  return city::read_text_blocks(document.value().root());
}

std::string outline_of_blocks(std::string_view json) {
  const auto blocks = blocks_from(json);
  const auto tree = SmallCity().page([&](const Screen&, Page& page) { show_text_blocks(page, blocks, 1); });
  const std::string text = presentation::outline::outline_from_tree(tree);
  return text.substr(text.find('\n') + 1);
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("formatted text becomes headings, paragraphs, lists and quotations") {
    CHECK(outline_of_blocks(R"([{"h":"Titel","level":1},{"p":["Ein ",{"b":"starker"}," Satz."]},{"ul":[[{"p":["eins"]}],[{"p":["zwei"]}]]},{"quote":[{"p":["Zitat"]}]}])") ==
          "- heading \"Titel\" [level=2]\n"
          "- paragraph \"Ein starker Satz.\"\n"
          "- list\n"
          "  - listitem \"eins\"\n"
          "  - listitem \"zwei\"\n"
          "- blockquote\n"
          "  - paragraph \"Zitat\"\n");
  }

  TEST_CASE("headings in text never go deeper than the sixth level or higher than their page") {
    CHECK(outline_of_blocks(R"([{"h":"tief","level":9}])") == "- heading \"tief\" [level=6]\n");
    CHECK(outline_of_blocks(R"([{"h":"hoch","level":0}])") == "- heading \"hoch\" [level=2]\n");
    CHECK(outline_of_blocks(R"([{"h":"falsch","level":-7}])") == "- heading \"falsch\" [level=2]\n");
  }

  TEST_CASE("two links in one paragraph are two links") {
    const auto blocks = blocks_from(R"([{"p":[{"a":"eins","href":"/de/a"}," und ",{"a":"zwei","href":"/de/b"}]}])");
    const auto tree = SmallCity().page([&](const Screen&, Page& page) { show_text_blocks(page, blocks, 1); });
    const auto one = find_node(tree, "link", "eins");
    const auto two = find_node(tree, "link", "zwei");

    if (!CHECK((one != semantics::kNoNode && two != semantics::kNoNode))) return;
    CHECK(tree.node(one).key != tree.node(two).key);
  }

  TEST_CASE("text in the interface's language carries no mark, other text its language and direction") {
    const SmallCity german("de");
    const SmallCity arabic("ar");

    CHECK(in_language(german.screen(), "").language.empty());
    CHECK(in_language(german.screen(), "en").language == "en");
    CHECK(in_language(german.screen(), "en").direction.empty());
    CHECK(in_language(german.screen(), "ar").direction == "rtl");
    CHECK(in_language(arabic.screen(), "de").direction == "ltr");
  }

  TEST_CASE("text that is only there in another language says in which") {
    const SmallCity arabic("ar");
    const auto with = arabic.page([](const Screen& screen, Page& page) { show_fallback_notice(screen, page, "de"); });
    const auto without = arabic.page([](const Screen& screen, Page& page) { show_fallback_notice(screen, page, ""); });

    CHECK(has_text(with, "Deutsch"));
    CHECK(without.size() == 1);
  }

  TEST_CASE("the way to a page ends with the page itself, which is no link") {
    const auto tree = SmallCity().page([](const Screen& screen, Page& page) { show_breadcrumb(screen, page, {{"Tiere", "/de/lebenslagen/tiere", ""}, {"Hund anmelden", "", ""}}); });

    CHECK(has_node(tree, "navigation", "Sie sind hier"));
    CHECK(has_node(tree, "link", "Startseite"));
    CHECK(has_node(tree, "link", "Tiere"));
    CHECK_FALSE(has_node(tree, "link", "Hund anmelden"));
    CHECK(has_node(tree, "listitem", "Hund anmelden"));
  }

  TEST_CASE("a link to another site says that it opens a new tab") {
    const auto tree = SmallCity().page([](const Screen& screen, Page& page) { show_external_link(screen, page, "law", "Gesetz", "https://example.org/"); });
    const auto link = find_node(tree, "link", "Gesetz (öffnet in neuem Tab)");

    if (!CHECK(link != semantics::kNoNode)) return;
    CHECK(tree.node(link).has(State::NewTab));
  }

  TEST_CASE("reading aloud is offered where the browser can speak, and keeps its place before that is known") {
    SmallCity city;
    const auto toolbar = [&city] { return city.page([](const Screen& screen, Page& page) { show_toolbar(screen, page); }); };
    const auto is_hidden = [](const semantics::Tree& tree) { return tree.node(find_node(tree, "button", "Vorlesen")).has(State::Hidden); };

    CHECK_FALSE(is_hidden(toolbar()));
    city.can_read_aloud = false;
    CHECK(is_hidden(toolbar()));
    city.now.reset();
    CHECK_FALSE(is_hidden(toolbar()));
    city.is_reading_aloud = true;
    CHECK(has_node(toolbar(), "button", "Vorlesen beenden"));
  }

  TEST_CASE("the toolbar answers what was pressed") {
    const SmallCity city;
    ToolbarAnswer answer;
    const auto show = [&answer](const Screen& screen, Page& page) { answer = show_toolbar(screen, page); };
    const auto tree = city.page(show);

    city.page(show, press_on(tree, "button", "Drucken"));
    CHECK(answer.print);
    CHECK_FALSE(answer.read_aloud);
    city.page(show, press_on(tree, "button", "Vorlesen"));
    CHECK(answer.read_aloud);
    CHECK_FALSE(answer.print);
  }
}
