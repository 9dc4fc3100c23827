#include "forms/checks/contact_checks.h"

#include <doctest/doctest.h>

#include "forms/checks/date_limit.h"
#include "forms/date_entry.h"
#include "forms/entry_reading.h"

using namespace stadttor;
using namespace stadttor::forms;

TEST_SUITE("forms") {
  TEST_CASE("e-mail addresses are told from what is none") {
    for (const auto* right : {"erika@example.org", "e.m+hund@amt.musterstadt.example", "jörg@müller.example", "o'neill@example.co"}) CHECK_MESSAGE(is_email_address(right), right);
    for (const auto* wrong : {"", "erika", "@example.org", "erika@", "erika@example", "erika @example.org", "erika@exa mple.org", "a@b@c.de", ".a@b.de", "a..b@c.de", "a@-b.de",
                              "a@b..de", "a@b.d", "erika@example.org,"}) {
      CHECK_MESSAGE(!is_email_address(wrong), wrong);
    }
  }

  TEST_CASE("phone numbers may be written as people write them") {
    for (const auto* right : {"0123 456789", "+49 (0)123 / 45 67-89", "110 33"}) CHECK_MESSAGE(is_phone_number(right), right);
    for (const auto* wrong : {"", "1234", "0123 45x", "12+3456", "1234567890123456"}) CHECK_MESSAGE(!is_phone_number(wrong), wrong);
  }

  TEST_CASE("German postcodes have five digits and may begin with a nought") {
    for (const auto* right : {"01067", "99998", "12345"}) CHECK_MESSAGE(is_postcode(right), right);
    for (const auto* wrong : {"1234", "123456", "00999", "99999", "1234a"}) CHECK_MESSAGE(!is_postcode(wrong), wrong);
  }

  TEST_CASE("licence plates are brought into one spelling") {
    CHECK(parse_licence_plate("ms-ab 12") == "MS-AB 12");
    CHECK(parse_licence_plate("MÜ  x1234") == "MÜ-X 1234");
    CHECK(parse_licence_plate("B MS 12 e") == "B-MS 12E");
    CHECK(parse_licence_plate("lös-a-9h") == "LÖS-A 9H");
    for (const auto* wrong : {"", "MSAB12", "ABCD-E 1", "MS-ABC 1", "MS-A 0", "MS-A 12345", "MS-A", "MS-AB 12X", "1-A 1", "MS-AB 1!", "ABC-DE 1234"}) {
      CHECK_MESSAGE(!parse_licence_plate(wrong), wrong);
    }
  }

  TEST_CASE("date limits count from today") {
    const Date today{2026, 3, 31};
    const auto limit = [&today](const char* text) { return text_from_date(parse_date_limit(text).value_or(DateLimit{}).on(today)); };

    CHECK(limit("2020-02-29") == "2020-02-29");
    CHECK(limit("today") == "2026-03-31");
    CHECK(limit("today-18y") == "2008-03-31");
    CHECK(limit("today-1m") == "2026-02-28");
    CHECK(limit("today+1y-2m+3d") == "2027-02-03");
    for (const auto* wrong : {"", "tomorrow", "today-", "today-18", "today18y", "2020-02-30", "today-18y "}) CHECK_MESSAGE(!parse_date_limit(wrong), wrong);
  }

  TEST_CASE("ages change on birthdays") {
    CHECK(years_between({2000, 5, 17}, {2018, 5, 16}) == 17);
    CHECK(years_between({2000, 5, 17}, {2018, 5, 17}) == 18);
    CHECK(years_between({2008, 2, 29}, {2026, 2, 28}) == 17);
    CHECK(years_between({2008, 2, 29}, {2026, 3, 1}) == 18);
  }

  TEST_CASE("a date is kept as typed, and says which field is wrong") {
    CHECK(read_date("24.12.2026").date == Date{2026, 12, 24});
    CHECK(read_date("2026-12-24").date == Date{2026, 12, 24});
    CHECK(read_date(" 1. 2.2026").date == Date{2026, 2, 1});
    CHECK(read_date(".12.2026").fault == DateFault::DayMissing);
    CHECK(read_date("24..2026").fault == DateFault::MonthMissing);
    CHECK(read_date("24.12.").fault == DateFault::YearMissing);
    CHECK(read_date("24.12.26").fault == DateFault::ShortYear);
    CHECK(read_date("31.2.2026").fault == DateFault::NotInCalendar);
    CHECK(read_date("24.Dez.2026").fault == DateFault::NoNumbers);
    CHECK(text_from(date_entry_from("24..")) == "24..");
    CHECK(text_from(DateEntry{"2.4", "", "x"}) == "2 4..x");
    CHECK(text_from(DateEntry{}).empty());
  }

  TEST_CASE("numbers are read as Germans and as programs write them") {
    CHECK(parse_number("1.234,50") == 1234.5);
    CHECK(parse_number("1,234.50") == 1234.5);
    CHECK(parse_number("1.234") == 1234);
    CHECK(parse_number("12.5") == 12.5);
    CHECK(parse_number("12,") == 12);
    CHECK(parse_number("-3 000") == -3000);
    CHECK(parse_number("1.000.000") == 1000000);
    for (const auto* wrong : {"", "-", "1,2,3", "zwei", "1e5", "12 €"}) CHECK_MESSAGE(!parse_number(wrong), wrong);
  }
}
