// Plays every *.visit of this folder in Musterstadt, on a Tuesday morning.
#include <doctest/doctest.h>

#include <filesystem>

#include "presentation/outline/outline.h"
#include "programs/headless/pack_http_client.h"
#include "programs/headless/visit_script.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"

using namespace stadttor;

TEST_SUITE("scenarios") {
  TEST_CASE("every visit goes as its script says") {
    int played = 0;
    for (const auto& entry : std::filesystem::directory_iterator(testing::repository() / "tests/scenarios")) {
      if (entry.path().extension() != ".visit") continue;
      ++played;
      const std::string name = entry.path().filename().string();
      const auto steps = headless::parse_visit_script(testing::text_of_file(entry.path()), name);
      if (!CHECK_MESSAGE(steps.ok(), name)) return;
      headless::PackHttpClient http(testing::musterstadt().files);
      testing::FakeClock clock(testing::usual_morning());
      headless::Visitor visitor(http, clock, [&http] { return http.poll(); }, testing::musterstadt_data_path());

      const Outcome outcome = headless::run_visit(steps.value(), name, visitor);

      const std::string why = outcome.ok() ? "" : text_from_error(outcome.error()) + "\n" + presentation::outline::outline_from_tree(visitor.page());
      CHECK_MESSAGE(outcome.ok(), why);
    }
    CHECK(played >= 5);
  }

  TEST_CASE("without a network the page says what to do, and goes on when it is back") {
    headless::PackHttpClient http(testing::musterstadt().files);
    testing::FakeClock clock(testing::usual_morning());
    headless::Visitor citizen(http, clock, [&http] { return http.poll(); }, testing::musterstadt_data_path());
    citizen.opens("/de/leistungen");

    http.set_unreachable(true);
    CHECK(citizen.presses("link", "Hund anmelden"));

    CHECK(citizen.sees("heading", "Hund anmelden"));
    CHECK(citizen.reads("Einzelheiten sind gerade nicht erreichbar"));
    CHECK(citizen.reads("115"));

    http.set_unreachable(false);
    CHECK(citizen.presses("button", "Erneut versuchen"));
    CHECK(citizen.sees("heading", "Das brauchen Sie"));
  }

  TEST_CASE("when the search index is missing everything else works") {
    auto files = testing::musterstadt().files;
    files.erase("daten/" + testing::musterstadt().version + "/de/suche.bin");
    headless::PackHttpClient http(std::move(files));
    testing::FakeClock clock(testing::usual_morning());
    headless::Visitor citizen(http, clock, [&http] { return http.poll(); }, testing::musterstadt_data_path());

    citizen.opens("/de/suche#q=hund");

    CHECK(citizen.reads("Die Suche ist gerade nicht erreichbar"));
    CHECK(citizen.presses("link", "Leistungen A bis Z"));
    CHECK(citizen.sees("link", "Hund anmelden"));
  }
}
