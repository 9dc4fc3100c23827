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
}
