#include "protocols/zms/free_days.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::protocols::zms {

namespace {

constexpr Slot kHour = 3600;

std::string comma_separated(const std::vector<std::int64_t>& numbers) {
  std::string text;
  for (const std::int64_t number : numbers) text.append(text.empty() ? "" : ",").append(std::to_string(number));
  return text;
}

std::vector<std::int64_t> numbers_from(const std::string& text) {
  std::vector<std::int64_t> numbers;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (const std::int64_t number = whole_from(JsonValue::text(text.substr(begin, end - begin))); number > 0) numbers.push_back(number);
    begin = end + 1;
  }
  return numbers;
}

bool shows_same(const LocalTime& a, const LocalTime& b) { return a.date == b.date && a.time == b.time; }

}  // namespace

std::string path_from_question(const CalendarQuestion& question) {
  std::vector<std::int64_t> services;
  std::vector<std::int64_t> counts;
  for (const WantedService& wanted : question.services) {
    services.push_back(wanted.service_id);
    counts.push_back(wanted.count);
  }
  std::string path = "/available-calendar/?startDate=" + text_from_date(question.from) + "&endDate=" + text_from_date(question.until);
  if (question.slots_from) path.append("&slotsStartDate=").append(text_from_date(*question.slots_from));
  if (question.slots_until) path.append("&slotsEndDate=").append(text_from_date(*question.slots_until));
  path.append("&officeIds=").append(comma_separated(question.office_ids));
  path.append("&serviceIds=").append(comma_separated(services)).append("&serviceCounts=").append(comma_separated(counts));
  // A JSON Web Token: nothing in it needs an escape, and what is not one is not sent.
  const bool is_token = question.captcha_token.find_first_of("&=# %?") == std::string::npos;
  if (is_token && !question.captcha_token.empty()) path.append("&captchaToken=").append(question.captcha_token);
  return path;
}

Result<FreeDays> parse_free_days(const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, where));
  const JsonValue json = document.root().as_value();
  if (!read_member(json, "availableDays").is(JsonKind::List)) return Error{ErrorKind::MalformedData, where + "#/availableDays", "expected a list", NextStep::TryAgain};
  FreeDays free;
  free.previous = parse_date(read_text(json, "prevBookableDate"));
  free.next = parse_date(read_text(json, "nextBookableDate"));
  for (const JsonValue& given : read_items(json, "availableDays")) {
    const std::optional<Date> date = parse_date(read_text(given, "date"));
    // A day that is none cannot be booked; the others can.
    if (!date) continue;
    FreeDay day{*date, numbers_from(read_text(given, "providerIDs")), {}};
    for (const JsonValue& office : read_items(given, "offices")) {
      OfficeSlots offered{read_whole(office, "officeId"), {}};
      for (const JsonValue& slot : read_items(office, "appointments")) {
        if (const Slot seconds = whole_from(slot); seconds > 0) offered.slots.push_back(seconds);
      }
      std::sort(offered.slots.begin(), offered.slots.end());
      offered.slots.erase(std::unique(offered.slots.begin(), offered.slots.end()), offered.slots.end());
      if (!offered.slots.empty()) day.offices.push_back(std::move(offered));
    }
    free.days.push_back(std::move(day));
  }
  std::stable_sort(free.days.begin(), free.days.end(), [](const FreeDay& a, const FreeDay& b) { return a.date < b.date; });
  return free;
}

std::vector<WallClockSlot> wall_clock_slots(const FreeDay& day, const OfficeSlots& office, const platform::Locale& locale, const std::string& time_zone) {
  std::vector<WallClockSlot> shown;
  const auto time_at = [&](Slot slot) { return locale.local_time(slot * 1000, time_zone); };
  for (const Slot slot : office.slots) {
    const LocalTime time = time_at(slot);
    if (time.date != day.date) continue;
    shown.push_back({slot, time, shows_same(time, time_at(slot - kHour)) || shows_same(time, time_at(slot + kHour))});
  }
  return shown;
}

}  // namespace stadttor::protocols::zms
