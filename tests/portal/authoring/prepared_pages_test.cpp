#include "portal/authoring/prepared_pages.h"

#include <doctest/doctest.h>

#include "portal/authoring/pack_folder.h"

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring") {
  TEST_CASE("a prepared page names the packs that an engine asks for before it takes the page over, and no others") {
    PackFolder folder;
    const std::vector<PreparedPage> pages = prepare_pages(folder.compiled());
    const auto packs_of = [&pages](std::string_view file) {
      for (const PreparedPage& page : pages) {
        if (page.file == file) return page.packs;
      }
      return std::vector<std::string>{"no such page"};
    };

    CHECK(packs_of("de/leistungen/hund-anmelden/index.html") == std::vector<std::string>{"de/leistungen/hund-anmelden.json"});
    CHECK(packs_of("en/leistungen/hund-anmelden/index.html") == std::vector<std::string>{"en/leistungen/hund-anmelden.json"});
    CHECK(packs_of("de/leistungen/index.html").empty());
  }
}
