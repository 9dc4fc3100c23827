#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

void check_years(const Json& figure, ProblemLog log) {
  const Json& years = list_of(member_of(figure, "years"));
  for (std::size_t i = 1; i < years.size(); ++i) {
    if (!years[i].is_number_integer() || !years[i - 1].is_number_integer() || years[i - 1] < years[i]) continue;
    log.error(pointer_to("/years", i), "Die Jahre steigen hier nicht an. Die Zahlenreihe wird nicht gezeigt.",
              "Ordnen Sie die Jahre vom frühesten zum spätesten, und die Werte mit ihnen.");
  }
}

void check_values(const Json& figure, ProblemLog log) {
  const std::size_t year_count = list_of(member_of(figure, "years")).size();
  const bool is_stacked = text_of(figure, "chart") == "stacked";
  const Json& series = list_of(member_of(figure, "series"));
  for (std::size_t i = 0; i < series.size(); ++i) {
    const Json& values = list_of(member_of(series[i], "values"));
    const std::string pointer = pointer_to("/series", i) + "/values";
    if (values.size() != year_count) {
      log.error(pointer,
                "Es sind " + std::to_string(values.size()) + " Werte für " + std::to_string(year_count) +
                    " Jahre. Diese Reihe wird nicht gezeigt.",
                "Geben Sie für jedes Jahr einen Wert an, oder null, wenn nicht gezählt wurde.");
    }
    for (std::size_t at = 0; is_stacked && at < values.size(); ++at) {
      if (!values[at].is_number() || values[at] >= 0) continue;
      log.error(pointer_to(pointer, at), "Ein Wert unter 0 lässt sich nicht aufeinanderstapeln.",
                "Berichtigen Sie den Wert oder wählen Sie unter /chart „bar“ oder „line“.");
    }
  }
}

}  // namespace

void check_figures(const PackSource& source, Problems& problems) {
  for (const auto& entry : source.figures) {
    const ProblemLog log(problems, entry.second.name);
    check_years(entry.second.content, log);
    check_values(entry.second.content, log);
  }
}

}  // namespace stadttor::portal::authoring
