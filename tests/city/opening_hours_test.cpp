#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "city/opening_hours.h"

using namespace stadttor;
using namespace stadttor::city;

namespace {

TimeOfDay at(const char* text) { return parse_time_of_day(text).value_or(TimeOfDay{-1}); }
OpenSpan span(const char* from, const char* to) { return {at(from), at(to), false}; }
OpenSpan by_appointment(const char* from, const char* to) { return {at(from), at(to), true}; }

// Monday to Friday 08:00-12:00 and 13:00-16:00; the rest closed.
WeeklyHours with_lunch_break() {
  WeeklyHours weekly;
  for (int day = 0; day < 5; ++day) weekly.days[day] = {span("08:00", "12:00"), span("13:00", "16:00")};
  return weekly;
}

constexpr Date kTuesday{2026, 11, 24};
constexpr Date kFriday{2026, 11, 27};
constexpr Date kSaturday{2026, 11, 28};

OpenState state(const Date& date, const char* time, const WeeklyHours& weekly, const std::vector<HoursException>& exceptions = {}) {
  return open_state_at({date, at(time)}, weekly, exceptions);
}

}  // namespace

TEST_SUITE("city") {
  TEST_CASE("within its hours an office is open until they end") {
    const OpenState now = state(kTuesday, "10:00", with_lunch_break());

    CHECK(now.kind == OpenStateKind::OpenNow);
    CHECK(now.until == at("12:00"));
  }

  TEST_CASE("an office opens on the minute and closes on the minute") {
    CHECK(state(kTuesday, "07:59", with_lunch_break()).kind == OpenStateKind::OpensLaterToday);
    CHECK(state(kTuesday, "08:00", with_lunch_break()).kind == OpenStateKind::OpenNow);
    CHECK(state(kTuesday, "11:59", with_lunch_break()).kind == OpenStateKind::OpenNow);
    CHECK(state(kTuesday, "12:00", with_lunch_break()).kind == OpenStateKind::OpensLaterToday);
  }

  TEST_CASE("in the lunch break an office opens again later today") {
    const OpenState now = state(kTuesday, "12:30", with_lunch_break());

    CHECK(now.kind == OpenStateKind::OpensLaterToday);
    CHECK(now.from == at("13:00"));
    CHECK(now.date == kTuesday);
  }

  TEST_CASE("after closing an office opens on the next day it has hours") {
    const OpenState evening = state(kTuesday, "16:00", with_lunch_break());
    const OpenState friday = state(kFriday, "18:00", with_lunch_break());
    const OpenState weekend = state(kSaturday, "10:00", with_lunch_break());

    CHECK(evening.kind == OpenStateKind::OpensOn);
    CHECK(evening.date == Date{2026, 11, 25});
    CHECK(friday.date == Date{2026, 11, 30});
    CHECK(weekend.date == Date{2026, 11, 30});
    CHECK(weekend.from == at("08:00"));
  }

  TEST_CASE("spans that adjoin count as one") {
    WeeklyHours weekly;
    weekly.days[1] = {span("08:00", "12:00"), span("12:00", "14:00"), span("14:00", "16:00"), span("17:00", "18:00")};

    CHECK(state(kTuesday, "09:00", weekly).until == at("16:00"));
    CHECK(state(kTuesday, "12:00", weekly).until == at("16:00"));
  }

  TEST_CASE("hours with appointment only do not lengthen those without") {
    WeeklyHours weekly;
    weekly.days[1] = {span("08:00", "12:00"), by_appointment("12:00", "16:00")};

    const OpenState morning = state(kTuesday, "09:00", weekly);
    const OpenState afternoon = state(kTuesday, "13:00", weekly);

    CHECK(morning.until == at("12:00"));
    CHECK_FALSE(morning.appointment_only);
    CHECK(afternoon.until == at("16:00"));
    CHECK(afternoon.appointment_only);
  }

  TEST_CASE("an office may be open until midnight") {
    WeeklyHours weekly;
    weekly.days[1] = {span("18:00", "24:00")};
    weekly.days[2] = {span("00:00", "02:00")};

    CHECK(state(kTuesday, "23:59", weekly).kind == OpenStateKind::OpenNow);
    CHECK(state(kTuesday, "23:59", weekly).until == at("24:00"));
    CHECK(state({2026, 11, 25}, "00:00", weekly).until == at("02:00"));
  }

  TEST_CASE("on a holiday an office is closed, says why, and opens on the day after") {
    const std::vector<HoursException> exceptions = {{{2026, 11, 24}, {2026, 11, 24}, {}, "Feiertag"}};

    const OpenState now = state(kTuesday, "10:00", with_lunch_break(), exceptions);

    CHECK(now.kind == OpenStateKind::OpensOn);
    CHECK(now.date == Date{2026, 11, 25});
    CHECK(now.reason == "Feiertag");
  }

  TEST_CASE("a holiday tomorrow is passed over, and its reason is not today's") {
    const std::vector<HoursException> exceptions = {{{2026, 11, 25}, {2026, 11, 26}, {}, "Feiertag"}};

    const OpenState now = state(kTuesday, "17:00", with_lunch_break(), exceptions);

    CHECK(now.date == Date{2026, 11, 27});
    CHECK(now.reason.empty());
  }

  TEST_CASE("a date may have other hours than its weekday") {
    const std::vector<HoursException> exceptions = {{{2026, 11, 28}, {2026, 11, 28}, {span("10:00", "14:00")}, "Tag der offenen Tür"}};

    const OpenState now = state(kSaturday, "11:00", with_lunch_break(), exceptions);

    CHECK(now.kind == OpenStateKind::OpenNow);
    CHECK(now.until == at("14:00"));
    CHECK(now.reason == "Tag der offenen Tür");
  }

  TEST_CASE("of two exceptions for one date the later one in the list holds") {
    const std::vector<HoursException> exceptions = {{{2026, 11, 20}, {2026, 11, 30}, {}, "Umbau"},
                                                    {{2026, 11, 24}, {2026, 11, 24}, {span("09:00", "10:00")}, "Notdienst"}};

    CHECK(hours_on(kTuesday, with_lunch_break(), exceptions).size() == 1);
    CHECK(hours_on({2026, 11, 23}, with_lunch_break(), exceptions).empty());
    CHECK(state(kTuesday, "09:30", with_lunch_break(), exceptions).reason == "Notdienst");
  }

  TEST_CASE("exceptions hold from their first to their last day") {
    const std::vector<HoursException> exceptions = {{{2026, 12, 24}, {2026, 12, 26}, {}, "Weihnachten"}};

    CHECK_FALSE(hours_on({2026, 12, 23}, with_lunch_break(), exceptions).empty());
    CHECK(hours_on({2026, 12, 24}, with_lunch_break(), exceptions).empty());
    CHECK(hours_on({2026, 12, 26}, with_lunch_break(), exceptions).empty());
    CHECK_FALSE(hours_on({2026, 12, 28}, with_lunch_break(), exceptions).empty());
  }

  TEST_CASE("an office without hours, or closed for weeks, promises nothing") {
    const std::vector<HoursException> exceptions = {{{2026, 11, 1}, {2026, 12, 31}, {}, "Umbau"}};

    CHECK(state(kTuesday, "10:00", {}).kind == OpenStateKind::NotKnown);
    CHECK(state(kTuesday, "10:00", with_lunch_break(), exceptions).kind == OpenStateKind::NotKnown);
  }

  TEST_CASE("hours two weeks ahead are found, later ones are not") {
    const auto closed_until = [](Date last) { return std::vector<HoursException>{{{2026, 11, 1}, last, {}, ""}}; };
    WeeklyHours tuesdays;
    tuesdays.days[1] = {span("08:00", "12:00")};

    CHECK(state(kTuesday, "10:00", tuesdays, closed_until({2026, 12, 7})).date == Date{2026, 12, 8});
    CHECK(state(kTuesday, "10:00", tuesdays, closed_until({2026, 12, 8})).kind == OpenStateKind::NotKnown);
  }

  TEST_CASE("the year may turn in between") {
    const std::vector<HoursException> exceptions = {{{2026, 12, 31}, {2027, 1, 1}, {}, "Jahreswechsel"}};

    CHECK(state({2026, 12, 30}, "20:00", with_lunch_break(), exceptions).date == Date{2027, 1, 4});
  }
}
