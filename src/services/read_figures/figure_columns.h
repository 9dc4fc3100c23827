// Which part of a figure is shown: its years from the compared one to the newest, or only these two.
#pragma once

#include <cstddef>
#include <vector>

#include "city/figures.h"
#include "services/read_figures/figures_page.h"

namespace stadttor::services::read_figures {

// The place in figure.years of the year that the newest one is compared with.
std::size_t compared_year(const city::Figure& figure, const ComparedYears& compared);

// Places in figure.years, ascending. Years in rows: all from the compared one. Years in columns: it and the newest.
std::vector<std::size_t> shown_years(const city::Figure& figure, std::size_t compared);

// The sum of all series in that year; nothing where one of them was not counted.
std::optional<double> total_of(const city::Figure& figure, std::size_t year);

}  // namespace stadttor::services::read_figures
