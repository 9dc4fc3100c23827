// The opening hours of a week, as a table and in words.
#pragma once

#include "services/screen.h"

namespace stadttor::services::visit_office {

// "8:00 bis 12:00 Uhr, 14:00 bis 18:00 Uhr"; none: closed.
std::string spans_text(const Screen& screen, const std::vector<city::OpenSpan>& spans);

void show_week(const Screen& screen, semantics::Page& page, const city::WeeklyHours& weekly);

}  // namespace stadttor::services::visit_office
