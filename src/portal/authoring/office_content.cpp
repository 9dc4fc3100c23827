#include "portal/authoring/office_content.h"

#include <algorithm>
#include <array>

#include "portal/authoring/content_reading.h"

namespace stadttor::portal::authoring {

namespace {

bool begins_earlier(const city::OpenSpan& left, const city::OpenSpan& right) { return left.from < right.from; }

void read_exceptions(const Json& entry, OfficeContent& office) {
  for (const Json& place : list_of(member_of(entry, "exceptions"))) {
    const auto from = parse_date(text_of(place, "from_date"));
    const auto to = parse_date(text_of(place, "to_date"));
    if (!from || !to || *to < *from) continue;
    city::HoursException exception{*from, *to, {}, {}};
    for (const Json& hours : list_of(member_of(place, "hours"))) {
      if (const auto span = find_open_span(hours)) exception.hours.push_back(*span);
    }
    std::sort(exception.hours.begin(), exception.hours.end(), begins_earlier);
    Translations<std::string> reasons;
    for (const auto& member : object_of(member_of(place, "reason")).items()) {
      if (member.value().is_string()) reasons.emplace(member.key(), member.value().get<std::string>());
    }
    reasons.emplace(kFallbackLanguage, "");
    office.facts.exceptions.push_back(std::move(exception));
    office.exception_reasons.push_back(std::move(reasons));
  }
}

void read_address(const Json& entry, city::Office& facts) {
  const Json& address = member_of(entry, "address");
  facts.address.street_line = text_of(address, "street") + " " + text_of(address, "house_number");
  facts.address.addition = text_of(address, "addition");
  facts.address.town_line = text_of(address, "postal_code") + " " + text_of(address, "town");
  facts.phone = text_of(entry, "phone");
  facts.email = text_of(entry, "email");
  facts.latitude = number_of(member_of(entry, "position"), "latitude");
  facts.longitude = number_of(member_of(entry, "position"), "longitude");
  facts.accessibility = texts_of(entry, "accessibility");
}

OfficeText read_office_text(const Json& place) {
  return {text_of(place, "name"),          text_of(place, "summary"),    text_of(place, "description"),
          text_of(place, "accessibility"), text_of(place, "directions"), texts_of(place, "words")};
}

}  // namespace

std::optional<Weekday> find_weekday(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return {};
  return static_cast<Weekday>(found - kNames.begin());
}

std::optional<city::OpenSpan> find_open_span(const Json& place) {
  const auto from = parse_time_of_day(text_of(place, "from"));
  const auto to = parse_time_of_day(text_of(place, "to"));
  if (!from || !to || *to <= *from) return {};
  return city::OpenSpan{*from, *to, flag_of(place, "appointment_only")};
}

city::WeeklyHours weekly_hours_of(const Json& entry) {
  city::WeeklyHours weekly;
  for (const Json& place : list_of(member_of(entry, "hours"))) {
    const auto day = find_weekday(text_of(place, "day"));
    const auto span = find_open_span(place);
    if (day && span) weekly.days[static_cast<std::size_t>(*day)].push_back(*span);
  }
  for (auto& day : weekly.days) std::sort(day.begin(), day.end(), begins_earlier);
  return weekly;
}

std::vector<OfficeContent> offices_from_source(const PackSource& source) {
  std::vector<OfficeContent> offices;
  for (const auto& [id, file] : source.offices) {
    OfficeContent office;
    office.facts.id = id;
    read_address(file.content, office.facts);
    office.facts.weekly = weekly_hours_of(file.content);
    office.district = text_of(member_of(file.content, "address"), "district");
    read_exceptions(file.content, office);
    office.texts = translations_of(file.content, &OfficeText::name, read_office_text);
    if (has_german(office.texts)) offices.push_back(std::move(office));
  }
  return offices;
}

}  // namespace stadttor::portal::authoring
