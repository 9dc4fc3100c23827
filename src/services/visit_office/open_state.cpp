#include "services/visit_office/open_state.h"

namespace stadttor::services::visit_office {

using city::OpenStateKind;
using semantics::Appearance;

OpenStateWords open_state_words(const Screen& screen, const city::WeeklyHours& weekly, const Exceptions& exceptions) {
  if (!screen.now) return {};
  const city::OpenState state = city::open_state_at(*screen.now, weekly, exceptions);
  const std::string from = screen.locale.time_of_day(state.from);
  switch (state.kind) {
    case OpenStateKind::OpenNow: {
      const std::string until = screen.locale.time_of_day(state.until);
      const auto key = state.appointment_only ? "office.open_with_appointment_until" : "office.open_until";
      return {screen.text(key, {{"time", until}}), Appearance::Success};
    }
    case OpenStateKind::OpensLaterToday: return {screen.text("office.opens_today_at", {{"time", from}}), Appearance::Warning};
    case OpenStateKind::OpensOn: {
      const bool is_tomorrow = state.date == day_after(screen.now->date);
      if (is_tomorrow) return {screen.text("office.opens_tomorrow_at", {{"time", from}}), Appearance::Warning};
      const std::string day = screen.locale.weekday(weekday_of(state.date)) + ", " + screen.locale.short_date(state.date);
      return {screen.text("office.opens_on", {{"day", day}, {"time", from}}), Appearance::Warning};
    }
    case OpenStateKind::NotKnown: return {std::string(screen.text("office.hours_not_known")), Appearance::Badge};
  }
  return {};
}

void show_open_state(const Screen& screen, semantics::Page& page, const city::WeeklyHours& weekly, const Exceptions& exceptions) {
  auto line = page.block(Appearance::OpenState);
  const OpenStateWords words = open_state_words(screen, weekly, exceptions);
  if (words.text.empty()) {
    page.paragraph(screen.text("office.see_hours"), {.look = Appearance::Badge});
  } else {
    page.paragraph(words.text, {.look = words.look});
  }
}

}  // namespace stadttor::services::visit_office
