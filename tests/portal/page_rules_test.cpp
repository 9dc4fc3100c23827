// Every page of Musterstadt in all six languages, as written in advance and as the engine shows it, against the rules of
// tree_rules.h. And the rules themselves: each can be broken.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "presentation/document/html_writer.h"
#include "support/musterstadt.h"
#include "support/tree_rules.h"

using namespace stadttor;
using namespace stadttor::testing;
using semantics::Appearance;
using semantics::kNoNode;
using semantics::NodeIndex;
using semantics::Page;
using semantics::Property;
using semantics::Role;
using semantics::Tree;

namespace {

// A page that keeps every rule, with whatever `show` adds to its main part.
template <class Show>
std::vector<std::string> broken_by(Show show) {
  const semantics::ActionQueue nothing;
  Tree tree;
  {
    Page page(tree, nothing);
    page.set_document("Titel", "de", "ltr");
    { auto banner = page.banner(); }
    {
      auto main = page.main();
      page.heading(1, "Titel");
      show(page);
    }
    auto foot = page.content_info();
  }
  return broken_rules(tree);
}

bool names(const std::vector<std::string>& broken, std::string_view words) {
  for (const std::string& sentence : broken) {
    if (sentence.find(words) != std::string::npos) return true;
  }
  return false;
}

// Calls `check` with every page in every language, in both states; `check` gives sentences about what is wrong. At most ten
// pages are reported: a rule broken in the frame is broken everywhere.
template <class Check>
void check_every_page(Check check) {
  int reported = 0;
  int pages_seen = 0;
  for (const std::string& language : musterstadt_languages()) {
    const MusterstadtPages pages(language);
    pages.each_checked([&](const city::Address& address, const portal::PageContent& content) {
      for (const bool is_prepared : {true, false}) {
        if (reported == 10) return;
        Tree tree;
        if (is_prepared) {
          pages.prepare(address, content, tree);
        } else {
          pages.show(address, content, tree);
        }
        ++pages_seen;
        const std::vector<std::string> wrong = check(tree, pages.catalogue(), content);
        if (wrong.empty()) continue;
        ++reported;
        const std::string why = city::path_of(address) + (is_prepared ? " in advance: " : " by the engine: ") + joined_lines(wrong);
        CHECK_MESSAGE(wrong.empty(), why);
      }
    });
  }
  CHECK(pages_seen > 2000 / kOnePageOf);
}

// What the page says of services, situations and offices that only exist in another language.
std::vector<std::string> unmarked_names(const Tree& tree, const city::Catalogue& city) {
  std::vector<std::string> wrong;
  const auto check = [&](NodeIndex index, const std::string& language, const std::string& name) {
    const std::string wanted = language.empty() ? city.language : language;
    if (tree.name_of(index) == name && language_at(tree, index) != wanted) wrong.push_back("\"" + name + "\" is in " + wanted + " and marked as " + language_at(tree, index));
  };
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    if (tree.node(index).role != Role::Link) continue;
    const auto address = city::parse_address(tree.property_of(tree.node(index), Property::Href), city.language);
    if (address.language != city.language) continue;
    if (const auto* service = city.find_service(address.id); service != nullptr && address.page == city::PageKind::Service) check(index, service->language, service->name);
    if (const auto* situation = city.find_situation(address.id); situation != nullptr && address.page == city::PageKind::Situation) check(index, situation->language, situation->name);
    if (const auto* about = city.find_about_page(address.id); about != nullptr && address.page == city::PageKind::About) check(index, about->language, about->title);
  }
  return wrong;
}

// German words that only stand in German texts: a page in another language must mark what holds several of them. One or two
// may be a name or the German word for a thing.
bool reads_german(const std::string& text) {
  int found = 0;
  for (const auto* word : {" der ", " die ", " das ", " und ", " nicht ", " für ", " mit ", " einen ", " wird ", " Sie ", " oder ", " beim "}) {
    if ((" " + text + " ").find(word) != std::string::npos) ++found;
  }
  return found > 2;
}

