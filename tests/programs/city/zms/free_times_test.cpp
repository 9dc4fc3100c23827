#include "programs/city/zms/free_times.h"

#include "programs/city/zms/small_desk.h"

namespace stadttor::city_server::zms {
namespace {

constexpr Moment kMinute = 60;

struct Town {
  BookingPlan plan = parse_booking_plan(kSmallPlan, "plan").value();
  WallClock clock{"Europe/Berlin"};
  const Office& office = plan.offices[0];

  std::vector<Moment> free(const char* date, int slots = 1, const std::vector<TakenTime>& taken = {}, std::int64_t service = 22) const {
    return free_times(office, {{{service, 1}}, slots}, parse_date(date).value(), 0, taken, clock);
  }
  std::string shown(Moment moment) const {
    const LocalTime local = clock.local_time(moment);
    return text_from_date(local.date) + " " + text_from_time_of_day(local.time);
  }
};

}  // namespace

TEST_SUITE("programs/city/zms") {
  TEST_CASE("a counter is cut into steps, and a visit ends before the counter closes") {
    const Town town;
    const std::vector<Moment> times = town.free("2026-11-30", 1);
    if (!CHECK(times.size() == 24)) return;
    CHECK(town.shown(times.front()) == "2026-11-30 08:00");
    CHECK(town.shown(times.back()) == "2026-11-30 11:50");
    CHECK(town.shown(town.free("2026-11-30", 6).back()) == "2026-11-30 11:00");
    CHECK(town.free("2026-11-30", 24).size() == 1);
    CHECK(town.free("2026-11-30", 25).empty());
    CHECK(town.free("2026-12-02", 1).empty());  // closed on Wednesdays
  }

  TEST_CASE("hours that adjoin are one, so that a visit may lie across") {
    const Town town;
    const std::vector<Moment> times = town.free("2026-12-01", 3);
    const bool lies_across = std::any_of(times.begin(), times.end(), [&town](Moment time) { return town.shown(time) == "2026-12-01 09:50"; });
    CHECK(lies_across);
  }

  TEST_CASE("what is taken at one counter is free at the other, if that one does it") {
    const Town town;
    const Moment eight = town.clock.moment_at({2026, 11, 30}, {8 * 60});
    const std::vector<TakenTime> taken = {{"eins", {eight, eight + 20 * kMinute}}};
    CHECK(town.free("2026-11-30", 1, taken, 21).front() == eight);
    CHECK(town.free("2026-11-30", 1, taken, 22).front() == eight + 20 * kMinute);
    CHECK(find_counter(town.office, {{{21, 1}}, 1}, eight, taken, town.clock) == "zwei");
    CHECK(!find_counter(town.office, {{{22, 1}}, 2}, eight, taken, town.clock));
    CHECK(!find_counter(town.office, {{{21, 1}, {22, 1}}, 3}, eight, taken, town.clock));
  }

  TEST_CASE("a visit begins in step with the counter's opening and nowhere else") {
    const Town town;
    const Moment eight = town.clock.moment_at({2026, 11, 30}, {8 * 60});
    CHECK(find_counter(town.office, {{{21, 1}}, 1}, eight + 10 * kMinute, {}, town.clock));
    CHECK(!find_counter(town.office, {{{21, 1}}, 1}, eight + 5 * kMinute, {}, town.clock));
    CHECK(!find_counter(town.office, {{{21, 1}}, 1}, eight - 10 * kMinute, {}, town.clock));
    CHECK(!find_counter(town.office, {{{21, 1}}, 1}, eight + 4 * 60 * kMinute, {}, town.clock));
  }

  TEST_CASE("of several free counters the one that can do least else is taken") {
    const Town town;
    const Moment eight = town.clock.moment_at({2026, 11, 30}, {8 * 60});
    CHECK(find_counter(town.office, {{{21, 1}}, 1}, eight, {}, town.clock) == "zwei");
    CHECK(find_counter(town.office, {{{22, 1}}, 2}, eight, {}, town.clock) == "eins");
    CHECK(find_counter(town.office, {{{21, 1}}, 1}, eight + 60 * kMinute, {}, town.clock) == "eins");
  }

  TEST_CASE("on closed days nothing is free, and on days with other hours a counter opens only while both are open") {
    const Town town;
    CHECK(town.free("2026-12-24", 1, {}, 21).empty());  // a Thursday
    const std::vector<Moment> times = town.free("2026-12-31", 1, {}, 21);  // a Thursday, open from 8 to 9
    if (!CHECK(times.size() == 6)) return;
    const Moment half_past = town.clock.moment_at({2026, 12, 31}, {8 * 60 + 30});
    CHECK(find_counter(town.office, {{{21, 1}}, 1}, half_past, {}, town.clock) == "zwei");
    CHECK(find_counter(town.office, {{{21, 1}}, 1}, half_past - 10 * kMinute, {}, town.clock) == "eins");
  }

  TEST_CASE("the night in which clocks go forward has an hour less, and nobody is asked to come in it") {
    const Town town;
    const std::vector<Moment> times = town.free("2027-03-28");  // a Sunday, open from 1 to 4
    if (!CHECK(times.size() == 12)) return;
    CHECK(town.shown(times[5]) == "2027-03-28 01:50");
    CHECK(town.shown(times[6]) == "2027-03-28 03:00");
    CHECK(times[6] - times[5] == 10 * kMinute);
  }

  TEST_CASE("the night in which clocks go back has an hour more, each of its times once") {
    const Town town;
    const std::vector<Moment> times = town.free("2026-10-25");  // a Sunday, open from 1 to 4
    if (!CHECK(times.size() == 24)) return;
    CHECK(town.shown(times[6]) == "2026-10-25 02:00");
    CHECK(town.shown(times[12]) == "2026-10-25 02:00");
    CHECK(times[12] - times[6] == 3600);
    CHECK(std::adjacent_find(times.begin(), times.end()) == times.end());
  }

  TEST_CASE("a leap day is a day, and the day before it is not the first of March") {
    const Town town;
    CHECK(town.free("2028-02-28").size() == 24);  // a Monday
    const std::vector<Moment> times = town.free("2028-02-29");
    if (!CHECK(times.size() == 24)) return;
    CHECK(town.shown(times.front()) == "2028-02-29 08:00");
    CHECK(times.front() - town.free("2028-02-28").front() == 86'400);
  }

  TEST_CASE("the clock on the wall shows a time once, twice, or not at all") {
    const WallClock clock("Europe/Berlin");
    CHECK(clock.moment_at({2026, 11, 30}, {7 * 60}) == kMonday);
    CHECK(clock.moment_at({2026, 7, 1}, {12 * 60}) == 1782900000);
    CHECK(clock.moment_at({2026, 10, 25}, {2 * 60 + 30}) == 1792888200);      // the first of the two
    CHECK(clock.moment_at({2026, 10, 25}, {3 * 60}) == 1792893600);
    CHECK(clock.moment_at({2027, 3, 28}, {2 * 60 + 30}) == 1806195600);      // jumped over: 01:00 UTC
    CHECK(clock.moment_at({2027, 3, 28}, {3 * 60}) == 1806195600);
    CHECK(clock.moment_at({2026, 11, 30}, {24 * 60}) == clock.moment_at({2026, 12, 1}, {}));
    CHECK(clock.date_at(kMonday - 8 * 3600) == Date{2026, 11, 29});
  }
}

}  // namespace stadttor::city_server::zms
