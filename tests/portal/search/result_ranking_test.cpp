#include "portal/search/result_ranking.h"

#include <doctest/doctest.h>

#include "search_documents.h"

using namespace stadttor::portal::search;

namespace {

std::string order(const std::vector<SearchDocument>& documents, std::string_view typed) {
  const SearchIndex index = std::move(SearchIndex::read(write_search_index(documents, {}))).value();
  std::string ids;
  for (const Hit& hit : index.find(typed, 10)) ids += std::string(hit.id) + ' ';
  return ids;
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("a title counts more than citizens' phrases, a summary and a text") {
    CHECK(order({service("text", "A", {}, "", "Biber"), service("summary", "B", {}, "Biber"), service("phrase", "C", {"Biber weg"}),
                 service("title", "Der Biber und die Stadt")},
                "biber") == "title phrase summary text ");
  }

  TEST_CASE("the same word comes before another form, a part and a slip") {
    CHECK(order({service("typo", "Grube"), service("part", "Grabstein"), service("form", "Gräber"), service("same", "Grab")}, "grab")
              .substr(0, 15) == "same form part ");
  }

  TEST_CASE("documents with all typed words come first, though one word is rare") {
    CHECK(order({service("one", "Biber"), service("both", "Haus und Hof", {"Biber am Haus"}), service("a", "Haus A"), service("b", "Haus B")},
                "biber haus")
              .substr(0, 5) == "both ");
  }

  TEST_CASE("a rare word counts more than a common one") {
    CHECK(order({service("a", "Haus Ahorn"), service("b", "Haus Birke"), service("c", "Haus Chor"), service("rare", "Zoo Biber")},
                "haus biber")
              .substr(0, 5) == "rare ");
  }

  TEST_CASE("a title that says only what was typed comes first") {
    CHECK(order({service("long", "Hund anmelden nach einem langen Umzug"), service("short", "Hund anmelden")}, "hund anmelden") ==
          "short long ");
  }

  TEST_CASE("a service comes before an office with the same words, and ties go by title") {
    std::vector<SearchDocument> documents = {service("z", "Biber zählen"), service("a", "Biber ansehen"), service("office", "Biber amt")};
    documents[2].kind = DocumentKind::Office;

    CHECK(order(documents, "biber") == "a z office ");
  }

  TEST_CASE("the same question gives the same answer") {
    const SearchIndex index = town_index();

    const auto once = index.find("hund steuer anmelden", 10);
    const auto again = index.find("hund steuer anmelden", 10);

    if (!CHECK(once.size() == again.size())) return;
    for (std::size_t place = 0; place < once.size(); ++place) CHECK(once[place].score == again[place].score);
  }
}
