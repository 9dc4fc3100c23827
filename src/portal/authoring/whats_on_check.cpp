#include "foundation/calendar.h"
#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

void check_whats_on(const PackSource& source, Problems& problems) {
  ProblemLog log(problems, source.whats_on.name);
  const Json& events = list_of(member_of(source.whats_on.content, "events"));
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::string from = text_of(events[i], "from");
    const std::string to = text_of(events[i], "to");
    const std::string pointer = pointer_to("/events", i);
    if (from.empty() && !to.empty()) {
      log.error(pointer, "Die Veranstaltung hat ein Ende, aber keinen Beginn.", "Ergänzen Sie „from“.");
    }
    const auto begin = parse_time_of_day(from);
    const auto end = parse_time_of_day(to);
    if (begin && end && *end <= *begin) {
      log.error(pointer + "/to", "Die Veranstaltung endet um " + to + ", beginnt aber um " + from + ".",
                "Berichtigen Sie die Uhrzeit. Was nach Mitternacht endet, endet hier um 24:00.");
    }
  }
}

}  // namespace stadttor::portal::authoring
