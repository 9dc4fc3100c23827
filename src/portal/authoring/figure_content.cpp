// Figures of the city, from the files of the folder figures/, in the manifest's order.
#include <algorithm>

#include "portal/authoring/content_reading.h"

namespace stadttor::portal::authoring {

namespace {

FigureText read_figure_text(const Json& place) {
  return {text_of(place, "title"), text_of(place, "summary"), text_of(place, "unit"), text_of(place, "source"), text_of(place, "note")};
}

std::vector<int> years_of(const Json& entry) {
  std::vector<int> years;
  for (const Json& year : list_of(member_of(entry, "years"))) {
    const bool fits = year.is_number_integer() && (years.empty() || year.get<int>() > years.back());
    if (!fits) return {};
    years.push_back(year.get<int>());
  }
  return years;
}

Translations<std::string> names_of(const Json& entry) {
  Translations<std::string> names;
  for (const auto& member : object_of(member_of(entry, "texts")).items()) {
    if (const std::string name = text_of(member.value(), "name"); !name.empty()) names.emplace(member.key(), name);
  }
  return names;
}

// Left out unless it has a German name and a value, or null, for every year.
void add_series(const Json& entry, std::size_t year_count, std::vector<SeriesContent>& list) {
  SeriesContent series;
  series.facts.id = text_of(entry, "id");
  series.names = names_of(entry);
  for (const Json& value : list_of(member_of(entry, "values"))) {
    series.facts.values.push_back(value.is_number() ? std::optional<double>(value.get<double>()) : std::nullopt);
  }
  bool is_new = is_pack_id(series.facts.id);
  for (const SeriesContent& other : list) is_new = is_new && other.facts.id != series.facts.id;
  if (is_new && has_german(series.names) && series.facts.values.size() == year_count) list.push_back(std::move(series));
}

FigureContent figure_from(const std::string& id, const Json& entry) {
  FigureContent figure;
  figure.facts.id = id;
  const std::string chart = text_of(entry, "chart");
  figure.facts.chart = chart == "bar" ? city::ChartKind::Bar : chart == "stacked" ? city::ChartKind::Stacked : city::ChartKind::Line;
  figure.facts.rows = text_of(entry, "rows") == "series" ? city::FigureRows::Series : city::FigureRows::Years;
  constexpr double kMostDecimals = 3;
  figure.facts.decimals = static_cast<int>(std::min(std::max(number_of(entry, "decimals"), 0.0), kMostDecimals));
  figure.facts.years = years_of(entry);
  for (const Json& series : list_of(member_of(entry, "series"))) add_series(series, figure.facts.years.size(), figure.series);
  figure.texts = translations_of(entry, &FigureText::title, read_figure_text);
  return figure;
}

}  // namespace

std::vector<FigureContent> figures_from_source(const PackSource& source) {
  std::vector<FigureContent> figures;
  for (const std::string& id : texts_of(source.manifest, "figures")) {
    const auto file = source.figures.find(id);
    bool is_new = file != source.figures.end();
    for (const FigureContent& other : figures) is_new = is_new && other.facts.id != id;
    if (!is_new) continue;
    FigureContent figure = figure_from(id, file->second.content);
    const bool can_be_shown = figure.facts.years.size() >= 2 && !figure.series.empty() && has_german(figure.texts);
    if (can_be_shown) figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace stadttor::portal::authoring