// Letters of the alphabet a language is written in; Latin for all but these.
bool has_letter_of(std::string_view language, std::string_view text) {
  for (const char c : text) {
    const auto lead = static_cast<unsigned char>(c);
    if (language == "uk" && (lead == 0xD0 || lead == 0xD1 || lead == 0xD2)) return true;
    if (language == "ar" && lead >= 0xD8 && lead <= 0xDB) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("every page keeps the rules of structure, names, landmarks and addresses") {
    check_every_page([](const Tree& tree, const city::Catalogue&, const portal::PageContent&) { return broken_rules(tree); });
  }

  TEST_CASE("names in another language than the page's are marked wherever a link says them") {
    check_every_page([](const Tree& tree, const city::Catalogue& city, const portal::PageContent&) { return unmarked_names(tree, city); });
  }

  TEST_CASE("no German sentence stands unmarked on a page in another language") {
    check_every_page([](const Tree& tree, const city::Catalogue& city, const portal::PageContent&) {
      std::vector<std::string> wrong;
      for (NodeIndex index = 0; index < tree.size() && city.language != "de" && city.language != "de-simple"; ++index) {
        const std::string text(tree.text_of(tree.node(index)));
        const std::string language = language_at(tree, index);
        if (language != "de" && language != "de-simple" && reads_german(text)) wrong.push_back("marked as " + language + ": " + text);
      }
      return wrong;
    });
  }

  TEST_CASE("in Ukrainian and Arabic every sentence is written in their letters or marked") {
    check_every_page([](const Tree& tree, const city::Catalogue& city, const portal::PageContent&) {
      std::vector<std::string> wrong;
      if (city.language != "uk" && city.language != "ar") return wrong;
      for (NodeIndex index = 0; index < tree.size(); ++index) {
        const std::string text(tree.text_of(tree.node(index)));
        if (language_at(tree, index) != city.language || text.size() < 25 || has_letter_of(city.language, text)) continue;
        // Names, streets and mail addresses stay as they are written on letters.
        const bool is_address = text.find(" 1234") != std::string::npos || text.find('@') != std::string::npos;
        if (!is_address) wrong.push_back(text);
      }
      return wrong;
    });
  }

  TEST_CASE("no page holds anything that runs") {
    check_every_page([](const Tree& tree, const city::Catalogue&, const portal::PageContent&) {
      std::vector<std::string> wrong;
      const std::string html = presentation::document::html_from_tree(tree);
      for (const auto* hostile : {"<script", "javascript:", "<iframe", "<style", "<object", "<embed", " onclick", " onload", " onerror", "data:text", "srcdoc"}) {
        if (html.find(hostile) != std::string::npos) wrong.push_back(hostile);
      }
      return wrong;
    });
  }

  TEST_CASE("a page that keeps the rules breaks none") {
    CHECK(broken_by([](Page&) {}).empty());
    CHECK(broken_by([](Page& page) {
            page.heading(2, "Abschnitt");
            page.heading(3, "Teil");
            page.heading(2, "Noch einer");
            page.text_field("name", "Name", "", {.hint = "Hinweis", .error = "Fehler"});
            auto list = page.list();
            page.text_item("eins");
          }).empty());
  }

  TEST_CASE("each rule can be broken") {
    CHECK(names(broken_by([](Page& page) { page.heading(1, "Noch einer"); }), "2 main headings"));
    CHECK(names(broken_by([](Page& page) { page.heading(3, "Zu tief"); }), "leaves out a heading level"));
    CHECK(names(broken_by([](Page& page) { page.heading(2, ""); }), "says nothing"));
    CHECK(names(broken_by([](Page& page) { auto main = page.main(); }), "2 of main"));
    CHECK(names(broken_by([](Page& page) { page.button("x", ""); }), "a button has no name"));
    CHECK(names(broken_by([](Page& page) { page.text_field("x", "  ", ""); }), "a textbox has no name"));
    CHECK(names(broken_by([](Page& page) { auto link = page.running_link("x", "/de/"); page.icon("search"); }), "a link has no name"));
    CHECK(names(broken_by([](Page& page) { page.button("x", "A"); page.button("x", "B"); }), "the key of another node"));
    CHECK(names(broken_by([](Page& page) { page.paragraph("a", {.anchor = "x"}); page.paragraph("b", {.anchor = "x"}); }), "the id x"));
    CHECK(names(broken_by([](Page& page) { { auto a = page.navigation("a", "Menü"); } auto b = page.navigation("b", "Menü"); }), "two landmarks"));
    CHECK(names(broken_by([](Page& page) { auto a = page.navigation("a", ""); }), "a navigation has no name"));
    CHECK(names(broken_by([](Page& page) { page.paragraph("[page.start]"); }), "a text key shows itself"));
    CHECK(names(broken_by([](Page& page) { page.paragraph("Hallo {name}"); }), "a placeholder was not filled"));
    CHECK(names(broken_by([](Page& page) { page.link("x", "Verweis", "javascript:alert(1)"); }), "forbidden address"));
    CHECK(names(broken_by([](Page& page) { page.link("x", "Verweis", ""); }), "leads nowhere"));
    CHECK(names(broken_by([](Page& page) { auto list = page.list(); page.paragraph("kein Punkt"); }), "stands in a list"));
    CHECK(names(broken_by([](Page& page) { page.text_item("ohne Liste"); }), "stands in a main"));
    CHECK(names(broken_by([](Page& page) { auto link = page.running_link("x", "/de/"); page.text("a"); page.button("y", "B"); }), "stands in another control"));
    CHECK(names(broken_by([](Page& page) { page.tab("x", "Reiter", "12345"); }), "not there"));
    const auto in_scene = [](semantics::SceneTraits traits, auto show) {
      return broken_by([&](Page& page) {
        auto scene = page.scene("x", "Bild", traits);
        show(page);
      });
    };
    const semantics::SceneTraits map{.kind = "map", .extent = "9,51,10,52"};
    const semantics::SceneTraits plan{.kind = "plan", .extent = "0,0,90,50"};
    CHECK(in_scene(map, [](Page& page) { page.paragraph("hier", {.position = "51.4,9.8"}); }).empty());
    CHECK(in_scene(plan, [](Page& page) { page.paragraph("hier", {.shape = "0,0 90,0 90,50"}); }).empty());
    CHECK(names(in_scene({.kind = "globe"}, [](Page&) {}), "of no kind of scene"));
    CHECK(names(in_scene({.kind = "map"}, [](Page&) {}), "has no extent"));
    CHECK(names(in_scene(map, [](Page& page) { page.paragraph("nirgends"); }), "has nothing to draw"));
    CHECK(names(in_scene({.kind = "line chart"}, [](Page& page) { page.paragraph("ohne Zahlen"); }), "has nothing to draw"));
    CHECK(names(in_scene(map, [](Page& page) { page.paragraph("fern", {.position = "50.4,9.8"}); }), "outside of its map"));
    CHECK(names(in_scene(plan, [](Page& page) { page.paragraph("fern", {.shape = "0,0 90,0 90,51"}); }), "outside of its plan"));
    CHECK(names(in_scene(plan, [](Page& page) { page.paragraph("Strich", {.shape = "0,0 90,0"}); }), "outside of its plan"));
    CHECK(names(broken_by([](Page& page) { page.set_document("", "", ""); }), "the page has no title"));
  }

  TEST_CASE("what is hidden need not keep the rules") {
    CHECK(broken_by([](Page& page) { page.button("x", "", {.states = states_of(semantics::State::Hidden)}); }).empty());
  }
}
