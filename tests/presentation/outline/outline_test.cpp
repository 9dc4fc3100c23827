#include <doctest/doctest.h>

#include <string>

#include "foundation/json_reader.h"
#include "presentation/outline/outline.h"
#include "semantics/page.h"
#include "support/role_examples.h"

using namespace stadttor::semantics;
using namespace stadttor::presentation::outline;

namespace {

template <class Show>
Tree tree_of(Show show) {
  const ActionQueue nothing;
  Tree tree;
  {
    Page page(tree, nothing);
    page.set_document("Titel", "de", "ltr");
    show(page);
  }
  return tree;
}

template <class Show>
std::string outline_of(Show show) {
  const std::string text = outline_from_tree(tree_of(show));
  return text.substr(text.find('\n') + 1);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE("presentation/outline") {
  TEST_CASE("the first line names the page") {
    CHECK(outline_from_tree(tree_of([](Page&) {})) == "page \"Titel\" lang=de dir=ltr\n");
  }

  TEST_CASE("one line a node, indented by depth, layout left out") {
    const std::string outline = outline_of([](Page& page) {
      auto main = page.main();
      auto block = page.block(Appearance::Stack);
      page.heading(1, "Hund anmelden");
      page.icon("dog");
      auto list = page.list();
      auto item = page.item("a");
      page.link("link", "Weiter", "/de/");
    });

    CHECK(outline ==
          "- main\n"
          "  - heading \"Hund anmelden\" [level=1]\n"
          "  - list\n"
          "    - listitem \"Weiter\"\n"
          "      - link \"Weiter\" -> /de/\n");
  }

  TEST_CASE("running text is said by its paragraph and not again") {
    const std::string outline = outline_of([](Page& page) {
      auto paragraph = page.running_paragraph();
      page.text("Kosten: ");
      page.strong("96 Euro");
      page.time(" im Jahr", "P1Y");
    });

    CHECK(outline == "- paragraph \"Kosten: 96 Euro im Jahr\"\n");
  }

  TEST_CASE("values, states, hints, errors and languages are said") {
    const std::string outline = outline_of([](Page& page) {
      page.text_field("name", "Name", "Erika", {.states = states_of(State::Required), .hint = "wie im Ausweis", .error = "Fehlt"});
      page.checkbox("agree", "Ja", true, {.states = states_of(State::Disabled)});
      page.link("law", "Law", "https://example.org/", {.states = State::NewTab | State::CurrentPage, .language = "en"});
      page.button("gone", "Weg", {.states = states_of(State::Hidden)});
      auto more = page.disclosure("more", "Mehr", {.states = states_of(State::Expanded)});
    });

    CHECK(contains(outline, "- textbox \"Name\" [required] = \"Erika\" (hint \"wie im Ausweis\") (error \"Fehlt\")\n"));
    CHECK(contains(outline, "- checkbox \"Ja\" [checked] [disabled]\n"));
    CHECK(contains(outline, "- link \"Law\" [current] [new tab] [lang=en] -> https://example.org/\n"));
    CHECK(contains(outline, "- button \"Weg\" [hidden]\n"));
    CHECK(contains(outline, "- disclosure \"Mehr\" [expanded]\n"));
  }

  TEST_CASE("quotes, line breaks and control characters do not break a line") {
    const std::string outline = outline_of([](Page& page) { page.paragraph("a \"b\"\n\tc\\d\x01"); });

    CHECK(outline == "- paragraph \"a \\\"b\\\"\\n\\tc\\\\d\\u0001\"\n");
  }

  TEST_CASE("the outline as JSON is JSON and says the same") {
    const std::string json = json_from_tree(tree_of([](Page& page) {
      page.heading(1, "a \"b\"\n");
      page.text_field("name", "Name", "Erika", {.states = states_of(State::Required), .hint = "Hinweis", .error = "Fehlt", .autocomplete = "name"});
      auto list = page.list();
      page.text_item("eins");
      page.text_item("zwei");
    }));
    auto document = stadttor::JsonDocument::parse(json, "outline");
    if (!CHECK_MESSAGE(document.ok(), json)) return;
    stadttor::JsonReader root = document.value().root();

    CHECK(root.required_text("title") == "Titel");
    CHECK(root.required_text("language") == "de");
    stadttor::JsonReader page = root.member("nodes").at(0);
    CHECK(page.required_text("role") == "page");
    stadttor::JsonReader children = page.member("children");
    if (!CHECK(children.size() == 3)) return;
    CHECK(children.at(0).required_text("name") == "a \"b\"\n");
    CHECK(children.at(0).required_number("level") == 1);
    CHECK(children.at(1).required_text("value") == "Erika");
    CHECK(children.at(1).required_text("hint") == "Hinweis");
    CHECK(children.at(1).required_text("error") == "Fehlt");
    CHECK(children.at(1).required_text("autocomplete") == "name");
    CHECK(children.at(1).flag_or("required", false));
    CHECK(children.at(2).member("children").size() == 2);
    CHECK(document.value().finish().ok());
  }

  TEST_CASE("the outline of a page with every role is JSON too") {
    for (int variant = 0; variant < stadttor::testing::kExampleVariants; ++variant) {
      CHECK(stadttor::JsonDocument::parse(json_from_tree(stadttor::testing::example_tree(variant)), "outline").ok());
    }
  }
}
