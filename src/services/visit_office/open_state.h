// "Jetzt geöffnet, bis 18:00 Uhr": what an office's hours mean at this moment, in words.
#pragma once

#include "services/screen.h"

namespace stadttor::services::visit_office {

struct OpenStateWords {
  std::string text;  // empty while the time is not known
  semantics::Appearance look = semantics::Appearance::Badge;
};

OpenStateWords open_state_words(const Screen& screen, const city::Office& office);

// A badge with those words; without a clock it keeps its place and says "see opening hours".
void show_open_state(const Screen& screen, semantics::Page& page, const city::Office& office);

}  // namespace stadttor::services::visit_office
