// How much is done for one entry into a form of 500 fields and 1,000 rules; how long it takes is measured by the bench.
#include <doctest/doctest.h>

#include "forms/form_visit.h"

using namespace stadttor;

namespace {

// Fields in tens; in each the later ones depend on the first, and the sum of all on every one.
std::string large_form() {
  std::string questions;
  for (int i = 0; i < 500; ++i) {
    const std::string id = "f" + std::to_string(i);
    const std::string first = "f" + std::to_string(i / 10 * 10);
    questions += (i > 0 ? "," : "") + std::string(R"({"id": ")") + id + R"(", "kind": "number", "label": "L", "required": {">": [{"var": ")" + (i % 10 == 0 ? "switch" : first) + R"("}, 0]})";
    if (i % 10 > 0) questions += R"(, "when": {"<": [{"var": ")" + first + R"("}, 100]})";
    questions += "}";
  }
  for (int i = 0; i < 50; ++i) {
    std::string sum;
    for (int j = 0; j < 10; ++j) sum += (j > 0 ? "," : "") + std::string(R"({"var": ["f)") + std::to_string(i * 10 + j) + R"(", 0]})";
    questions += R"(,{"id": "s)" + std::to_string(i) + R"(", "kind": "derived", "label": "S", "value": {"+": [)" + sum + "]}}";
  }
  return R"({"id": "f", "title": "F", "steps": [{"id": "s", "title": "S", "questions": [{"id": "switch", "kind": "number", "label": "L"},)" + questions + "]}]}";
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("in a form of 500 fields and 1,000 rules an entry runs only the few rules that read it") {
    testing::FormVisit visit(large_form());
    const auto& form = visit.evaluation().definition();
    CHECK(form.rules.size() >= 1000);
    const auto rules_after = [&visit](const std::string& path, const std::string& text) {
      const std::size_t before = visit.evaluation().rules_run();
      visit.enter(path, text);
      return visit.evaluation().rules_run() - before;
    };

    // Where the first field is unanswered, the others are not asked: no order holds with a missing number.
    CHECK(rules_after("f120", "5") == 19);   // nine conditions, nine requirements, the sum
    CHECK(rules_after("f123", "7") == 2);    // its condition and its sum
    CHECK(rules_after("f120", "200") < 30);  // nine fields go, and the sum is made once
    CHECK(visit.value_of("s12") == "200");
    CHECK(rules_after("switch", "1") == 50);
  }
}
