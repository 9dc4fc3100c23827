#include "protocols/zms/free_days.h"

#include "foundation/calendar.h"
#include "support/wycheproof.h"

using namespace stadttor;
using namespace stadttor::protocols::zms;

namespace {

std::vector<WallClockSlot> berlin(const Date& date, std::vector<Slot> slots) {
  static const auto locale = platform::make_locale("de");
  return wall_clock_slots({date, {}, {}}, {1, std::move(slots)}, *locale, "Europe/Berlin");
}

std::string text_of(const WallClockSlot& slot) { return text_from_date(slot.time.date) + " " + text_from_time_of_day(slot.time.time); }

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("the calendar's answers are read, full and empty") {
    const auto cases = testing::vectors_in("zms/citizenapi-expected.json");
    for (const auto& one : cases) {
      if (one["suite"] != "AvailableCalendar" || one.value("status", 0) != 200) continue;
      const auto free = parse_free_days(one["expectedResponse"].dump(), "test");
      if (!CHECK(free.ok())) continue;
      if (one["test"] == "testEmptyCalendar") CHECK(free.value().days.empty());
      if (one["test"] != "testRendering") continue;
      if (!CHECK(free.value().days.size() == 2)) continue;
      CHECK(free.value().days[0].date == Date{2024, 8, 22});
      CHECK(free.value().days[1].offices[0].office_id == 9999998);
      CHECK(free.value().days[1].offices[0].slots == std::vector<Slot>{32526616622, 32526616652});
    }
  }

  TEST_CASE("days come in order, impossible ones not at all, and times once") {
    const auto free = parse_free_days(R"({"prevBookableDate":"2027-02-29","nextBookableDate":"2028-03-01","availableDays":[
      {"date":"2028-02-29","providerIDs":"7,8","offices":[{"officeId":"7","appointments":[20,10,20,null,-5,"30"]},{"officeId":8,"appointments":null}]},
      {"date":"2027-02-29","providerIDs":"7"},{"date":"2028-02-28","providerIDs":"7","offices":null}]})", "test");
    if (!CHECK(free.ok())) return;
    CHECK_FALSE(free.value().previous.has_value());
    CHECK(free.value().next == Date{2028, 3, 1});
    if (!CHECK(free.value().days.size() == 2)) return;
    CHECK(free.value().days[1].date == Date{2028, 2, 29});
    CHECK(free.value().days[1].office_ids == std::vector<std::int64_t>{7, 8});
    if (CHECK(free.value().days[1].offices.size() == 1)) CHECK(free.value().days[1].offices[0].slots == std::vector<Slot>{10, 20, 30});
    for (const char* body : {"", "{}", "[]", "<html>", R"({"availableDays":null})"}) CHECK_FALSE(parse_free_days(body, "test").ok());
  }

  TEST_CASE("a question about the calendar has the parameters of the contract") {
    CalendarQuestion question{{2028, 2, 28}, {2028, 3, 1}, {}, {}, {10, 11}, {{1063424, 1}, {2, 3}}, ""};
    CHECK(path_from_question(question) == "/available-calendar/?startDate=2028-02-28&endDate=2028-03-01&officeIds=10,11&serviceIds=1063424,2&serviceCounts=1,3");
    question.slots_from = Date{2028, 2, 29};
    question.captcha_token = "a.b-c_d";
    CHECK(path_from_question(question).find("&slotsStartDate=2028-02-29&") != std::string::npos);
    CHECK(path_from_question(question).find("&captchaToken=a.b-c_d") != std::string::npos);
    question.captcha_token = "a&officeIds=1";
    CHECK(path_from_question(question).find("captchaToken") == std::string::npos);
  }

  TEST_CASE("on a leap day times are the wall clock's, and those of the next day do not slip in") {
    // 2028-02-29T00:00:00Z
    constexpr Slot kLeapDay = 1835395200;
    const auto slots = berlin({2028, 2, 29}, {kLeapDay - 3600, kLeapDay + 7 * 3600, kLeapDay + 23 * 3600, kLeapDay - 3601});
    if (!CHECK(slots.size() == 2)) return;
    CHECK(text_of(slots[0]) == "2028-02-29 00:00");
    CHECK(text_of(slots[1]) == "2028-02-29 08:00");
  }

  TEST_CASE("when clocks go forward the hour that does not exist is not shown, and when they go back the doubled one is marked") {
    // 2026-03-29T00:30:00Z is 01:30, an hour later it is 03:30.
    const auto spring = berlin({2026, 3, 29}, {1774744200, 1774744200 + 3600});
    if (CHECK(spring.size() == 2)) {
      CHECK(text_of(spring[0]) == "2026-03-29 01:30");
      CHECK(text_of(spring[1]) == "2026-03-29 03:30");
      CHECK_FALSE((spring[0].is_ambiguous || spring[1].is_ambiguous));
    }
    // 2026-10-25T00:30:00Z and an hour later are both 02:30.
    const auto autumn = berlin({2026, 10, 25}, {1792888200, 1792888200 + 3600, 1792888200 + 2 * 3600});
    if (!CHECK(autumn.size() == 3)) return;
    CHECK(text_of(autumn[0]) == "2026-10-25 02:30");
    CHECK(text_of(autumn[1]) == "2026-10-25 02:30");
    CHECK(text_of(autumn[2]) == "2026-10-25 03:30");
    CHECK((autumn[0].is_ambiguous && autumn[1].is_ambiguous && !autumn[2].is_ambiguous));
  }
}
