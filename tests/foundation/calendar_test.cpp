#include <doctest/doctest.h>

#include <string>

#include "foundation/calendar.h"

using namespace stadttor;

TEST_SUITE("foundation") {
  TEST_CASE("a date is read and written as ISO 8601 says") {
    const auto date = parse_date("2026-12-24");

    if (!CHECK(date.has_value())) return;
    CHECK(date->year == 2026);
    CHECK(date->month == 12);
    CHECK(date->day == 24);
    CHECK(text_from_date(*date) == "2026-12-24");
    CHECK(text_from_date({7, 1, 2}) == "0007-01-02");
  }

  TEST_CASE("what is no date of the calendar is not read") {
    for (const auto* text : {"", "2026", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "2026-02-29", "1900-02-29", "2026-1-01",
                             "2026-01-1 ", "2026/01/01", "20a6-01-01", "-026-01-01", "2026-01-01T00:00", "+026-01-01"}) {
      CHECK_MESSAGE(!parse_date(text).has_value(), text);
    }
  }

  TEST_CASE("leap days are dates in leap years only") {
    CHECK(parse_date("2024-02-29").has_value());
    CHECK(parse_date("2000-02-29").has_value());
    CHECK_FALSE(parse_date("2023-02-29").has_value());
    CHECK_FALSE(parse_date("2100-02-29").has_value());
  }

  TEST_CASE("times of day go from midnight to midnight") {
    CHECK(parse_time_of_day("00:00")->minutes == 0);
    CHECK(parse_time_of_day("07:30")->minutes == 450);
    CHECK(parse_time_of_day("24:00")->minutes == 1440);
    CHECK(text_from_time_of_day({450}) == "07:30");
    CHECK(text_from_time_of_day({1440}) == "24:00");
    for (const auto* text : {"", "7:30", "07:60", "24:01", "25:00", "07.30", "0730", "07:3", "aa:bb", "07:30:00", "-1:30"}) {
      CHECK_MESSAGE(!parse_time_of_day(text).has_value(), text);
    }
  }

  TEST_CASE("known dates fall on known weekdays") {
    CHECK(weekday_of({1970, 1, 1}) == Weekday::Thursday);
    CHECK(weekday_of({2026, 11, 24}) == Weekday::Tuesday);
    CHECK(weekday_of({2000, 2, 29}) == Weekday::Tuesday);
    CHECK(weekday_of({1969, 12, 31}) == Weekday::Wednesday);
    CHECK(weekday_of({1582, 10, 15}) == Weekday::Friday);
    CHECK(weekday_of({2024, 12, 30}) == Weekday::Monday);
    CHECK(weekday_of({2026, 11, 29}) == Weekday::Sunday);
  }

  TEST_CASE("days since 1970 are counted before and after it") {
    CHECK(days_since_epoch({1970, 1, 1}) == 0);
    CHECK(days_since_epoch({1970, 1, 2}) == 1);
    CHECK(days_since_epoch({1969, 12, 31}) == -1);
    CHECK(days_since_epoch({2000, 3, 1}) == 11017);
    CHECK(days_since_epoch({2026, 11, 24}) == 20781);
  }

  TEST_CASE("the day after the last of a month is the first of the next") {
    CHECK(day_after({2026, 12, 31}) == Date{2027, 1, 1});
    CHECK(day_after({2024, 2, 28}) == Date{2024, 2, 29});
    CHECK(day_after({2023, 2, 28}) == Date{2023, 3, 1});
    CHECK(day_after({2026, 4, 30}) == Date{2026, 5, 1});
  }

  TEST_CASE("four hundred years of days come back from their number, one weekday after the other") {
    const long first = days_since_epoch({1800, 1, 1});
    const long last = days_since_epoch({2200, 12, 31});
    int wrong = 0;

    for (long day = first; day <= last; ++day) {
      const Date date = date_from_days(day);
      const bool is_right = days_since_epoch(date) == day && parse_date(text_from_date(date)) == date &&
                            static_cast<int>(weekday_of(date_from_days(day + 1))) == (static_cast<int>(weekday_of(date)) + 1) % 7;
      wrong += is_right ? 0 : 1;
    }

    CHECK(last - first == 146461);
    CHECK(wrong == 0);
  }

  TEST_CASE("dates and times are ordered as they pass") {
    CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
    CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
    CHECK_FALSE(Date{2026, 1, 1} < Date{2026, 1, 1});
    CHECK(Date{2026, 1, 1} <= Date{2026, 1, 1});
    CHECK(Date{2026, 1, 1} != Date{2026, 1, 2});
    CHECK(TimeOfDay{59} < TimeOfDay{60});
    CHECK(TimeOfDay{60} <= TimeOfDay{60});
  }
}
