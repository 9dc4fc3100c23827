// Pages of Musterstadt as outlines, on a fixed morning. STADTTOR_UPDATE_GOLDEN=1 writes them anew; a difference leaves the
// outline as it is now in the temporary folder and names it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "presentation/outline/outline.h"
#include "programs/headless/pack_http_client.h"
#include "programs/headless/visitor.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"

using namespace stadttor;

namespace {

struct GoldenPage {
  const char* name;
  const char* path;
};

constexpr GoldenPage kPages[] = {
    {"start", "/de/"},
    {"start_arabic", "/ar/"},
    {"life_situation", "/de/lebenslagen/tiere"},
    {"service", "/de/leistungen/hund-anmelden"},
    {"service_easy_language", "/de-simple/leistungen/hund-anmelden"},
    {"service_fallen_back", "/uk/leistungen/baum-faellen"},
    {"office", "/de/aemter/standesamt"},
    {"whats_on", "/en/aktuelles"},
    {"city_map", "/de/stadtplan"},
    {"place", "/ar/stadtplan/hallenbad-sandfeld"},
    {"figures", "/de/stadt-in-zahlen"},
    {"figures_fallen_back", "/tr/stadt-in-zahlen"},
    {"market", "/en/wochenmarkt"},
    {"stall", "/de-simple/wochenmarkt/fisch-petersen"},
    {"application", "/de/antraege/hund-anmelden"},
    {"view_settings", "/tr/ansicht"},
    {"search_results", "/de/suche#q=perso%20weg"},
    {"not_found", "/de/nirgendwo"},
};

}  // namespace

TEST_SUITE("golden") {
  TEST_CASE("pages say what they said") {
    const bool is_update = std::getenv("STADTTOR_UPDATE_GOLDEN") != nullptr;
    for (const GoldenPage& golden : kPages) {
      headless::PackHttpClient http(testing::musterstadt().files);
      testing::FakeClock clock(testing::usual_morning());
      headless::Visitor visitor(http, clock, [&http] { return http.poll(); }, testing::musterstadt_data_path());
      visitor.opens(golden.path);
      const std::string outline = presentation::outline::outline_from_tree(visitor.page());
      const auto file = testing::repository() / "tests/golden" / (std::string(golden.name) + ".outline");
      if (is_update) {
        CHECK(testing::write_text_file(file, outline));
        continue;
      }
      if (testing::text_of_file(file) == outline) continue;
      const auto actual = std::filesystem::temp_directory_path() / (std::string(golden.name) + ".outline.actual");
      testing::write_text_file(actual, outline);
      FAIL_CHECK(std::string(golden.path) << " differs from " << file.string() << "; it is now as in " << actual.string());
    }
  }
}
