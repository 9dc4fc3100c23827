#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "programs/headless/pack_http_client.h"
#include "programs/headless/visit_script.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"

using namespace stadttor;
using namespace stadttor::headless;
using namespace stadttor::testing;

namespace {

// What a script says when it is played; empty where everything came true.
std::string played(const std::string& script) {
  const auto steps = parse_visit_script(script, "x.visit");
  if (!steps.ok()) return text_from_error(steps.error());
  PackHttpClient http(musterstadt().files);
  FakeClock now(usual_morning());
  Visitor visitor(http, now, [&http] { return http.poll(); }, musterstadt_data_path());
  const Outcome outcome = run_visit(steps.value(), "x.visit", visitor);
  return outcome.ok() ? std::string() : text_from_error(outcome.error());
}

std::string parse_error(const std::string& script) {
  const auto steps = parse_visit_script(script, "x.visit");
  return steps.ok() ? std::string() : text_from_error(steps.error());
}

}  // namespace

TEST_SUITE("programs/headless") {
  TEST_CASE("a script is steps of words, without comments and empty lines") {
    const auto steps = parse_visit_script("# a visit\n\nopen /de/\r\n  type \"Was möchten Sie\"\t\"hund # katze\"  # two words\nexpect no link \"x\"", "x");

    if (!CHECK(steps.ok())) return;
    if (!CHECK(steps.value().size() == 3)) return;
    CHECK(steps.value()[0].line == 3);
    CHECK(steps.value()[0].words == std::vector<std::string>{"open", "/de/"});
    CHECK(steps.value()[1].words == std::vector<std::string>{"type", "Was möchten Sie", "hund # katze"});
    CHECK(steps.value()[2].words == std::vector<std::string>{"expect", "no", "link", "x"});
  }

  TEST_CASE("what is no step is named by its line, with what to write") {
    for (const auto* line : {"jump", "open", "open a b", "press link", "type \"a\"", "choose a", "back now", "submit x", "expect text", "expect no text", "expect maybe text x"}) {
      const std::string error = parse_error(std::string("open /de/\n") + line);
      CHECK_MESSAGE(error.find("x.visit:2") != std::string::npos, line, " gives ", error);
      CHECK_MESSAGE(error.find("open PATH") != std::string::npos, line);
    }
    CHECK(parse_error("open \"/de/").find("x.visit:1: a quotation mark is not closed") != std::string::npos);
  }

  TEST_CASE("a fragment is part of the path, not a comment") {
    const auto steps = parse_visit_script("open /de/suche#q=hund", "x");

    if (!CHECK(steps.ok())) return;
    CHECK(steps.value()[0].words == std::vector<std::string>{"open", "/de/suche#q=hund"});
  }

  TEST_CASE("a visit that goes as expected says nothing") {
    CHECK(played("open /de/leistungen/hund-anmelden\nexpect heading \"Hund anmelden\"\nexpect text \"96,00 EUR\"\nexpect no text \"Unsinn\"\n"
                 "expect path /de/leistungen/hund-anmelden\nexpect title \"Hund anmelden – Musterstadt\"\n") == "");
  }

  TEST_CASE("the first step that does not come true is named by its line") {
    CHECK(played("open /de/\nexpect text \"Musterstadt\"\n\nexpect heading \"Unsinn\"\nexpect heading \"Auch Unsinn\"") ==
          "NotFound at x.visit:4: this did not come true: expect heading Unsinn");
    CHECK(played("open /de/\npress link \"Unsinn\"").find("x.visit:2") != std::string::npos);
    CHECK(played("open /de/\ntype \"Unsinn\" \"x\"").find("x.visit:2") != std::string::npos);
    CHECK(played("open /de/ansicht\nchoose \"Schriftgröße\" \"Riesig\"").find("x.visit:2") != std::string::npos);
    CHECK(played("open /de/\nexpect no text \"Musterstadt\"").find("x.visit:2") != std::string::npos);
    CHECK(played("open /de/\nexpect path /en/").find("x.visit:2") != std::string::npos);
  }

  TEST_CASE("a visit begins by opening a page that is there") {
    CHECK(played("press link \"x\"").find("a visit begins with: open PATH") != std::string::npos);
    CHECK(played("open /xx/").find("x.visit:1") != std::string::npos);
  }

  TEST_CASE("going back where nothing is behind does not come true") {
    CHECK(played("open /de/\nback").find("x.visit:2") != std::string::npos);
  }

  TEST_CASE("a picture is taken of the page as it then is; without a camera the step is passed over") {
    const auto steps = parse_visit_script("open /de/\npicture start.png\n", "x.visit");
    if (!CHECK(steps.ok())) return;
    CHECK(played("open /de/\npicture start.png\n") == "");
    CHECK_FALSE(parse_visit_script("picture", "x.visit").ok());
    CHECK(steps.value()[1].words[1] == "start.png");
  }

  TEST_CASE("an empty script is played") { CHECK(played("# nothing\n") == ""); }
}
