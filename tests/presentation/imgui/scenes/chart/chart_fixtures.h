// A page with one chart: a table of numbers inside a scene.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "presentation/imgui/scenes/chart/chart_layout.h"
#include "semantics/page.h"

namespace stadttor::testing {

namespace chart = presentation::imgui::chart;

struct ChartCell {
  std::string_view text;
  std::string_view number;  // empty: not counted
};

struct ChartRow {
  std::string_view name;
  std::vector<ChartCell> cells;
};

struct ChartPage {
  semantics::Tree tree;
  semantics::NodeIndex scene = 0;

  ChartPage(std::string_view kind, const std::vector<std::string_view>& series, const std::vector<ChartRow>& rows, std::string_view direction = "ltr", std::string_view table_direction = {}) {
    semantics::ActionQueue actions;
    {
      semantics::Page page(tree, actions);
      page.set_document("Zahlen", "de", direction);
      auto figure = page.scene("chart", "Zahlen", {.kind = kind, .unit = "Fälle"});
      auto table = page.table("table", "Zahlen (Fälle)", {.direction = table_direction});
      {
        auto head = page.table_head();
        auto row = page.row();
        page.column_header("Jahr");
        for (const std::string_view name : series) page.column_header(name);
      }
      auto body = page.table_body();
      for (const ChartRow& one : rows) {
        auto row = page.row(one.name);
        page.row_header(one.name);
        for (const ChartCell& cell : one.cells) {
          if (cell.number.empty()) {
            page.cell(cell.text);
          } else {
            page.number_cell(cell.text, cell.number);
          }
        }
      }
    }
    for (semantics::NodeIndex i = 0; i < tree.size(); ++i) {
      if (tree.node(i).role == semantics::Role::Scene) scene = i;
    }
  }

  chart::ChartData data() const { return chart::read_chart_data(tree, scene).value(); }
};

// Births and deaths of three years; the deaths of the second were not counted.
inline ChartPage births_and_deaths(std::string_view kind, std::string_view direction = "ltr", std::string_view table_direction = {}) {
  return ChartPage(kind, {"Geburten", "Sterbefälle"},
                   {{"2021", {{"1.466", "1466"}, {"520", "520"}}}, {"2022", {{"431", "431"}, {"nicht gezählt", ""}}}, {"2023", {{"402", "402"}, {"601", "601"}}}}, direction, table_direction);
}

// Each letter half as wide as high.
inline double even_width(std::string_view text, double size) { return static_cast<double>(text.size()) * size / 2; }

inline chart::ChartLayout layout_at(const chart::ChartData& data, double width, double height, double text_size = 16) {
  return chart_layout_of(data, {width, height, text_size}, even_width);
}

}  // namespace stadttor::testing
