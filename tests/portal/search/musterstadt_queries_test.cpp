// Musterstadt's own content: what citizens type, colloquial and misspelt, leads to the right service.
#include <doctest/doctest.h>

#include "musterstadt_documents.h"
#include "portal/search/index_writer.h"
#include "portal/search/search_index.h"
#include "support/text_file.h"

using namespace stadttor::portal::search;
using stadttor::testing::repository;

TEST_SUITE("portal/search") {
  TEST_CASE("citizens find the right service of Musterstadt among the first three") {
    const std::filesystem::path city = repository() / "assets" / "musterstadt";
    const nlohmann::json file = json_from_file(repository() / "tests/portal/search/musterstadt_queries.json");
    if (!CHECK(file["queries"].size() >= 160)) return;

    for (const char* language : {"de", "de-simple", "en", "tr", "uk", "ar"}) {
      const auto index = SearchIndex::read(write_search_index(documents_from_city(city, language), synonyms_from_city(city)));
      if (!CHECK(index.ok())) return;
      for (const auto& entry : file["queries"]) {
        if (entry.value("language", "de") != language) continue;
        const std::string query = entry["query"];
        const std::string service = entry["service"];
        bool is_found = false;
        for (const Hit& hit : index.value().find(query, 3)) is_found = is_found || hit.id == service;
        CHECK_MESSAGE(is_found, query, " should lead to ", service);
      }
    }
  }

  TEST_CASE("every title of Musterstadt leads to its own page first") {
    const std::filesystem::path city = repository() / "assets" / "musterstadt";
    const auto documents = documents_from_city(city, "de");
    const auto index = SearchIndex::read(write_search_index(documents, synonyms_from_city(city)));
    if (!CHECK(index.ok())) return;

    for (const SearchDocument& document : documents) {
      const auto hits = index.value().find(document.title, 1);
      const bool is_first = !hits.empty() && hits[0].title == document.title;
      CHECK_MESSAGE(is_first, document.title);
    }
  }
}
