// stadt/zahlen.json
#include "portal/authoring/details_json.h"
#include "portal/authoring/discovery_json.h"

namespace stadttor::portal::authoring {

namespace {

const char* chart_name(city::ChartKind chart) {
  switch (chart) {
    case city::ChartKind::Line: return "line";
    case city::ChartKind::Bar: return "bar";
    case city::ChartKind::Stacked: return "stacked";
  }
  return "line";
}

Json series_json(const SeriesContent& series, const std::string& reader_language) {
  const auto& [language, name] = translation_for(series.names, reader_language);
  Json entry = {{"id", series.facts.id}, {"name", name}, {"values", Json::array()}};
  mark_language(entry, language, reader_language);
  for (const std::optional<double>& value : series.facts.values) entry["values"].push_back(value ? Json(*value) : Json(nullptr));
  return entry;
}

}  // namespace

Json figures_json_from(const Pack& pack, const std::string& reader_language) {
  Json list = Json::array();
  for (const FigureContent& figure : pack.figures) {
    const auto& [language, text] = translation_for(figure.texts, reader_language);
    Json entry = {{"id", figure.facts.id},
                  {"title", text.title},
                  {"summary", text.summary},
                  {"unit", text.unit},
                  {"source", text.source},
                  {"chart", chart_name(figure.facts.chart)},
                  {"decimals", figure.facts.decimals},
                  {"years", figure.facts.years},
                  {"series", Json::array()}};
    mark_language(entry, language, reader_language);
    if (!text.note.empty()) entry["note"] = text.note;
    if (figure.facts.rows == city::FigureRows::Series) entry["rows"] = "series";
    for (const SeriesContent& series : figure.series) entry["series"].push_back(series_json(series, reader_language));
    list.push_back(std::move(entry));
  }
  return {{"figures", std::move(list)}};
}

}  // namespace stadttor::portal::authoring
