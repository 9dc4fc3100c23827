// The city in figures: series over years, each drawn as a chart and told exactly in a table. Read when that page is opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/json_reader.h"

namespace stadttor::city {

enum class ChartKind : unsigned char { Line, Bar, Stacked };

// What stands in the rows of the table, and so along the chart's axis; the other one stands in the columns.
enum class FigureRows : unsigned char { Years, Series };

struct Series {
  std::string id;
  std::string name;
  std::string language;                       // of the name; empty: the interface's
  std::vector<std::optional<double>> values;  // as many as years; nothing: not counted in that year
};

struct Figure {
  std::string id;
  std::string language;  // of the texts; empty: the interface's
  std::string title;
  std::string summary;  // what one sees, in a sentence or two
  std::string unit;     // "Mio. Euro"
  std::string source;
  std::string note;
  ChartKind chart = ChartKind::Line;
  FigureRows rows = FigureRows::Years;
  int decimals = 0;
  std::vector<int> years;  // ascending, at least two
  std::vector<Series> series;
};

struct Figures {
  std::vector<Figure> figures;
};

// "line chart", "bar chart", "stacked chart": as scenes are called.
std::string_view scene_kind_of(ChartKind chart);

Result<Figures> read_figures(std::string_view json, std::string where);

}  // namespace stadttor::city
