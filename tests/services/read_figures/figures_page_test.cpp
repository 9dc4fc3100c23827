#include "services/read_figures/figures_page.h"

#include <doctest/doctest.h>

#include <string>

#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::read_figures;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::Page;
using semantics::Property;
using semantics::Role;

namespace {

city::Figures births_and_budget() {
  city::Figure births;
  births.id = "geburten";
  births.title = "Geburten";
  births.summary = "Immer weniger.";
  births.unit = "Kinder";
  births.source = "Standesamt";
  births.years = {2023, 2024, 2025};
  births.series = {{"nord", "Nord", "", {1200, 1100, 900}}, {"sued", "Süd", "", {std::nullopt, 100, 100}}};
  city::Figure budget;
  budget.id = "haushalt";
  budget.title = "Haushalt";
  budget.unit = "Mio. Euro";
  budget.source = "Plan";
  budget.chart = city::ChartKind::Bar;
  budget.rows = city::FigureRows::Series;
  budget.decimals = 1;
  budget.years = {2023, 2024, 2025};
  budget.series = {{"schulen", "Schulen", "", {10, 12.5, 15}}, {"parks", "Parks", "", {1, 2.5, 3}}};
  return {{births, budget}};
}

struct FiguresPage {
  city::Figures figures = births_and_budget();
  SmallCity city;
  ComparedYears compared;
  semantics::Tree tree;

  void show(const semantics::ActionQueue& actions = {}) {
    const auto build = [&](const Screen& screen, Page& page) { show_figures(screen, page, &figures, compared); };
    tree = city.page(build, actions);
    if (!actions.empty()) tree = city.page(build);
  }
  // Headers and cells of the `number`th table, rows by line.
  std::string table(int number) const {
    std::string text;
    for (semantics::NodeIndex index = 0; index < tree.size(); ++index) {
      const auto& node = tree.node(index);
      if (node.role == Role::Table) --number;
      if (number != -1) continue;
      if (node.role == Role::Row && !text.empty()) text.append("\n");
      if (node.role == Role::ColumnHeader || node.role == Role::RowHeader || node.role == Role::Cell) text.append(tree.name_of(index)).append("|");
    }
    return text;
  }
};

}  // namespace

TEST_SUITE("services/read_figures") {
  TEST_CASE("a course is seen whole: a row for each year, with what was not counted") {
    FiguresPage page;
    page.show();

    CHECK(page.table(0) == "Jahr|Nord|Süd|\n2023|1.200|nicht gezählt|\n2024|1.100|100|\n2025|900|100|");
    const auto scene = find_node(page.tree, "scene", "Diagramm: Geburten");
    if (!CHECK(scene != semantics::kNoNode)) return;
    CHECK(page.tree.property_of(page.tree.node(scene), Property::SceneKind) == "line chart");
    CHECK(page.tree.property_of(page.tree.node(scene), Property::Unit) == "Kinder");
    CHECK(has_node(page.tree, "table", "Geburten (Kinder)"));
  }

  TEST_CASE("cells carry their number as a program reads it") {
    FiguresPage page;
    page.show();

    const auto value_of = [&](std::string_view cell) {
      const auto index = find_node(page.tree, "cell", cell);
      return index == semantics::kNoNode ? std::string_view("missing") : page.tree.value_of(page.tree.node(index));
    };
    CHECK(value_of("1.200") == "1200");
    CHECK(value_of("12,5") == "12.5");
    CHECK(value_of("nicht gezählt").empty());
  }

  TEST_CASE("areas beside each other are compared with the year before") {
    FiguresPage page;
    page.show();

    CHECK(page.table(1) == "Bereich|2024|2025|\nSchulen|12,5|15,0|\nParks|2,5|3,0|");
    CHECK(has_text(page.tree, "Zusammen: 18,0 im Jahr 2025, 15,0 im Jahr 2024. Das sind 20,0 % mehr."));
  }

  TEST_CASE("a sentence says how each series changed; one that was not counted is passed over") {
    FiguresPage page;
    page.show();

    CHECK(has_text(page.tree, "Nord: 900 im Jahr 2025, 1.200 im Jahr 2023. Das sind 25,0 % weniger."));
    CHECK_FALSE(has_text(page.tree, "Süd: "));
  }

  TEST_CASE("the citizen chooses the year to compare with, for each figure by itself") {
    FiguresPage page;
    page.show();
    const auto select = find_node(page.tree, "select", "Vergleichen mit dem Jahr");

    page.show({{ActionKind::Choose, page.tree.node(select).key, "2024"}});

    CHECK(page.table(0) == "Jahr|Nord|Süd|\n2024|1.100|100|\n2025|900|100|");
    CHECK(has_text(page.tree, "Süd: 100 im Jahr 2025, 100 im Jahr 2024. Das ist gleich geblieben."));
    CHECK(page.table(1) == "Bereich|2024|2025|\nSchulen|12,5|15,0|\nParks|2,5|3,0|");
  }

  TEST_CASE("a year that a figure does not have leaves it as it is") {
    FiguresPage page;
    page.compared = {{"geburten", 1999}, {"haushalt", 2025}};
    page.show();

    CHECK(page.table(0).find("2023") != std::string::npos);
    CHECK(page.table(1).find("Bereich|2024|2025|") == 0);
  }

  TEST_CASE("a figure in another language marks its words, and the interface's words in it") {
    FiguresPage page;
    page.city = SmallCity("en");
    for (auto& figure : page.figures.figures) figure.language = "de";
    page.show();

    const auto language_of = [&](std::string_view role, std::string_view name) {
      const auto index = find_node(page.tree, role, name);
      return index == semantics::kNoNode ? std::string_view("missing") : page.tree.property_of(page.tree.node(index), Property::Language);
    };
    CHECK(language_of("heading", "Geburten") == "de");
    CHECK(language_of("table", "Geburten (Kinder)") == "de");
    CHECK(language_of("columnheader", "Year") == "en");
    CHECK(language_of("cell", "not counted") == "en");
    CHECK(has_text(page.tree, "This text"));
  }
}
