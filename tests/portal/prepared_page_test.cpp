#include <doctest/doctest.h>

#include <string>

#include "presentation/document/html_writer.h"
#include "support/musterstadt.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::testing;
using city::PageKind;

namespace {

semantics::Tree prepared(const MusterstadtPages& pages, PageKind kind, const std::string& id, const std::string& query = {}) {
  semantics::Tree tree;
  pages.each([&](const city::Address& address, const portal::PageContent& content) {
    if (address.page != kind || address.id != id) return;
    city::Address asked = address;
    asked.query = query;
    pages.prepare(asked, content, tree);
  });
  return tree;
}

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("a page written in advance claims nothing about the hour") {
    const MusterstadtPages pages("de");
    const std::string html = presentation::document::html_from_tree(prepared(pages, PageKind::Office, "buergerbuero"));

    CHECK(html.find("Jetzt geöffnet") == std::string::npos);
    CHECK(html.find("Öffnungszeiten siehe Amt") != std::string::npos);
  }

  TEST_CASE("the search page in advance is the same whatever is asked") {
    const MusterstadtPages pages("de");

    CHECK(description_of_tree(prepared(pages, PageKind::Search, "", "hund")) == description_of_tree(prepared(pages, PageKind::Search, "")));
  }

  TEST_CASE("the same content gives the same page") {
    const MusterstadtPages first("uk");
    const MusterstadtPages second("uk");

    CHECK(description_of_tree(prepared(first, PageKind::Start, "")) == description_of_tree(prepared(second, PageKind::Start, "")));
  }

  TEST_CASE("there are pages in all six languages, as many in each") {
    std::size_t count = 0;
    for (const std::string& language : musterstadt_languages()) {
      std::size_t pages = 0;
      MusterstadtPages(language).each([&pages](const city::Address&, const portal::PageContent&) { ++pages; });
      if (count == 0) count = pages;
      CHECK_MESSAGE(pages == count, language);
    }
    CHECK(count > 200);
  }
}
