#include <doctest/doctest.h>

#include <string>

#include "portal/spoken_text.h"
#include "semantics/page.h"

using namespace stadttor::semantics;

namespace {

template <class Show>
std::string spoken(Show show) {
  const ActionQueue nothing;
  Tree tree;
  {
    Page page(tree, nothing);
    show(page);
  }
  return stadttor::portal::spoken_text(tree);
}

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("headings, paragraphs, lists and facts of the main part are read, one a line") {
    const std::string text = spoken([](Page& page) {
      auto main = page.main();
      page.heading(1, "Hund anmelden");
      {
        auto paragraph = page.running_paragraph();
        page.text("Das kostet ");
        page.strong("96 Euro");
        page.text(".");
      }
      {
        auto list = page.list();
        page.text_item("Formular");
        auto item = page.item("more");
        page.text("Ausweis");
      }
      auto facts = page.description_list();
      page.term("Frist");
      page.definition("zwei Wochen");
    });

    CHECK(text == "Hund anmelden\nDas kostet 96 Euro.\nFormular\nAusweis\nFrist\nzwei Wochen\n");
  }

  TEST_CASE("what stands around the main part, controls and hidden things are not read") {
    const std::string text = spoken([](Page& page) {
      {
        auto banner = page.banner();
        page.paragraph("Kopf");
      }
      {
        auto main = page.main();
        {
          auto navigation = page.navigation("crumbs", "Sie sind hier");
          page.link("start", "Startseite", "/de/");
        }
        page.button("print", "Drucken");
        page.paragraph("Text");
        page.paragraph("unsichtbar", {.states = states_of(State::Hidden)});
      }
      auto foot = page.content_info();
      page.paragraph("Fuß");
    });

    CHECK(text == "Text\n");
  }

  TEST_CASE("a page without a main part has nothing to read") {
    CHECK(spoken([](Page& page) { page.paragraph("x"); }).empty());
  }
}
