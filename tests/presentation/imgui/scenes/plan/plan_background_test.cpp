#include "presentation/imgui/scenes/plan/plan_background.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::presentation::imgui::plan;

TEST_SUITE("presentation/imgui/scenes/plan") {
  TEST_CASE("a background has a size and shapes in the order in which they cover each other") {
    const auto read = read_plan_background(
        R"({"width":900,"height":520,"shapes":[{"kind":"paving","points":"0,0 900,0 900,520"},
        {"kind":"path","points":"0,10 900,10","width":30},{"kind":"text","points":"5,5","text":"Kirchgasse"}]})",
        "plan.json");
    if (!CHECK(read.ok())) return;
    const PlanBackground& plan = read.value();

    CHECK(plan.width == 900);
    if (!CHECK(plan.shapes.size() == 3)) return;
    CHECK(plan.shapes[0].ground == PlanGround::Paving);
    CHECK(plan.shapes[1].width == 30);
    CHECK(plan.shapes[2].text == "Kirchgasse");
  }

  TEST_CASE("a kind that a later version knows is left out") {
    const auto read = read_plan_background(R"({"width":9,"height":5,"shapes":[{"kind":"tree","points":"1,1"},{"kind":"water","points":"0,0 9,0 9,5"}]})", "plan.json");
    if (!CHECK(read.ok())) return;
    CHECK(read.value().shapes.size() == 1);
  }

  TEST_CASE("what is no background is refused") {
    for (const std::string_view broken :
         {"", "[]", "{}", R"({"width":900,"height":0,"shapes":[]})", R"({"width":"900","height":520,"shapes":[]})", R"({"width":9e9,"height":520,"shapes":[]})",
          R"({"width":900,"height":520,"shapes":[{"kind":"water","points":"0,0 9,0"}]})", R"({"width":900,"height":520,"shapes":[{"kind":"water","points":[[0,0]]}]})",
          R"({"width":900,"height":520,"shapes":[{"points":"0,0"}]})"}) {
      CAPTURE(broken);
      const auto read = read_plan_background(broken, "plan.json");
      if (!CHECK_FALSE(read.ok())) continue;
      CHECK(read.error().kind == ErrorKind::MalformedData);
    }
  }
}
