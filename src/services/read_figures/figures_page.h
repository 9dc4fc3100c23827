// The city in figures: each figure as a chart that is described by a sentence and an exact table, compared with a year the
// citizen chooses.
#pragma once

#include <map>
#include <string>

#include "city/figures.h"
#include "services/screen.h"

namespace stadttor::services::read_figures {

// By figure: the year its newest values are compared with. Not there: the figure's own choice.
using ComparedYears = std::map<std::string, int>;

// `figures` null: they could not be loaded; true when the citizen wants to try again.
bool show_figures(const Screen& screen, semantics::Page& page, const city::Figures* figures, ComparedYears& compared);

}  // namespace stadttor::services::read_figures
