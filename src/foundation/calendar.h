// Dates and times of day without time zones: what opening hours and agendas are made of. Zones are the Locale's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stadttor {

// Proleptic Gregorian calendar.
struct Date {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31

  friend bool operator==(const Date& a, const Date& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }
  friend bool operator!=(const Date& a, const Date& b) { return !(a == b); }
  friend bool operator<(const Date& a, const Date& b) {
    if (a.year != b.year) return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
  }
  friend bool operator<=(const Date& a, const Date& b) { return !(b < a); }
};

enum class Weekday : unsigned char { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

// Minutes since midnight, 0..1440.
struct TimeOfDay {
  int minutes = 0;
  friend bool operator<(TimeOfDay a, TimeOfDay b) { return a.minutes < b.minutes; }
  friend bool operator<=(TimeOfDay a, TimeOfDay b) { return a.minutes <= b.minutes; }
  friend bool operator==(TimeOfDay a, TimeOfDay b) { return a.minutes == b.minutes; }
};

struct LocalTime {
  Date date;
  TimeOfDay time;
};

// "2026-12-24"; nothing for anything that is not a date of the calendar (ISO 8601, extended format).
std::optional<Date> parse_date(std::string_view text);
// "07:30" to "24:00".
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);
std::string text_from_date(const Date& date);
std::string text_from_time_of_day(TimeOfDay time);

Weekday weekday_of(const Date& date);
Date day_after(const Date& date);
// Days since 1970-01-01, negative before.
long days_since_epoch(const Date& date);
Date date_from_days(long days);

}  // namespace stadttor
