#include <doctest/doctest.h>

#include <string>

#include "presentation/document/fragment.h"
#include "presentation/document/html_writer.h"
#include "semantics/page.h"
#include "support/mock_document.h"
#include "support/role_examples.h"

using namespace stadttor::semantics;
using namespace stadttor::presentation::document;
using stadttor::testing::example_tree;
using stadttor::testing::MockDocument;

namespace {

const std::string kHostile = R"("><script>alert('x')</script><img src=x onerror=alert(1)>&amp;)";

template <class Show>
std::string html_of(Show show) {
  const ActionQueue nothing;
  Tree tree;
  {
    Page page(tree, nothing);
    show(page);
  }
  return html_from_tree(tree);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// No element or attribute but those our page has.
bool has_only_own_markup(const std::string& html) {
  MockDocument document;
  if (!document.load(html)) return false;
  const auto* stranger = document.find([](const stadttor::testing::MockElement& element) {
    return element.tag == "script" || (element.tag == "img" && element.attributes.count("onerror") > 0) || element.attributes.count("onerror") > 0;
  });
  return stranger == nullptr;
}

}  // namespace

TEST_SUITE("presentation/document") {
  TEST_CASE("the five characters that HTML reads are written as references") {
    CHECK(escaped_html("<a href=\"x\" title='y'>&</a>") == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
    CHECK(escaped_html("Öl & Straße 😀") == "Öl &amp; Straße 😀");
    CHECK(escaped_html("").empty());
  }

  TEST_CASE("hostile text stays text wherever a role puts it") {
    const std::string html = html_of([](Page& page) {
      page.heading(1, kHostile, {.language = kHostile, .anchor = kHostile});
      page.paragraph(kHostile, {.icon = kHostile});
      page.link("a", kHostile, "/de/", {.icon = kHostile, .label = kHostile});
      page.text_field("f", kHostile, kHostile, {.hint = kHostile, .error = kHostile, .type = kHostile, .placeholder = kHostile, .name = kHostile});
      page.text_area("t", kHostile, kHostile);
      page.picture("p", "/x.png", kHostile);
      page.time(kHostile, kHostile);
      auto navigation = page.navigation("n", kHostile);
      auto search = page.search_landmark("s", kHostile, kHostile);
      auto select = page.select("o", kHostile, kHostile);
      page.option(kHostile, kHostile);
    });

    CHECK_FALSE(contains(html, "<script"));
    CHECK_FALSE(contains(html, "<img src=x"));
    CHECK(has_only_own_markup(html));
  }

  TEST_CASE("links and pictures with forbidden addresses lose them and keep their text") {
    for (const auto* url : {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//evil.example", "https:\\\\evil.example", "java\tscript:x", "http://a.example"}) {
      const std::string html = html_of([url](Page& page) {
        page.link("a", "Verweis", url);
        page.picture("p", url, "Bild");
      });

      CHECK_MESSAGE(!contains(html, "href"), url);
      CHECK_MESSAGE(!contains(html, "src"), url);
      CHECK(contains(html, "Verweis"));
      CHECK(contains(html, "alt=\"Bild\""));
    }
  }

  TEST_CASE("a form leads to no forbidden address") {
    const std::string html = html_of([](Page& page) { auto search = page.search_landmark("s", "Suche", "javascript:alert(1)"); });

    CHECK_FALSE(contains(html, "javascript:"));
  }

  TEST_CASE("elements carry the short key of their node and parts their number") {
    const std::string html = html_of([](Page& page) { page.button("send", "Absenden"); });
    const Tree tree = [] {
      const ActionQueue nothing;
      Tree built;
      {
        Page page(built, nothing);
        page.button("send", "Absenden");
      }
      return built;
    }();

    CHECK(contains(html, "<button data-k=\"" + short_key(tree.node(1).key) + "\""));
    CHECK(contains(html, "<span data-part=\"6\""));
  }

  TEST_CASE("flags have no value and empty elements no end") {
    const std::string html = html_of([](Page& page) {
      page.checkbox("a", "Einverstanden", true);
      page.separator();
    });

    CHECK(contains(html, " checked>"));
    CHECK_FALSE(contains(html, "checked="));
    CHECK_FALSE(contains(html, "</input>"));
    CHECK_FALSE(contains(html, "</hr>"));
  }

  TEST_CASE("a page with every role is well formed") {
    for (int variant = 0; variant < stadttor::testing::kExampleVariants; ++variant) {
      MockDocument document;
      CHECK(document.load(html_from_tree(example_tree(variant))));
    }
  }

  TEST_CASE("an empty tree is no HTML") { CHECK(html_from_tree(Tree()).empty()); }

  TEST_CASE("a posted form names its address, and each of its buttons sends it; another form leaves the page alone") {
    const auto with_button = [](Page& page) { page.button("leave", "Abmelden", {.look = Appearance::Secondary}); };
    const std::string posted = html_of([&](Page& page) {
      auto form = page.posted_form("form", "Abmelden", "/behoerde/abmelden");
      with_button(page);
    });
    CHECK(contains(posted, R"(method="post" action="/behoerde/abmelden")"));
    CHECK(contains(posted, R"(type="submit")"));

    const std::string elsewhere = html_of([&](Page& page) {
      auto form = page.posted_form("form", "Abmelden", "javascript:alert(1)");
      with_button(page);
    });
    CHECK(contains(elsewhere, R"(method="dialog")"));
    CHECK_FALSE(contains(elsewhere, "javascript"));

    const std::string plain = html_of([&](Page& page) {
      auto form = page.form("form", "Abmelden");
      with_button(page);
    });
    CHECK(contains(plain, R"(method="dialog")"));
    CHECK(contains(plain, R"(type="button")"));
  }

  TEST_CASE("the browser is not to remember what is entered in a form, and is still told what a field is for") {
    const std::string html = html_of([](Page& page) {
      auto form = page.form("form", "Angaben");
      page.text_field("name", "Vornamen", "", {.autocomplete = "given-name"});
    });
    CHECK(html.find(R"(autocomplete="off")") < html.find(R"(autocomplete="given-name")"));
    CHECK(contains(html, R"(autocomplete="given-name")"));
  }
}
