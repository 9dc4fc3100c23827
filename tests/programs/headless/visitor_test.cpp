#include <doctest/doctest.h>

#include <string>

#include "programs/headless/pack_http_client.h"
#include "programs/headless/visitor.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"

using namespace stadttor;
using namespace stadttor::headless;
using namespace stadttor::testing;

namespace {

struct Visit {
  PackHttpClient http{musterstadt().files};
  FakeClock clock{usual_morning()};
  Visitor visitor{http, clock, [this] { return http.poll(); }, musterstadt_data_path()};
};

}  // namespace

TEST_SUITE("programs/headless") {
  TEST_CASE("a visitor finds things by role and name") {
    Visit visit;
    visit.visitor.opens("/de/leistungen/hund-anmelden");

    CHECK(visit.visitor.sees("heading", "Hund anmelden"));
    CHECK_FALSE(visit.visitor.sees("button", "Hund anmelden"));
    CHECK_FALSE(visit.visitor.sees("heading", "Hund"));
    CHECK(visit.visitor.reads("96,00 EUR"));
  }

  TEST_CASE("what is not there cannot be pressed, typed into or chosen") {
    Visit visit;
    visit.visitor.opens("/de/");

    CHECK_FALSE(visit.visitor.presses("link", "Unsinn"));
    CHECK_FALSE(visit.visitor.types("Unsinn", "x"));
    CHECK_FALSE(visit.visitor.chooses("Unsinn", "x"));
    CHECK(visit.visitor.path() == "/de/");
  }

  TEST_CASE("pressing a link goes to its page, going back returns") {
    Visit visit;
    visit.visitor.opens("/de/");

    CHECK(visit.visitor.presses("link", "Leistungen A bis Z"));
    CHECK(visit.visitor.path() == "/de/leistungen");
    CHECK(visit.visitor.sees("heading", "Leistungen A bis Z"));
    visit.visitor.goes_back();
    CHECK(visit.visitor.path() == "/de/");
    CHECK(visit.visitor.sees("heading", "Willkommen in Musterstadt"));
  }

  TEST_CASE("a page that cannot be had says why") {
    Visit visit;
    visit.http.set_unreachable(true);

    visit.visitor.opens("/de/");

    CHECK(visit.visitor.page().size() == 0);
    CHECK(visit.visitor.log_lines().size() == 1);
  }

  TEST_CASE("before a visit has begun nothing can be done") {
    Visit visit;

    CHECK_FALSE(visit.visitor.presses("link", "x"));
    CHECK_FALSE(visit.visitor.submits());
    visit.visitor.goes_back();
    CHECK(visit.visitor.page().size() == 0);
  }

  TEST_CASE("opening another page begins anew") {
    Visit visit;
    visit.visitor.opens("/de/");
    visit.visitor.presses("link", "Leistungen A bis Z");

    visit.visitor.opens("/en/");
    visit.visitor.goes_back();

    CHECK(visit.visitor.path() == "/en/");
    CHECK(visit.visitor.page().language == "en");
  }
}
