#include "city/figures.h"

#include <doctest/doctest.h>

#include <string>

using namespace stadttor;
using namespace stadttor::city;

namespace {

std::string figure_with(const std::string& years, const std::string& values) {
  return R"({"figures":[{"id":"a","title":"A","chart":"stacked","rows":"series","decimals":1,"years":)" + years +
         R"(,"series":[{"id":"s","name":"S","lang":"de","values":)" + values + "}]}]}";
}

}  // namespace

TEST_SUITE("city") {
  TEST_CASE("a figure is read with its series, what was not counted stays empty") {
    const auto read = read_figures(figure_with("[2020,2021]", "[1.5,null]"), "x");
    if (!CHECK((read.ok() && read.value().figures.size() == 1))) return;
    const Figure& figure = read.value().figures[0];

    CHECK(figure.chart == ChartKind::Stacked);
    CHECK(figure.rows == FigureRows::Series);
    CHECK(figure.decimals == 1);
    CHECK(figure.series[0].values[0].value_or(0) == doctest::Approx(1.5));
    CHECK_FALSE(figure.series[0].values[1].has_value());
    CHECK(scene_kind_of(figure.chart) == "stacked chart");
  }

  TEST_CASE("a figure whose years and values do not fit is refused, so that no page reads beyond them") {
    CHECK_FALSE(read_figures(figure_with("[2020,2021]", "[1]"), "x").ok());
    CHECK_FALSE(read_figures(figure_with("[2020,2021]", "[1,2,3]"), "x").ok());
    CHECK_FALSE(read_figures(figure_with("[2021,2020]", "[1,2]"), "x").ok());
    CHECK_FALSE(read_figures(figure_with("[2021,2021]", "[1,2]"), "x").ok());
    CHECK_FALSE(read_figures(figure_with("[2021]", "[1]"), "x").ok());
    CHECK_FALSE(read_figures(R"({"figures":[{"id":"a","title":"A","chart":"line","years":[1,2],"series":[]}]})", "x").ok());
    CHECK_FALSE(read_figures(figure_with("[\"2020\",2021]", "[1,2]"), "x").ok());
  }
}
