#include <doctest/doctest.h>

#include "presentation/outline/outline.h"
#include "services/told_problems.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::testing;

TEST_SUITE("services") {
  TEST_CASE("what is wrong is told with the way to each field, and where nothing is, nothing is told") {
    const auto tree = SmallCity().page([](const Screen&, semantics::Page& page) {
      (void)show_problem_list(page, "none", "Nichts", {});
      (void)show_problem_list(page, "problems", "Bitte prüfen", {{"name", "Name: fehlt."}, {"email", "E-Mail: fehlt."}});
    });
    const std::string outline = presentation::outline::outline_from_tree(tree);
    CHECK(outline.find("Nichts") == std::string::npos);
    CHECK(outline.find("link \"Name: fehlt.\" -> #name") != std::string::npos);
    CHECK(outline.find("link \"E-Mail: fehlt.\" -> #email") != std::string::npos);
  }

  TEST_CASE("after a question there is no colon, and a label that runs another way than its line is kept together") {
    CHECK(problem_line("Name", "Fehlt.") == "Name: Fehlt.");
    CHECK(problem_line("Wo ist es?", "Fehlt.") == "Wo ist es? Fehlt.");
    CHECK(problem_line("أين؟", "ناقص.") == "أين؟ ناقص.");
    CHECK(problem_line("Wo ist es?", "Fehlt.", true) == "\u2068Wo ist es?\u2069 Fehlt.");
  }
}
