#include "portal/authoring/hours_json.h"

namespace stadttor::portal::authoring {

Json span_json_from(const city::OpenSpan& span) {
  Json json = {{"from", text_from_time_of_day(span.from)}, {"to", text_from_time_of_day(span.to)}};
  if (span.appointment_only) json["appointment_only"] = true;
  return json;
}

Json hours_json_from(const city::WeeklyHours& weekly) {
  Json list = Json::array();
  for (int day = 0; day < 7; ++day) {
    for (const city::OpenSpan& span : weekly.days[day]) {
      Json entry = span_json_from(span);
      entry["day"] = day;
      list.push_back(std::move(entry));
    }
  }
  return list;
}

}  // namespace stadttor::portal::authoring
