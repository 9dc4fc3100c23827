// "Jetzt geöffnet, bis 18:00 Uhr": what an office's hours mean at this moment, in words.
#pragma once

#include "services/screen.h"

namespace stadttor::services::visit_office {

using Exceptions = std::vector<city::HoursException>;

struct OpenStateWords {
  std::string text;  // empty while the time is not known
  semantics::Appearance look = semantics::Appearance::Badge;
};

OpenStateWords open_state_words(const Screen& screen, const city::WeeklyHours& weekly, const Exceptions& exceptions);

// A badge with those words; without a clock it keeps its place and says "see opening hours".
void show_open_state(const Screen& screen, semantics::Page& page, const city::WeeklyHours& weekly, const Exceptions& exceptions = {});

}  // namespace stadttor::services::visit_office
