#include "city/figures.h"

namespace stadttor::city {

namespace {

// Whoever shows a figure counts on this.
bool is_sound(const Figure& figure) {
  if (figure.years.size() < 2 || figure.series.empty()) return false;
  for (std::size_t i = 1; i < figure.years.size(); ++i) {
    if (figure.years[i] <= figure.years[i - 1]) return false;
  }
  for (const Series& series : figure.series) {
    if (series.values.size() != figure.years.size()) return false;
  }
  return true;
}

Series read_series(JsonReader place) {
  Series series{place.required_text("id"), place.required_text("name"), place.optional_text("lang"), {}};
  place.each("values", [&series](JsonReader value) {
    series.values.push_back(value.is_number() ? std::optional<double>(value.as_number()) : std::nullopt);
  });
  return series;
}

}  // namespace

std::string_view scene_kind_of(ChartKind chart) {
  switch (chart) {
    case ChartKind::Line: return "line chart";
    case ChartKind::Bar: return "bar chart";
    case ChartKind::Stacked: return "stacked chart";
  }
  return "line chart";
}

Result<Figures> read_figures(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  Figures figures;
  document.root().each("figures", [&figures](JsonReader place) {
    Figure figure;
    figure.id = place.required_text("id");
    figure.language = place.optional_text("lang");
    figure.title = place.required_text("title");
    figure.summary = place.optional_text("summary");
    figure.unit = place.optional_text("unit");
    figure.source = place.optional_text("source");
    figure.note = place.optional_text("note");
    const std::string chart = place.required_text("chart");
    figure.chart = chart == "bar" ? ChartKind::Bar : chart == "stacked" ? ChartKind::Stacked : ChartKind::Line;
    figure.rows = place.optional_text("rows") == "series" ? FigureRows::Series : FigureRows::Years;
    figure.decimals = static_cast<int>(place.number_or("decimals", 0));
    place.each("years", [&figure](JsonReader year) { figure.years.push_back(static_cast<int>(year.as_number())); });
    place.each("series", [&figure](JsonReader series) { figure.series.push_back(read_series(series)); });
    if (!is_sound(figure)) return place.report({}, "expected two ascending years and a value of each series for each of them");
    figures.figures.push_back(std::move(figure));
  });
  TRY(document.finish());
  return figures;
}

}  // namespace stadttor::city
