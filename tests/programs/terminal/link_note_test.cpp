#include "programs/terminal/link_note.h"

#include <doctest/doctest.h>

#include "city/catalogue.h"
#include "support/musterstadt.h"

namespace stadttor::terminal {

namespace {

city::Texts texts_of(const std::string& language) {
  return city::read_catalogue(testing::musterstadt_file(language + "/start.json"), language).value().texts;
}

}  // namespace

TEST_SUITE("terminal/link note") {
  TEST_CASE("a number, an address and another site lead out of the portal, its own pages do not") {
    CHECK(target_of_link("tel:+49555010") == LinkTarget::Phone);
    CHECK(target_of_link("mailto:stadt@example.org") == LinkTarget::Mail);
    CHECK(target_of_link("https://example.org/") == LinkTarget::OtherSite);
    CHECK(target_of_link("/de/leistungen") == LinkTarget::Portal);
    CHECK(target_of_link("#inhalt") == LinkTarget::Portal);
    CHECK(target_of_link("") == LinkTarget::Portal);
  }

  TEST_CASE("what is to be written down has no scheme, and an address no subject") {
    CHECK(written_target("tel:+49 5550 10") == "+49 5550 10");
    CHECK(written_target("mailto:b%C3%BCro@example.org?subject=Hund") == "büro@example.org");
    CHECK(written_target("https://example.org/seite?a=1") == "example.org/seite?a=1");
  }

  TEST_CASE("in every language it says what it is and how it is closed") {
    for (const std::string& language : testing::musterstadt_languages()) {
      const city::Texts texts = texts_of(language);
      for (const char* href : {"tel:115", "mailto:a@example.org", "https://example.org"}) {
        semantics::Tree tree;
        CHECK(show_link_note(texts, language, "ltr", href, {}, tree) == NoteAnswer::None);
        std::string words;
        semantics::NodeKey close{};
        for (semantics::NodeIndex index = 0; index < tree.size(); ++index) {
          words.append(tree.text_of(tree.node(index))).append("\n");
          if (tree.node(index).role == semantics::Role::Button) close = tree.node(index).key;
        }
        CHECK(words.find(written_target(href)) != std::string::npos);
        CHECK_MESSAGE(words.find("terminal.link") == std::string::npos, language << ": " << words);
        semantics::Tree answered;
        CHECK(show_link_note(texts, language, "ltr", href, {{semantics::ActionKind::Press, close, {}}}, answered) == NoteAnswer::Close);
      }
    }
  }
}

}  // namespace stadttor::terminal
