#include "services/visit_office/week_table.h"

namespace stadttor::services::visit_office {

using semantics::Appearance;
using semantics::Page;

std::string spans_text(const Screen& screen, const std::vector<city::OpenSpan>& spans) {
  if (spans.empty()) return std::string(screen.text("office.closed"));
  std::string text;
  for (const city::OpenSpan& span : spans) {
    if (!text.empty()) text.append(", ");
    text.append(screen.text("office.span", {{"from", screen.locale.time_of_day(span.from)}, {"to", screen.locale.time_of_day(span.to)}}));
    if (span.appointment_only) text.append(" ").append(screen.text("office.appointment_only"));
  }
  return text;
}

void show_week(const Screen& screen, Page& page, const city::WeeklyHours& weekly) {
  auto table = page.table("hours", screen.text("office.hours"), {.look = Appearance::Hours});
  {
    auto head = page.table_head();
    auto row = page.row();
    page.column_header(screen.text("office.day"));
    page.column_header(screen.text("office.hours"));
  }
  auto body = page.table_body();
  for (int day = 0; day < 7; ++day) {
    auto row = page.row("day" + std::to_string(day));
    page.row_header(screen.locale.weekday(static_cast<Weekday>(day)));
    page.cell(spans_text(screen, weekly.days[day]));
  }
}

}  // namespace stadttor::services::visit_office
