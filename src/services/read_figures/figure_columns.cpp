#include "services/read_figures/figure_columns.h"

#include <algorithm>

namespace stadttor::services::read_figures {

using city::Figure;
using city::FigureRows;

std::size_t compared_year(const Figure& figure, const ComparedYears& compared) {
  const std::size_t newest = figure.years.size() - 1;
  // A course is seen whole; areas beside each other are compared with the year before.
  const std::size_t usual = figure.rows == FigureRows::Years ? 0 : newest - 1;
  const auto chosen = compared.find(figure.id);
  if (chosen == compared.end()) return usual;
  const auto found = std::find(figure.years.begin(), figure.years.end() - 1, chosen->second);
  return found == figure.years.end() - 1 ? usual : static_cast<std::size_t>(found - figure.years.begin());
}

std::vector<std::size_t> shown_years(const Figure& figure, std::size_t compared) {
  const std::size_t newest = figure.years.size() - 1;
  if (figure.rows == FigureRows::Series) return {compared, newest};
  std::vector<std::size_t> years;
  for (std::size_t year = compared; year <= newest; ++year) years.push_back(year);
  return years;
}

std::optional<double> total_of(const Figure& figure, std::size_t year) {
  double total = 0;
  for (const city::Series& series : figure.series) {
    if (!series.values[year]) return {};
    total += *series.values[year];
  }
  return total;
}

}  // namespace stadttor::services::read_figures
