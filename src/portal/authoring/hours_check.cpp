#include <array>
#include <optional>
#include <utility>

#include "portal/authoring/office_content.h"
#include "portal/authoring/pack_checks.h"

namespace stadttor::portal::authoring {

namespace {

// Spans of one day and where they stand.
using PlacedSpans = std::vector<std::pair<city::OpenSpan, std::string>>;

bool is_time(const Json& place, const char* member) { return parse_time_of_day(text_of(place, member)).has_value(); }

void add_span(const Json& place, const std::string& pointer, PlacedSpans& day, ProblemLog log) {
  const std::optional<city::OpenSpan> span = find_open_span(place);
  if (!span) {
    if (!is_time(place, "from") || !is_time(place, "to")) {
      return log.error(pointer,
                       "„from“ und „to“ müssen Uhrzeiten von 00:00 bis 24:00 sein. Der Eintrag wird übergangen.",
                       "Schreiben Sie Stunden und Minuten zweistellig, zum Beispiel 08:00.");
    }
    return log.error(pointer,
                     "Die Öffnungszeit endet um " + text_of(place, "to") + ", beginnt aber um " +
                         text_of(place, "from") + ". Der Eintrag wird übergangen.",
                     "Vertauschen Sie „from“ und „to“ oder berichtigen Sie die Uhrzeit.");
  }
  for (const auto& [other, other_pointer] : day) {
    if (span->from < other.to && other.from < span->to) {
      log.error(pointer, "Die Öffnungszeit überschneidet sich mit " + other_pointer + ".",
                "Fassen Sie die Zeiten zusammen oder kürzen Sie eine.");
    }
  }
  day.emplace_back(*span, pointer);
}

void check_weekly_hours(const Json& entry, const std::string& pointer, ProblemLog log) {
  std::array<PlacedSpans, 7> days;
  const Json& hours = list_of(member_of(entry, "hours"));
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const auto day = find_weekday(text_of(hours[i], "day"));
    if (day) add_span(hours[i], pointer_to(pointer + "/hours", i), days[static_cast<std::size_t>(*day)], log);
  }
}

// Offices of the appointments and their counters, where they have hours of their own.
void check_booking_hours(const PackFile& appointments, Problems& problems) {
  const ProblemLog log(problems, appointments.name);
  const Json& offices = list_of(member_of(appointments.content, "offices"));
  for (std::size_t i = 0; i < offices.size(); ++i) {
    const std::string pointer = pointer_to("/offices", i);
    check_weekly_hours(offices[i], pointer, log);
    const Json& counters = list_of(member_of(offices[i], "counters"));
    for (std::size_t at = 0; at < counters.size(); ++at) check_weekly_hours(counters[at], pointer_to(pointer + "/counters", at), log);
  }
}

void check_exception(const Json& exception, const std::string& pointer, ProblemLog log) {
  const auto from = parse_date(text_of(exception, "from_date"));
  const auto to = parse_date(text_of(exception, "to_date"));
  if (from && to && *to < *from) {
    log.error(pointer + "/to_date", "Der Zeitraum endet, bevor er beginnt. Die Ausnahme wird übergangen.",
              "Vertauschen Sie „from_date“ und „to_date“ oder berichtigen Sie das Datum.");
  }
  PlacedSpans day;
  const Json& hours = list_of(member_of(exception, "hours"));
  for (std::size_t i = 0; i < hours.size(); ++i) add_span(hours[i], pointer_to(pointer + "/hours", i), day, log);
}

}  // namespace

void check_hours(const PackSource& source, Problems& problems) {
  for (const auto& entry : source.offices) {
    const ProblemLog log(problems, entry.second.name);
    check_weekly_hours(entry.second.content, "", log);
    const Json& exceptions = list_of(member_of(entry.second.content, "exceptions"));
    for (std::size_t i = 0; i < exceptions.size(); ++i)
      check_exception(exceptions[i], pointer_to("/exceptions", i), log);
  }
  for (const auto& entry : source.places) {
    const Json& places = list_of(member_of(entry.second.content, "places"));
    for (std::size_t i = 0; i < places.size(); ++i) {
      check_weekly_hours(places[i], pointer_to("/places", i), ProblemLog(problems, entry.second.name));
    }
  }
  check_weekly_hours(source.market.content, "", ProblemLog(problems, source.market.name));
  check_booking_hours(source.appointments, problems);
}

}  // namespace stadttor::portal::authoring
