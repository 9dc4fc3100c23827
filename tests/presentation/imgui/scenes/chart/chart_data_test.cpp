#include "presentation/imgui/scenes/chart/chart_data.h"

#include <doctest/doctest.h>

#include "chart_fixtures.h"

using namespace stadttor;
using namespace stadttor::testing;

TEST_SUITE("presentation/imgui/scenes/chart") {
  TEST_CASE("a chart takes its numbers from the table: rows along the axis, columns as series") {
    const chart::ChartData data = births_and_deaths("line chart").data();

    CHECK(data.categories == std::vector<std::string>{"2021", "2022", "2023"});
    if (!CHECK(data.series.size() == 2)) return;
    CHECK(data.series[1].name == "Sterbefälle");
    CHECK(data.series[1].values[2].number == 601);
    CHECK_FALSE(data.series[1].values[1].is_there);
    CHECK(data.is_whole);
  }

  TEST_CASE("a value is read out in the table's own words") {
    const ChartPage page = births_and_deaths("line chart");
    CHECK(readout_of(page.data(), {0, 0}) == "Geburten, 2021: 1.466 Fälle");
    CHECK(readout_of(page.data(), {1, 1}) == "Sterbefälle, 2022: nicht gezählt");
    CHECK(readout_of(births_and_deaths("line chart", "rtl").data(), {0, 2}) == "Geburten، 2023: 402 Fälle");
  }

  TEST_CASE("a table in another language than its page runs as that language does") {
    ChartPage page = births_and_deaths("line chart");
    CHECK_FALSE(page.data().runs_right_to_left);
    page.tree.direction = "rtl";
    CHECK(page.data().runs_right_to_left);
    CHECK_FALSE(births_and_deaths("line chart", "rtl", "ltr").data().runs_right_to_left);
  }

  TEST_CASE("no number at all, an infinite one and none that is a number make no chart") {
    const auto fails = [](const ChartPage& page) {
      const auto read = chart::read_chart_data(page.tree, page.scene);
      return !read.ok() && read.error().kind == ErrorKind::MalformedData;
    };
    CHECK(fails(ChartPage("bar chart", {}, {})));
    CHECK(fails(ChartPage("bar chart", {"Zahl"}, {})));
    CHECK(fails(ChartPage("bar chart", {"Zahl"}, {{"2021", {{"nicht gezählt", ""}}}})));
    for (const std::string_view number : {"inf", "-inf", "nan", "1e999", "1e12", "12 Fälle", "0x1p"}) {
      CAPTURE(number);
      CHECK(fails(ChartPage("bar chart", {"Zahl"}, {{"2021", {{"5", "5"}}}, {"2022", {{"?", number}}}})));
    }
    CHECK_FALSE(fails(ChartPage("bar chart", {"Zahl"}, {{"2021", {{"5", "5"}}}})));
  }

  TEST_CASE("rows with too few or too many cells keep the others in their places") {
    const ChartPage page("line chart", {"A", "B"}, {{"2021", {{"1", "1"}}}, {"2022", {{"2", "2"}, {"3", "3"}, {"4", "4"}}}});
    const chart::ChartData data = page.data();

    CHECK(data.series[0].values[1].number == 2);
    CHECK_FALSE(data.series[1].values[0].is_there);
    CHECK(data.series[1].values[1].number == 3);
  }
}
