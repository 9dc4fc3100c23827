#include "platform/locale.h"

#include <doctest/doctest.h>

using namespace stadttor::platform;

TEST_SUITE("platform") {
  TEST_CASE("decimals are written as the language does, always as many as asked for") {
    CHECK(make_locale("de")->decimal(1234.5, 1) == "1.234,5");
    CHECK(make_locale("de-simple")->decimal(0.25, 2) == "0,25");
    CHECK(make_locale("en")->decimal(1234.5, 2) == "1,234.50");
    CHECK(make_locale("tr")->decimal(2, 1) == "2,0");
    CHECK(make_locale("uk")->decimal(0.5, 0) == "1");
    CHECK(make_locale("de")->decimal(-1.25, 1) == "-1,3");
  }

  TEST_CASE("digits are Latin in every language, as those of years are") {
    const auto arabic = make_locale("ar");
    CHECK(arabic->decimal(1234.5, 1) == "1,234.5");
    CHECK(arabic->number(48214) == "48,214");
  }

  TEST_CASE("decimals leave whole numbers as they are") {
    const auto locale = make_locale("de");
    locale->decimal(1.5, 1);
    CHECK(locale->number(1234) == "1.234");
  }
}
