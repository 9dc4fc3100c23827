#include "city/report_words.h"

#include <doctest/doctest.h>

using namespace stadttor::city;

TEST_SUITE("city") {
  TEST_CASE("words fit a text whatever its case, and however umlauts are written") {
    CHECK(fit_of_words({"latern"}, "Die LATERNE ist aus") > 0);
    CHECK(fit_of_words({"müll"}, "Ueberall Muell") > 0);
    CHECK(fit_of_words({"ліхтар"}, "не світить ліхтар") > 0);
    CHECK(fit_of_words({"latern"}, "Schlagloch") == 0);
    CHECK(fit_of_words({"latern"}, "") == 0);
  }

  TEST_CASE("short words count as whole ones only") {
    CHECK(fit_of_words({"eis"}, "Der Preis") == 0);
    CHECK(fit_of_words({"eis"}, "Auf dem Weg ist Eis.") > 0);
  }

  TEST_CASE("what fits longer fits better") { CHECK(fit_of_words({"kanaldeckel"}, "Kanaldeckel lose") > fit_of_words({"deckel"}, "Kanaldeckel lose")); }

  TEST_CASE("a pack says how far the city reaches, or doesn't") {
    const auto read = read_report_words(R"({"kinds": [{"code": "licht", "words": ["latern"]}], "area": [{"latitude": 51, "longitude": 9}, {"latitude": 51, "longitude": 10}, {"latitude": 52, "longitude": 9}]})", "words");
    if (!CHECK(read.ok())) return;
    CHECK(read.value().area.size() == 3);
    const auto without = read_report_words(R"({"kinds": []})", "words");
    if (!CHECK(without.ok())) return;
    CHECK(without.value().area.empty());
  }
}
